"""Measures of a year with what was reported of them in a round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from itadesk.labels import ROUND_SIGN, ROUND_STATUS
from itadesk.lateness import Late, units_of
from itadesk.model.work import Measure, RoundReport, RoundStatus
from itadesk.model.year import YearData
from itadesk.reports.parts.rounds import reports_of, written
from itadesk.rounds import is_blank
from itadesk.thai.digits import to_thai
from itadesk.thai.numbering import bare
from itadesk.thai.percent import format_percent
from ui.models.measures import heading_of
from ui.models.rows import RowModel

LATE, SILENT = "late", "silent"  # beside the statuses, what the list can be narrowed to
NONE_LATE: Mapping[int, Late] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One line of the list; `reported` as the documents count it."""

    id: int | None
    number: str
    title: str
    status: RoundStatus | None
    progress: Decimal | None
    reported: bool
    units: tuple[str, ...] = ()
    late: int | None = None  # days

    @property
    def sign(self) -> str:
        if self.status is not None:
            return ROUND_SIGN[self.status]
        return "●" if self.reported else "○"

    @property
    def words(self) -> str:
        if self.status is None:
            return "ยังไม่ได้เลือกสถานะ" if self.reported else "ยังไม่รายงาน"
        word = ROUND_STATUS[self.status]
        return word if self.reported else f"{word} · ยังไม่เขียนผล"

    @property
    def lateness(self) -> str:
        return f"▲ ล่าช้า {to_thai(str(self.late))} วัน" if self.late is not None else ""

    @property
    def percent(self) -> str:
        return f"{format_percent(self.progress)}%" if self.progress is not None else ""


def round_name(months: int) -> str:
    return f"รอบ {to_thai(str(months))} เดือน"


def round_rows(
    data: YearData, months: int, late: Mapping[int, Late] = NONE_LATE
) -> tuple[RoundRow, ...]:
    """The measures of a year in their order."""
    found = reports_of(data, months)
    return tuple(
        _row(each, found.get(each.id or 0), late.get(each.id or 0)) for each in data.measures
    )


def narrowed(rows: Sequence[RoundRow], unit: str, state: str) -> tuple[RoundRow, ...]:
    """The rows of a unit in a state: a status, LATE, SILENT; "" for any."""
    return tuple(
        row
        for row in rows
        if (not unit or unit in row.units)
        and (
            not state
            or state == row.status
            or (state == LATE and row.late is not None)
            or (state == SILENT and not row.reported)
        )
    )


def _row(measure: Measure, report: RoundReport | None, late: Late | None) -> RoundRow:
    return RoundRow(
        measure.id,
        to_thai(str(measure.position)),
        title_of(measure),
        report.status if report else None,
        report.progress if report else None,
        report is not None and written(report),
        units_of(measure),
        late.days if late else None,
    )


def title_of(measure: Measure) -> str:
    """What a measure is called after its number; a number of its own is left out."""
    return bare(heading_of(measure)) or "(ยังไม่ได้กรอก)"


def report_of(data: YearData, measure_id: int, months: int) -> RoundReport:
    """The report of a measure in a round, an empty one where there is none."""
    return reports_of(data, months).get(measure_id) or RoundReport(measure_id, months)


def earlier_report(data: YearData, measure_id: int, months: int) -> RoundReport | None:
    """What was reported of a measure in the latest round before this one."""
    before = [
        each
        for each in data.rounds
        if each.measure_id == measure_id and each.months < months and not is_blank(each)
    ]
    return max(before, key=lambda each: each.months, default=None)


class RoundModel(RowModel[RoundRow]):
    """Told apart by the ids of their measures."""

    def key(self, row: RoundRow) -> int | None:
        return row.id

    def texts(self, row: RoundRow) -> tuple[str, str, str]:
        shown = f"{row.number} {row.title}"
        far = f"ร้อยละ {format_percent(row.progress)}" if row.progress is not None else ""
        spoken = f"มาตรการลำดับที่ {shown} {row.lateness.removeprefix('▲ ')} {row.words} {far}"
        return shown, shown, " ".join(spoken.split())
