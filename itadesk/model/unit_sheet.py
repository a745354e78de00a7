"""Which sheets went out to the units of an office, and which came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SentSheet:
    """The sheet of a unit for a round: the days on which it last went out and last came back."""

    unit: str
    months: int
    sent_on: date | None = None
    back_on: date | None = None
