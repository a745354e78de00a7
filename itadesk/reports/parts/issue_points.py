"""An issue's questions, and its weak points in a table merged by instrument and indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from itadesk.catalogue.wording import printed_text
from itadesk.findings import classify, phrase
from itadesk.issues import IssueFacts, findings_about
from itadesk.model.catalogue import Indicator, Instrument, Question
from itadesk.model.office import Thresholds, WeakRule
from itadesk.model.result import NOTHING
from itadesk.model.year import YearData
from itadesk.reports.content import Align, Block, Cell, Paragraph, Row, Run, Table, VAlign
from itadesk.reports.forms import FormText
from itadesk.reports.parts.analysis import INCOMPLETE, printed_figure
from itadesk.reports.parts.cells import AFTER_TABLE, CellStyle
from itadesk.reports.parts.headings import body, indicator_name, subheading
from itadesk.reports.texts import filled
from itadesk.thai.numbers import format_score

QUESTION_WIDTHS = (1.6, 14.4)
POINT_WIDTHS = (1.5, 2.0, 5.3, 1.8, 5.4)
NONE = "-"
TEXTS = (
    FormText("col_code", "หัวตารางข้อคำถาม ช่องที่ ๑", "ข้อ"),
    FormText("col_text", "หัวตารางข้อคำถาม ช่องที่ ๒", "ข้อคำถาม"),
    FormText("star_note", "คำอธิบายเครื่องหมาย *", "* ข้อคำถามที่เป็นจุดอ่อน"),
    FormText("no_questions", "คำที่ใช้เมื่อประเด็นไม่มีข้อคำถาม", "ยังไม่ได้จัดข้อคำถามไว้ในประเด็นนี้"),
    FormText(
        "weak_head",
        "หัวข้อจุดอ่อน",
        "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ พ.ศ. {year} "
        "จุดที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน ({rule})",
        multiline=True,
    ),
    FormText(
        "weak_indicator",
        "ข้อความรายตัวชี้วัดที่มีจุดอ่อน",
        "{indicator} ได้คะแนน {score} คะแนน จาก{instrument} จัดอยู่ในกลุ่มที่{phrase}",
        multiline=True,
    ),
    FormText(
        "points_title",
        "ชื่อตารางจุดอ่อน",
        "ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน",
    ),
    FormText("col_instrument", "หัวตารางจุดอ่อน ช่องที่ ๑", "แบบวัด"),
    FormText("col_indicator", "หัวตารางจุดอ่อน ช่องที่ ๒", "ตัวชี้วัด"),
    FormText("col_question", "หัวตารางจุดอ่อน ช่องที่ ๓", "ข้อคำถาม"),
    FormText("col_score", "หัวตารางจุดอ่อน ช่องที่ ๔", "คะแนน"),
    FormText("col_analysis", "หัวตารางจุดอ่อน ช่องที่ ๕", "การวิเคราะห์"),
)


@dataclass(frozen=True, slots=True)
class _Point:
    """A weak question, where it stands, and what is written about it."""

    instrument: Instrument
    indicator: Indicator
    question: Question
    analysis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssuePoints:
    """Prints what was found in the issues of a year with the words of a form."""

    data: YearData
    words: Mapping[str, str]
    style: CellStyle
    size: float = field(default=16.0)

    def blocks(self, facts: IssueFacts) -> list[Block]:
        """The list of questions, then the weak points if there are any."""
        if not facts.codes:
            return [body(self.words["no_questions"], self.size)]
        notes = [self.words["star_note"]] if facts.weak else []
        if facts.unscored:
            notes.append(f"ยังไม่มีคะแนนรายข้อ {len(facts.unscored)} ข้อ")
        blocks: list[Block] = [self._questions(facts)]
        blocks += [Paragraph((Run(note),), size=self.style.size, after=2.0) for note in notes]
        if facts.weak:
            points = self._points(facts)
            rule = rule_words(self.data.settings.thresholds)
            blocks.append(subheading(filled(self.words["weak_head"], {"rule": rule}), self.size))
            blocks += self._indicators(points)
            blocks.append(self._table(points))
        return blocks

    def _questions(self, facts: IssueFacts) -> Table:
        rows = []
        for code in facts.codes:
            question = self.data.catalogue.question(code)
            text = printed_text(question) if question else NONE
            mark = "*" if code in facts.weak else ""
            rows.append(Row((self.style.number(f"{code}{mark}"), self.style.text(text))))
        return self.style.table(
            QUESTION_WIDTHS, (self.words["col_code"], self.words["col_text"]), rows
        )

    def _points(self, facts: IssueFacts) -> list[_Point]:
        return [
            _Point(instrument, indicator, question, self._analysis(facts.issue.no, question.code))
            for instrument in self.data.catalogue.instruments
            for indicator in instrument.indicators
            for question in indicator.questions
            if question.code in facts.weak
        ]

    def _analysis(self, issue_no: int, code: str) -> tuple[str, ...]:
        found = findings_about(self.data, issue_no, code)
        return tuple(each.cause or each.guideline for each in found)

    def _indicators(self, points: Sequence[_Point]) -> list[Block]:
        """A sentence for each indicator with a weak question."""
        return [
            body(filled(self.words["weak_indicator"], self._about(first)), self.size)
            for _, (first, *_) in groupby(points, key=lambda point: point.indicator.no)
        ]

    def _about(self, point: _Point) -> dict[str, str]:
        figure = self.data.result.indicators.get(point.indicator.no, NOTHING)
        rule = self.data.settings.thresholds
        score, words = NONE, NONE
        if figure.value is not None:
            score = format_score(figure.value, thai=False)
            score += "" if figure.complete else f" ({INCOMPLETE})"
            words = phrase(classify(figure.value, rule), rule)
        name = point.instrument.name.text
        instrument = f"{name} ({point.instrument.code})" if name else point.instrument.code
        return {
            "indicator": indicator_name(point.indicator),
            "score": score,
            "instrument": instrument,
            "phrase": words,
        }

    def _table(self, points: Sequence[_Point]) -> Table:
        instruments = _spans([point.instrument.code for point in points])
        indicators = _spans([str(point.indicator.no) for point in points])
        # What was written once about several indicators is printed once.
        analyses = _spans([str(point.analysis or point.indicator.no) for point in points])
        rows = []
        for at, point in enumerate(points):
            cells = [
                *self._merged(point.instrument.code, instruments[at]),
                *self._merged(f"ตัวชี้วัดที่ {point.indicator.no}", indicators[at]),
                self.style.text(f"{point.question.code} {printed_text(point.question)}"),
                self.style.number(
                    printed_figure(self.data.result.questions.get(point.question.code, NOTHING))
                ),
            ]
            if analyses[at]:
                cells.append(self._analysed(point.analysis, analyses[at]))
            rows.append(Row(tuple(cells)))
        return Table(POINT_WIDTHS, tuple(rows), self._head(), after=AFTER_TABLE)

    def _head(self) -> tuple[Row, Row]:
        keys = ("col_instrument", "col_indicator", "col_question", "col_score", "col_analysis")
        title = self.style.line(Run(self.words["points_title"], bold=True), align=Align.CENTRE)
        whole = Cell((title,), colspan=len(keys), valign=VAlign.MIDDLE, shade=True)
        columns = self.style.head(tuple(self.words[key] for key in keys))
        return Row((whole,), splittable=False), columns

    def _merged(self, text: str, rows: int) -> list[Cell]:
        if not rows:
            return []
        return [Cell((self.style.line(Run(text), align=Align.CENTRE),), rowspan=rows)]

    def _analysed(self, texts: tuple[str, ...], rows: int) -> Cell:
        lines = [line for text in texts for line in text.split("\n")] or [NONE]
        return Cell(tuple(self.style.line(Run(line)) for line in lines), rowspan=rows)


def rule_words(rule: Thresholds) -> str:
    """What the office calls weak, in words."""
    if rule.weak_rule is WeakRule.LOWEST:
        return "ข้อคำถามที่ได้คะแนนน้อยที่สุดของแต่ละตัวชี้วัด"
    return f"ข้อคำถามที่ได้คะแนนน้อยกว่า {rule.weak_below.normalize():f} คะแนน"


def _spans(keys: Sequence[str]) -> list[int]:
    """Rows that a merged cell beginning here covers; 0 where it began above."""
    spans: list[int] = []
    for _, run in groupby(keys):
        length = len(list(run))
        spans += [length, *[0] * (length - 1)]
    return spans
