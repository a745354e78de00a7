"""The register of public items: what the office answers, where it is, who looks after it."""

from __future__ import annotations

import re

from itadesk.errors import BadValue, NotFound
from itadesk.model.changes import Changes, Kind
from itadesk.model.oit import OitEntry
from itadesk.oit import items, register
from itadesk.ports import Store
from itadesk.services.changing import action
from itadesk.services.years import catalogue_of
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise, normalise_line

_ADDRESS = re.compile(r"[^\s.]\S*\.\S*[^\s.]")


def entries_of(store: Store, year: int) -> tuple[OitEntry, ...]:
    """An entry an item of the year, empty where nothing was answered yet."""
    return register(catalogue_of(store, year), store.oit.of_year(year))


def save_oit_entry(store: Store, year: int, entry: OitEntry) -> Changes:
    """Keeps what was answered for an item; an empty entry takes it away again.

    NotFound for a code that is no item of the year, BadValue for what is no address.
    """
    if entry.code not in {item.code for item in items(catalogue_of(store, year))}:
        raise NotFound(
            f"ไม่มีข้อ {to_thai(entry.code)} ในรายการ OIT ของปี {to_thai(str(year))} "
            "โปรดเลือกข้อจากทะเบียน"
        )
    clean = OitEntry(
        entry.code,
        entry.answer,
        addresses(entry),
        normalise(entry.explanation),
        normalise_line(entry.unit),
        entry.checked_on,
    )
    with action(store, f"ทะเบียน OIT ข้อ {to_thai(entry.code)}", Kind.OIT) as changes:
        store.oit.save(year, clean)
    return changes


def addresses(entry: OitEntry) -> tuple[str, ...]:
    """As they are kept: without empty lines and repetitions, digits as typed.

    BadValue for what is no address.
    """
    found = dict.fromkeys(filter(None, map(normalise_line, entry.urls)))
    for url in found:
        if not _ADDRESS.fullmatch(url):
            raise BadValue(
                f"ที่อยู่เว็บไซต์ “{url[:60]}” ของข้อ {to_thai(entry.code)} ยังไม่ถูกต้อง "
                "โปรดคัดลอกที่อยู่ทั้งหมดจากเว็บไซต์ บรรทัดละหนึ่งที่อยู่"
            )
    return tuple(found)
