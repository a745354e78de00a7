"""The measures with what came of them: output and outcome of a round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from itadesk.model.work import Measure, RoundReport
from itadesk.model.year import YearData
from itadesk.reports.content import Cell, Paragraph, Row, Run, Table
from itadesk.reports.forms import FormText
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.headings import measure_title
from itadesk.reports.parts.measures import period_lines, step_line
from itadesk.reports.parts.rounds import reports_of

WIDTHS = (4.9, 6.4, 2.9, 2.8, 4.7, 4.0)
NONE = "-"
TEXTS = (
    FormText("col_activities", "หัวตารางผล ช่องที่ ๑", "มาตรการ/โครงการ/กิจกรรม"),
    FormText("col_steps", "หัวตารางผล ช่องที่ ๒", "ขั้นตอน/วิธีการปฏิบัติ"),
    FormText("col_period", "หัวตารางผล ช่องที่ ๓", "ช่วงระยะเวลาในการดำเนินการ"),
    FormText("col_unit", "หัวตารางผล ช่องที่ ๔", "ผู้รับผิดชอบ"),
    FormText("col_output", "หัวตารางผล ช่องที่ ๕", "ผลการดำเนินการ (output)"),
    FormText(
        "col_outcome",
        "หัวตารางผล ช่องที่ ๖",
        "ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ (outcome/result)",
    ),
    FormText("evidence", "หัวข้อหลักฐานในช่องที่ ๕ (ว่าง = ไม่พิมพ์)", "หลักฐาน :"),
)


@dataclass(frozen=True, slots=True)
class OutcomesPart:
    """Prints a round of a year with the words of a form; `months` None prints no results."""

    data: YearData
    words: Mapping[str, str]
    style: CellStyle
    months: int | None

    def table(self) -> Table:
        """A row a measure, numbered through in the order of the measures."""
        keys = ("col_activities", "col_steps", "col_period", "col_unit", "col_output")
        titles = (*(self.words[key] for key in keys), self.words["col_outcome"])
        reports = reports_of(self.data, self.months)
        rows = [
            Row(self._cells(number, measure, reports.get(measure.id or 0)))
            for number, measure in enumerate(self.data.measures, 1)
        ]
        return self.style.table(WIDTHS, titles, rows)

    def _cells(self, number: int, measure: Measure, report: RoundReport | None) -> tuple[Cell, ...]:
        title = measure_title(self.data.catalogue, measure)
        head = self.style.line(Run(f"{number}. {title}", bold=True))
        units = "\n".join(filter(None, (*measure.units, measure.responsible)))
        steps = "\n".join(step_line(step) for step in measure.steps)
        return (
            Cell((head, *self._lines(measure.activities))),
            self.style.text(steps or NONE),
            self.style.number("\n".join(period_lines(measure)) or NONE),
            self.style.number(units or NONE),
            self._output(report),
            self.style.text((report.outcome if report else "") or NONE),
        )

    def _output(self, report: RoundReport | None) -> Cell:
        lines = self._lines(report.output) if report else []
        if report and report.evidence and self.words["evidence"]:
            lines.append(self.style.line(Run(self.words["evidence"], bold=True)))
            lines += self._lines(report.evidence)
        return Cell(tuple(lines)) if lines else self.style.text(NONE)

    def _lines(self, text: str) -> list[Paragraph]:
        return [self.style.line(Run(line)) for line in text.split("\n") if line]
