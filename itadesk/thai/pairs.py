"""What stays together on one line and can be told by its form alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_letters, digits

from itadesk.thai.clusters import THAI
from itadesk.thai.dates import MONTHS, SHORT_MONTHS

_DIGITS = digits + "๐๑๒๓๔๕๖๗๘๙"
_LATIN = ascii_letters
_D = "[0-9๐-๙]"
NUMBER = rf"[-−+±]?{_D}+(?:[.,:/]{_D}+)*"
_MONTH = "|".join(re.escape(month) for month in (*MONTHS, *SHORT_MONTHS))
_NUMERAL = rf"{_D}{{1,3}}(?:\.{_D}{{1,2}}){{0,4}}"
_LIST_NUMBER = rf"(?:{_NUMERAL}[.)]?|\({_D}{{1,3}}\)|\([ก-ฮ]\)|[กขคงจฉช][.)]|[A-Za-z][.)])"
_FIRST = r"[“\"(]?\S"  # of the word after a list number
_GROUP = rf"{_D}{{1,4}}(?!{_D})"
_BOOK = rf"{_D}+(?:\.{_D}+)*"

# What is kept together; a text that lacks a letter of each string before it is not looked through.
_FORMS: tuple[tuple[tuple[str, ...], str], ...] = (
    # addresses of the network
    (
        ("@:w",),
        r"https?://[!-~]+|www\.[!-~]+|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9๐-๙.-]+",
    ),
    # phone numbers and what follows ต่อ
    (
        ("0๐6", _DIGITS),
        rf"(?<!{_D})(?:\+66|[0๐]){_D}{{0,2}}(?:[ \-–]{{1,3}}{_D}{{2,4}}){{1,4}}"
        rf"(?:\s?[-–,]\s?{_GROUP})*",
    ),
    (("ต", _DIGITS), rf"{_D}{{3,4}}\)?,? ?ต่อ\s?{_D}{{1,5}}(?:\s?[-–,]\s?{_GROUP})*"),
    (("%฿",), rf"{NUMBER}\s?[%฿]"),
    (("฿",), rf"฿\s?{NUMBER}"),
    # codes: ข้อ i๗, ระดับ AA
    ((_LATIN,), r"(?:ข้อ|ระดับ|แบบ|รหัส|เกรด|กลุ่ม|ข้อที่)\s{1,2}[A-Za-z]{1,3}[0-9๐-๙]*(?![A-Za-z])"),
    # dates
    ((_DIGITS,), rf"{NUMBER}\s{{1,2}}(?:{_MONTH})(?:\s{{1,2}}(?:พ\.ศ\.\s?)?{_D}{{2,4}})?"),
    ((_DIGITS,), rf"(?:{_MONTH})\s{{1,2}}(?:พ\.ศ\.\s?)?{_D}{{2,4}}"),
    ((".", _DIGITS), rf"[พคร]\.ศ\.\s{{0,2}}{_D}+"),
    # roads and lanes with a number: ถนนพระราม ๕
    (("ถซ", _DIGITS), rf"(?:ถนน|ซอย|ถ\.|ซ\.)[{THAI}]{{2,20}}\s{{1,2}}{NUMBER}"),
    # sections of laws: มาตรา ๙ (๘)
    (
        ("(", _DIGITS),
        rf"(?:มาตรา|ข้อ|วรรค)\s?{NUMBER}(?:\s(?:ทวิ|ตรี|จัตวา))?(?:\s?\([0-9๐-๙ก-ฮ]{{1,3}}\))+",
    ),
    # numbers of letters: มท ๐๘๐๘.๒/ว ๑๒, ว ๖๑๔; ภ.ด.ส. ๖
    (
        (_DIGITS,),
        rf"(?<![{THAI}.])[ก-ฮ]{{1,3}}\.?\s{{1,2}}{_BOOK}(?:/?\s?ว\s?{_D}+|/{_D}+)?|{_D}/ว ?{_D}+",
    ),
    ((".", _DIGITS), rf"(?:[ก-ฮ]{{1,4}}\.)+[ก-ฮ]{{0,3}}\.?\s{{1,2}}{NUMBER}"),
    ((_DIGITS,), rf"ที่\s{{1,2}}[ก-ฮ]{{1,3}}\s{{0,2}}{_D}"),
    ((_DIGITS,), rf"แบบ\s{{1,2}}[ก-ฮ.]{{2,8}}\s?{_D}"),
    # number or bullet at the head of a line
    ((), rf"(?m:^)\s*(?:ข้อ\s?)?{_LIST_NUMBER}\s{{1,3}}{_FIRST}"),
    (("-–—•●▪*o",), r"(?m:^)\s*[-–—•●▪*o]\s{1,3}\S"),
    (("ณ",), rf"(?<![{THAI}])ณ\s{{0,2}}{_FIRST}"),
    # ฯลฯ, ๆ, signs
    (("ฯ",), r"\S?\s{0,2}ฯลฯ|ฯพณฯ\s?\S"),
    (("ๆ",), r"\S\s{0,2}ๆ(?:\sไป(?=[\s,)]|$|กับ|และ|ใน|ที่|เช่น))?"),
    (("&+=×/~|-–—",), r"\S\s{1,2}[&+=×/~|](?=\s)|\S\s{1,2}[-–—](?=\s)"),
    (("<>≤≥",), rf"\S?\s{{0,2}}[<>≤≥]\s{{0,2}}{_D}"),
    # Latin words, numbers, initials, names of products
    ((_LATIN + _DIGITS,), r"(?<![!-~])[!-~]*[A-Za-z0-9][!-~’]*"),
    ((_DIGITS,), rf"{NUMBER}(?:[-–/]{NUMBER})*"),
    ((_LATIN,), r"(?<![A-Za-z])[A-Z]\.\s?[A-Z][a-z]+"),
    ((_LATIN,), r"[A-Z][A-Za-z]+\s[0-9]+(?:\.[0-9]+)*(?![0-9,%])"),
)
_NEEDS = tuple(dict.fromkeys(need for needs, _ in _FORMS for need in needs))
_NEEDED = tuple((sum(1 << _NEEDS.index(need) for need in needs), form) for needs, form in _FORMS)
_SERVED = {
    letter: sum(1 << place for place, need in enumerate(_NEEDS) if letter in need)
    for letter in "".join(_NEEDS)
}
_compiled = cache(re.compile)  # when a text first has what the form needs
_LISTED = re.compile(rf"(?<=[ \t>\u200b]){_LIST_NUMBER}(?<![0-9๐-๙])\s{{1,3}}{_FIRST}")
_JOINED = re.compile(rf"(?<![{THAI}])[{THAI}]+(?:[/-][{THAI}]+)+")
_SHORT_TAIL = 9  # letters, of a name such as ท่าเดื่อ-มืดกา
_LONG_GROUP = 24  # letters: words joined by a slash or hyphen may part when longer


def kept_together(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every piece with no break inside; pieces may overlap."""
    letters = set(text)
    yield from _by_form(text, letters)
    if not letters.isdisjoint(".)"):
        for match in _LISTED.finditer(text):
            if not _in_brackets(text, match.start()):
                yield match.span()
    if not letters.isdisjoint("/-"):
        for match in _JOINED.finditer(text):
            yield from _joints(match)


def _by_form(text: str, letters: set[str]) -> Iterator[tuple[int, int]]:
    served = 0
    for letter in letters & _SERVED.keys():
        served |= _SERVED[letter]
    for needed, form in _NEEDED:
        if served & needed == needed:
            for match in _compiled(form).finditer(text):
                if match.end() - match.start() > 1:
                    yield match.span()


def _in_brackets(text: str, at: int) -> bool:
    """True between "(" and ")": a number before the closer is no list number."""
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)


def _joints(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """No break beside a slash or hyphen, but after it in a long group."""
    long = len(match[0]) > _LONG_GROUP
    for at, letter in enumerate(match[0], match.start()):
        if letter in "/-":
            yield at - 1, at + 1 if long else at + 2
    tail = match.start() + match[0].rfind("-") + 1
    if "-" in match[0] and match.end() - tail <= _SHORT_TAIL:
        yield tail - 1, match.end()
