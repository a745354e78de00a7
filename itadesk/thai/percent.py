"""Percentages typed in either digits."""

from __future__ import annotations

import re
from decimal import Decimal

from itadesk.errors import BadValue
from itadesk.thai.digits import to_arabic, to_thai
from itadesk.thai.numbers import parse_score


def parse_percent(typed: str, *, name: str) -> Decimal | None:
    """A number of 0–100, None when empty; "ร้อยละ" before it and "%" after it may stand.

    Raises BadValue: name, range, value as typed.
    """
    text = typed.strip()
    plain = text.removeprefix("ร้อยละ").removesuffix("%").strip()
    try:
        return parse_score(plain, name=name)
    except BadValue as refusal:
        words = f"ต้องเป็นตัวเลขระหว่าง ๐ ถึง ๑๐๐ (กรอกไว้ {text[:40]}) โปรดแก้ไข เช่น ๖๐ หรือ ๖๒.๕"
        if re.search(r"[0-9]", text):
            words = to_arabic(words)
        raise BadValue(f"{name} {words}") from refusal


def format_percent(value: Decimal | None) -> str:
    """Thai digits without zeros at the end; "" for None."""
    return "" if value is None else to_thai(f"{value.normalize():f}")
