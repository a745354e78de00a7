"""Heights of filled rows: Excel fits no merged cell, and other programs fit none on opening."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from math import ceil

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

HIGHEST = 409.0  # pt, of a row in Excel
COLUMN = 5.25  # pt, one unit of a column's width
_USUAL = 9.0  # units, of a column without a width of its own
_PITCH = 1.6  # of the type size, from line to line
_NARROW = ("th", "angsana", "browallia", "cordia", "eucrosia", "laksaman")
_LOST = 6  # letters at the end of a line, as words are not cut
_LETTER, _NARROW_LETTER = 0.62, 0.48  # of the type size, a letter on the average


def fit_heights(sheet: Worksheet, cells: Iterable[Cell]) -> None:
    """Makes the rows of the filled cells that wrap as high as their texts need, never lower."""
    widths = _widths(sheet)
    areas = {(area.min_row, area.min_col): area for area in sheet.merged_cells.ranges}
    for cell in cells:
        area = areas.get((cell.row, cell.column))
        if not cell.alignment.wrap_text or (area and area.min_row != area.max_row):
            continue
        last = area.max_col if area else cell.column
        room = sum(widths.get(n, _usual(sheet)) for n in range(cell.column, last + 1)) * COLUMN
        row = sheet.row_dimensions[cell.row]
        row.height = min(HIGHEST, max(row.height or 0, _needed(cell, room)))


def _needed(cell: Cell, room: float) -> float:
    """In points; `room` is the width of the cell."""
    size = cell.font.sz or 11
    name = (cell.font.name or "").lower()
    narrow = name.startswith(_NARROW) or name.endswith("upc")
    letter = size * (_NARROW_LETTER if narrow else _LETTER)
    lines = (
        ceil(max(1, letters(line) * letter) / max(room - _LOST * letter, room / 2))
        for line in str(cell.value).split("\n")
    )
    return float(sum(lines) * size * _PITCH + 2)


def letters(text: str) -> int:
    """Without the marks above and below, which take no room."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def _usual(sheet: Worksheet) -> float:
    return sheet.sheet_format.defaultColWidth or _USUAL


def _widths(sheet: Worksheet) -> Mapping[int, float]:
    """By column from 1; one entry of a file may stand for several columns."""
    return {
        column: each.width
        for each in sheet.column_dimensions.values()
        if each.width and each.min and each.max
        for column in range(each.min, each.max + 1)
    }
