"""Where running Thai text names questions, indicators, scores and years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from itadesk.errors import BadValue
from itadesk.thai.dates import MONTHS, SHORT_MONTHS, parse_date
from itadesk.thai.digits import to_arabic

_LOOK_ALIKES = str.maketrans("іІЕеОоΟο" + ascii_uppercase, "iieeoooo" + ascii_lowercase)
_CODE = re.compile(
    r"(?<![a-z0-9.])(?:(?P<letter>[ieo])[.-]?(?P<number>[1-9]\d{0,2})|0(?P<item>[1-9]\d?))"
    r"(?![\da-z%]|[.,:/]\d|\)?\s?\d)"
)
_ITEM_BEFORE = re.compile(r"(?:ข้อ(?:คำถาม|มูล)?(?:ที่)?|อ้างอิง(?:จาก)?|oit|[,(–-]|และ|ถึง)\s*$")
_NO_CODE = ("core ", "mp-", "co-")
_DASH = re.compile(
    r"\s*(?:[-–—~]|ถึง)\s*(?:(?P<letter>[ieo])?[.-]?|0)(?P<number>[1-9]\d{0,2})(?!\d|\.\d)"
)
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ที่)?\s*(?P<number>[1-9]\d?)(?!\d|\.\d|\s*ตัว(?!ชี้))")
_YEAR = re.compile(r"(?<![\d/.])(?P<year>2[45]\d\d)(?!\d)")
_FISCAL = re.compile(r"ปี(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>2[45]\d\d)(?!\d)")
_SCORE = re.compile(r"[^0-9\n]{0,250}?(?<![\d.,/])(?P<score>\d{1,3}\.\d\d)(?![\d%]|\.\d)")

_DATE = re.compile(
    rf"(?<!\d)\d{{1,2}}\s*(?:{'|'.join(map(re.escape, (*MONTHS, *SHORT_MONTHS)))})\s*"
    r"(?:พ\.?\s?ศ\.?\s*)?\d{4}(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A question's code as i7, from and to; `last` is the other end of a range (o1 - o28)."""

    start: int
    end: int
    code: str
    last: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number that was named: an indicator's or a year's."""

    start: int
    end: int
    number: int


def plain(text: str) -> str:
    """Of the same length, with Arabic digits, small letters and none that only look Latin."""
    return to_arabic(text).translate(_LOOK_ALIKES)


@lru_cache(maxsize=4096)
def codes_in(text: str) -> tuple[Mention, ...]:
    """Codes of either digits, and items whose o was read as a zero behind ข้อ and the like."""
    read = plain(text)
    if not any(letter in read for letter in "ieo0"):
        return ()
    found: list[Mention] = []
    for match in _CODE.finditer(read):
        if found and match.start() < found[-1].end:
            continue
        before = read[max(0, match.start() - 16) : match.start()]
        if (match["item"] and not _ITEM_BEFORE.search(before)) or before.endswith(_NO_CODE):
            continue
        found.append(_mention(read, match))
    return tuple(found)


def _mention(read: str, match: re.Match[str]) -> Mention:
    letter = match["letter"] or "o"
    code = f"{letter}{match['number'] or match['item']}"
    dash = _DASH.match(read, match.end())
    if dash and dash["letter"] in (None, letter) and int(dash["number"]) > int(code[1:]):
        return Mention(match.start(), dash.end(), code, f"{letter}{dash['number']}")
    return Mention(match.start(), match.end(), code)


@lru_cache(maxsize=4096)
def indicators_in(text: str) -> tuple[Numbered, ...]:
    """Numbers behind ตัวชี้วัดที่."""
    return _numbered(_INDICATOR, "number", text)


@lru_cache(maxsize=4096)
def years_in(text: str) -> tuple[Numbered, ...]:
    """Years of the Buddhist Era, four digits."""
    return _numbered(_YEAR, "year", text)


@lru_cache(maxsize=4096)
def fiscal_years_in(text: str) -> tuple[Numbered, ...]:
    """Years behind ปี or ปีงบประมาณ."""
    return _numbered(_FISCAL, "year", text)


@lru_cache(maxsize=4096)
def dates_in(text: str) -> tuple[date, ...]:
    """Days written with the name of the month and the year; what no calendar has is left out."""
    found = (_date(match[0]) for match in _DATE.finditer(to_arabic(text)))
    return tuple(day for day in found if day is not None)


def _date(written: str) -> date | None:
    try:
        return parse_date(written)
    except BadValue:
        return None


@lru_cache(maxsize=4096)
def score_after(text: str, at: int) -> tuple[str, str] | None:
    """The next number with two decimals and what stands before it, where no other digits do."""
    match = _SCORE.match(plain(text), at)
    return (match["score"], text[at : match.start("score")]) if match else None


def _numbered(pattern: re.Pattern[str], group: str, text: str) -> tuple[Numbered, ...]:
    found = pattern.finditer(to_arabic(text))
    return tuple(Numbered(each.start(), each.end(), int(each[group])) for each in found)
