"""The analysis by indicator: questions and scores at the left, the finding at the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from itadesk.catalogue.wording import printed_text
from itadesk.findings import lowest
from itadesk.model.catalogue import Indicator, Instrument, Question
from itadesk.model.result import NOTHING, Figure
from itadesk.model.work import Finding
from itadesk.model.year import YearData
from itadesk.reports.content import Block, Cell, Paragraph, Row, Run
from itadesk.reports.forms import FormText
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.headings import heading, indicator_name
from itadesk.reports.texts import filled
from itadesk.thai.numbers import format_score

WIDTHS = (6.7, 1.9, 7.4)  # proportions of the model document
INCOMPLETE = "ยังไม่ครบ"
TITLE = (
    "แสดงการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของ{office} "
    "ในปีงบประมาณ พ.ศ. {year} ({count} ตัวชี้วัด)"
)
TEXTS = (
    FormText("col_question", "หัวตารางวิเคราะห์ ช่องที่ ๑", "ประเด็นข้อคำถาม"),
    FormText("col_score", "หัวตารางวิเคราะห์ ช่องที่ ๒", "คะแนน"),
    FormText("col_analysis", "หัวตารางวิเคราะห์ ช่องที่ ๓", "การวิเคราะห์ผลการประเมินฯ"),
    FormText("lowest", "หัวข้อคำถามที่ได้คะแนนน้อยที่สุด", "ข้อคำถามที่ได้คะแนนน้อยที่สุด :"),
    FormText("about", "หัวข้อคำถามอื่นที่วิเคราะห์", "เกี่ยวกับข้อ :"),
    FormText("cause", "หัวข้อสาเหตุ", "สาเหตุเกิดจาก :"),
    FormText("guideline", "หัวข้อแนวทาง", "แนวทางการยกระดับผลการประเมินฯ :"),
    FormText("none", "คำที่ใช้เมื่อทุกข้อได้ ๑๐๐ คะแนน", "-ไม่มี"),
    FormText("got", "คะแนนของตัวชี้วัดท้ายหัวข้อ", "(ได้คะแนน {score})"),
)


@dataclass(frozen=True, slots=True)
class AnalysisPart:
    """Prints the analysis of a year with the words of a form."""

    data: YearData
    words: Mapping[str, str]
    style: CellStyle

    def blocks(self) -> list[Block]:
        """A heading and a table an indicator; the items of a document check share one table."""
        blocks: list[Block] = []
        for instrument in self.data.catalogue.instruments:
            for group in _groups(instrument):
                blocks.append(heading(" และ\n".join(self._titled(each) for each in group)))
                blocks.append(self._table(instrument, group))
        return blocks

    def _table(self, instrument: Instrument, group: tuple[Indicator, ...]) -> Block:
        if len(group) > 1:
            left = [*self._range_rows(instrument, group), *self._weak_item_rows(group)]
        else:
            left = [self._question_row(question) for question in group[0].questions]
        analysis = Cell(tuple(self._analysis(group)), rowspan=len(left))
        rows = [Row((*left[0], analysis)), *(Row(cells) for cells in left[1:])]
        titles = tuple(self.words[key] for key in ("col_question", "col_score", "col_analysis"))
        return self.style.table(WIDTHS, titles, rows)

    def _question_row(self, question: Question) -> tuple[Cell, Cell]:
        return (
            self.style.text(f"{question.code} {printed_text(question)}"),
            self.style.number(self._score(question.code)),
        )

    def _range_rows(
        self, instrument: Instrument, group: tuple[Indicator, ...]
    ) -> list[tuple[Cell, Cell]]:
        codes = [question.code for each in group for question in each.questions]
        figure = self.data.result.instruments.get(instrument.code, NOTHING)
        return [(self.style.text(_span(codes)), self.style.number(printed_figure(figure)))]

    def _weak_item_rows(self, group: tuple[Indicator, ...]) -> list[tuple[Cell, Cell]]:
        weak = [
            question
            for indicator in group
            for question in indicator.questions
            if (value := self._figure(question.code).value) is not None and value < 100
        ]
        return [self._question_row(question) for question in weak]

    def _titled(self, indicator: Indicator) -> str:
        figure = self.data.result.indicators.get(indicator.no, NOTHING)
        if figure.value is None or not self.words["got"]:
            return indicator_name(indicator)
        score = format_score(figure.value, thai=False)
        score += "" if figure.complete else f" {INCOMPLETE}"
        return f"{indicator_name(indicator)} {filled(self.words['got'], {'score': score})}"

    def _analysis(self, group: tuple[Indicator, ...]) -> list[Paragraph]:
        numbers = {indicator.no for indicator in group}
        found = [f for f in self.data.findings if f.indicator in numbers]
        lines = [self._label("lowest"), *self._lowest_lines(group)]
        printed = {code for each in group for code in self._lowest(each)}
        for finding in found:
            own = next((each for each in group if each.no == finding.indicator), group[0])
            lines.extend(self._finding_lines(finding, finding.codes or self._lowest(own), printed))
        return lines

    def _lowest_lines(self, group: tuple[Indicator, ...]) -> list[Paragraph]:
        results = [lowest(self.data.catalogue, self.data.result, each.no) for each in group]
        if all(each.all_full for each in results):
            return [self.style.line(Run(self.words["none"]))]
        codes = [code for each in results for code in each.codes]
        if not codes:
            return [self.style.line(Run("ยังไม่ได้กรอกคะแนน"))]
        lines = [self._question_line(code) for code in codes]
        if not all(each.complete for each in results):
            lines.append(self.style.line(Run(f"({INCOMPLETE})")))
        return lines

    def _lowest(self, indicator: Indicator) -> tuple[str, ...]:
        return lowest(self.data.catalogue, self.data.result, indicator.no).codes

    def _finding_lines(
        self, finding: Finding, about: tuple[str, ...], printed: set[str]
    ) -> Iterable[Paragraph]:
        if about and set(about) != printed:
            yield self._label("about")
            yield from (self._question_line(code) for code in about)
        for key, text in (("cause", finding.cause), ("guideline", finding.guideline)):
            if text:
                yield self._label(key)
                yield from (self.style.line(Run(line)) for line in text.split("\n"))

    def _label(self, key: str) -> Paragraph:
        return self.style.line(Run(self.words[key], bold=True))

    def _question_line(self, code: str) -> Paragraph:
        question = self.data.catalogue.question(code)
        text = f"{code} {printed_text(question)}" if question else code
        return self.style.line(Run(text))

    def _figure(self, code: str) -> Figure:
        return self.data.result.questions.get(code, NOTHING)

    def _score(self, code: str) -> str:
        return printed_figure(self._figure(code))


def _groups(instrument: Instrument) -> list[tuple[Indicator, ...]]:
    """Indicators that share a table: all of a document check, one each otherwise."""
    questions = [q for indicator in instrument.indicators for q in indicator.questions]
    if questions and all(question.binary for question in questions):
        return [instrument.indicators]
    return [(indicator,) for indicator in instrument.indicators if indicator.questions]


def _span(codes: list[str]) -> str:
    return f"{codes[0]} - {codes[-1]}" if len(codes) > 1 else "".join(codes)


def printed_figure(figure: Figure) -> str:
    """A score of a table: "-" where there is none, ยังไม่ครบ below an incomplete one."""
    if figure.value is None:
        return "-"
    text = format_score(figure.value, thai=False)
    return text if figure.complete else f"{text}\n({INCOMPLETE})"
