"""Lists of a province: expected offices and announced results; and its year as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from itadesk.errors import BadValue
from itadesk.model.changes import Changes, Kind
from itadesk.model.office import OfficeKind
from itadesk.model.province import Announced, BatchKind, ExpectedOffice, ProvinceYear
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.thai.digits import to_thai

if TYPE_CHECKING:  # asked at every start, where no workbook is read
    from itadesk.services.consolidating import Clock

_KINDS = (OfficeKind.AGENCY, OfficeKind.OTHER)
# Agencies that gather for their province or district, by words of their names.
_GATHERERS = ("ส่งเสริมการปกครองท้องถิ่น", "ท้องถิ่นจังหวัด", "ท้องถิ่นอำเภอ", "สำนักงานจังหวัด")


def _now() -> datetime:
    return datetime.now(UTC)


def load_province(store: Store, year: int) -> ProvinceYear:
    """All that was gathered of a year, with the overall scores of the year before."""
    part = store.province
    return ProvinceYear(
        year,
        received=part.received(year),
        announced=part.announced(year),
        expected=part.expected(),
        standings=part.standings(year),
        before=part.received(year - 1),
        announced_before=part.announced(year - 1),
    )


def save_expected(store: Store, offices: Sequence[ExpectedOffice], now: Clock = _now) -> Changes:
    """The whole list of offices whose files the province waits for, in place of the earlier."""
    if not offices:
        raise BadValue("ไม่มีหน่วยงานในตารางที่วาง โปรดคัดลอกตารางรายชื่อหน่วยงานพร้อมหัวตาราง แล้ววางใหม่")
    label = f"รายชื่อหน่วยงาน {to_thai(str(len(offices)))} แห่ง"
    with action(store, label, Kind.PROVINCE) as changes:
        batch = store.province.add_batch(BatchKind.EXPECTED, None, label, _stamp(now))
        store.province.save_expected(batch, offices)
    return changes


def save_announced(
    store: Store, year: int, results: Sequence[Announced], now: Clock = _now
) -> Changes:
    """The announced results of a year, in place of the earlier."""
    if not results:
        raise BadValue("ไม่มีคะแนนในตารางที่วาง โปรดคัดลอกตารางผลการประเมินพร้อมหัวตาราง แล้ววางใหม่")
    label = f"ผลที่ประกาศปี {to_thai(str(year))} {to_thai(str(len(results)))} แห่ง"
    with action(store, label, Kind.PROVINCE) as changes:
        batch = store.province.add_batch(BatchKind.ANNOUNCED, year, label, _stamp(now))
        store.province.save_announced(batch, results)
    return changes


def _stamp(now: Clock) -> str:
    return now().isoformat(timespec="seconds")


def gathers(store: Store) -> bool:
    """Whether the file is that of a province or district, or has gathered something already."""
    office = store.office.get()
    own = office.kind in _KINDS and (
        office.name.startswith("อำเภอ") or any(word in office.name for word in _GATHERERS)
    )
    return own or office.kind is OfficeKind.PROVINCE or bool(store.province.years())
