"""Measures of a year: adding, changing, reordering."""

from __future__ import annotations

from dataclasses import replace

from itadesk.errors import BadValue, NotFound
from itadesk.model.changes import Changes, Kind
from itadesk.model.work import Measure, Step
from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.thai.dates import fiscal_period
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise, normalise_line


def new_measure(data: YearData, indicator: int | None = None) -> Measure:
    """A measure to start from: the plan year as period, its finding's cause as analysis."""
    start, end = fiscal_period(data.assessment.plan_year)
    found = [f for f in data.findings if indicator is not None and f.indicator == indicator]
    return Measure(
        indicator=indicator,
        analysis="\n".join(finding.cause for finding in found if finding.cause),
        start=start,
        end=end,
        findings=tuple(finding.id for finding in found if finding.id is not None),
    )


def save_measure(store: Store, year: int, measure: Measure) -> Changes:
    """Adds (id None, position 0 goes last) or changes a measure."""
    if measure.start and measure.end and measure.start > measure.end:
        raise BadValue("วันเริ่มของมาตรการอยู่หลังวันสิ้นสุด โปรดแก้ไขช่วงระยะเวลาในการดำเนินการ")
    with action(store, _label(measure), Kind.MEASURES) as changes:
        saved = store.measures.save(year, _clean(measure))
    return replace(changes, created=saved if measure.id is None else None)


def remove_measure(store: Store, year: int, measure_id: int) -> Changes:
    """Can be undone; its round reports go with it."""
    with action(store, "ลบมาตรการ", Kind.MEASURES, Kind.ROUNDS) as changes:
        store.measures.delete(year, measure_id)
    return changes


def move_measure(store: Store, year: int, measure_id: int, position: int) -> Changes:
    """Puts a measure at `position` (from 1); the others make room."""
    measures = store.measures.of_year(year)
    measure = next((m for m in measures if m.id == measure_id), None)
    if measure is None:
        raise NotFound("ไม่พบมาตรการที่จะย้าย โปรดเลือกมาตรการใหม่อีกครั้ง")
    place = min(max(position, 1), len(measures))
    with action(store, "ย้ายลำดับมาตรการ", Kind.MEASURES) as changes:
        store.measures.save(year, replace(measure, position=place))
    return changes


def _clean(measure: Measure) -> Measure:
    return replace(
        measure,
        title=normalise_line(measure.title),
        activities=normalise(measure.activities),
        analysis=normalise(measure.analysis),
        steps=tuple(_clean_step(step) for step in measure.steps if step.text.strip()),
        period_text=normalise_line(measure.period_text),
        units=tuple(filter(None, (normalise_line(unit) for unit in measure.units))),
        responsible=normalise(measure.responsible),
        success=normalise(measure.success),
        target=normalise(measure.target),
        budget=normalise_line(measure.budget),
        overseer=normalise_line(measure.overseer),
    )


def _clean_step(step: Step) -> Step:
    return replace(step, text=normalise_line(step.text), unit=normalise_line(step.unit))


def _label(measure: Measure) -> str:
    return f"มาตรการลำดับที่ {to_thai(str(measure.position))}" if measure.position else "เพิ่มมาตรการ"
