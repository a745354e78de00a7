"""A unit's measures of a round with room to write by hand what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from itadesk.labels import ROUND_STATUS
from itadesk.model.work import Measure, RoundReport
from itadesk.model.year import YearData
from itadesk.reports.content import Band, Cell, Column, Paragraph, Row, Run, Table
from itadesk.reports.forms import FormText
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.headings import indicator_name
from itadesk.reports.parts.measures import period_lines, step_line
from itadesk.reports.parts.rounds import reports_of
from itadesk.thai.percent import format_percent

WIDTHS = (1.2, 6.6, 2.6, 3.8, 3.8, 1.6, 3.4, 2.9, 2.9)
KEYS = (
    *("col_order", "col_measure", "col_period", "col_output", "col_outcome"),
    *("col_progress", "col_status", "col_evidence", "col_obstacles"),
)
TEXTS = (
    FormText("col_order", "หัวตาราง ช่องที่ ๑", "ที่"),
    FormText("col_measure", "หัวตาราง ช่องที่ ๒", "มาตรการและขั้นตอนการปฏิบัติ"),
    FormText("col_period", "หัวตาราง ช่องที่ ๓", "ระยะเวลา"),
    FormText("col_output", "หัวตาราง ช่องที่ ๔", "ผลผลิต"),
    FormText("col_outcome", "หัวตาราง ช่องที่ ๕", "ผลลัพธ์"),
    FormText("col_progress", "หัวตาราง ช่องที่ ๖", "ร้อยละ"),
    FormText("col_status", "หัวตาราง ช่องที่ ๗", "สถานะ"),
    FormText("col_evidence", "หัวตาราง ช่องที่ ๘", "หลักฐาน"),
    FormText("col_obstacles", "หัวตาราง ช่องที่ ๙", "ปัญหาอุปสรรค"),
    FormText("steps", "หัวข้อขั้นตอนในช่องที่ ๒", "ขั้นตอน :"),
    FormText("reporter", "คำท้ายช่องลงชื่อซ้าย (ว่าง = ไม่พิมพ์ช่องนี้)", "ผู้รายงาน"),
    FormText("chief", "คำท้ายช่องลงชื่อขวา (ว่าง = ไม่พิมพ์ช่องนี้)", "หัวหน้า{parts}"),
)
HAND = "." * 34
LEFT, RIGHT = 2.5, 14.5  # cm, where the places to sign begin


@dataclass(frozen=True, slots=True)
class UnitSheetPart:
    """Prints measures with the words of a form; what is known of the round stands there already."""

    data: YearData
    words: Mapping[str, str]
    style: CellStyle
    months: int

    def table(self, measures: Sequence[Measure]) -> Table:
        """A row a measure; the last stays with the places to sign."""
        found = reports_of(self.data, self.months)
        rows = [
            self._row(each, found.get(each.id or 0) or RoundReport(0, self.months))
            for each in measures
        ]
        rows[-1:] = [_staying(row) for row in rows[-1:]]
        return self.style.table(WIDTHS, tuple(self.words[key] for key in KEYS), rows)

    def signing(self, size: float) -> Band | None:
        """Places to sign side by side; None when neither is wanted."""
        places = ((LEFT, self.words["reporter"]), (RIGHT, self.words["chief"]))
        columns = tuple(Column(_signature(who, size), left) for left, who in places if who)
        return Band(columns, before=18.0) if columns else None

    def _row(self, measure: Measure, report: RoundReport) -> Row:
        percent = "" if report.progress is None else format_percent(report.progress)
        return Row(
            (
                self.style.number(str(measure.position)),
                Cell(tuple(self._planned(measure))),
                self.style.number("\n".join(period_lines(measure))),
                self.style.text(report.output),
                self.style.text(report.outcome),
                self.style.number(percent),
                Cell(tuple(self._statuses(report))),
                self.style.text(report.evidence),
                self.style.text(report.obstacles),
            )
        )

    def _planned(self, measure: Measure) -> list[Paragraph]:
        indicator = self.data.catalogue.indicator(measure.indicator or 0)
        title = measure.title or (indicator_name(indicator) if indicator else "")
        lines = [self.style.line(Run(title, bold=True))] if title else []
        lines += [self.style.line(Run(line)) for line in measure.activities.split("\n") if line]
        if measure.steps and lines and self.words["steps"]:
            lines.append(self.style.line(Run(self.words["steps"], bold=True)))
        lines += [self.style.line(Run(step_line(step))) for step in measure.steps]
        return lines or [self.style.line(Run(""))]

    def _statuses(self, report: RoundReport) -> list[Paragraph]:
        """A box for each; the one of the report is ticked."""
        return [
            self.style.line(Run(f"{'☑' if status is report.status else '☐'} {word}"))
            for status, word in ROUND_STATUS.items()
        ]


def _staying(row: Row) -> Row:
    number, *others = row.cells
    blocks = tuple(replace(each, keep_with_next=True) for each in number.blocks)
    return replace(row, cells=(replace(number, blocks=blocks), *others))


def _signature(who: str, size: float) -> tuple[Paragraph, ...]:
    lines = (f"ลงชื่อ {HAND} {who}", f"({HAND})", f"วันที่ {HAND}")
    return tuple(Paragraph((Run(line),), size=size) for line in lines)
