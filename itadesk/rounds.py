"""The report rounds of a plan year: which there are, and when each is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from itadesk.model.work import RoundReport
from itadesk.model.year import YearData
from itadesk.thai.dates import fiscal_months

USUAL_ROUNDS = (6, 12)  # months
PRESETS = ((6, 12), (3, 6, 9, 12), (6, 9, 12))


def rounds_of(data: YearData) -> tuple[int, ...]:
    """The rounds the office keeps, with those that hold reports, e.g. out of a workbook."""
    kept = data.own_rounds or USUAL_ROUNDS
    return tuple(sorted({*kept, *reported_rounds(data.rounds)}))


def reported_rounds(reports: Sequence[RoundReport]) -> tuple[int, ...]:
    """Months of the rounds with anything filled in."""
    return tuple(sorted({each.months for each in reports if not is_blank(each)}))


def round_over(data: YearData, months: int) -> date:
    """The last day of a round: as the office set its deadline, else by the calendar."""
    own = data.own_deadlines.get(f"round-{months}")
    if own is not None and own.day is not None:
        return own.day
    return fiscal_months(data.assessment.plan_year, 1, months)[1]


def is_blank(report: RoundReport) -> bool:
    """True where no field is filled in."""
    return replace(report, id=None) == RoundReport(report.measure_id, report.months)
