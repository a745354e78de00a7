"""Days of the year's road that every office has to keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from itadesk.thai.dates import ERA


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day and what is due by then."""

    day: date
    what: str


def deadlines(plan_year: int) -> tuple[Deadline, ...]:
    """The rounds of the measures and the closing of OIT in a fiscal year (B.E.)."""
    year = plan_year - ERA
    return (
        Deadline(date(year, 3, 31), "รายงานผลรอบ ๖ เดือน"),
        Deadline(date(year, 4, 30), "ปิดรับข้อมูล OIT"),
        Deadline(date(year, 9, 30), "รายงานผลรอบ ๑๒ เดือน"),
    )


def next_deadlines(plan_year: int, today: date) -> tuple[Deadline, ...]:
    """Those that are not over."""
    return tuple(deadline for deadline in deadlines(plan_year) if deadline.day >= today)
