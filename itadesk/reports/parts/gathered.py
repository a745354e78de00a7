"""Tables of what a province gathered: ranking, districts and kinds, levels, weak places."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from itadesk.catalogue.wording import printed, printed_text
from itadesk.comparison import signed
from itadesk.findings import classify
from itadesk.gathering import (
    PASS,
    OfficeLine,
    WeakPlace,
    by_group,
    levels,
    not_sent,
    weakest_indicators,
    weakest_questions,
)
from itadesk.model.province import ReceivedYear
from itadesk.model.year import YearData
from itadesk.owing import round_lines
from itadesk.reports.content import Bar, Bars, Paragraph, Row, Run, Table
from itadesk.reports.forms import FormText
from itadesk.reports.parts.cells import CellStyle
from itadesk.reports.parts.score_chart import SIGNS, WEIGHTS
from itadesk.thai.numbers import format_score

_NameOf = Callable[[OfficeLine], str]
NONE = "-"
UNRATED, NO_DISTRICT = "ยังไม่มีระดับ", "ไม่ระบุอำเภอ"
MOST_QUESTIONS = 10
RANK_WIDTHS = (1.2, 7.2, 2.8, 2.8, 1.7, 1.7, 1.7, 1.7, 1.9, 2.6, 1.9)
GROUP_WIDTHS = (5.0, 2.4, 2.4, 2.4, 2.4, 2.4)
LEVEL_WIDTHS = (6.0, 3.0, 3.0)
QUESTION_WIDTHS = (1.6, 13.0, 2.6, 2.6, 2.6)
WAITING_WIDTHS = (1.4, 10.0, 4.0, 4.0)
ROUND_WIDTHS = (4.0, 3.2, 3.6, 3.2, 3.2, 3.2)
BARE_WIDTHS = (1.4, 10.0, 4.0, 2.6, 7.0)
_FIGURES = ("IIT", "EIT1", "EIT2", "OIT", "overall")
TEXTS = (
    FormText("rank_no", "หัวตารางลำดับ ช่องที่ ๑", "ลำดับ"),
    FormText("rank_name", "หัวตารางลำดับ ช่องที่ ๒", "หน่วยงาน"),
    FormText("rank_kind", "หัวตารางลำดับ ช่องที่ ๓", "ประเภท"),
    FormText("rank_district", "หัวตารางลำดับ ช่องที่ ๔", "อำเภอ"),
    FormText("rank_rating", "หัวตารางลำดับ ช่องที่ ๑๐", "ระดับ"),
    FormText("rank_change", "หัวตารางลำดับ ช่องที่ ๑๑", "เปลี่ยนจากปีก่อน"),
    FormText("overall", "คำเรียกคะแนนภาพรวมในตาราง", "ภาพรวม"),
)


@dataclass(frozen=True, slots=True)
class GatheredPart:
    """Prints the offices of a province with the words of a form."""

    data: YearData
    lines: tuple[OfficeLine, ...]
    words: Mapping[str, str]
    style: CellStyle

    def ranking(self, lines: Sequence[OfficeLine]) -> Table:
        """Offices with a score, from the highest down."""
        words = self.words
        heads = (
            *(words["rank_no"], words["rank_name"], words["rank_kind"], words["rank_district"]),
            *("IIT", "EIT ส่วนที่ 1", "EIT ส่วนที่ 2", "OIT", words["overall"]),
            *(words["rank_rating"], words["rank_change"]),
        )
        return self.style.table(RANK_WIDTHS, heads, [self._ranked(line) for line in lines])

    def districts(self) -> Table:
        """Offices of each district: how many, sent, scored, passed, and their mean."""
        return self._groups("อำเภอ", lambda line: line.district or NO_DISTRICT)

    def kinds(self) -> Table:
        """The same by kind of office."""
        return self._groups("ประเภท", lambda line: line.kind or NONE)

    def levels(self) -> Table:
        """How many offices have each level, in the order of the year's rule."""
        found = dict(levels(self.lines))
        order = [level.name for level in self.data.catalogue.rating.levels]
        named = [*(name for name in order if name in found), *(n for n in found if n not in order)]
        total = len(self.lines)
        rows = [
            Row(
                (
                    self.style.text(name or UNRATED),
                    self.style.number(str(found[name])),
                    self.style.number(_share(found[name], total)),
                )
            )
            for name in named
        ]
        heads = ("ระดับ", "จำนวน (แห่ง)", "ร้อยละ")
        return replace(self.style.table(LEVEL_WIDTHS, heads, rows), together=True)

    def indicators(self) -> Bars:
        """Means of the indicators from the lowest up; a line marks 85."""
        names = {str(each.no): printed(each.name) for each in self.data.catalogue.indicators}
        bars = tuple(
            self._bar(place, f"{place.key}. {names.get(place.key, '')}")
            for place in weakest_indicators(self.lines)
        )
        return Bars(bars, float(PASS), 0.36, 0.2, before=2.0, after=6.0)

    def questions(self) -> Table:
        """The questions with the lowest means over the offices that sent their scores."""
        rows = []
        for place in weakest_questions(received_of(self.lines))[:MOST_QUESTIONS]:
            question = self.data.catalogue.question(place.key)
            text = printed_text(question) if question else NONE
            figures = (_score(place.mean), _score(place.lowest), str(place.offices))
            rows.append(
                Row(
                    (
                        self.style.number(place.key),
                        self.style.text(text),
                        *map(self.style.number, figures),
                    )
                )
            )
        heads = ("ข้อ", "ข้อคำถาม", "เฉลี่ย", "ต่ำสุด", "จำนวน (แห่ง)")
        return replace(self.style.table(QUESTION_WIDTHS, heads, rows), together=True)

    def waiting(self) -> Table:
        """Offices that have not sent, or whose file went back, by district."""
        rows = [
            Row(
                (
                    self.style.number(str(number)),
                    self.style.text(line.name),
                    self.style.text(line.district or NONE),
                    self.style.text(_why(line)),
                )
            )
            for number, line in enumerate(not_sent(self.lines), start=1)
        ]
        return self.style.table(WAITING_WIDTHS, ("ที่", "หน่วยงาน", "อำเภอ", "หมายเหตุ"), rows)

    def rounds(self) -> Table:
        """Each round over all offices with measures: how many told of all, and of how many."""
        rows = []
        for each in round_lines(received_of(self.lines), date.max):
            cells = (each.offices, each.told_offices, each.measures, each.told)
            share = _share(each.told, each.measures)
            name = self.style.text(f"รอบ {each.months} เดือน")
            rows.append(Row((name, *map(self.style.number, (*map(str, cells), share)))))
        heads = ("รอบ", "หน่วยงาน (แห่ง)", "รายงานครบ (แห่ง)", "มาตรการ", "รายงานแล้ว", "ร้อยละ")
        return replace(self.style.table(ROUND_WIDTHS, heads, rows), together=True)

    def only_measures(self, lines: Sequence[OfficeLine]) -> Table:
        """Offices without scores of their own: their measures, and what they told of them."""
        rows = []
        for number, line in enumerate(lines, start=1):
            received = line.received
            told = "\n".join(
                f"รอบ {each.months} เดือน รายงานแล้ว {each.told} จาก {each.measures}"
                for each in (received.rounds if received else ())
            )
            name, place = self.style.text(line.name), self.style.text(line.district or NONE)
            measures = self.style.number(str(received.measures) if received else NONE)
            number_cell = self.style.number(str(number))
            rows.append(Row((number_cell, name, place, measures, self.style.text(told or NONE))))
        heads = ("ที่", "หน่วยงาน", "อำเภอ", "มาตรการ", "การรายงานผล")
        return self.style.table(BARE_WIDTHS, heads, rows)

    def _ranked(self, line: OfficeLine) -> Row:
        change = NONE if line.change is None else signed(line.change)
        figures = (_score(line.figures.get(key)) for key in _FIGURES)
        return Row(
            (
                self.style.number(str(line.rank or NONE)),
                self.style.text(line.name),
                self.style.text(line.kind or NONE),
                self.style.text(line.district or NONE),
                *map(self.style.number, figures),
                self.style.text(line.rating or NONE),
                self.style.number(change),
            ),
            splittable=False,
        )

    def _groups(self, head: str, name_of: _NameOf) -> Table:
        rows = []
        for each in by_group(self.lines, name_of):
            passed = f"{each.passed} ({_share(each.passed, each.scored)})" if each.scored else NONE
            cells = (str(each.offices), str(each.sent), str(each.scored), passed, _score(each.mean))
            rows.append(Row((self.style.text(each.name), *map(self.style.number, cells))))
        heads = (head, "หน่วยงาน", "ส่งแล้ว", "มีคะแนน", "ผ่าน (ร้อยละ)", "คะแนนเฉลี่ย")
        return replace(self.style.table(GROUP_WIDTHS, heads, rows), together=True)

    def _bar(self, place: WeakPlace, name: str) -> Bar:
        found = classify(place.mean, self.data.settings.thresholds)
        size = self.style.size
        label = Paragraph((Run(name.strip()),), "cell", size)
        note = f"{SIGNS[found]} {_score(place.mean)} (ต่ำสุด {_score(place.lowest)})"
        return Bar(label, float(place.mean), Paragraph((Run(note),), "cell", size), WEIGHTS[found])


def received_of(lines: Sequence[OfficeLine]) -> list[ReceivedYear]:
    """What was sent of the offices."""
    return [line.received for line in lines if line.received is not None]


def _why(line: OfficeLine) -> str:
    if line.received is None:
        return "ยังไม่ส่งไฟล์"
    remark = line.standing.remark if line.standing else ""
    return f"ส่งคืนแก้ไข {remark}".strip()


def _score(value: Decimal | None) -> str:
    return NONE if value is None else format_score(value, thai=False)


def _share(part: int, whole: int) -> str:
    return format_score(Decimal(100) * part / whole, thai=False) if whole else NONE
