"""What follows from an issue: a conclusion, then how, by whom, in which steps and when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from itadesk.issues import IssueFacts
from itadesk.model.result import NOTHING
from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.reports.content import Block, Paragraph, Run
from itadesk.reports.forms import FormText
from itadesk.reports.parts.headings import body, subheading
from itadesk.reports.parts.measures import step_line
from itadesk.reports.parts.numbering import Listing, listing
from itadesk.reports.texts import filled
from itadesk.thai.dates import format_date
from itadesk.thai.numbers import format_score

HEAD_FIRST, ITEM_FIRST, BELOW_FIRST = 1.5, 2.5, 3.5  # cm
_DASH = re.compile(r"^\s*[-–•]\s*")  # a list of its own stands there already
TEXTS = (
    FormText(
        "plan_title",
        "หัวข้อการนำผลการวิเคราะห์ไปสู่การปฏิบัติ",
        "การกำหนดวิธีการนำผลการวิเคราะห์แต่ละประเด็นไปสู่การปฏิบัติ",
    ),
    FormText(
        "conclusion_weak",
        "สรุปเมื่อมีจุดอ่อน (ใช้เมื่อไม่ได้เขียนสรุปเอง)",
        "ผลการประเมินปีงบประมาณ พ.ศ. {year} ในประเด็น “{issue}” มีข้อคำถามที่เป็นจุดอ่อน {weak_count} ข้อ "
        "ได้แก่ {weak_list} {office} จึงกำหนดการดำเนินการในปีงบประมาณ พ.ศ. {plan_year} ดังนี้",
        multiline=True,
    ),
    FormText(
        "conclusion_keep",
        "สรุปเมื่อไม่มีจุดอ่อน",
        "ผลการประเมินปีงบประมาณ พ.ศ. {year} ไม่พบข้อคำถามที่เป็นจุดอ่อนในประเด็น “{issue}” "
        "{office} จึงรักษาระดับการดำเนินงานไว้ในปีงบประมาณ พ.ศ. {plan_year}",
        multiline=True,
    ),
    FormText(
        "conclusion_open",
        "สรุปเมื่อคะแนนรายข้อยังไม่ครบ",
        "คะแนนรายข้อของประเด็น “{issue}” ยังไม่ครบ จึงยังสรุปจุดอ่อนของประเด็นนี้ไม่ได้",
        multiline=True,
    ),
    FormText("plan_how", "หัวข้อย่อย วิธีการ", "วิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ"),
    FormText("plan_who", "หัวข้อย่อย ผู้รับผิดชอบ", "การกำหนดผู้รับผิดชอบหรือผู้ที่เกี่ยวข้อง"),
    FormText("plan_steps", "หัวข้อย่อย ขั้นตอน", "การกำหนดขั้นตอนหรือวิธีการปฏิบัติ"),
    FormText("plan_when", "หัวข้อย่อย ระยะเวลา", "ระยะเวลาดำเนินการ"),
    FormText("plan_none", "คำที่ใช้เมื่อยังไม่มีมาตรการ", "ยังไม่ได้กำหนด"),
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line under a head; `first` cm from the margin."""

    text: str
    first: float = ITEM_FIRST
    bold: bool = False


