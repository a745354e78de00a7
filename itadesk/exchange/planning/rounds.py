"""Sheet ผลการดำเนินงาน."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from itadesk.errors import BadValue
from itadesk.exchange import layout as at
from itadesk.exchange.book import Book, Raw
from itadesk.exchange.planning.plan import PlannedRound, Target
from itadesk.exchange.planning.reading_row import Notes, RowReader, first_of_each, plain, readers
from itadesk.exchange.planning.records import note_record
from itadesk.labels import ROUND_STATUS
from itadesk.model.work import RoundReport, RoundStatus
from itadesk.thai.digits import to_thai

_TEXTS = {
    at.OUTPUT: "output",
    at.OUTCOME: "outcome",
    at.EVIDENCE: "evidence",
    at.OBSTACLES: "obstacles",
}
_COLUMNS = {**_TEXTS, at.PROGRESS: "progress", at.STATUS: "status"}
_MONTHS = re.compile(r"(?:รอบ)?(?:ที่)?(\d{1,2})(?:เดือน)?", re.ASCII)


def plan_rounds(
    target: Target, book: Book, notes: Notes, measures: Mapping[int, int]
) -> tuple[PlannedRound, ...]:
    """Round reports to write; `measures` are measure ids by the workbook's ลำดับ, 0 for new ones."""
    known = {(report.measure_id, report.months): report for report in target.rounds}
    planned: list[PlannedRound] = []
    items = _incoming(readers(book, at.ROUNDS, notes), measures)
    for reader, given in first_of_each(items, at.MEASURE_ORDER, _name):
        before = known.get((given.report.measure_id, given.report.months))
        after = _merged(before, given.report)
        note_record(reader, at.MEASURE_ORDER, _name(given), _COLUMNS, before, after)
        if after != before:
            planned.append(PlannedRound(given.order, after))
    return tuple(planned)


def _incoming(
    rows: list[RowReader], measures: Mapping[int, int]
) -> Iterator[tuple[RowReader, object, PlannedRound]]:
    for reader in rows:
        if not reader.has(*_COLUMNS):
            continue
        order = _order(reader, measures)
        months = reader.take(at.ROUND, _months)
        if months is None and not reader.failed:
            reader.refuse(at.ROUND, "ยังไม่ได้กรอกรอบ โปรดกรอก ๖ หรือ ๑๒ เดือน")
        texts = {field: reader.text(column) or "" for column, field in _TEXTS.items()}
        progress = reader.score(at.PROGRESS, at.PROGRESS)
        status = reader.take(at.STATUS, status_of)
        if reader.failed or order is None or months is None:
            continue
        report = RoundReport(
            measures[order], months, progress=progress, status=status, id=None, **texts
        )
        yield reader, (order, months), PlannedRound(order, report)


def _order(reader: RowReader, measures: Mapping[int, int]) -> int | None:
    order = reader.whole(at.MEASURE_ORDER)
    if order is None:
        if not reader.failed:
            reader.refuse(at.MEASURE_ORDER, "ยังไม่ได้กรอกลำดับมาตรการ โปรดกรอกลำดับตามชีตมาตรการ")
    elif order not in measures:
        reader.refuse(
            at.MEASURE_ORDER,
            f"ไม่มีมาตรการลำดับที่ {to_thai(str(order))} โปรดแก้ไขลำดับ หรือเพิ่มมาตรการในชีตมาตรการก่อน",
        )
    return order


def _months(raw: Raw) -> int | None:
    match = _MONTHS.fullmatch(at.folded(plain(raw)))
    if match is None or not 1 <= int(match[1]) <= 12:
        raise BadValue(
            f"รอบต้องเป็นจำนวนเดือน ๑ ถึง ๑๒ เช่น ๖ หรือ ๑๒ (กรอกไว้ {plain(raw)[:40]}) โปรดแก้ไขรอบ"
        )
    return int(match[1])


def status_of(raw: Raw) -> RoundStatus | None:
    """By its Thai word; BadValue names those there are."""
    typed = plain(raw).strip()
    if typed in ("-", "–"):
        return None
    words = {at.folded(word): status for status, word in ROUND_STATUS.items()}
    if at.folded(typed) not in words:
        raise BadValue(f"ไม่มีสถานะ “{typed[:40]}” โปรดเลือกจาก {' · '.join(ROUND_STATUS.values())}")
    return words[at.folded(typed)]


def _merged(before: RoundReport | None, given: RoundReport) -> RoundReport:
    if before is None:
        return given
    values = {f: v for f in _COLUMNS.values() if (v := getattr(given, f)) not in (None, "")}
    return replace(before, **values)


def _name(planned: PlannedRound) -> str:
    return (
        f"ผลการดำเนินงานของมาตรการลำดับที่ {to_thai(str(planned.order))} "
        f"รอบ {to_thai(str(planned.report.months))} เดือน"
    )
