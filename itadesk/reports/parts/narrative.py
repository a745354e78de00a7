"""The result that measures start from, told: score, instruments, the rule of the levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from itadesk.comparison import overall_of
from itadesk.model.catalogue import Indicator, Instrument, RatingRule
from itadesk.model.result import NOTHING
from itadesk.model.year import YearData
from itadesk.reports.content import Block, Paragraph, Run
from itadesk.reports.forms import FormText
from itadesk.reports.parts import overall, rating_table
from itadesk.reports.parts.analysis import INCOMPLETE
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.headings import body, heading, indicator_name
from itadesk.reports.texts import filled
from itadesk.thai.dates import format_date
from itadesk.thai.numbers import format_score

LIST_INDENT, LIST_HANG = 2.5, 0.4  # cm
TEXTS = (
    FormText(
        "intro",
        "ย่อหน้าเปิด",
        "{office} นำผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
        "(Integrity and Transparency Assessment: ITA) มากำหนดมาตรการสำหรับปีงบประมาณ "
        "พ.ศ. {plan_year} มอบหมายผู้รับผิดชอบ และติดตามผลเป็นระยะ "
        "รายงานฉบับนี้สรุปผลการประเมินที่เป็นที่มาของมาตรการ สิ่งที่ได้ดำเนินการ และผลที่เกิดขึ้น",
        multiline=True,
    ),
    FormText(
        "before",
        "ย่อหน้าคะแนนก่อนดำเนินมาตรการ",
        "ผลการประเมินประจำปีงบประมาณ พ.ศ. {year} {announced} {office} ได้คะแนนภาพรวม {score} คะแนน "
        "{change} {level} การประเมินใช้เครื่องมือ {instruments} ส่วน ดังนี้",
        multiline=True,
    ),
    FormText("announced", "คำบอกวันที่ประกาศผล", "ซึ่งประกาศเมื่อวันที่ {announced_date}"),
    FormText(
        "no_score",
        "ย่อหน้าเมื่อยังไม่มีคะแนนภาพรวม",
        "ยังไม่มีคะแนนภาพรวมของปีงบประมาณ พ.ศ. {year} การประเมินใช้เครื่องมือ {instruments} ส่วน ดังนี้",
        multiline=True,
    ),
    FormText(
        "about_IIT",
        "คำอธิบายแบบวัด IIT",
        "สอบถามบุคลากรของหน่วยงานที่ปฏิบัติงานมาแล้วอย่างน้อย ๑ ปี",
        multiline=True,
    ),
    FormText(
        "about_EIT",
        "คำอธิบายแบบวัด EIT",
        "สอบถามผู้รับบริการและผู้ติดต่อหน่วยงานในปีที่ประเมิน",
        multiline=True,
    ),
    FormText(
        "about_OIT",
        "คำอธิบายแบบวัด OIT",
        "ตรวจข้อมูลที่หน่วยงานเผยแพร่บนเว็บไซต์หลัก",
        multiline=True,
    ),
    *overall.TEXTS,
    *rating_table.TEXTS,
    FormText(
        "rating_note",
        "หมายเหตุท้ายตารางเกณฑ์",
        "เครื่องมือที่นำมาพิจารณา ได้แก่ {looked_at}",
        multiline=True,
    ),
)


@dataclass(frozen=True, slots=True)
class NarrativePart:
    """Prints the result of a year with the words of a form."""

    data: YearData
    words: Mapping[str, str]
    style: CellStyle
    size: float

    def blocks(self) -> list[Block]:
        return [
            body(self.words["intro"], self.size),
            body(self._before(), self.size),
            *self._instruments(),
            *self._rating(),
        ]

    def _before(self) -> str:
        """The score that the measures started from."""
        found = overall_of(self.data, self.data.year)
        announced = ""
        if self.data.assessment.announced_on:
            day = date.fromisoformat(self.data.assessment.announced_on)
            text = format_date(day, thai=False)
            announced = filled(self.words["announced"], {"announced_date": text})
        count = str(len(self.data.catalogue.instruments))
        values = {"announced": announced, "instruments": count}
        if found is None or found.overall.value is None:
            return filled(self.words["no_score"], values)
        template = filled(self.words["before"], values)
        return overall.sentence(template, self.data, found, self.words)

    def _instruments(self) -> list[Block]:
        """Each instrument with what it asks and its indicators."""
        blocks: list[Block] = []
        for number, instrument in enumerate(self.data.catalogue.instruments, 1):
            name = f"{instrument.name.text} ({instrument.code})".strip()
            about = self.words.get(f"about_{instrument.code}", "")
            text = f"{about} มี {len(instrument.indicators)} ตัวชี้วัด ได้แก่".strip()
            runs = (Run(f"ส่วนที่ {number} {name} ", bold=True), Run(text))
            lead = body("", self.size)
            blocks.append(replace(lead, runs=runs, after=0.0, keep_with_next=True))
            blocks += self._indicators(instrument)
        return blocks

    def _indicators(self, instrument: Instrument) -> list[Block]:
        blocks: list[Block] = []
        for indicator in instrument.indicators:
            blocks.append(self._listed(f"- {indicator_name(indicator)}{self._score(indicator)}"))
            for sub in indicator.sub_indicators:
                text = f"- ตัวชี้วัดย่อยที่ {sub.code} {sub.name.text}".rstrip()
                blocks.append(self._listed(text, LIST_HANG))
        return blocks

    def _score(self, indicator: Indicator) -> str:
        figure = self.data.result.indicators.get(indicator.no, NOTHING)
        if figure.value is None:
            return ""
        text = f" ได้คะแนน {format_score(figure.value, thai=False)}"
        return text if figure.complete else f"{text} ({INCOMPLETE})"

    def _listed(self, text: str, more: float = 0.0) -> Paragraph:
        return Paragraph((Run(text),), size=self.size, indent=LIST_INDENT + more, hang=LIST_HANG)

    def _rating(self) -> list[Block]:
        """The rule of the year, beside another one where a year of this report had another."""
        rules = self._rules()
        table = rating_table.RatingTable(self.words, self.style).table(rules)
        blocks: list[Block] = [heading(self.words["rating_title"], self.size), table]
        looks = any(level.each_min is not None for rule in rules for level in rule.levels)
        if looks and self.words["rating_note"]:
            values = {"looked_at": rating_table.looked_at(self.data.catalogue)}
            note = filled(self.words["rating_note"], values)
            blocks.append(Paragraph((Run(note),), size=self.style.size, after=6.0))
        return blocks

    def _rules(self) -> list[RatingRule]:
        """The different rules of the years in this report, the oldest first."""
        year = self.data.year
        found = [overall_of(self.data, each) for each in (year - 1, year, year + 1)]
        rules: list[RatingRule] = []
        for each in found:
            if each is not None and each.rule.levels not in [rule.levels for rule in rules]:
                rules.append(each.rule)
        return rules
