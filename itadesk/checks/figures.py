"""Scores that a text gives for a question, an indicator or the whole, against the data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.checks.reading import Of, Text
from itadesk.model.assessment import QuestionScore
from itadesk.model.result import NOTHING, Figure, shown
from itadesk.model.year import YearData
from itadesk.thai.digits import to_thai
from itadesk.thai.mentions import codes_in, indicators_in, score_after, years_in

_TOLERANCE = Decimal("0.01")
_BACK = 80  # letters in which another year may stand before
# what stands between a name and a number that is not its score of this year
_OTHERWISE = re.compile(
    r"เฉลี่ย|เป้าหมาย|ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|เกิน|มากกว่า|น้อยกว่า|ต่ำกว่า|สูงกว่า|เพิ่ม|ลด|ปีที่|ปีก่อน|เดิม"
    r"|เกณฑ์|ร้อยละ|ผลต่าง|ตัวชี้วัด|แบบวัด|ภาพรวม|ส่วนที่|จาก|เทียบ|ประเด็น|ข้อ|\bi|\be"
)
_WHOLE = re.compile(r"คะแนนภาพรวม|คะแนนรวม|คะแนนเฉลี่ยรวม|ได้รับคะแนน|ผลคะแนนรวม")
_PART = re.compile(r"ข้อ|ตัวชี้วัด|แบบวัด|ประเด็น|ส่วนที่|[ieo]\s?[0-9๐-๙]", re.IGNORECASE)
_INSTRUMENT = re.compile(r"(?:แบบวัด|คะแนน|เครื่องมือ)\s*(?P<code>IIT|EIT|OIT)(?![A-Za-z])")


def differs(found: CheckData) -> Iterator[Remark]:
    """A score in a text that the year does not have."""
    for text in found.texts:
        if text.of is Of.ROUND:
            continue  # tells of a later result
        for at, name, values in _named(found.data, text.text):
            said = score_after(text.text, at)
            if said is None or not values or _another(found.data, text.text, at, said[1]):
                continue
            if all(abs(Decimal(said[0]) - value) > _TOLERANCE for value in values):
                yield _remark(text, name, said[0], values)


def _named(data: YearData, text: str) -> Iterator[tuple[int, str, tuple[Decimal, ...]]]:
    """What a score may follow: where its name ends, what it is called, what it has."""
    for code in codes_in(text):
        if not code.last:
            yield code.end, f"ข้อ {code.code}", tuple(_of_question(data, code.code))
    for each in indicators_in(text):
        figure = data.result.indicators.get(each.number, NOTHING)
        yield each.end, f"ตัวชี้วัดที่ {each.number}", tuple(_of(figure))
    for match in _INSTRUMENT.finditer(text):
        keys = (match["code"], f"{match['code']}1", f"{match['code']}2")
        figures = [data.result.instruments.get(key, NOTHING) for key in keys]
        values = tuple(value for figure in figures for value in _of(figure))
        yield match.end(), f"แบบวัด {match['code']}", values
    for match in _WHOLE.finditer(text):
        if _PART.search(text[max(0, match.start() - _BACK) : match.start()].rpartition("\n")[2]):
            continue  # the score of something that was named before
        yield match.end(), "คะแนนภาพรวม", tuple(_of(data.result.overall))


def _another(data: YearData, text: str, at: int, between: str) -> bool:
    """Whether the number is an aim, a difference, or of another year."""
    if _OTHERWISE.search(between):
        return True
    before = [each for each in years_in(text) if at - _BACK <= each.end <= at]
    return bool(before) and before[-1].number != data.year


def _of_question(data: YearData, code: str) -> Iterator[Decimal]:
    score = data.assessment.scores.get(code, QuestionScore(code))
    yield from _of(data.result.questions.get(code, NOTHING))
    yield from (shown(part) for part in (score.part1, score.part2) if part is not None)


def _of(figure: Figure) -> Iterator[Decimal]:
    yield from (shown(each) for each in (figure.computed, figure.official) if each is not None)


def _remark(text: Text, name: str, said: str, values: Iterable[Decimal]) -> Remark:
    right = " หรือ ".join(str(each) for each in dict.fromkeys(values))
    return Remark(
        "analysis.score_differs",
        Severity.MISTAKE,
        to_thai(f"{text.name} เขียนว่า{name} ได้ {said} คะแนน แต่คะแนนที่กรอกคือ {right} โปรดแก้ไขให้ตรงกัน"),
        text.place,
    )


CHECKS: tuple[Check, ...] = (differs,)
