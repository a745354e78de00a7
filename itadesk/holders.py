"""Who has an office file open, and how that is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from itadesk.errors import CannotWrite
from itadesk.locking import Record
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai


@dataclass(frozen=True, slots=True)
class Holder:
    """`here`: another window of this user on this PC; `heard`: False while it may be gone."""

    user: str
    pc: str
    since: datetime | None
    here: bool = False
    heard: bool = True


def holder_of(record: Record, *, here: bool, heard: bool = True) -> Holder:
    """Of a record, which anybody may have written."""
    try:
        since = datetime.fromisoformat(str(record.get("since")))
    except ValueError:
        since = None
    user, pc = (" ".join(str(record.get(key, "")).split())[:60] for key in ("user", "pc"))
    return Holder(user, pc, since, here, heard)


def in_words(holder: Holder, name: str, now: datetime) -> str:
    """Who has the file and since when, as the beginning of a sentence."""
    if holder.here:
        where = f"ไฟล์ “{name}” เปิดอยู่ในอีกหน้าต่างหนึ่งของเครื่องนี้"
    elif holder.pc:
        where = f"{holder.user or 'ผู้ใช้อื่น'} กำลังแก้ไขไฟล์ “{name}” ที่เครื่อง “{holder.pc}”"
    else:
        where = f"ไฟล์ “{name}” เปิดแก้ไขอยู่ที่เครื่องอื่น"
    if holder.since is None:
        return where
    hour = to_thai(f"{holder.since:%H.%M} น.")
    if holder.since.date() == now.date():
        return f"{where} ตั้งแต่เวลา {hour}"
    return f"{where} ตั้งแต่วันที่ {format_date(holder.since.date(), 'short')} เวลา {hour}"


def refusal(holder: Holder | None, name: str, now: datetime | None = None) -> CannotWrite:
    """Why nothing is written now; `holder` None: it left in this very moment."""
    who = in_words(holder, name, now or datetime.now()) if holder else f"ไฟล์ “{name}” เปิดอยู่ที่อื่น"
    return CannotWrite(f"{who} จึงยังไม่ได้แก้ไขไฟล์ โปรดปิดไฟล์ที่นั่นก่อน แล้วทำอีกครั้ง")
