"""Codes of questions as offices write them, brought to one spelling: i1, e2, o12."""

from __future__ import annotations

import re
import unicodedata

from itadesk.errors import BadValue
from itadesk.thai.digits import INSTRUMENT_CODES, to_arabic

_LETTERS = frozenset(code[0].lower() for code in INSTRUMENT_CODES)
# Cyrillic and Greek look-alikes, and what scanning makes of the letters
_LOOK_ALIKES = str.maketrans("іІıİιΙӀеЕεΕоОοΟ", "iiiiiiieeeeoooo")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]")
_DASHES = "-–—‐‑−~"
_PREFIX = r"(?:ข้อ(?:คำถาม|มูล)?(?:ที่)?|รายการ(?:ที่)?|ตัวชี้วัดย่อย(?:ที่)?)?\s*"
_INSTRUMENT = rf"(?:(?P<instrument>{'|'.join(INSTRUMENT_CODES)})\s*(?:ข้อ(?:ที่)?)?\s*)?"
_ITEM = re.compile(
    rf"{_PREFIX}{_INSTRUMENT}(?P<letter>[a-zA-Z|!])?(?:\s*[.\-]\s*|\s*)(?P<number>\d{{1,4}})(?!\d|\.\d|[A-Za-z])"
)
_RANGE = re.compile(rf"\s*(?:[{_DASHES}]|ถึง)\s*")
_SEPARATOR = re.compile(r"(?:[\s,;/、，；+&]|และ|กับ|หรือ)+")
_BRACKETS = "()[]“”\"'‘’"


def parse_code(text: str, instrument: str | None = None) -> str | None:
    """The code in `text`, or None; a bare number needs the instrument (IIT, EIT, OIT)."""
    plain = _plain(text).strip(_BRACKETS + " \t\n.:*")
    match = _ITEM.fullmatch(plain)
    return _code(match, instrument) if match else None


def parse_codes(text: str, instrument: str | None = None) -> tuple[str, ...]:
    """The codes of a list such as "i1, i๓ และ o5-o7", each once, in the order written.

    Raises BadValue that names the part which is no code.
    """
    plain = _plain(text)
    for bracket in _BRACKETS:
        plain = plain.replace(bracket, " ")
    found: dict[str, None] = {}
    at = _skip(plain, 0)
    while at < len(plain):
        codes, at = _next(plain, at, instrument)
        found.update(dict.fromkeys(codes))
        at = _skip(plain, at)
    return tuple(found)


def _plain(text: str) -> str:
    """Arabic digits, ASCII letters; Thai words keep their sara am."""
    text = _INVISIBLE.sub("", text).translate(_LOOK_ALIKES)
    folded = (unicodedata.normalize("NFKC", c) if "\uff00" <= c <= "\uffef" else c for c in text)
    return to_arabic("".join(folded)).replace("\u00a0", " ").strip()


def _code(match: re.Match[str], instrument: str | None) -> str | None:
    letter, number = match["letter"] or "", match["number"]
    letter = letter.lower().translate(str.maketrans("l|!", "iii"))
    if not letter:
        context = match["instrument"] or instrument
        if context:
            letter = context[0].lower()
        elif number.startswith("0"):
            letter = "o"  # the letter o read as a zero
    if letter not in _LETTERS or not int(number):
        return None
    if len(number.lstrip("0")) > 3:
        return None
    return f"{letter}{int(number)}"


def _skip(text: str, at: int) -> int:
    match = _SEPARATOR.match(text, at)
    return match.end() if match else at


def _next(text: str, at: int, instrument: str | None) -> tuple[list[str], int]:
    first = _ITEM.match(text, at)
    code = _code(first, instrument) if first else None
    if first is None or code is None:
        raise _not_understood(text, at)
    dash = _RANGE.match(text, first.end())
    last = _ITEM.match(text, dash.end()) if dash else None
    if dash is None or last is None:
        _refuse_glued(text, at, first.end())
        return [code], first.end()
    end = _code(last, code[0])
    _refuse_glued(text, at, last.end())
    if end is None or end[0] != code[0] or int(end[1:]) < int(code[1:]):
        written = text[at : last.end()].strip()
        raise BadValue(
            f"ช่วงรหัสข้อคำถาม {written} ไม่ถูกต้อง โปรดพิมพ์จากข้อน้อยไปหาข้อมากของแบบวัดเดียวกัน เช่น i๑-i๓"
        )
    return [f"{code[0]}{n}" for n in range(int(code[1:]), int(end[1:]) + 1)], last.end()


def _refuse_glued(text: str, start: int, end: int) -> None:
    """A code must be followed by the end or a separator."""
    rest = text[end:].lstrip(".:*")
    if rest and not _SEPARATOR.match(rest):
        raise _not_understood(text, start)


def _not_understood(text: str, at: int) -> BadValue:
    part = re.split(r"[\s,;]", text[at:], maxsplit=1)[0][:40] or text[at : at + 40]
    return BadValue(f"ไม่พบรหัสข้อคำถามใน “{part}” โปรดพิมพ์รหัสคั่นด้วยจุลภาค เช่น i๑, e๒, o๑๐")
