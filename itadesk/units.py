"""Units of an office (สำนัก/กอง) and their share of a year's measures."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from itadesk.deadlines import deadlines
from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.thai.collation import sort_key
from itadesk.thai.dates import fiscal_period

USUAL_ROUNDS = (6, 12)  # months


def units_of(data: YearData) -> tuple[str, ...]:
    """The units of the settings in their order, then those that only measures name."""
    named = {unit for measure in data.measures for unit in units_in(measure)}
    known = data.settings.units
    return (*known, *sorted(named.difference(known), key=sort_key))


def units_in(measure: Measure) -> tuple[str, ...]:
    """Who carries out a measure or one of its steps."""
    steps = (step.unit for step in measure.steps)
    return tuple(dict.fromkeys(unit for unit in (*measure.units, *steps) if unit))


def measures_of(data: YearData, unit: str) -> tuple[Measure, ...]:
    """A unit's share, in the order of the year."""
    return tuple(each for each in data.measures if unit in units_in(each))


def measures_of_nobody(data: YearData) -> tuple[Measure, ...]:
    """Measures that name no unit."""
    return tuple(each for each in data.measures if not units_in(each))


def report_rounds(data: YearData) -> tuple[int, ...]:
    """The year's rounds in months, with those that have a report."""
    return tuple(sorted({*(data.own_rounds or USUAL_ROUNDS), *(r.months for r in data.rounds)}))


def due_on(data: YearData, months: int) -> date:
    """The day by which a round is reported: the year's deadline, else the round's last day."""
    plan_year, key = data.assessment.plan_year, f"round-{months}"
    kept = (each.day for each in deadlines(plan_year, data.own_deadlines) if each.key == key)
    return next(kept, _last_day(fiscal_period(plan_year)[0], months))


def _last_day(start: date, months: int) -> date:
    years, month = divmod(start.month - 2 + months, 12)
    year = start.year + years
    return date(year, month + 1, monthrange(year, month + 1)[1])