@dataclass(frozen=True, slots=True)
class IssuePlan:
    """Prints what the office will do about the issues of a year with the words of a form."""

    data: YearData
    words: Mapping[str, str]
    size: float

    def blocks(self, facts: IssueFacts) -> list[Block]:
        """Conclusion, and the four heads where there is something to do."""
        blocks: list[Block] = [subheading(self.words["plan_title"], self.size)]
        blocks += [body(text, self.size) for text in self._conclusion(facts).split("\n")]
        if facts.weak or facts.measures:
            blocks += self.plan(facts.measures)
        return blocks

    def plan(self, measures: Sequence[Measure]) -> list[Block]:
        """๑) how ๒) by whom ๓) in which steps ๔) when."""
        how, places = self._numbered(1, [_activities(measure) for measure in measures])
        titled = self._titled(how, measures, places)
        steps, _ = self._numbered(3, [_steps(measure) for measure in measures])
        who = _shared([(_who(m), p) for m, p in zip(measures, places, strict=True)])
        when = _shared([(_when(m), p) for m, p in zip(measures, places, strict=True)])
        if len(when) == 1:
            when = [_Line(when[0].text.removeprefix("- "), 0.0)]
        parts = (
            ("plan_how", titled),
            ("plan_who", who),
            ("plan_steps", [line for group in steps for line in group]),
            ("plan_when", when),
        )
        return [
            block
            for number, (key, lines) in enumerate(parts, 1)
            for block in self._part(number, self.words[key], lines)
        ]

    def _conclusion(self, facts: IssueFacts) -> str:
        own = [f.conclusion for f in self.data.findings if f.issue == facts.issue.no]
        return "\n".join(filter(None, own)) or self.conclusion_from_data(facts)

    def conclusion_from_data(self, facts: IssueFacts) -> str:
        """What is printed while the office has written none of its own."""
        key = "conclusion_weak" if facts.weak else "conclusion_keep"
        if not facts.weak and (facts.unscored or not facts.codes):
            key = "conclusion_open"
        values = {
            "issue": facts.issue.name,
            "weak_count": str(len(facts.weak)),
            "weak_list": self._listed(facts.weak),
        }
        return filled(self.words[key], values)

    def _listed(self, codes: Sequence[str]) -> str:
        """ข้อ e๑ (๘๙.๙๒ คะแนน) ข้อ e๒ (…) และข้อ e๓ (…)."""
        named = [f"ข้อ {code} ({self._score(code)} คะแนน)" for code in codes]
        if len(named) < 2:
            return "".join(named)
        return f"{' '.join(named[:-1])} และ{named[-1]}"

    def _score(self, code: str) -> str:
        return format_score(self.data.result.questions.get(code, NOTHING).value, thai=False)

    def _numbered(
        self, part: int, lists: Sequence[Listing]
    ) -> tuple[list[list[_Line]], list[tuple[int, int]]]:
        """Lines of each list, numbered through, and the first and last number of each."""
        groups: list[list[_Line]] = []
        places: list[tuple[int, int]] = []
        number = 0
        for found in lists:
            start = number + 1
            lines = [_Line(line) for line in found.lead]
            for item in found.items:
                number += 1
                first, *below = item.lines(f"{part}.{number}", ")")
                lines += [_Line(first), *(_Line(line, BELOW_FIRST) for line in below)]
            groups.append(lines)
            places.append((start, number))
        return groups, places

    def _titled(
        self,
        groups: Sequence[list[_Line]],
        measures: Sequence[Measure],
        places: Sequence[tuple[int, int]],
    ) -> list[_Line]:
        """A measure's own title stands in bold above its activities."""
        lines: list[_Line] = []
        for group, measure, (first, last) in zip(groups, measures, places, strict=True):
            if measure.title and measure.activities and last >= first:
                lines.append(_Line(measure.title, bold=True))
            lines += group
        return lines

    def _part(self, number: int, head: str, lines: Sequence[_Line]) -> list[Block]:
        """A head with its lines below; a single unnumbered one stands beside it."""
        lines = lines or [_Line(self.words["plan_none"], 0.0)]
        beside = len(lines) == 1 and lines[0].first == 0.0
        runs = [Run(f"{number}) {head}", bold=True)]
        if beside:
            runs.append(Run(f" {lines[0].text}"))
        title = Paragraph(
            tuple(runs), size=self.size, first=HEAD_FIRST, before=4.0, keep_with_next=not beside
        )
        return [title] if beside else [title, *(self._paragraph(line) for line in lines)]

    def _paragraph(self, line: _Line) -> Paragraph:
        plain = body(line.text, self.size)
        runs = (Run(line.text, bold=line.bold),)
        return replace(plain, runs=runs, first=line.first, before=0.0, after=2.0)


def _activities(measure: Measure) -> Listing:
    return listing(measure.activities or measure.title)


def _steps(measure: Measure) -> Listing:
    return listing("\n".join(step_line(step) for step in measure.steps))


def _who(measure: Measure) -> tuple[str, ...]:
    lines = (_DASH.sub("", line) for line in measure.responsible.split("\n"))
    return (*measure.units, *filter(None, lines))


def _when(measure: Measure) -> tuple[str, ...]:
    dates = ""
    if measure.start and measure.end:
        dates = f"{format_date(measure.start, thai=False)} – {format_date(measure.end, thai=False)}"
    text = " ".join(filter(None, (dates, measure.period_text)))
    return (text,) if text else ()


def _shared(found: Sequence[tuple[tuple[str, ...], tuple[int, int]]]) -> list[_Line]:
    """Each answer once, with the activities it belongs to where there are several answers."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for answer, place in found:
        places.setdefault(answer, []).append(place)
    if len(places) == 1:
        return [_Line(f"- {each}") for answer in places for each in answer]
    return [
        _Line(f"- {' '.join(answer)} (ข้อ {_numbers(found)})")
        for answer, found in places.items()
        if answer
    ]


def _numbers(places: Sequence[tuple[int, int]]) -> str:
    """1.1 1.3–1.5"""
    return " ".join(
        f"1.{first}" if first >= last else f"1.{first}–1.{last}" for first, last in places
    )
