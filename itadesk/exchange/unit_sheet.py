"""The sheet of a unit (แบบเก็บข้อมูลรายสำนัก/กอง) as a workbook: its columns, and what goes out.

Beside each measure the hidden sheet keeps fingerprints of what stood there when the sheet went
out, so that what the unit changed is told from what was changed in the program meanwhile.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from itadesk.exchange import layout as at
from itadesk.labels import ROUND_STATUS
from itadesk.model.work import Measure, RoundReport, Step
from itadesk.model.year import YearData
from itadesk.reports.parts.headings import measure_title
from itadesk.reports.parts.rounds import reports_of
from itadesk.thai.dates import format_period
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise
from itadesk.units import measures_of

GUIDE = "วิธีกรอก"
ORDER, MEASURE, STEPS, PERIOD = "ที่", "มาตรการ โครงการ หรือกิจกรรม", at.STEPS, "ระยะเวลา"
OUTPUT, PROGRESS, OBSTACLES = "ผลผลิต", "ร้อยละ", "ปัญหาอุปสรรค"
PLANNED = (ORDER, MEASURE, STEPS, PERIOD)
FILLED: Mapping[str, str] = {
    OUTPUT: "output",
    at.OUTCOME: "outcome",
    PROGRESS: "progress",
    at.STATUS: "status",
    at.EVIDENCE: "evidence",
    OBSTACLES: "obstacles",
}
COLUMNS = (*PLANNED, *FILLED)
TEXTS = tuple(each for each in FILLED if each not in (PROGRESS, at.STATUS))

META_ROUND, META_UNIT = "round", "unit"
META = (*at.COLUMNS[at.META], META_ROUND, META_UNIT)
BASES = ("order", "measure id", "plan", *FILLED.values())  # heads of the rows below
BASES_FROM = 4  # the row of these heads


@dataclass(frozen=True, slots=True)
class Base:
    """What stood in a measure's row when the sheet went out, as fingerprints by field."""

    order: int
    measure_id: int
    plan: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A measure and what is known of it in the round."""

    measure: Measure
    title: str
    report: RoundReport

    @property
    def planned(self) -> tuple[str, ...]:
        """Texts of the locked cells behind the number."""
        return planned_texts(self.measure, self.title)

    @property
    def base(self) -> Base:
        return Base(
            self.measure.position,
            self.measure.id or 0,
            fingerprint("\n".join(self.planned)),
            {field: fingerprint(getattr(self.report, field)) for field in FILLED.values()},
        )


def sheet_rows(data: YearData, unit: str, months: int) -> tuple[SheetRow, ...]:
    """The measures of a unit with what is known of the round."""
    found = reports_of(data, months)
    return tuple(
        SheetRow(
            each,
            sheet_title(data, each),
            found.get(each.id or 0) or RoundReport(each.id or 0, months),
        )
        for each in measures_of(data, unit)
    )


def sheet_title(data: YearData, measure: Measure) -> str:
    """A measure's own title, else its indicator's."""
    return measure.title or to_thai(measure_title(data.catalogue, measure))


def planned_texts(measure: Measure, title: str) -> tuple[str, ...]:
    """What the unit is to do: title and activities, steps, time."""
    dates = [format_period(measure.start, measure.end)] if measure.start and measure.end else []
    lines = (
        [title, measure.activities],
        [_step(step) for step in measure.steps],
        [*dates, measure.period_text],
    )
    return tuple(normalise("\n".join(filter(None, each))) for each in lines)


def fingerprint(value: str | Decimal | StrEnum | None) -> str:
    """Sixteen letters for a value, none for an empty one."""
    text = f"{value.normalize():f}" if isinstance(value, Decimal) else normalise(value or "")
    return hashlib.sha256(text.encode()).hexdigest()[:16] if text.strip() else ""


def content_hash(head: Iterable[object], bases: Iterable[Base]) -> str:
    """Over the hidden sheet without this hash, so that a damaged one is known."""
    rows = [[base.order, base.measure_id, base.plan, *base.fields.values()] for base in bases]
    body = json.dumps([[str(each) for each in head], rows], ensure_ascii=False)
    return hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()


def cell_of(report: RoundReport, field: str) -> str | Decimal | None:
    """What the free cell of a field shows."""
    if field == "status":
        return ROUND_STATUS[report.status] if report.status else None
    value: str | Decimal | None = getattr(report, field)
    return value


def _step(step: Step) -> str:
    notes = [format_period(step.start, step.end)] if step.start and step.end else []
    notes += [step.unit] if step.unit else []
    return f"{step.text} ({' · '.join(notes)})" if notes else step.text
