"""Scores between 0 and 100, typed in either digits."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from itadesk.errors import BadValue
from itadesk.thai.digits import to_arabic, to_thai

LOWEST, HIGHEST = Decimal(0), Decimal(100)
_PLACES = Decimal("0.000001")  # what is left of a float of a workbook
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
_NUMBER = re.compile(r"[-+]?(?:\d{1,12}(?:\.\d{1,12})?|\.\d{1,12})", re.ASCII)
_COMMA = re.compile(r"(\d{1,3}),(\d{1,2})", re.ASCII)
_EXCEL_ERROR = re.compile(
    r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|#+)", re.I
)
_EMPTY = frozenset(("", "-", "–", "—", "−"))


def parse_score(
    value: str | int | float | Decimal | None, *, name: str = "คะแนน", binary: bool = False
) -> Decimal | None:
    """A score of 0–100, None when empty or "-"; `binary` allows 0 and 100 only.

    Floats are taken at six decimals. Raises BadValue: place, value as typed, range, next step.
    """
    typed = _as_typed(value)
    if typed in _EMPTY:
        return None
    score = _number(value, typed, name)
    if binary and score not in (LOWEST, HIGHEST):
        low, high = _like(typed, "๐"), _like(typed, "๑๐๐")
        raise BadValue(f"{name} ต้องเป็น {low} หรือ {high} เท่านั้น (กรอกไว้ {typed}) โปรดแก้ไขคะแนน")
    if not LOWEST <= score <= HIGHEST:
        raise BadValue(f"{name} ต้องอยู่ระหว่าง {_range(typed)} (กรอกไว้ {typed}) โปรดแก้ไขคะแนน")
    return score


def format_score(value: Decimal | None, thai: bool = True) -> str:
    """Two decimals, halves away from zero; "" for None."""
    if value is None:
        return ""
    text = str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))
    return to_thai(text) if thai else text


def _as_typed(value: str | int | float | Decimal | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        text = " ".join(_INVISIBLE.sub("", value).split())
        return text if len(text) <= 40 else text[:40] + "…"
    text = to_thai(f"{value:f}" if isinstance(value, Decimal) else repr(value))
    return text if len(text) <= 40 else text[:40] + "…"


def _number(value: str | int | float | Decimal | None, typed: str, name: str) -> Decimal:
    if isinstance(value, bool):
        raise BadValue(f"{name} ต้องเป็นตัวเลข (กรอกไว้ {typed}) โปรดกรอกคะแนนระหว่าง {_range(typed)}")
    if isinstance(value, str):
        return _from_text(typed, name)
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value or 0)
    if not number.is_finite():
        raise BadValue(f"{name} คำนวณไม่ได้ (พบค่า {typed}) โปรดกรอกคะแนนระหว่าง {_range(typed)}")
    if isinstance(value, float) and abs(number) < 10**12:
        number = number.quantize(_PLACES, ROUND_HALF_UP).normalize()
    return Decimal(f"{number:f}")


def _from_text(typed: str, name: str) -> Decimal:
    text = to_arabic(typed).replace("\u2212", "-").replace("–", "-")
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    raise BadValue(f"{name} {_what_is_wrong(text, typed)}")


def _what_is_wrong(text: str, typed: str) -> str:
    if _EXCEL_ERROR.fullmatch(text):
        return f"เป็นค่าผิดพลาดของ Excel ({typed}) โปรดแก้สูตรในช่องนั้น หรือกรอกตัวเลขระหว่าง {_range(typed)}"
    if text.endswith("%") and _NUMBER.fullmatch(text[:-1].rstrip()):
        return f"ไม่ต้องใส่เครื่องหมาย % (กรอกไว้ {typed}) โปรดกรอกเฉพาะตัวเลข {typed[:-1].rstrip()}"
    comma = _COMMA.fullmatch(text)
    if comma:
        meant = typed.replace(",", ".")
        return f"ต้องใช้จุดคั่นทศนิยม ไม่ใช้จุลภาค (กรอกไว้ {typed}) หากหมายถึง {meant} โปรดพิมพ์ {meant}"
    return f"ต้องเป็นตัวเลขระหว่าง {_range(typed)} (กรอกไว้ {typed}) โปรดกรอกเฉพาะตัวเลข"


def _range(typed: str) -> str:
    return _like(typed, "๐ ถึง ๑๐๐")


def _like(typed: str, thai_text: str) -> str:
    """In the digits the user typed."""
    return to_arabic(thai_text) if re.search(r"[0-9]", typed) else thai_text
