"""What became of each file that came to a province, as Excel to be kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from itadesk.exchange.flat import FlatSheet, Value, write_flat
from itadesk.model.province import ReceivedYear
from itadesk.services.consolidating import Line, Result

RESULTS: Mapping[Result, str] = {
    Result.ADDED: "รับใหม่",
    Result.CHANGED: "แทนไฟล์เดิม",
    Result.SAME: "เหมือนเดิม",
    Result.REFUSED: "ไม่รับ",
}
_EDITED: Mapping[bool | None, str] = {True: "แก้ไขแล้ว", False: "ไม่มี", None: "ไม่ทราบ"}
_HEADS = (
    *("ผล", "ไฟล์", "หน่วยงาน", "รหัส", "อำเภอ", "ปี", "คะแนน"),
    *("มาตรการ", "แก้ไขหลังส่งออก", "รุ่นโปรแกรม", "รายละเอียด"),
)
_WIDTHS = (14, 30, 36, 10, 16, 8, 16, 10, 16, 12, 60)


def arrival_report(lines: Sequence[Line], left: Sequence[Line], creator: str) -> bytes:
    """A row a file; `left` are those that could be taken and were not wanted."""
    unwanted = {id(line) for line in left}
    rows = [_row(line, wanted=id(line) not in unwanted) for line in lines]
    name = "รายการรับไฟล์"
    return write_flat([FlatSheet(name, name, _HEADS, _WIDTHS, rows, fixed=2)], creator, thai=True)


def completeness(received: ReceivedYear) -> str:
    """ครบ, ยังไม่ครบ, or that it has measures alone."""
    if received.only_measures:
        return "เฉพาะมาตรการ"
    return "ครบ" if received.complete else "ยังไม่ครบ"


def _row(line: Line, *, wanted: bool) -> tuple[Value, ...]:
    result = RESULTS[line.result] if wanted else "ไม่เลือกรับ"
    if line.arrival.sent is None:
        return (result, line.arrival.path.name, *("" for _ in _HEADS[3:]), line.message)
    sent = line.arrival.sent.received
    return (
        *(result, line.arrival.path.name, sent.office.name, sent.office.code),
        *(sent.office.district, sent.year, completeness(sent), sent.measures),
        *(_EDITED[sent.edited], sent.program, line.message),
    )
