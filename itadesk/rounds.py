"""The report rounds of a plan year: which there are, and when each is over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from itadesk.deadlines import USUAL_ROUNDS, round_key
from itadesk.errors import BadValue
from itadesk.model.work import RoundReport
from itadesk.model.year import YearData
from itadesk.thai.dates import fiscal_months
from itadesk.thai.digits import to_arabic, to_thai

LONGEST_ROUND = 24  # months


def rounds_of(data: YearData) -> tuple[int, ...]:
    """The rounds the office keeps, with those that hold reports, e.g. out of a workbook."""
    kept = data.own_rounds or USUAL_ROUNDS
    return tuple(sorted({*kept, *reported_rounds(data.rounds)}))


def reported_rounds(reports: Sequence[RoundReport]) -> tuple[int, ...]:
    """Months of the rounds with anything filled in."""
    return tuple(sorted({each.months for each in reports if not is_blank(each)}))


def parse_rounds(text: str) -> tuple[int, ...]:
    """Months typed as "๔, ๘ และ ๑๒"; BadValue where none is typed or something else stands."""
    words = re.sub(r"เดือน|และ|[,;]", " ", to_arabic(text)).split()
    if not words or not all(word.isdecimal() for word in words):
        raise BadValue("โปรดพิมพ์จำนวนเดือนของแต่ละรอบ คั่นด้วยจุลภาค เช่น ๔, ๘, ๑๒")
    return checked_rounds([int(word) for word in words])


def checked_rounds(months: Sequence[int]) -> tuple[int, ...]:
    """In their order, each once; BadValue for a round that is not within two years."""
    for each in months:
        if not 1 <= each <= LONGEST_ROUND:
            raise BadValue(
                f"รอบรายงานต้องอยู่ระหว่าง ๑ ถึง {to_thai(str(LONGEST_ROUND))} เดือน "
                f"(กรอกไว้ {to_thai(str(each))}) โปรดแก้ไขจำนวนเดือน"
            )
    return tuple(sorted(set(months)))


def round_over(data: YearData, months: int) -> date:
    """The last day of a round: as the office set its deadline, else by the calendar."""
    own = data.own_deadlines.get(round_key(months))
    if own is not None and own.day is not None:
        return own.day
    return fiscal_months(data.assessment.plan_year, 1, months)[1]


def is_blank(report: RoundReport) -> bool:
    """True where no field is filled in."""
    return replace(report, id=None) == RoundReport(report.measure_id, report.months)
