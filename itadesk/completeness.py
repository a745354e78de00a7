"""What the published items of a year ask for, as a list with ticks.

No official wording of it is known; the list is what offices that answered the items print.
"""

from __future__ import annotations

from dataclasses import dataclass

from itadesk.checks import CheckData
from itadesk.checks.work import incomplete, outside_plan_year, unanswered
from itadesk.checks.years import item_year, measures_year, result_year
from itadesk.lacking import unanalysed
from itadesk.model.catalogue import Indicator
from itadesk.model.year import YearData
from itadesk.published import published
from itadesk.reports.parts.rounds import latest_round, reports_of
from itadesk.thai.digits import to_thai

_NAMED = 5  # numbers in one line


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing that is asked for; `how` says what is missing, "" when it is there.

    `place` is where it is written.
    """

    what: str
    how: str
    place: str

    @property
    def done(self) -> bool:
        return not self.how


def completeness(found: CheckData) -> tuple[Tick, ...]:
    """All of it, in the order in which a reader looks for it."""
    data = found.data
    return (
        Tick("วิเคราะห์ผลการประเมินของปีก่อน รวมจุดที่ต้องพัฒนา", *_analysed(data)),
        Tick("จุดที่ต้องพัฒนาทุกจุดมีมาตรการ", *_answered(found)),
        Tick("มาตรการทุกรายการมีขั้นตอน ผู้รับผิดชอบ และช่วงระยะเวลา", *_whole(found)),
        Tick(to_thai(f"ช่วงระยะเวลาอยู่ในปีงบประมาณ {data.assessment.plan_year}"), *_in_year(found)),
        Tick("รายงานผลมีผลผลิตและผลลัพธ์ทุกมาตรการ", *_reported(data)),
        Tick("มีข้อจำกัดของหน่วยงาน", *_limited(data)),
        Tick("เอกสารระบุปีถูกต้อง", *_of_its_year(found)),
    )


def asked_by(data: YearData) -> str:
    """The items that ask for it, e.g. o๒๕ และ o๒๖ ของปี ๒๕๖๙; "" where they are not known."""
    codes = published().get(data.assessment.plan_year, ())
    words = " และ ".join(codes)
    return to_thai(f"{words} ของปี {data.assessment.plan_year}") if words else ""


def _analysed(data: YearData) -> tuple[str, str]:
    if data.result.overall.value is None and not any(f.cause for f in data.findings):
        return "ยังไม่มีคะแนนภาพรวม", "scores"
    missing = unanalysed(data)
    place = f"analysis:{missing[0].no}" if missing else "analysis"
    return _numbers("ยังไม่ได้เขียน", missing), place


def _answered(found: CheckData) -> tuple[str, str]:
    places = [remark.place for remark in unanswered(found)]
    if places:
        numbers = _listed([place.rpartition(":")[2] for place in places])
        return f"ยังไม่มีมาตรการของตัวชี้วัดที่ {numbers}", places[0]
    return ("" if found.data.measures else "ยังไม่มีมาตรการ"), "measures"


def _whole(found: CheckData) -> tuple[str, str]:
    if not found.data.measures:
        return "ยังไม่มีมาตรการ", "measures"
    return _measures("ยังไม่ครบ", [remark.place for remark in incomplete(found)])


def _in_year(found: CheckData) -> tuple[str, str]:
    if not found.data.measures:
        return "ยังไม่มีมาตรการ", "measures"
    places = [remark.place for remark in outside_plan_year(found)]
    bare = [
        f"measures:{measure.position}"
        for measure in found.data.measures
        if not (measure.start or measure.end or measure.period_text)
    ]
    return _measures("ต้องแก้ไข" if places else "ยังไม่ระบุ", places or bare)


def _reported(data: YearData) -> tuple[str, str]:
    months = latest_round(data)
    if months is None:
        return "ยังไม่มีรายงานผล", "rounds"
    reports = reports_of(data, months)
    bare = [
        measure.position
        for measure in data.measures
        if not ((told := reports.get(measure.id or 0)) and told.output and told.outcome)
    ]
    if not bare:
        return "", f"rounds:{months}"
    words = to_thai(f"รอบ {months} เดือน ยังขาด {len(bare)} มาตรการ")
    return words, f"rounds:{months}:{bare[0]}"


def _limited(data: YearData) -> tuple[str, str]:
    return ("" if data.limitations else "ยังไม่ได้เขียน"), "documents:results"


def _of_its_year(found: CheckData) -> tuple[str, str]:
    remarks = [r for check in (result_year, measures_year, item_year) for r in check(found)]
    if not remarks:
        return "", "documents"
    return f"ต้องแก้ไข {to_thai(str(len(remarks)))} แห่ง", remarks[0].place


def _measures(words: str, places: list[str]) -> tuple[str, str]:
    if not places:
        return "", "measures"
    numbers = list(dict.fromkeys(place.rpartition(":")[2] for place in places))
    return f"{words}ลำดับที่ {_listed(numbers)}", places[0]


def _numbers(words: str, indicators: list[Indicator]) -> str:
    if not indicators:
        return ""
    return f"{words}ตัวชี้วัดที่ {_listed([str(indicator.no) for indicator in indicators])}"


def _listed(numbers: list[str]) -> str:
    more = " …" if len(numbers) > _NAMED else ""
    return to_thai(" ".join(numbers[:_NAMED])) + more
