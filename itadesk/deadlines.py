"""Days of the year's road that every office has to keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from itadesk.model.calendar import OwnDeadline
from itadesk.thai.dates import ERA, fiscal_months
from itadesk.thai.digits import to_thai

USUAL_ROUNDS = (6, 12)  # months


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day and what is due by then; `key` tells it from the others of its year."""

    day: date
    what: str
    key: str = ""


def round_key(months: int) -> str:
    """The key of the day on which a round of the measures is reported."""
    return f"round-{months}"


def usual_deadlines(plan_year: int, rounds: tuple[int, ...] = ()) -> tuple[Deadline, ...]:
    """The rounds of the measures (months, () the usual ones) and the closing of OIT, by day."""
    days = [
        Deadline(
            fiscal_months(plan_year, 1, months)[1],
            f"รายงานรอบ {to_thai(str(months))} เดือน",
            round_key(months),
        )
        for months in rounds or USUAL_ROUNDS
    ]
    closing = Deadline(date(plan_year - ERA, 4, 30), "ปิดรับข้อมูล OIT", "oit")
    return tuple(sorted((*days, closing), key=lambda each: each.day))


def deadlines(
    plan_year: int, own: Mapping[str, OwnDeadline], rounds: tuple[int, ...] = ()
) -> tuple[Deadline, ...]:
    """The usual days as the office changed them, and its own, by day."""
    kept = {each.key: each for each in usual_deadlines(plan_year, rounds)}
    for key, each in own.items():
        if each.day is None:
            kept.pop(key, None)
        else:
            kept[key] = Deadline(each.day, each.what, key)
    return tuple(sorted(kept.values(), key=lambda each: (each.day, each.key)))
