"""Reads the workbook that a unit sends back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from itadesk.errors import BadFile
from itadesk.exchange import layout as at
from itadesk.exchange.book import Raw, Row
from itadesk.exchange.cells import Grid, read_grid
from itadesk.exchange.guard import Package, open_package, package_of
from itadesk.exchange.parts import read_frame
from itadesk.exchange.reading import is_empty
from itadesk.exchange.unit_sheet import (
    BASES,
    BASES_FROM,
    COLUMNS,
    FILLED,
    META,
    META_ROUND,
    META_UNIT,
    ORDER,
    Base,
    content_hash,
)

_HEAD_WITHIN = 10  # rows from the top


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """A unit's workbook: whose it is, the filled rows of its sheet, what went out with it."""

    file: str
    sheet: str
    office_id: str
    year: int
    months: int
    unit: str
    rows: tuple[Row, ...]
    bases: Mapping[int, Base]  # by number of the measure on the sheet


def read_unit_workbook(path: Path) -> ReturnedSheet:
    """BadFile names what stands against it."""
    return _returned(open_package(path))


def read_unit_bytes(data: bytes, file: str) -> ReturnedSheet:
    """As `read_unit_workbook`, of a workbook in memory."""
    return _returned(package_of(data, file))


def is_unit_sheet(path: Path) -> bool:
    """Whether the program wrote it for a unit; a bad file is none."""
    try:
        package = open_package(path)
        frame = read_frame(package)
        part = dict(frame.parts).get(at.META)
        meta = read_grid(package, frame, at.META, part) if part else Grid()
    except BadFile:
        return False
    return meta.cells.get((2, 1)) == at.UNIT_SHEET


def _returned(package: Package) -> ReturnedSheet:
    frame = read_frame(package)
    parts = dict(frame.parts)
    if at.META not in parts:
        raise _no_unit_sheet(package.file)
    meta = read_grid(package, frame, at.META, parts[at.META])
    told = {head: meta.cells.get((2, n)) for n, head in enumerate(META, start=1)}
    if told[at.META_FORMAT] != at.UNIT_SHEET:
        raise _no_unit_sheet(package.file)
    bases = _bases(meta)
    if (
        content_hash((value for name, value in told.items() if name != at.META_HASH), bases)
        != (told[at.META_HASH])
    ):
        raise BadFile(
            f"ข้อมูลที่ซ่อนไว้ในไฟล์ “{package.file}” ถูกแก้ไขหรือไม่ครบ จึงไม่รู้ว่าเป็นผลของมาตรการใด "
            "โปรดส่งแบบให้สำนัก/กองใหม่ แล้วคัดลอกผลลงในแบบใหม่"
        )
    for title, part in parts.items():
        grid = read_grid(package, frame, title, part) if title != at.META else Grid()
        rows = _rows(grid)
        if rows is not None:
            return _sheet(package.file, title, told, rows, bases)
    raise BadFile(
        f"ไม่พบตารางผลในไฟล์ “{package.file}” (แถวหัวตารางที่มีช่อง {ORDER} และช่องผล) "
        "โปรดใช้ไฟล์ที่ส่งให้สำนัก/กองโดยไม่เปลี่ยนหัวตาราง"
    )


def _no_unit_sheet(file: str) -> BadFile:
    return BadFile(
        f"ไฟล์ “{file}” ไม่ใช่แบบเก็บข้อมูลรายสำนัก/กองที่ส่งออกจากโปรแกรมนี้ โปรดเลือกไฟล์ที่สำนัก/กองส่งคืน"
    )


def _sheet(
    file: str,
    title: str,
    told: Mapping[str, Raw | None],
    rows: tuple[Row, ...],
    bases: tuple[Base, ...],
) -> ReturnedSheet:
    """The hash has shown that the hidden values are as the program wrote them."""
    year, months = told[at.META_YEAR], told[META_ROUND]
    assert isinstance(year, int)
    assert isinstance(months, int)
    return ReturnedSheet(
        file,
        title,
        str(told[at.META_OFFICE] or ""),
        year,
        months,
        str(told[META_UNIT]),
        rows,
        {base.order: base for base in bases},
    )


def _bases(meta: Grid) -> tuple[Base, ...]:
    found = []
    last = max((row for row, _ in meta.cells), default=0)
    for row in range(BASES_FROM + 1, last + 1):
        order, measure_id, plan, *fields = (
            meta.cells.get((row, n), "") for n in range(1, len(BASES) + 1)
        )
        if isinstance(order, int) and isinstance(measure_id, int):
            values = dict(zip(FILLED.values(), map(str, fields), strict=True))
            found.append(Base(order, measure_id, str(plan), values))
    return tuple(found)


def _rows(grid: Grid) -> tuple[Row, ...] | None:
    """What stands below the head of the table; None in a sheet without one."""
    known = {at.folded(column): column for column in COLUMNS}
    for number in range(1, _HEAD_WITHIN + 1):
        columns = {
            place: known[at.folded(value)]
            for (row, place), value in grid.cells.items()
            if row == number and isinstance(value, str) and at.folded(value) in known
        }
        if ORDER in columns.values() and set(FILLED) & set(columns.values()):
            return _below(grid, number, columns)
    return None


def _below(grid: Grid, head: int, columns: Mapping[int, str]) -> tuple[Row, ...]:
    rows: dict[int, dict[str, Raw]] = {}
    for (row, place), value in sorted(grid.cells.items(), key=lambda item: item[0]):
        if row > head and place in columns and not is_empty(value):
            rows.setdefault(row, {})[columns[place]] = value
    return tuple(Row(number, cells) for number, cells in rows.items())
