"""Decimals and dates as the text columns hold them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal


def decimal_text(value: Decimal | None) -> str | None:
    """Plain digits, so that the column's check can read them; never an exponent or -0."""
    if value is None:
        return None
    return format(value if value else abs(value), "f")


def decimal_of(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def day_of(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
