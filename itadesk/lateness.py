"""Which measures are late: their period or a round is over and they are not done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from itadesk.model.work import Measure, RoundReport, RoundStatus
from itadesk.model.year import YearData
from itadesk.reports.parts.rounds import written
from itadesk.rounds import round_over, rounds_of
from itadesk.thai.digits import to_thai

FINISHED = (RoundStatus.DONE, RoundStatus.CANCELLED)
NO_UNIT = "ยังไม่ระบุผู้รับผิดชอบ"
PERIOD_OVER = "พ้นช่วงระยะเวลาแล้ว ยังไม่แล้วเสร็จ"


@dataclass(frozen=True, slots=True)
class Late:
    """A measure and the first thing it is late with; `months` of a round without its report."""

    measure: Measure
    due: date
    days: int
    months: int | None = None

    @property
    def words(self) -> str:
        if self.months is None:
            return PERIOD_OVER
        return f"ยังไม่รายงานผลรอบ {to_thai(str(self.months))} เดือน"


def late_measures(data: YearData, today: date) -> Mapping[int, Late]:
    """By the id of the measure, in the order of the plan.

    A measure that is done or cancelled by its latest report is never late; a round that was
    over before the measure began asks for no report.
    """
    by_measure: dict[int, list[RoundReport]] = {}
    for report in data.rounds:
        by_measure.setdefault(report.measure_id, []).append(report)
    over = {months: round_over(data, months) for months in rounds_of(data)}
    found = {}
    for measure in data.measures:
        reports = by_measure.get(measure.id or 0, [])
        if measure.id is not None and status_of(reports) not in FINISHED:
            late = min(_reasons(measure, reports, over, today), key=_due, default=None)
            if late is not None:
                found[measure.id] = late
    return MappingProxyType(found)


def by_unit(found: Mapping[int, Late]) -> Mapping[str, tuple[Late, ...]]:
    """What is late under each responsible unit, longest first; shared ones under each."""
    units: dict[str, list[Late]] = {}
    for late in sorted(found.values(), key=_due):
        for unit in units_of(late.measure) or (NO_UNIT,):
            units.setdefault(unit, []).append(late)
    return {unit: tuple(each) for unit, each in units.items()}


def units_of(measure: Measure) -> tuple[str, ...]:
    """The responsible units of a measure; its free text where it names none."""
    free = " ".join(measure.responsible.split())
    return measure.units or ((free,) if free else ())


def _reasons(
    measure: Measure, reports: list[RoundReport], over: Mapping[int, date], today: date
) -> Iterator[Late]:
    told = {report.months for report in reports if written(report)}
    for months, day in over.items():
        begun = measure.start is None or measure.start <= day
        if months not in told and begun and day < today:
            yield Late(measure, day, (today - day).days, months)
    if measure.end is not None and measure.end < today:
        yield Late(measure, measure.end, (today - measure.end).days)


def status_of(reports: Sequence[RoundReport]) -> RoundStatus | None:
    """How far the measure is by the latest report that says so."""
    said = [report for report in reports if report.status is not None]
    return max(said, key=lambda each: each.months).status if said else None


def _due(late: Late) -> date:
    return late.due
