"""Text that was typed, pasted or imported, brought to one spelling."""

from __future__ import annotations

import re
from functools import lru_cache

_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_NEWLINES = re.compile(f"\r\n|[{_ENDS}]")
# controls, soft hyphen, direction marks, byte order mark, lone surrogates, noncharacters
_CONTROLS = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200e\u200f\u202a-\u202e"
    "\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff"
)
_UNWANTED = re.compile(f"[{_CONTROLS}]")
_BLANKS = "\u00a0\u2007\u202f"
_SPACES = re.compile(f"[{_BLANKS}]")
_ODD = re.compile(f"[{_ENDS}{_CONTROLS}{_BLANKS}\uf700-\uf71a]")  # one look tells of them all
_SPACE = (" ", "\t")
_BREAKS = re.compile(r"[ ]*[\n\t]+[ ]*")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
# marks of the old Windows fonts, U+F700–F71A
_PRIVATE = str.maketrans(
    {0xF700 + n: c for n, c in enumerate("ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
                                          "\u0e48\u0e49\u0e4a\u0e4b\u0e4cญ\u0e31\u0e4d\u0e47"
                                          "\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a")}
)  # fmt: skip
_MARKS = re.compile("[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]{2,}")
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]*)\u0e32")
_TONES, _KILLERS = "\u0e48\u0e49\u0e4a\u0e4b", "\u0e4c\u0e4e"


def normalise(text: str) -> str:
    """Line ends, controls, spaces and the order of Thai marks; U+200B and U+2060 stay."""
    return _short(text) if len(text) < _SHORT else _normalised(text)


def _normalised(text: str) -> str:
    if _ODD.search(text):
        text = _NEWLINES.sub("\n", text)
        text = _UNWANTED.sub("", text)
        text = _SPACES.sub(" ", text).translate(_PRIVATE)
    text = text.replace("เเ", "แ")
    before = None
    while text != before:
        before = text
        if "\u0e4d" in text:
            text = _SARA_AM.sub("\\1\u0e33", text)
        text = _MARKS.sub(_in_order, text)
    trailing = text.endswith(_SPACE) or " \n" in text or "\t\n" in text
    return _TRAILING.sub("", text) if trailing else text


_SHORT = 200  # characters; names, units and words of a form come over and over
_short = lru_cache(maxsize=4096)(_normalised)


def normalise_line(text: str) -> str:
    """For a field of one line: line ends and tabs become a space, ends are trimmed."""
    text = normalise(text)
    if "\n" in text or "\t" in text:
        text = _BREAKS.sub(" ", text)
    return text.strip(" \n\t")


def _in_order(match: re.Match[str]) -> str:
    marks = match[0]
    return _known(marks) if len(marks) < 5 else _ordered(marks)


def _ordered(marks: str) -> str:
    return "".join(sorted(dict.fromkeys(marks), key=_rank))


_known = lru_cache(maxsize=1024)(_ordered)


def _rank(mark: str) -> int:
    """Vowels, then nikhahit, tones, killers, sara am."""
    if mark == "\u0e33":
        return 4
    if mark in _KILLERS:
        return 3
    if mark in _TONES:
        return 2
    return 1 if mark == "\u0e4d" else 0
