"""Checks of what was left in a text: placeholders, digits of both kinds, last year's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.checks.causes import alike
from itadesk.checks.reading import Of, Text, texts_of
from itadesk.thai.digits import to_thai

# names that documents and forms fill in themselves
FILLED = frozenset(
    (
        *("office", "overall", "rating", "year", "plan_year", "count", "district", "province"),
        *("head", "head_title", "deputy", "chief", "unit", "place", "address", "staff", "parts"),
        "recipient",
    )
)
_BRACED = re.compile(r"\{+\s*(?P<name>[\wก-๙ ]{1,40}?)\s*\}+")
_BLANK = re.compile(
    r"\.{4,}|…{2,}|_{3,}|[xX]{3,}|[(\[<]\s*(?:ระบุ|ใส่|กรอก|โปรดระบุ|ชื่อหน่วยงาน)[^)\]>]{0,40}[)\]>]"
)
_LOREM = re.compile(r"lorem ipsum|ทดสอบ\s*ทดสอบ|ข้อความตัวอย่าง", re.IGNORECASE)
_MAY_BE_BLANK = ("number", "date", "day", "phone", "owner", "code")
_MIXED = re.compile(r"[๐-๙][0-9]|[0-9][๐-๙]")
_UNMIXED = ("phone", "owner", "address", "evidence")
_LIKE_LAST_YEAR = {
    (Of.FINDING, "cause"),
    (Of.MEASURE, "analysis"),
    (Of.ROUND, "output"),
    (Of.ROUND, "outcome"),
    (Of.DOCUMENT, "body"),
}
_SHORTEST = 40  # letters; shorter ones are alike by chance


def placeholders(found: CheckData) -> Iterator[Remark]:
    """What was to be filled in; blank number and day of an unsigned letter are right."""
    for text in found.texts:
        words = _unfilled(text)
        if words:
            yield Remark(
                "documents.placeholder",
                Severity.MISTAKE,
                f"{text.name} ยังมี “{words}” ที่ยังไม่ได้เติม โปรดเติมหรือลบออก",
                text.place,
            )


def digits(found: CheckData) -> Iterator[Remark]:
    """One number in both kinds of digits."""
    for text in found.texts:
        if text.key in _UNMIXED:
            continue
        mixed = _mixed(text.text)
        if mixed:
            yield Remark(
                "documents.digits",
                Severity.NOTE,
                f"{text.name} มีเลขไทยปนเลขอารบิกในจำนวนเดียวกัน (“{mixed}”) "
                "โปรดตรวจว่าเป็นจำนวนที่ต้องการ แล้วพิมพ์ใหม่",
                text.place,
            )


def last_year(found: CheckData) -> Iterator[Remark]:
    """A text that says word for word what it said a year ago."""
    if found.before is None:
        return
    old: dict[tuple[Of, str], list[str]] = {}
    for text in texts_of(found.before):
        old.setdefault((text.of, text.key), []).append(text.text)
    year = to_thai(str(found.before.year))
    for text in found.texts:
        kind = (text.of, text.key)
        if kind not in _LIKE_LAST_YEAR or len(text.text) < _SHORTEST:
            continue
        if any(alike(text.text, each) for each in old.get(kind, ())):
            yield Remark(
                "documents.last_year",
                Severity.NOTE,
                f"{text.name} เหมือนข้อความของปี {year} โปรดปรับให้ตรงกับปีนี้",
                text.place,
            )


def _unfilled(text: Text) -> str:
    document = text.of is Of.DOCUMENT
    braced, blank = _gaps(text.text)
    for written, name in braced:
        if not document or name not in FILLED:
            return written
    return "" if document and text.key in _MAY_BE_BLANK else blank


@lru_cache(maxsize=4096)
def _gaps(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """Names in braces with and without them, and the first blank."""
    blank = _BLANK.search(text) or _LOREM.search(text)
    braced = tuple((match[0], match["name"]) for match in _BRACED.finditer(text))
    return braced, blank[0] if blank else ""


@lru_cache(maxsize=4096)
def _mixed(text: str) -> str:
    """A number in digits of both kinds, with what stands around it."""
    match = _MIXED.search(text)
    return text[max(0, match.start() - 6) : match.end() + 6].strip() if match else ""


CHECKS: tuple[Check, ...] = (placeholders, digits, last_year)
