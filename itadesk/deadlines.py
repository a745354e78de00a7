"""Days of the year's road that every office has to keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from itadesk.model.calendar import OwnDeadline
from itadesk.thai.dates import ERA


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day and what is due by then; `key` tells it from the others of its year."""

    day: date
    what: str
    key: str = ""


def usual_deadlines(plan_year: int) -> tuple[Deadline, ...]:
    """The rounds of the measures and the closing of OIT in a fiscal year (B.E.)."""
    year = plan_year - ERA
    return (
        Deadline(date(year, 3, 31), "รายงานผลรอบ ๖ เดือน", "round-6"),
        Deadline(date(year, 4, 30), "ปิดรับข้อมูล OIT", "oit"),
        Deadline(date(year, 9, 30), "รายงานผลรอบ ๑๒ เดือน", "round-12"),
    )


def deadlines(plan_year: int, own: Mapping[str, OwnDeadline]) -> tuple[Deadline, ...]:
    """The usual days as the office changed them, and its own, by day."""
    kept = {each.key: each for each in usual_deadlines(plan_year)}
    for key, each in own.items():
        if each.day is None:
            kept.pop(key, None)
        else:
            kept[key] = Deadline(each.day, each.what, key)
    return tuple(sorted(kept.values(), key=lambda each: (each.day, each.key)))


def next_deadlines(
    plan_year: int, today: date, own: Mapping[str, OwnDeadline]
) -> tuple[Deadline, ...]:
    """Those that are not over."""
    return tuple(each for each in deadlines(plan_year, own) if each.day >= today)
