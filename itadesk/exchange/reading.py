"""Reads the sheets of an exchange workbook as plain rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from operator import itemgetter
from pathlib import Path

from itadesk.errors import BadFile
from itadesk.exchange.book import Book, Raw, Row, Sheet
from itadesk.exchange.cells import Grid, read_grid
from itadesk.exchange.guard import Package, open_package, package_of
from itadesk.exchange.layout import (
    COLUMNS,
    INDICATOR,
    INSTRUMENT,
    ISSUE,
    META,
    META_FORMAT,
    UNIT_SHEET,
    folded,
)
from itadesk.exchange.parts import read_frame

_SHEETS = {folded(name): name for name in COLUMNS}
_MERGED_DOWN = (INSTRUMENT, INDICATOR, ISSUE)  # a merged one counts for every row it spans


def read_workbook(path: Path) -> Book:
    """The known sheets of the workbook at `path`; BadFile names what stands against it."""
    package = open_package(path)
    with closing(package.archive):
        return _book(package)


def read_bytes(data: bytes, file: str) -> Book:
    """As `read_workbook`, of a workbook in memory."""
    return _book(package_of(data, file))


def _book(package: Package) -> Book:
    frame = read_frame(package)
    sheets: dict[str, Sheet] = {}
    for title, part in frame.parts:
        name = _SHEETS.get(folded(title))
        if name is None:
            continue
        if name in sheets:
            raise BadFile(
                f"ไฟล์ “{package.file}” มีชีต {name} มากกว่าหนึ่งแผ่น โปรดลบหรือเปลี่ยนชื่อแผ่นที่ไม่ใช้ แล้วนำเข้าใหม่"
            )
        grid = read_grid(package, frame, name, part)
        if not all(map(is_empty, grid.cells.values())):
            sheets[name] = _sheet(name, grid)
    if not sheets.keys() - {META}:
        _refuse_unit_sheet(package.file, sheets.get(META))
        expected = " · ".join(name for name in COLUMNS if name != META)
        raise BadFile(
            f"ไฟล์ “{package.file}” ไม่มีชีตที่นำเข้าได้ ({expected}) "
            "โปรดใช้ไฟล์ Excel ที่ส่งออกจากโปรแกรมนี้ หรือสร้างแบบฟอร์ม Excel เปล่าก่อน"
        )
    return Book(package.file, sheets)


def _refuse_unit_sheet(file: str, meta: Sheet | None) -> None:
    if meta and any(row.cells.get(META_FORMAT) == UNIT_SHEET for row in meta.rows):
        raise BadFile(f"ไฟล์ “{file}” เป็นแบบเก็บข้อมูลรายสำนัก/กอง โปรดรับที่หน้าติดตามผล ปุ่มรับจากสำนัก/กอง")


def _sheet(name: str, grid: Grid) -> Sheet:
    columns, doubled = _head(name, grid)
    _fill_merged(grid, [at for column, at in columns.items() if column in _MERGED_DOWN])
    rows: dict[int, dict[str, Raw]] = {}
    places = {at: column for column, at in columns.items()}
    for (row, at), value in sorted(grid.cells.items(), key=itemgetter(0)):
        if row > 1 and at in places and not is_empty(value):
            rows.setdefault(row, {})[places[at]] = value
    return Sheet(name, tuple(columns), tuple(Row(n, cells) for n, cells in rows.items()), doubled)


def is_empty(value: Raw | None) -> bool:
    """True of a cell that shows nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def _head(name: str, grid: Grid) -> tuple[Mapping[str, int], tuple[str, ...]]:
    known = {folded(column): column for column in COLUMNS[name]}
    columns: dict[str, int] = {}
    doubled: list[str] = []
    top = [(at, value) for (row, at), value in grid.cells.items() if row == 1]
    for at, value in sorted(top, key=itemgetter(0)):
        column = known.get(folded(value)) if isinstance(value, str) else None
        if column is None:
            continue
        if column in columns:
            doubled.append(column)
        columns.setdefault(column, at)
    return columns, tuple(doubled)


def _fill_merged(grid: Grid, columns: Iterable[int]) -> None:
    if not grid.merged:
        return
    rows = sorted({row for row, _ in grid.cells})
    for top, left, bottom, _right in grid.merged:
        value = grid.cells.get((top, left))
        if top > 1 and left in columns and value is not None:
            for row in rows:
                if top < row <= bottom:
                    grid.cells.setdefault((row, left), value)
