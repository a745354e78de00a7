"""Sheet หน่วยงาน and the hidden _meta: whose workbook, and of which year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from itadesk.errors import BadValue
from itadesk.exchange import layout as at
from itadesk.exchange.book import Book, Raw
from itadesk.exchange.planning.plan import Target
from itadesk.exchange.planning.reading_row import Notes, RowReader, first_of_each, plain, readers
from itadesk.exchange.planning.scores import note_value
from itadesk.model.office import Office, OfficeKind
from itadesk.services.years import FIRST_YEAR, LAST_YEAR
from itadesk.thai.digits import to_thai

_YEAR = re.compile(r"(?:ปี)?(?:งบประมาณ)?(?:พ\.?ศ\.?)?(\d{4})", re.ASCII)
_PLACES = {at.OFFICE_CODE: "code", at.DISTRICT: "district", at.PROVINCE: "province"}


def is_newer_format(book: Book, notes: Notes) -> bool:
    """True, with a refusal, when another version of the program wrote the workbook."""
    for row in book.rows(at.META):
        reader = RowReader(at.META, row, notes)
        typed = reader.hint(at.META_FORMAT)
        if typed and typed != str(at.FORMAT):
            reader.refuse(
                at.META_FORMAT,
                f"ไฟล์นี้เป็นรูปแบบ {to_thai(typed[:20])} ซึ่งโปรแกรมรุ่นนี้ยังไม่รู้จัก "
                "โปรดปรับปรุงโปรแกรมเป็นรุ่นล่าสุดแล้วนำเข้าใหม่",
            )
            return True
    return False


def office_rows(book: Book, notes: Notes) -> Mapping[str, RowReader]:
    """The rows of the office sheet by their label; a label may stand there once."""
    known = {at.folded(label): label for label in at.OFFICE_LABELS}
    items = (
        (reader, label, (label, reader.hint(at.VALUE)))
        for reader in readers(book, at.OFFICE, notes)
        if (label := known.get(at.folded(reader.hint(at.LABEL)))) and reader.has(at.VALUE)
    )
    found = first_of_each(items, at.VALUE, lambda pair: pair[0])
    return {label: reader for reader, (label, _) in found}


def workbook_year(book: Book, rows: Mapping[str, RowReader]) -> int | None:
    """ปีงบประมาณที่ประเมิน of the office sheet, else of _meta; None when neither says it."""
    reader = rows.get(at.YEAR)
    if reader is not None:
        return reader.take(at.VALUE, lambda raw: _year(raw, at.YEAR))
    for row in book.rows(at.META):
        year = row.cells.get(at.META_YEAR)
        if isinstance(year, int) and FIRST_YEAR <= year <= LAST_YEAR:
            return year
    return None


def plan_year_of(rows: Mapping[str, RowReader]) -> int | None:
    """ปีงบประมาณที่ดำเนินมาตรการ."""
    reader = rows.get(at.PLAN_YEAR)
    return reader.take(at.VALUE, lambda raw: _year(raw, at.PLAN_YEAR)) if reader else None


def plan_office(target: Target, rows: Mapping[str, RowReader]) -> Office | None:
    """The office with its empty fields filled in; None when it stays as it is.

    Nothing is taken from the workbook of an office with another name.
    """
    office = target.office
    another = bool(office.name) and _is_other(rows.get(at.NAME), at.NAME, office.name)
    planned = _named(office, rows)
    for label, field in _PLACES.items():
        reader, known = rows.get(label), getattr(office, field)
        if known:
            _is_other(reader, label, known)
        elif not another and reader and (text := reader.line(at.VALUE)) is not None:
            note_value(reader, at.VALUE, label, None, text)
            planned = _with(planned, field, text)
    return planned if planned != office else None


def _with(office: Office, field: str, text: str) -> Office:
    values = {name: getattr(office, name) for name in _PLACES.values()} | {field: text}
    return replace(office, **values)


def _named(office: Office, rows: Mapping[str, RowReader]) -> Office:
    """A file without a name takes name and kind; another kind only makes a warning."""
    reader, kind_reader = rows.get(at.NAME), rows.get(at.KIND)
    kind = kind_reader.take(at.VALUE, _kind) if kind_reader else None
    if not office.name and reader and (name := reader.line(at.VALUE)):
        note_value(reader, at.VALUE, at.NAME, None, name)
        return replace(office, name=name, kind=kind or office.kind)
    if kind_reader and kind is not None:
        _is_other(kind_reader, at.KIND, office.kind)
    return office


def _is_other(reader: RowReader | None, label: str, known: str) -> bool:
    """Notes a value that stays as it is; True, with a warning, when the workbook has another."""
    incoming = reader.line(at.VALUE) if reader else None
    if reader is None or incoming is None:
        return False
    if at.folded(incoming) == at.folded(known):
        note_value(reader, at.VALUE, label, known, known)
        return False
    reader.warn(
        at.VALUE,
        f"{label}ในไฟล์ที่นำเข้าคือ “{incoming[:120]}” แต่ไฟล์นี้คือ “{known}” "
        "โปรดตรวจสอบว่าเป็นข้อมูลของหน่วยงานเดียวกัน (ข้อมูลหน่วยงานเดิมจะไม่เปลี่ยน)",
    )
    return True


def _kind(raw: Raw) -> OfficeKind:
    kinds = {at.folded(kind): kind for kind in OfficeKind}
    found = kinds.get(at.folded(plain(raw)))
    if found is None:
        raise BadValue(f"ไม่มีประเภทหน่วยงาน “{plain(raw)[:40]}” โปรดเลือกจาก {' · '.join(OfficeKind)}")
    return found


def _year(raw: Raw, name: str) -> int:
    match = _YEAR.fullmatch(at.folded(plain(raw)))
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise BadValue(f"{name}ต้องเป็นปี พ.ศ. เช่น ๒๕๖๘ (กรอกไว้ {plain(raw)[:40]}) โปรดแก้ไขปี")
    return int(match[1])
