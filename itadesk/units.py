"""Units of an office (สำนัก/กอง) and their share of a year's measures."""

from __future__ import annotations

from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.thai.collation import sort_key


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
