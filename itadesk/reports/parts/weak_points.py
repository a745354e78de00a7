"""Weak points by instrument, its parts apart: indicators and questions below the urgent score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from itadesk.catalogue.wording import printed_text
from itadesk.findings import classify
from itadesk.model.catalogue import Indicator, Instrument, Part
from itadesk.model.result import NOTHING, Figure
from itadesk.model.work import FindingClass
from itadesk.model.year import YearData
from itadesk.reports.content import Block, Paragraph, Run
from itadesk.reports.forms import FormText
from itadesk.reports.parts.analysis import INCOMPLETE
from itadesk.reports.parts.headings import body, heading, indicator_name
from itadesk.reports.texts import filled
from itadesk.thai.numbers import format_score

ITEM_INDENT, ITEM_HANG = 1.2, 1.3  # cm
TEXTS = (
    FormText(
        "weak_title",
        "หัวเรื่องจุดที่ต้องแก้ไข",
        "จุดที่ต้องแก้ไขโดยเร่งด่วนจากผลการประเมินทั้ง {instruments} แบบวัด",
        multiline=True,
    ),
    FormText(
        "weak_none",
        "ข้อความเมื่อไม่มีจุดที่ต้องแก้ไข",
        "แบบวัด {group} ไม่มีตัวชี้วัดใดต้องแก้ไขโดยเร่งด่วน",
        multiline=True,
    ),
    FormText(
        "weak_some",
        "ข้อความเมื่อมีตัวชี้วัดที่ต้องแก้ไข",
        "แบบวัด {group} มีตัวชี้วัดต้องแก้ไขโดยเร่งด่วน {urgent_count} ตัวชี้วัด คือ {names}",
        multiline=True,
    ),
    FormText(
        "weak_questions",
        "ข้อความนำรายการข้อคำถามของตัวชี้วัดที่ต้องแก้ไข",
        "ข้อคำถามของตัวชี้วัดดังกล่าวที่ได้ต่ำกว่า {limit} คะแนน ได้แก่",
        multiline=True,
    ),
    FormText(
        "weak_beyond",
        "ข้อความนำรายการข้อคำถามที่ต่ำในตัวชี้วัดที่ถึงเกณฑ์",
        "ตัวชี้วัดที่ถึงเกณฑ์แล้ว แต่มีข้อคำถามที่ได้ต่ำกว่า {limit} คะแนน ได้แก่",
        multiline=True,
    ),
    FormText("weak_item", "รูปแบบของข้อคำถามในรายการ", "ข้อ {code} {question} คะแนน {score}"),
)


@dataclass(frozen=True, slots=True)
class View:
    """Scores of an instrument as one group answered: whole, or a part of its respondents."""

    name: str
    questions: Mapping[str, Decimal | None]
    indicators: Mapping[int, Figure]

    @property
    def complete(self) -> bool:
        return all(figure.complete for figure in self.indicators.values())

    @property
    def empty(self) -> bool:
        return all(figure.value is None for figure in self.indicators.values())


def views(data: YearData, instrument: Instrument) -> list[View]:
    """The parts apart where every score was entered by part, else the whole instrument."""
    codes = [q.code for indicator in instrument.indicators for q in indicator.questions]
    scores = [data.assessment.scores[code] for code in codes if code in data.assessment.scores]
    by_part = [score.part1 is not None or score.part2 is not None for score in scores]
    if instrument.parts and by_part and all(by_part):
        return [_part_view(data, instrument, part) for part in instrument.parts]
    return [
        View(
            instrument.code,
            {code: data.result.questions.get(code, NOTHING).value for code in codes},
            {
                indicator.no: data.result.indicators.get(indicator.no, NOTHING)
                for indicator in instrument.indicators
            },
        )
    ]


def _part_view(data: YearData, instrument: Instrument, part: Part) -> View:
    values: dict[str, Decimal | None] = {}
    figures: dict[int, Figure] = {}
    for indicator in instrument.indicators:
        for question in indicator.questions:
            score = data.assessment.scores.get(question.code)
            values[question.code] = (
                None if score is None else score.part1 if part.no == 1 else score.part2
            )
        figures[indicator.no] = _mean([values[q.code] for q in indicator.questions])
    return View(f"{instrument.code} {part.label}", values, figures)


def _mean(values: Sequence[Decimal | None]) -> Figure:
    present = [Fraction(value) for value in values if value is not None]
    if not present:
        return NOTHING
    mean = sum(present, Fraction()) / len(present)
    computed = Decimal(mean.numerator) / Decimal(mean.denominator)
    return Figure(computed, complete=len(present) == len(values))


@dataclass(frozen=True, slots=True)
class WeakPoints:
    """Prints the weak points of a year with the words of a form."""

    data: YearData
    words: Mapping[str, str]
    size: float

    def blocks(self) -> list[Block]:
        """A numbered heading an instrument, a numbered one below it for each part."""
        catalogue = self.data.catalogue
        title = filled(self.words["weak_title"], {"instruments": str(len(catalogue.instruments))})
        blocks: list[Block] = [heading(title, self.size)]
        for number, instrument in enumerate(catalogue.instruments, 1):
            name = f"{number}. แบบวัด {instrument.code} {instrument.name.text}".rstrip()
            blocks.append(heading(f"{name}{self._score(instrument.code)}", self.size))
            found = views(self.data, instrument)
            for place, view in enumerate(found, 1):
                label = str(number) if len(found) == 1 else f"{number}.{place}"
                if len(found) > 1:
                    key = instrument.part_key(instrument.parts[place - 1].no)
                    blocks.append(self._part_heading(f"{label} {view.name}{self._score(key)}"))
                blocks += self._view(view, label)
        return blocks

    def _part_heading(self, text: str) -> Paragraph:
        return Paragraph(
            (Run(text, bold=True),), size=self.size, before=4.0, indent=0.6, keep_with_next=True
        )

    def _score(self, key: str) -> str:
        figure = self.data.result.instruments.get(key, NOTHING)
        if figure.value is None:
            return ""
        doubt = "" if figure.complete else f" {INCOMPLETE}"
        return f" (ได้คะแนน {format_score(figure.value, thai=False)}{doubt})"

    def _view(self, view: View, label: str) -> list[Block]:
        if view.empty:
            return [self._said(f"แบบวัด {view.name} ยังไม่ได้กรอกคะแนน")]
        urgent = [no for no, figure in view.indicators.items() if self._urgent(figure.value)]
        weak = [code for code, value in view.questions.items() if self._urgent(value)]
        below = [code for code in weak if self._indicator_of(code) in urgent]
        beyond = [code for code in weak if code not in below]
        blocks: list[Block] = [self._said(self._lead(view, urgent))]
        for key, codes, before in (
            ("weak_questions", below, 0),
            ("weak_beyond", beyond, len(below)),
        ):
            if codes:
                lead = filled(self.words[key], {"limit": self._limit()})
                blocks.append(self._listed(lead))
                blocks += [
                    self._item(view, code, f"{label}.{number}")
                    for number, code in enumerate(codes, before + 1)
                ]
        return blocks

    def _lead(self, view: View, urgent: Sequence[int]) -> str:
        names = [self._named(view, no) for no in urgent]
        values = {"group": view.name, "urgent_count": str(len(urgent)), "names": _joined(names)}
        text = filled(self.words["weak_some" if urgent else "weak_none"], values)
        return text if view.complete else f"{text} (คะแนน{INCOMPLETE})"

    def _named(self, view: View, no: int) -> str:
        indicator = self.data.catalogue.indicator(no)
        name = indicator_name(indicator) if isinstance(indicator, Indicator) else str(no)
        value = view.indicators[no].value
        return f"{name} ({format_score(value, thai=False)})"

    def _said(self, text: str) -> Paragraph:
        return replace(body(text, self.size), before=0.0, after=2.0)

    def _listed(self, text: str) -> Paragraph:
        return Paragraph((Run(text),), size=self.size, indent=ITEM_INDENT, keep_with_next=True)

    def _item(self, view: View, code: str, number: str) -> Paragraph:
        question = self.data.catalogue.question(code)
        values = {
            "code": code,
            "question": printed_text(question) if question else "",
            "score": format_score(view.questions[code], thai=False),
        }
        text = f"{number} {filled(self.words['weak_item'], values)}"
        return Paragraph((Run(text),), size=self.size, indent=ITEM_INDENT, hang=ITEM_HANG)

    def _indicator_of(self, code: str) -> int | None:
        found = self.data.catalogue.indicator_of(code)
        return found.no if found else None

    def _urgent(self, value: Decimal | None) -> bool:
        if value is None:
            return False
        return classify(value, self.data.settings.thresholds) is FindingClass.URGENT

    def _limit(self) -> str:
        return f"{self.data.settings.thresholds.urgent.normalize():f}"


def _joined(names: Sequence[str]) -> str:
    return " และ".join((" ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
