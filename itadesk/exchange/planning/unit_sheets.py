"""What the sheets of units would change: the unit's words against the program's, by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from itadesk.exchange import layout as at
from itadesk.exchange.planning.plan import ImportRow, Outcome
from itadesk.exchange.planning.reading_row import Notes, RowReader, first_of_each, plain
from itadesk.exchange.planning.rounds import status_of
from itadesk.exchange.planning.unit_fields import Clash, merged, name_of, place_of
from itadesk.exchange.unit_sheet import (
    FILLED,
    OBSTACLES,
    ORDER,
    OUTPUT,
    PLANNED,
    PROGRESS,
    Base,
    fingerprint,
    planned_texts,
    sheet_title,
)
from itadesk.exchange.unit_sheet_reading import ReturnedSheet
from itadesk.model.unit_sheet import SentSheet
from itadesk.model.work import Measure, RoundReport
from itadesk.model.year import YearData
from itadesk.thai.digits import to_thai
from itadesk.thai.percent import parse_percent

Key = tuple[int, int]  # measure and months
GONE = "ถูกลบจากโปรแกรมหลังส่งแบบแล้ว จึงไม่ได้รับผล"
PLAN_CHANGED = "แผนแก้ไขในโปรแกรมหลังส่งแบบ โปรดตรวจสอบว่าผลยังตรงกับแผน"
CELLS_CHANGED = "ช่องแผนในแบบถูกแก้ไข โปรแกรมรับเฉพาะผล"
CLASHED = "แก้ไขต่างกันทั้งในแบบและในโปรแกรมหลังส่งแบบ"


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is no sheet of a unit, and why."""

    file: str
    sentence: str


Returned = ReturnedSheet | Unread


@dataclass(frozen=True, slots=True)
class ReturnPlan:
    """What `apply_returned` would do; a file with a refused row is left out as a whole."""

    returned: tuple[Returned, ...]
    clash: Clash
    rows: tuple[ImportRow, ...] = ()
    warnings: tuple[str, ...] = ()
    reports: tuple[RoundReport, ...] = ()
    back: tuple[SentSheet, ...] = ()  # as they were kept until now
    clashes: int = 0
    left_out: tuple[str, ...] = ()  # files

    @property
    def refused(self) -> bool:
        return bool(self.left_out)

    @property
    def changes_nothing(self) -> bool:
        return not self.reports


@dataclass(slots=True)
class _Work:
    """What planning has come to, sheet after sheet; `told` is of the sheet being planned."""

    data: YearData
    clash: Clash
    reports: dict[Key, RoundReport]
    changed: dict[Key, RoundReport] = field(default_factory=dict)
    clashes: int = 0
    told: dict[str, list[str]] = field(default_factory=dict)

    def tell(self, what: str, place: str) -> None:
        """A place of this sheet that its warning names."""
        self.told.setdefault(what, []).append(place)


def plan_returned(
    data: YearData, returned: Sequence[Returned], clash: Clash = Clash.KEEP
) -> ReturnPlan:
    """Sheet after sheet, so that a measure that two units share is seen as such."""
    work = _Work(data, clash, {(r.measure_id, r.months): r for r in data.rounds})
    rows: list[ImportRow] = []
    warnings: list[str] = []
    left_out: list[str] = []
    back: list[SentSheet] = []
    for each in returned:
        own = _planned_alone(work, each)
        rows += own.rows
        if any(row.result is Outcome.REFUSED for row in own.rows):
            left_out.append(each.file)
            continue
        warnings += own.warnings
        if isinstance(each, ReturnedSheet) and any(set(FILLED) & set(r.cells) for r in each.rows):
            back.append(_sent(data, each))
    return ReturnPlan(
        tuple(returned),
        clash,
        tuple(rows),
        tuple(warnings),
        tuple(work.changed.values()),
        tuple(dict.fromkeys(back)),
        work.clashes,
        tuple(left_out),
    )


def _planned_alone(work: _Work, returned: Returned) -> Notes:
    """What one file brings; nothing of it stays in `work` when a row was refused."""
    notes, before = Notes(), (dict(work.reports), dict(work.changed), work.clashes)
    work.told = {}
    if isinstance(returned, Unread):
        row = ImportRow(returned.file, 0, "", Outcome.REFUSED, returned.sentence)
        notes.rows.append(row)
    elif _is_ours(work.data, returned, notes):
        _plan_sheet(work, returned, notes)
        notes.warnings += [
            f"{returned.unit}: {what} ({' · '.join(places)})" for what, places in work.told.items()
        ]
    if any(row.result is Outcome.REFUSED for row in notes.rows):
        work.reports, work.changed, work.clashes = before
    return notes


