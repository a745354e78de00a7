"""The year's road: its steps from one result to the next, how far each is, what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from itadesk.deadlines import USUAL_ROUNDS, Deadline, deadlines, round_key
from itadesk.lacking import unanalysed, without_measure
from itadesk.model.result import NOTHING
from itadesk.model.road import RoadStep, StepState
from itadesk.model.year import YearData
from itadesk.oit import items, register
from itadesk.papers import (
    ANNOUNCEMENT,
    APPROVING,
    CIRCULATION,
    MEMO,
    WORKING_GROUP,
    paper_step,
    publication_step,
)
from itadesk.reports.parts.rounds import reports_of, written
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score

DONE, BEGUN, NONE = StepState.DONE, StepState.BEGUN, StepState.NONE
CLOSING, CLARIFYING, ANNOUNCING = 7.0, 8.5, 10.5  # months of the plan year, as years usually go

LAPSE = timedelta(days=180)  # after which a missed day is no longer told


def road(data: YearData, after: YearData | None = None) -> tuple[RoadStep, ...]:
    """The steps in order; `after` is the next score year, where the file has it."""
    days = deadlines(data.assessment.plan_year, data.own_deadlines, data.own_rounds)
    due = {each.key: each.day for each in days}
    later = [
        (CLOSING, _closing(data, after, due.get("oit"))),
        (CLARIFYING, _clarifying(data, after)),
        (ANNOUNCING, _next_result(data, after)),
        *((n, _round(data, n, due.get(round_key(n)))) for n in data.own_rounds or USUAL_ROUNDS),
    ]
    steps = (
        _result(data),
        paper_step(data, MEMO),
        paper_step(data, WORKING_GROUP),
        _meeting(data),
        _measures(data),
        paper_step(data, APPROVING),
        paper_step(data, ANNOUNCEMENT),
        paper_step(data, CIRCULATION),
        publication_step(data),
        *(step for _when, step in sorted(later, key=lambda each: each[0])),
    )
    return tuple(_marked(data, step) for step in steps)


def next_step(steps: Sequence[RoadStep]) -> RoadStep | None:
    """The first that is not done; None when all are.

    What can be done outside the program is passed by once a later step is done, unless it was
    begun here.
    """
    last = max((n for n, step in enumerate(steps) if step.state is DONE), default=-1)
    for n, step in enumerate(steps):
        passed_by = step.markable and step.state is NONE and n < last
        if step.state is not DONE and not passed_by:
            return step
    return None


def overdue(step: RoadStep, today: date) -> bool:
    """Whether a step has missed its day; what was missed long ago is let rest."""
    return step.due is not None and step.state is not DONE and _missed(step.due, today)


def open_deadlines(
    days: Sequence[Deadline], steps: Sequence[RoadStep], today: date
) -> tuple[Deadline, ...]:
    """Those to come, and those that were missed lately, unless their step is done."""
    done = {step.key: step.state is DONE for step in steps}
    return tuple(
        each
        for each in days
        if not done.get(each.key, False)
        and (each.day >= today or (each.key in done and _missed(each.day, today)))
    )


def _missed(day: date, today: date) -> bool:
    return today - LAPSE <= day < today


def _marked(data: YearData, step: RoadStep) -> RoadStep:
    """Done as the office says, where the file does not show it."""
    if not step.markable or step.state is DONE or step.key not in data.own_deadlines:
        return step
    how = "ทำนอกโปรแกรม"
    return replace(step, state=DONE, how=how, todo=f"{step.title} ทำแล้วนอกโปรแกรม", marked=True)


def _result(data: YearData) -> RoadStep:
    codes = [question.code for question in data.catalogue.questions]
    have = sum(data.result.questions.get(c, NOTHING).value is not None for c in codes)
    if data.result.complete:
        state, how, todo = DONE, "ครบแล้ว", "กรอกผลคะแนนครบแล้ว"
    else:
        begun = have or data.assessment.official
        state, how = BEGUN if begun else NONE, to_thai(f"{have}/{len(codes)} ข้อ")
        todo = "กรอกหรือวางผลคะแนนที่ประกาศ"
        todo += to_thai(f" ยังขาด {len(codes) - have} ข้อ") if begun and have < len(codes) else ""
    return RoadStep("result", "ผลคะแนน", state, how, todo, "scores", data.year)


def _meeting(data: YearData) -> RoadStep:
    """The working group's analysis of every indicator, and the minutes of its meeting."""
    missing = unanalysed(data)
    minutes = any(each.form == "minutes" for each in data.documents)
    place = f"analysis:{missing[0].no}" if missing else "analysis"
    if data.result.overall.value is None:
        state, how, todo = NONE, "รอผลคะแนน", "เมื่อมีผลคะแนนแล้ว วิเคราะห์สาเหตุและแนวทางรายตัวชี้วัด"
    elif missing:
        state = BEGUN if data.findings or minutes else NONE
        how = to_thai(f"เหลือ {len(missing)} ตัวชี้วัด")
        todo = to_thai(f"เขียนสาเหตุและแนวทางการยกระดับอีก {len(missing)} ตัวชี้วัด")
    elif not minutes:
        state, how, place = BEGUN, "ขาดรายงาน", "documents:minutes"
        todo = "เขียนผลการวิเคราะห์ครบแล้ว จัดทำรายงานการประชุมคณะทำงาน"
    else:
        state, how, todo = DONE, "ครบแล้ว", "เขียนผลการวิเคราะห์และรายงานการประชุมแล้ว"
    markable = not missing and state is not NONE
    return RoadStep("meeting", "วิเคราะห์ผล", state, how, todo, place, data.year, markable=markable)


