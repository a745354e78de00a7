"""Sheet มาตรการ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace

from itadesk.exchange import layout as at
from itadesk.exchange.book import Book
from itadesk.exchange.planning.places import indicator_of, issue_of
from itadesk.exchange.planning.plan import PlannedMeasure, Target
from itadesk.exchange.planning.reading_row import Notes, RowReader, first_of_each, plain, readers
from itadesk.exchange.planning.records import note_record
from itadesk.exchange.planning.steps import Details, details_of, steps_of, units_of, with_details
from itadesk.model.work import Measure
from itadesk.thai.digits import to_thai

_FIELDS = {
    at.INDICATOR: "indicator",
    at.ISSUE: "issue",
    at.TITLE: "title",
    at.ACTIVITIES: "activities",
    at.ANALYSIS: "analysis",
    at.STEPS: "steps",
    at.START: "start",
    at.END: "end",
    at.UNITS: "units",
    at.RESPONSIBLE: "responsible",
    at.PERIOD_TEXT: "period_text",
    at.SUCCESS: "success",
    at.TARGET: "target",
    at.BUDGET: "budget",
    at.OVERSEER: "overseer",
}
_CONTENT = (*_FIELDS, at.STEP_DETAILS)
NEW = 0  # in place of the id of a measure that is not there yet


@dataclass(frozen=True, slots=True)
class MeasurePlan:
    """Measures to write, and the measure ids that the workbook's ลำดับ stand for (or NEW)."""

    planned: tuple[PlannedMeasure, ...]
    ids: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Given:
    """A row: what is empty in `measure` is left as it is."""

    order: int | None
    measure: Measure
    details: Details | None


@dataclass(frozen=True, slots=True)
class _New:
    reader: RowReader
    order: int | None
    measure: Measure


def plan_measures(target: Target, book: Book, notes: Notes) -> MeasurePlan:
    """Changed measures first, then new ones by ลำดับ."""
    known = {measure.position: measure for measure in target.measures}
    ids = {position: measure.id or NEW for position, measure in known.items()}
    rows = readers(book, at.MEASURES, notes)
    changed: list[PlannedMeasure] = []
    new: list[_New] = []
    items = _incoming(target, rows, _last_order(rows, book))
    for reader, given in first_of_each(items, at.ORDER, lambda one: _name(one.order)):
        before = known.get(given.order or 0)
        after = _merged(reader, before, given)
        there = before or _same_elsewhere(target, after)
        if given.order is not None:
            ids.setdefault(given.order, (there.id or NEW) if there else NEW)
        if reader.failed:
            continue
        if there is None:
            new.append(_New(reader, given.order, after))
            continue
        result = there if before is None else after
        note_record(reader, at.ORDER, _name(there.position), _FIELDS, there, result)
        if result != there:
            changed.append(PlannedMeasure(given.order, result))
    return MeasurePlan((*changed, *_placed(new, len(known))), ids)


def _placed(new: list[_New], last: int) -> Iterator[PlannedMeasure]:
    """New measures in their order behind those that are there; without a ลำดับ goes last."""
    new.sort(key=lambda one: (one.order is None, one.order or 0))
    for position, one in enumerate(new, start=last + 1):
        name = f"{_name(position)} {one.measure.title}".rstrip()
        if one.order not in (None, position):
            name += f" (ในไฟล์ Excel เป็นลำดับ {to_thai(str(one.order))})"
        note_record(one.reader, at.ORDER, name, _FIELDS, None, one.measure)
        yield PlannedMeasure(one.order, replace(one.measure, position=position))


def _last_order(rows: list[RowReader], book: Book) -> int:
    """Rows past it that hold only a ลำดับ are lines nobody filled in."""
    orders = [_quiet_order(reader.hint(at.ORDER)) for reader in rows if reader.has(*_CONTENT)]
    for row in book.rows(at.ROUNDS):
        orders.append(_quiet_order(plain(row.cells.get(at.MEASURE_ORDER, ""))))
    return max(orders, default=0)


def _quiet_order(text: str) -> int:
    typed = at.folded(text)
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0


def _incoming(
    target: Target, rows: list[RowReader], last: int
) -> Iterator[tuple[RowReader, object, _Given]]:
    for reader in rows:
        order = reader.whole(at.ORDER)
        if not reader.has(*_CONTENT) and (order is None or order > last):
            continue
        given = _given(reader, target, order)
        if not reader.failed:
            yield reader, order, given


def _given(reader: RowReader, target: Target, order: int | None) -> _Given:
    measure = Measure(
        indicator=indicator_of(reader, target),
        issue=issue_of(reader, target),
        title=reader.line(at.TITLE) or "",
        activities=reader.text(at.ACTIVITIES) or "",
        analysis=reader.text(at.ANALYSIS) or "",
        steps=reader.take(at.STEPS, steps_of) or (),
        start=reader.day(at.START),
        end=reader.day(at.END),
        units=reader.take(at.UNITS, units_of) or (),
        responsible=reader.text(at.RESPONSIBLE) or "",
        period_text=reader.line(at.PERIOD_TEXT) or "",
        success=reader.text(at.SUCCESS) or "",
        target=reader.text(at.TARGET) or "",
        budget=reader.line(at.BUDGET) or "",
        overseer=reader.line(at.OVERSEER) or "",
    )
    return _Given(order, measure, reader.take(at.STEP_DETAILS, details_of))


def _merged(reader: RowReader, before: Measure | None, given: _Given) -> Measure:
    """The measure with what the row gives; a step that stays keeps its own dates and unit."""
    after = _changed(before, given.measure) if before else given.measure
    if given.details is not None:
        steps = with_details(after.steps, given.details)
        if steps is None:
            reader.refuse(at.STEP_DETAILS, "มีเลขขั้นตอนที่ไม่มีในช่องขั้นตอน โปรดแก้ไขเลขขั้นตอน")
        after = replace(after, steps=steps or after.steps)
    if after.start and after.end and after.start > after.end:
        reader.refuse(at.START, "วันเริ่มของมาตรการอยู่หลังวันสิ้นสุด โปรดแก้ไขช่วงระยะเวลาในการดำเนินการ")
    return after


def _changed(before: Measure, given: Measure) -> Measure:
    values = {
        field.name: value
        for field in fields(Measure)
        if (value := getattr(given, field.name)) not in (None, "", (), 0)
    }
    kept = {step.text: step for step in before.steps}
    after = replace(before, **values)
    return replace(after, steps=tuple(kept.get(step.text, step) for step in after.steps))


def _same_elsewhere(target: Target, measure: Measure) -> Measure | None:
    """The very measure under another ลำดับ: a row taken in a second time."""
    return next(
        (
            known
            for known in target.measures
            if replace(known, id=None, position=0, findings=()) == measure
        ),
        None,
    )


def _name(order: int | None) -> str:
    return f"มาตรการลำดับที่ {to_thai(str(order))}" if order is not None else "มาตรการนี้"