def _sent(data: YearData, sheet: ReturnedSheet) -> SentSheet:
    key = (sheet.unit, sheet.months)
    kept = {(each.unit, each.months): each for each in data.sent_sheets}
    return kept.get(key, SentSheet(*key))


def _is_ours(data: YearData, sheet: ReturnedSheet, notes: Notes) -> bool:
    """Refused where it is another office's or another year's."""
    sentence = ""
    if sheet.office_id and data.office.id and sheet.office_id != data.office.id:
        sentence = (
            f"แบบของ{sheet.unit}ในไฟล์ “{sheet.file}” ส่งออกจากไฟล์ของหน่วยงานอื่น จึงไม่รับ "
            "โปรดตรวจสอบว่าเปิดไฟล์ของหน่วยงานถูกต้อง"
        )
    elif sheet.year != data.year:
        year, shown_year = to_thai(str(sheet.year)), to_thai(str(data.year))
        sentence = (
            f"แบบของ{sheet.unit}ในไฟล์ “{sheet.file}” เป็นของปีงบประมาณที่ประเมิน {year} "
            f"ไม่ใช่ {shown_year} โปรดเลือกปี {year} ก่อน แล้วรับใหม่"
        )
    if sentence:
        notes.rows.append(ImportRow(sheet.sheet, 0, "", Outcome.REFUSED, sentence))
    return not sentence


def _plan_sheet(work: _Work, sheet: ReturnedSheet, notes: Notes) -> None:
    measures = {measure.id: measure for measure in work.data.measures}
    items = _incoming(sheet, notes)
    for reader, (base, given) in first_of_each(items, ORDER, lambda one: name_of(one[0])):
        measure = measures.get(base.measure_id)
        if measure is None:
            work.tell(GONE, place_of(base))
            reader.note(Outcome.SAME, ORDER, f"{name_of(base)} {GONE}")
            continue
        _compare_plan(work, reader, base, measure)
        _plan_row(work, reader, base, given)


def _incoming(
    sheet: ReturnedSheet, notes: Notes
) -> Iterator[tuple[RowReader, object, tuple[Base, RoundReport]]]:
    for row in sheet.rows:
        reader = RowReader(sheet.sheet, row, notes)
        if not reader.has(*FILLED):
            continue
        order = reader.whole(ORDER)
        base = sheet.bases.get(order or 0)
        if base is None:
            if not reader.failed:
                reader.refuse(ORDER, "แถวนี้ไม่ใช่แถวของมาตรการในแบบที่ส่งออกไป โปรดกรอกผลในแถวของมาตรการ")
            continue
        given = _given(reader, RoundReport(base.measure_id, sheet.months))
        if not reader.failed:
            yield reader, order, (base, given)


def _given(reader: RowReader, empty: RoundReport) -> RoundReport:
    """The filled cells; an empty one leaves what is there."""
    return replace(
        empty,
        output=reader.text(OUTPUT) or "",
        outcome=reader.text(at.OUTCOME) or "",
        progress=reader.take(PROGRESS, lambda raw: parse_percent(plain(raw), name=PROGRESS)),
        status=reader.take(at.STATUS, status_of),
        evidence=reader.text(at.EVIDENCE) or "",
        obstacles=reader.text(OBSTACLES) or "",
    )


def _compare_plan(work: _Work, reader: RowReader, base: Base, measure: Measure) -> None:
    """Tells of a plan that is no longer the one that went out; it is never taken in."""
    texts = planned_texts(measure, sheet_title(work.data, measure))
    cells = (reader.row.cells.get(column, "") for column in PLANNED[1:])
    seen = [raw if isinstance(raw, str) else "" for raw in cells]
    for lines, what in ((texts, PLAN_CHANGED), (seen, CELLS_CHANGED)):
        if fingerprint("\n".join(lines)) != base.plan:
            work.tell(what, place_of(base))
            reader.note(Outcome.SAME, ORDER, f"{name_of(base)} {what}")


def _plan_row(work: _Work, reader: RowReader, base: Base, given: RoundReport) -> None:
    key = (given.measure_id, given.months)
    before = work.reports.get(key) or RoundReport(*key)
    after, noted = before, len(reader.notes.rows)
    for column in FILLED:
        settled = merged(reader, base, column, after, given, work.clash)
        after = settled.report
        if settled.clashed:
            work.clashes += 1
            work.tell(CLASHED, f"{place_of(base)} {column}")
    if after != before:
        work.reports[key] = work.changed[key] = after
    elif len(reader.notes.rows) == noted:
        reader.note(Outcome.SAME, ORDER, f"ผลของ{name_of(base)} เหมือนเดิม")
