"""Measures by indicator: what is done, why, how, when, by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from itadesk.model.work import Measure, Step
from itadesk.model.year import YearData
from itadesk.reports.content import Block, Cell, Paragraph, Row, Run
from itadesk.reports.forms import FormText
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.headings import heading, indicator_name
from itadesk.thai.dates import format_period

WIDTHS = (3.5, 3.7, 3.9, 2.7, 2.2)  # proportions of the model document
TITLE = (
    "การกำหนดวิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติการหรือมาตรการเพื่อขับเคลื่อน"
    "การส่งเสริมคุณธรรมและความโปร่งใส ของ {office} ประจำปีงบประมาณ พ.ศ. {plan_year}"
)
TEXTS = (
    FormText("col_activities", "หัวตารางมาตรการ ช่องที่ ๑", "มาตรการ โครงการ หรือกิจกรรม"),
    FormText("col_result", "หัวตารางมาตรการ ช่องที่ ๒", "ผลการวิเคราะห์ตัวชี้วัด"),
    FormText("col_steps", "หัวตารางมาตรการ ช่องที่ ๓", "ขั้นตอนหรือวิธีการปฏิบัติ"),
    FormText("col_period", "หัวตารางมาตรการ ช่องที่ ๔", "ช่วงระยะเวลาในการดำเนินการ"),
    FormText("col_unit", "หัวตารางมาตรการ ช่องที่ ๕", "ผู้รับผิดชอบ"),
    FormText("other", "หัวข้อมาตรการที่ไม่ได้ระบุตัวชี้วัด", "มาตรการอื่น"),
)


def intro(result: str) -> str:
    """The opening paragraph; `result` says which result the measures come from."""
    return (
        f"{{office}} ได้นำ{result}ปีงบประมาณ พ.ศ. {{year}} "
        "มากำหนดเป็นมาตรการที่จะดำเนินการในปีงบประมาณ พ.ศ. {plan_year} "
        "เพื่อยกระดับคุณธรรมและความโปร่งใสของหน่วยงาน โดยมีรายละเอียดรายตัวชี้วัด ดังนี้"
    )


@dataclass(frozen=True, slots=True)
class MeasuresPart:
    """Prints the measures of a year with the words of a form."""

    data: YearData
    words: Mapping[str, str]
    style: CellStyle

    def blocks(self) -> list[Block]:
        """A heading and a table for each indicator that has a measure."""
        blocks: list[Block] = []
        for indicator in self.data.catalogue.indicators:
            of_it = [m for m in self.data.measures if m.indicator == indicator.no]
            if of_it:
                blocks += [heading(indicator_name(indicator)), self._table(of_it)]
        known = {indicator.no for indicator in self.data.catalogue.indicators}
        others = [m for m in self.data.measures if m.indicator not in known]
        if others:
            blocks += [heading(self.words["other"]), self._table(others)]
        return blocks

    def _table(self, measures: list[Measure]) -> Block:
        keys = ("col_activities", "col_result", "col_steps", "col_period", "col_unit")
        rows = [Row(self._cells(measure)) for measure in measures]
        return self.style.table(WIDTHS, tuple(self.words[key] for key in keys), rows)

    def _cells(self, measure: Measure) -> tuple[Cell, ...]:
        return (
            Cell(tuple(self._activities(measure))),
            self.style.text(measure.analysis),
            self.style.text("\n".join(step_line(step) for step in measure.steps)),
            self.style.number("\n".join(period_lines(measure))),
            self.style.number("\n".join(filter(None, (*measure.units, measure.responsible)))),
        )

    def _activities(self, measure: Measure) -> list[Paragraph]:
        lines = [self.style.line(Run(measure.title, bold=True))] if measure.title else []
        if measure.activities or not lines:
            lines += [self.style.line(Run(line)) for line in measure.activities.split("\n")]
        return lines


def period_lines(measure: Measure) -> list[str]:
    """The two dates, and what was written about the time."""
    dates = (
        [format_period(measure.start, measure.end, thai=False)]
        if measure.start and measure.end
        else []
    )
    return [*dates, *filter(None, (measure.period_text,))]


def step_line(step: Step) -> str:
    """A step with its own period and unit in brackets."""
    notes = [step.unit] if step.unit else []
    if step.start and step.end:
        notes.insert(0, format_period(step.start, step.end, thai=False))
    return f"{step.text} ({' · '.join(notes)})" if notes else step.text