def _measures(data: YearData) -> RoadStep:
    missing, count = without_measure(data), to_thai(str(len(data.measures)))
    place = f"measures:indicator:{missing[0].no}" if missing else "measures"
    if missing:
        state, how = BEGUN if data.measures else NONE, to_thai(f"เหลือ {len(missing)} ตัวชี้วัด")
        todo = to_thai(f"กำหนดมาตรการอีก {len(missing)} ตัวชี้วัด")
    elif data.measures:
        state, how, todo = DONE, f"{count} มาตรการ", f"กำหนดมาตรการแล้ว {count} รายการ"
    else:
        state, how, todo = NONE, "ยังไม่มีมาตรการ", "กำหนดมาตรการสำหรับตัวชี้วัดที่ต้องพัฒนา"
    return RoadStep("measures", "ร่างมาตรการ", state, how, todo, place, data.year)


def _round(data: YearData, months: int, due: date | None) -> RoadStep:
    found, whole = reports_of(data, months), len(data.measures)
    have = sum(each.id in found and written(found[each.id]) for each in data.measures)
    title = to_thai(f"รอบ {months} เดือน")
    how = to_thai(f"รายงาน {have}/{whole}")
    if have and have == whole:
        state, how, todo = DONE, "ครบแล้ว", f"รายงานผล{title}ครบทุกมาตรการแล้ว"
    elif have:
        state, todo = BEGUN, to_thai(f"กรอกผลการดำเนินการ{title}อีก {whole - have} มาตรการ")
    else:
        state, todo = NONE, f"กรอกผลการดำเนินการ{title}"
        how = _until(due) or how
    place = f"rounds:{months}" if whole else "rounds"
    return RoadStep(
        round_key(months), title, state, how, todo + _by(state, due), place, data.year, due
    )


def _closing(data: YearData, after: YearData | None, due: date | None) -> RoadStep:
    """The register of the next score year: what is public there is what this year made."""
    year = to_thai(str(data.year + 1))
    title, state, how = f"OIT ปี {year}", NONE, _until(due)
    if after is None:
        todo = f"เพิ่มปี {year} ในไฟล์นี้ แล้วกรอกทะเบียน OIT ของปีนั้น"
    else:
        codes = {item.code for item in items(after.catalogue)}
        entries = register(after.catalogue, after.oit)
        have = sum(each.code in codes and each.answer is not None for each in entries)
        todo = to_thai(f"กรอกทะเบียน OIT ของปี {year} อีก {len(codes) - have} ข้อ")
        if have:
            state, how = BEGUN, to_thai(f"{have}/{len(codes)} ข้อ")
        if have and have == len(codes):
            state, todo = DONE, f"กรอกทะเบียน OIT ของปี {year} ครบแล้ว"
    return RoadStep(
        "oit", title, state, how or "ยังไม่กรอก", todo + _by(state, due), "oit", data.year + 1, due
    )


def _clarifying(data: YearData, after: YearData | None) -> RoadStep:
    """Nothing in the file tells of it but the result that comes afterwards."""
    known = after is not None and after.result.overall.value is not None
    return RoadStep(
        "clarification",
        "ชี้แจง OIT",
        DONE if known else NONE,
        "ผ่านแล้ว" if known else "รอผลเบื้องต้น",
        "ดูคะแนน OIT เบื้องต้นใน ITAS ข้อใดไม่ตรงให้ชี้แจงภายในเวลาที่ ป.ป.ช. กำหนด",
        "oit",
        data.year + 1,
        markable=True,
    )


def _next_result(data: YearData, after: YearData | None) -> RoadStep:
    year = to_thai(str(data.year + 1))
    title, place, when = f"ผลปี {year}", "scores", data.year + 1
    figure = NOTHING if after is None else after.result.overall
    if after is None or figure.value is None:
        todo = f"เมื่อประกาศผลปี {year} แล้ว กรอกคะแนนของปีนั้น"
        return RoadStep("next-result", title, NONE, "รอประกาศผล", todo, place, when)
    state = DONE if after.result.complete else BEGUN
    todo = f"กรอกคะแนนปี {year} แล้ว" if state is DONE else f"กรอกคะแนนปี {year} ให้ครบ"
    return RoadStep("next-result", title, state, format_score(figure.value), todo, place, when)


def _until(due: date | None) -> str:
    return f"ภายใน {_day(due)}" if due else ""


def _by(state: StepState, due: date | None) -> str:
    return f" ภายใน {format_date(due, 'short')}" if due and state is not DONE else ""


def _day(due: date) -> str:
    """The day without its year."""
    return format_date(due, "short").rpartition(" ")[0]
