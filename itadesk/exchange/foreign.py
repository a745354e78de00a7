"""A workbook that is not ours: its sheets as they stand, before anything is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from itadesk.errors import BadFile
from itadesk.exchange.book import Fault, Raw
from itadesk.exchange.cells import Grid, read_grid
from itadesk.exchange.guard import open_package
from itadesk.exchange.layout import COLUMNS, META, folded
from itadesk.exchange.parts import read_frame
from itadesk.thai.normalise import normalise_line

MOST_SHEETS = 40  # the rest is not offered
_MOST_COVERED = 200_000  # cells of merged areas of a sheet
_OURS = {folded(name): name for name in COLUMNS}


Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ForeignSheet:
    """Cells by (row, column) from 1; `covers` leads from a merged cell to the one that shows."""

    name: str
    cells: Mapping[Place, Raw] = field(repr=False)
    covers: Mapping[Place, Place] = field(repr=False)
    rows: int
    columns: int

    def text(self, row: int, column: int) -> str:
        """What stands there to be read, in one line: a merged area shows it in all its cells."""
        raw = self.cells.get(self.covers.get((row, column), (row, column)))
        if raw is None:
            return ""
        return "(อ่านค่าไม่ได้)" if isinstance(raw, Fault) else normalise_line(str(raw))


@dataclass(frozen=True, slots=True)
class ForeignBook:
    """The sheets of a file that hold something."""

    file: str
    sheets: tuple[ForeignSheet, ...]


def is_foreign(path: Path) -> bool:
    """Whether it is a workbook without a sheet of the exchange; a bad file is none."""
    try:
        package = open_package(path)
        frame = read_frame(package)
        ours = [(_OURS[folded(t)], part) for t, part in frame.parts if folded(t) in _OURS]
        if any(name == META for name, _ in ours):
            return False
        return not any(_headed(name, read_grid(package, frame, name, p)) for name, p in ours)
    except BadFile:
        return False


def read_foreign(path: Path) -> ForeignBook:
    """Every sheet with something in it; BadFile names what stands against it."""
    package = open_package(path)
    frame = read_frame(package)
    grids = ((name, read_grid(package, frame, name, p)) for name, p in frame.parts[:MOST_SHEETS])
    sheets = tuple(_sheet(name, grid) for name, grid in grids if grid.cells)
    if not sheets:
        raise BadFile(f"ไฟล์ “{path.name}” ไม่มีข้อมูลในแผ่นงานใดเลย โปรดตรวจสอบว่าเลือกไฟล์ถูกต้อง")
    return ForeignBook(path.name, sheets)


def letter(column: int) -> str:
    """A column's name in Excel, from 1."""
    first, last = divmod(column - 1, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def _headed(name: str, grid: Grid) -> bool:
    known = {folded(column) for column in COLUMNS[name]}
    first = (value for (row, _), value in grid.cells.items() if row == 1)
    return any(isinstance(value, str) and folded(value) in known for value in first)


def _sheet(name: str, grid: Grid) -> ForeignSheet:
    rows = max(row for row, _ in grid.cells)
    columns = max(column for _, column in grid.cells)
    return ForeignSheet(name, grid.cells, _covers(grid, rows, columns), rows, columns)


def _covers(grid: Grid, rows: int, columns: int) -> dict[Place, Place]:
    """By merged cell the one that shows; areas beyond what a table of people has are left."""
    covers: dict[Place, Place] = {}
    left_over = _MOST_COVERED
    for top, left, bottom, right in grid.merged:
        area = (range(top, min(bottom, rows) + 1), range(left, min(right, columns) + 1))
        left_over -= len(area[0]) * len(area[1])
        if left_over < 0:
            break
        covers |= {(row, column): (top, left) for row in area[0] for column in area[1]}
    return covers
