"""What an office is good at, and what limits it: the end of a report by issues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from itadesk.findings import FULL
from itadesk.issues import strong_indicators
from itadesk.model.catalogue import Catalogue, Indicator
from itadesk.model.office import Thresholds, WeakRule
from itadesk.model.result import NOTHING, shown
from itadesk.model.year import YearData
from itadesk.reports.content import Block, Row
from itadesk.reports.forms import FormText
from itadesk.reports.parts.analysis import printed_figure
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.headings import body, heading, indicator_name
from itadesk.reports.parts.numbering import listing
from itadesk.reports.texts import filled

WIDTHS = (1.5, 5.0, 1.9, 7.6)
TEXTS = (
    FormText(
        "strong_head",
        "หัวข้อจุดแข็ง",
        "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ พ.ศ. {year} "
        "จุดแข็งที่ต้องรักษาไว้ ({strong_rule})",
        multiline=True,
    ),
    FormText(
        "strong_none",
        "คำที่ใช้เมื่อไม่มีตัวชี้วัดที่เป็นจุดแข็ง",
        "ปีงบประมาณ พ.ศ. {year} ยังไม่มีตัวชี้วัดใดได้คะแนนถึงเกณฑ์ข้างต้น",
        multiline=True,
    ),
    FormText(
        "strong_questions",
        "ข้อความข้อคำถามที่ได้คะแนนเต็ม",
        "ข้อคำถามที่ได้คะแนนเต็มและควรรักษาระดับไว้ มี {full_count} ข้อ ได้แก่ {full_list}",
        multiline=True,
    ),
)
LIMITATION_TEXTS = (
    FormText(
        "limits_head",
        "หัวข้อข้อจำกัด",
        "การวิเคราะห์ข้อจำกัดของหน่วยงานในการดำเนินการประเมินคุณธรรมและความโปร่งใส"
        "ในการดำเนินงานของหน่วยงานภาครัฐ",
        multiline=True,
    ),
    FormText(
        "limits_intro",
        "ย่อหน้าเปิดข้อจำกัด",
        "{office} พบข้อจำกัดในการดำเนินการประเมิน ดังนี้",
        multiline=True,
    ),
    FormText("limits_none", "คำที่ใช้เมื่อไม่มีข้อจำกัด", "-ไม่มี"),
)


@dataclass(frozen=True, slots=True)
class StrengthsPart:
    """Prints the strong indicators and the questions with full marks."""

    data: YearData
    words: Mapping[str, str]
    style: CellStyle
    size: float

    def blocks(self) -> list[Block]:
        """A head of its own; a table, or a sentence when no indicator is strong."""
        rule = strong_words(self.data.settings.thresholds)
        blocks: list[Block] = [
            heading(filled(self.words["strong_head"], {"strong_rule": rule}), self.size)
        ]
        strong = strong_indicators(self.data)
        if strong:
            blocks.append(self._table(strong))
        else:
            blocks.append(body(self.words["strong_none"], self.size))
        full = [code for code, f in self.data.result.questions.items() if f.value is not None
                and f.complete and shown(f.value) >= FULL]  # fmt: skip
        if full:
            values = {
                "full_count": str(len(full)),
                "full_list": listed(self.data.catalogue, full),
            }
            blocks.append(body(filled(self.words["strong_questions"], values), self.size))
        return blocks

    def _table(self, strong: Sequence[Indicator]) -> Block:
        keys = ("col_instrument", "col_indicator", "col_score", "col_analysis")
        rows = [self._row(indicator) for indicator in strong]
        return self.style.table(WIDTHS, tuple(self.words[key] for key in keys), rows)

    def _row(self, indicator: Indicator) -> Row:
        instrument = self.data.catalogue.instrument_of(indicator.no)
        figure = self.data.result.indicators.get(indicator.no, NOTHING)
        return Row(
            (
                self.style.number(instrument.code if instrument else ""),
                self.style.text(indicator_name(indicator)),
                self.style.number(printed_figure(figure)),
                self.style.text("\n".join(self._written(indicator))),
            )
        )

    def _written(self, indicator: Indicator) -> list[str]:
        found = [f for f in self.data.findings if f.indicator == indicator.no]
        texts = [text for f in found for text in (f.cause, f.guideline) if text]
        return texts or [self.data.settings.thresholds.keep_phrase]


def limitations(data: YearData, words: Mapping[str, str], size: float) -> list[Block]:
    """The head, and each limitation with a number."""
    blocks: list[Block] = [heading(words["limits_head"], size)]
    if not data.limitations:
        return [*blocks, body(words["limits_none"], size)]
    blocks.append(body(words["limits_intro"], size))
    for number, text in enumerate(data.limitations, 1):
        first, *rest = (item.text for item in listing(text).items) if text else ("",)
        blocks.append(body(f"{number}) {' '.join((first, *rest))}", size))
    return blocks


def strong_words(rule: Thresholds) -> str:
    """What the office calls a strength, in words."""
    least = min(rule.keep, rule.weak_below) if rule.weak_rule is WeakRule.THRESHOLD else rule.keep
    if least >= FULL:
        return f"ตัวชี้วัดที่ได้คะแนน {least.normalize():f} คะแนน"
    return f"ตัวชี้วัดที่ได้ตั้งแต่ {least.normalize():f} คะแนนขึ้นไป"


def listed(catalogue: Catalogue, codes: Sequence[str]) -> str:
    """Codes in order, three or more neighbours as a range: i๓ i๙ o๑–o๑๐."""
    places = {
        question.code: (number, place)
        for number, instrument in enumerate(catalogue.instruments)
        for place, question in enumerate(
            question for indicator in instrument.indicators for question in indicator.questions
        )
    }
    runs: list[list[str]] = []
    for code in sorted(codes, key=places.__getitem__):
        number, place = places[code]
        if runs and places[runs[-1][-1]] == (number, place - 1):
            runs[-1].append(code)
        else:
            runs.append([code])
    return " ".join(f"{r[0]}–{r[-1]}" if len(r) > 2 else " ".join(r) for r in runs)
