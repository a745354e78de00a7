"""What was done for each indicator in a round: instruments and indicators span their measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from itadesk.findings import classify, phrase
from itadesk.model.catalogue import Indicator
from itadesk.model.result import NOTHING
from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.reports.content import Cell, Paragraph, Row, Run, Table
from itadesk.reports.forms import FormText
from itadesk.reports.parts.analysis import INCOMPLETE
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.measures import step_line
from itadesk.reports.parts.rounds import reports_of
from itadesk.reports.texts import filled
from itadesk.thai.numbers import format_score

WIDTHS = (1.7, 4.6, 8.6, 4.1, 6.7)
NONE = "-"
TEXTS = (
    FormText("col_instrument", "หัวตาราง ช่องที่ ๑", "แบบสำรวจ"),
    FormText("col_indicator", "หัวตาราง ช่องที่ ๒", "ตัวชี้วัดที่"),
    FormText("col_steps", "หัวตาราง ช่องที่ ๓", "วิธีการ/ขั้นตอนการดำเนินการ"),
    FormText("col_unit", "หัวตาราง ช่องที่ ๔", "หน่วยงาน/ดำเนินการ"),
    FormText("col_result", "หัวตาราง ช่องที่ ๕", "ผลการดำเนินงาน"),
    FormText("range", "ช่วงข้อคำถาม", "(ข้อคำถาม {range})"),
    FormText("scored", "คะแนนที่ได้", "ในปี {year} ได้คะแนน {score}"),
    FormText("steps", "หัวข้อขั้นตอนในช่องที่ ๓", "ขั้นตอน :"),
    FormText("outcome", "หัวข้อผลลัพธ์ในช่องที่ ๕", "ผลลัพธ์ :"),
    FormText("obstacles", "หัวข้อปัญหาอุปสรรคในช่องที่ ๕ (ว่าง = ไม่พิมพ์)", "ปัญหาอุปสรรค :"),
    FormText("other", "หัวข้อมาตรการที่ไม่ได้ระบุตัวชี้วัด", "มาตรการอื่น"),
)


@dataclass(frozen=True, slots=True)
class ProgressPart:
    """Prints a round of a year with the words of a form; `months` names the round."""

    data: YearData
    words: Mapping[str, str]
    style: CellStyle
    months: int

    def table(self) -> Table:
        """A row a measure; an indicator without one has a row too, so that none is lost."""
        rows: list[Row] = []
        for instrument in self.data.catalogue.instruments:
            inside = [row for each in instrument.indicators for row in self._indicator_rows(each)]
            code = replace(self.style.number(instrument.code, bold=True), again=True)
            rows += _spanned(code, inside)
        known = {indicator.no for indicator in self.data.catalogue.indicators}
        others = [m for m in self.data.measures if m.indicator not in known]
        if others:
            head = self.style.text(self.words["other"])
            rows += _spanned(self.style.number(NONE), _spanned(head, self._measure_rows(others)))
        keys = ("col_instrument", "col_indicator", "col_steps", "col_unit", "col_result")
        return self.style.table(WIDTHS, tuple(self.words[key] for key in keys), rows)

    def _indicator_rows(self, indicator: Indicator) -> list[Row]:
        measures = [m for m in self.data.measures if m.indicator == indicator.no]
        return _spanned(Cell(tuple(self._about(indicator))), self._measure_rows(measures))

    def _about(self, indicator: Indicator) -> list[Paragraph]:
        """Number and name, its questions, its score and what that means."""
        codes = [question.code for question in indicator.questions]
        span = f"{codes[0]} - {codes[-1]}" if len(codes) > 1 else "".join(codes)
        lines = [self.style.line(Run(f"{indicator.no}. {indicator.name.text}".strip(), bold=True))]
        if codes and self.words["range"]:
            lines.append(self.style.line(Run(filled(self.words["range"], {"range": span}))))
        figure = self.data.result.indicators.get(indicator.no, NOTHING)
        if figure.value is None:
            return [*lines, self.style.line(Run("ยังไม่ได้กรอกคะแนน"))]
        score = format_score(figure.value, thai=False)
        lines.append(self.style.line(Run(filled(self.words["scored"], {"score": score}))))
        thresholds = self.data.settings.thresholds
        meaning = (
            phrase(classify(figure.value, thresholds), thresholds)
            if figure.complete
            else f"({INCOMPLETE})"
        )
        return [*lines, self.style.line(Run(meaning))]

    def _measure_rows(self, measures: Sequence[Measure]) -> list[Row]:
        """Cells 3 to 5 of each measure; the same units one below the other share a cell."""
        if not measures:
            return [Row((self.style.text(NONE), self.style.number(NONE), self.style.text(NONE)))]
        rows: list[Row] = []
        for units, run in groupby(measures, _units):
            group = list(run)
            for place, measure in enumerate(group):
                shared = Cell(self.style.text(units or NONE).blocks, rowspan=len(group))
                middle = (shared,) if place == 0 else ()
                rows.append(Row((self._steps(measure), *middle, self._result(measure))))
        return rows

    def _steps(self, measure: Measure) -> Cell:
        lines = [self.style.line(Run(measure.title, bold=True))] if measure.title else []
        lines += self._lines(measure.activities)
        if measure.steps and lines and self.words["steps"]:
            lines.append(self.style.line(Run(self.words["steps"], bold=True)))
        lines += [self.style.line(Run(step_line(step))) for step in measure.steps]
        return Cell(tuple(lines) or self.style.text(NONE).blocks)

    def _result(self, measure: Measure) -> Cell:
        report = reports_of(self.data, self.months).get(measure.id or 0)
        if report is None:
            return self.style.text(NONE)
        lines = self._lines(report.output)
        for key, text in (("outcome", report.outcome), ("obstacles", report.obstacles)):
            lines += self._labelled(key, text)
        return Cell(tuple(lines) or self.style.text(NONE).blocks)

    def _labelled(self, key: str, text: str) -> list[Paragraph]:
        """A text under its label; an emptied label takes the obstacles away with it."""
        if not text or (key == "obstacles" and not self.words[key]):
            return []
        label = [self.style.line(Run(self.words[key], bold=True))] if self.words[key] else []
        return [*label, *self._lines(text)]

    def _lines(self, text: str) -> list[Paragraph]:
        return [self.style.line(Run(line)) for line in text.split("\n") if line]


def _units(measure: Measure) -> str:
    return "\n".join(filter(None, (*measure.units, measure.responsible)))


def _spanned(head: Cell, rows: Sequence[Row]) -> list[Row]:
    """The rows with one cell at their left that spans all of them."""
    spanning = replace(head, rowspan=len(rows))
    return [Row((spanning, *rows[0].cells)), *rows[1:]] if rows else []
