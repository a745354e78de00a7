"""What a manager reads first: the score, the weakest questions, how far the measures are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from itadesk.catalogue.wording import printed_text
from itadesk.comparing import Level, compare
from itadesk.comparison import YearOverall, change, overall_of, signed
from itadesk.findings import FULL
from itadesk.labels import ROUND_STATUS
from itadesk.model.result import shown
from itadesk.model.work import RoundStatus
from itadesk.model.year import OtherYear, YearData
from itadesk.reports.content import Align, Cell, Paragraph, Row, Run, Table, VAlign
from itadesk.reports.forms import FormText
from itadesk.reports.parts.analysis import INCOMPLETE
from itadesk.reports.parts.cells import AFTER_TABLE, CellStyle
from itadesk.reports.parts.overall import printed_overall
from itadesk.reports.parts.rounds import latest_round, reports_of
from itadesk.reports.texts import filled
from itadesk.thai.numbers import format_score

LARGE, MEDIUM = 36.0, 24.0  # pt
WEAKEST = 5
MOVES, MOVES_SIZE = 2, 12.0  # questions, pt; one line
QUESTION_WIDTHS = (1.3, 12.6, 2.1)
NONE = "-"
_UNTOLD = "ยังไม่ระบุสถานะ"
_ORDER = (
    RoundStatus.DONE,
    RoundStatus.UNDER_WAY,
    RoundStatus.NOT_STARTED,
    RoundStatus.CANCELLED,
)
TEXTS = (
    FormText("overall_head", "หัวช่องคะแนน", "คะแนนภาพรวม"),
    FormText("level_head", "หัวช่องระดับ", "ระดับผลการประเมิน"),
    FormText("change_head", "หัวช่องเปรียบเทียบ", "เทียบกับปี {before_year}"),
    FormText("unknown_before", "คำที่ใช้เมื่อไม่มีผลของปีก่อน", "ยังไม่มีผลของปี {before_year}"),
    FormText("col_code", "หัวตารางข้อคำถาม ช่องที่ ๑", "ข้อ"),
    FormText("col_question", "หัวตารางข้อคำถาม ช่องที่ ๒", "ข้อคำถาม"),
    FormText("col_score", "หัวตารางข้อคำถาม ช่องที่ ๓", "คะแนน"),
    FormText(
        "moves",
        "ประโยคเทียบรายข้อกับปีก่อน (ว่าง = ไม่พิมพ์)",
        "เทียบรายข้อกับปี {before_year} เพิ่มมากที่สุด {gains} ลดมากที่สุด {losses}",
    ),
    FormText("full", "คำที่ใช้เมื่อทุกข้อได้คะแนนเต็ม", "ทุกข้อที่กรอกแล้วได้คะแนนเต็ม"),
    FormText("total", "หัวตารางมาตรการ ช่องทั้งหมด", "ทั้งหมด"),
)


@dataclass(frozen=True, slots=True)
class Overview:
    """Prints the figures of a year with the words of a form."""

    data: YearData
    words: Mapping[str, str]
    style: CellStyle

    def overall(self) -> Table:
        """Score, level and change in three boxes, large."""
        found = overall_of(self.data, self.data.year)
        value = found.overall.value if found else None
        doubt = INCOMPLETE if value is not None and not self.data.result.overall.complete else ""
        boxes = (
            self._box("overall_head", format_score(value, thai=False) or NONE, doubt, LARGE),
            self._box("level_head", self.data.result.rating or NONE, self._passes(), MEDIUM),
            self._change(found),
        )
        return Table((5.0, 5.0, 6.0), (Row(boxes, splittable=False),), after=AFTER_TABLE)

    def _passes(self) -> str:
        passes = self.data.result.passes
        return "" if passes is None else "ผ่านเกณฑ์" if passes else "ไม่ผ่านเกณฑ์"

    def _change(self, found: YearOverall | None) -> Cell:
        year = self.data.year - 1
        before = overall_of(self.data, year)
        if before is None or before.overall.value is None:
            missing = filled(self.words["unknown_before"], {"before_year": str(year)})
            return self._box("change_head", NONE, missing, MEDIUM)
        difference = change(before, found)
        told = " ".join(filter(None, (printed_overall(before), before.rating)))
        text = NONE if difference is None else signed(difference)
        return self._box("change_head", text, f"ปี {year} ได้ {told}", MEDIUM)

    def _box(self, key: str, large: str, small: str, size: float) -> Cell:
        head = filled(self.words[key], {"before_year": str(self.data.year - 1)})
        lines = [
            self.style.line(Run(head), align=Align.CENTRE),
            Paragraph((Run(large, bold=True),), "cell", size, Align.CENTRE),
        ]
        if small:
            lines.append(self.style.line(Run(small), align=Align.CENTRE))
        return Cell(tuple(lines), valign=VAlign.MIDDLE)

    def weakest(self) -> Table | Paragraph:
        """The lowest questions of all instruments; ties that are left out are counted."""
        ranked = sorted(self._below().items(), key=lambda item: item[1])
        if not ranked:
            scored = any(f.value is not None for f in self.data.result.questions.values())
            text = self.words["full"] if scored else "ยังไม่ได้กรอกคะแนนรายข้อ"
            return Paragraph((Run(text),), size=self.style.size)
        rows = [self._question(code, value) for code, value in ranked[:WEAKEST]]
        last = ranked[:WEAKEST][-1][1]
        more = sum(1 for _, value in ranked[WEAKEST:] if value == last)
        if more:
            told = f"และอีก {more} ข้อที่ได้ {format_score(last, thai=False)} คะแนนเท่ากัน"
            cell = replace(self.style.text(told), colspan=len(QUESTION_WIDTHS))
            rows.append(Row((cell,), splittable=False))
        titles = tuple(self.words[key] for key in ("col_code", "col_question", "col_score"))
        return replace(self.style.table(QUESTION_WIDTHS, titles, rows), together=True)

    def moves(self) -> tuple[Paragraph, ...]:
        """The largest gains and losses since the year before, by the codes of this year."""
        year = self.data.year - 1
        before = self.data.neighbours.get(year)
        if before is None or not self.words["moves"]:
            return ()
        now = OtherYear(self.data.catalogue, self.data.assessment)
        lines = [each for each in compare(before, now) if each.level is Level.QUESTION]
        changed = [(each.change, each.code) for each in lines if each.change]
        if not changed:
            return ()
        gains, losses = (
            " ".join(f"{code} ({signed(size)})" for size, code in sorted(found, key=by)[:MOVES])
            for found, by in (
                ([one for one in changed if one[0] > 0], lambda one: -one[0]),
                ([one for one in changed if one[0] < 0], lambda one: one[0]),
            )
        )
        values = {"before_year": str(year), "gains": gains or NONE, "losses": losses or NONE}
        text = filled(self.words["moves"], values)
        return (Paragraph((Run(text),), size=MOVES_SIZE),)

    def _below(self) -> dict[str, Decimal]:
        """Questions below full marks, as shown, in printed order."""
        values = {
            code: shown(figure.value)
            for code, figure in self.data.result.questions.items()
            if figure.value is not None
        }
        return {code: value for code, value in values.items() if value < FULL}

    def _question(self, code: str, value: Decimal) -> Row:
        question = self.data.catalogue.question(code)
        text = printed_text(question) if question else ""
        score = self.style.number(format_score(value, thai=False))
        return Row((self.style.number(code), self.style.text(text), score), splittable=False)

    def statuses(self) -> Table:
        """How many measures are how far in the latest round."""
        reports = reports_of(self.data, latest_round(self.data))
        found = Counter(
            report.status if (report := reports.get(measure.id or 0)) else None
            for measure in self.data.measures
        )
        counts = {self.words["total"]: len(self.data.measures)}
        counts |= {ROUND_STATUS[status]: found[status] for status in _ORDER}
        counts[_UNTOLD] = found[None]
        cells = tuple(self.style.number(str(count)) for count in counts.values())
        widths = (1.0,) * len(counts)
        return replace(self.style.table(widths, tuple(counts), [Row(cells)]), together=True)
