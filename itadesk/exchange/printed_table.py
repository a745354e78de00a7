"""A printed table in a sheet: spans are merged cells, and long rows are divided for the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from itadesk.exchange.looks import FONT, looks
from itadesk.exchange.writing import clean_text, put
from itadesk.reports.content import Align, Cell, Paragraph, Row, Table, VAlign
from itadesk.reports.templates.excel_heights import COLUMN, HIGHEST, letters
from itadesk.thai.digits import to_arabic, to_thai

if TYPE_CHECKING:
    from openpyxl.cell.rich_text import CellRichText
    from openpyxl.worksheet.worksheet import Worksheet

_PIECE = 300.0  # pt; a row of more is divided, so that a page can end inside it
_PITCH = 1.35  # of the type size, from line to line
_LETTER = 0.35  # of the type size: TH Sarabun's letters and spaces on the average, and a little
_LOST = 3  # letters at the end of a line, as words are not cut
ROOM = 4.0  # pt, around the text of a cell
_NUMBER = re.compile(r"(?:0|[1-9]\d{0,5})(?:\.(\d{1,2}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Area:
    """A cell of the table with its grid place from 0, and its paragraphs in pieces."""

    row: int
    column: int
    cell: Cell
    pieces: tuple[tuple[Paragraph, ...], ...]

    @property
    def rows(self) -> range:
        return range(self.row, self.row + self.cell.rowspan)


class PrintedTable:
    """The table from row `start` of the sheet; after `write`, where its head and it end."""

    def __init__(self, sheet: Worksheet, table: Table, widths: list[float], start: int) -> None:
        self._sheet, self._widths, self._look = sheet, widths, looks()
        rows = (*table.head, *table.rows)
        self._areas = [self._area(*placed) for placed in _placed(rows)]
        counts = [1] * len(rows)
        for each in self._areas:
            if each.cell.rowspan == 1:
                counts[each.row] = max(counts[each.row], len(each.pieces))
        self._starts = [start + sum(counts[:n]) for n in range(len(rows) + 1)]
        self._heights = dict.fromkeys(range(start, self._starts[-1]), 0.0)
        self.head_end, self.end = self._starts[len(table.head)], self._starts[-1]

    def write(self) -> None:
        """Texts, merged cells, lines and heights."""
        for each in self._areas:
            self._write(each)
        for each in self._areas:
            self._stretch(each)
        for row, height in self._heights.items():
            self._sheet.row_dimensions[row].height = min(HIGHEST, height)

    def _area(self, row: int, column: int, cell: Cell) -> _Area:
        """A cell of one row in pieces that a page can hold; one that spans rows is whole."""
        found = tuple(block for block in cell.blocks if isinstance(block, Paragraph))
        pieces: list[tuple[Paragraph, ...]] = [()]
        for each in found:
            grown = (*pieces[-1], each)
            if cell.rowspan == 1 and pieces[-1] and self._height(column, cell, grown) > _PIECE:
                pieces.append((each,))
            else:
                pieces[-1] = grown
        return _Area(row, column, cell, tuple(pieces))

    def _height(self, column: int, cell: Cell, paragraphs: Sequence[Paragraph]) -> float:
        return lines_height(paragraphs, sum(self._widths[column : column + cell.colspan]))

    def _write(self, each: _Area) -> None:
        top, end = self._starts[each.row], self._starts[each.rows.stop]
        left, right = each.column + 1, each.column + each.cell.colspan
        vertical = "center" if each.cell.valign is VAlign.MIDDLE else "top"
        for row, piece in enumerate(each.pieces, start=top):
            write_lines(self._sheet, row, left, piece, vertical=vertical)
            if len(each.pieces) > 1 or end - top == 1:
                height = self._height(each.column, each.cell, piece)
                self._heights[row] = max(self._heights[row], height)
        self._line(top, end, left, right, shade=each.cell.shade)
        if len(each.pieces) == 1 and (top, left) != (end - 1, right):
            self._sheet.merge_cells(
                start_row=top, end_row=end - 1, start_column=left, end_column=right
            )

    def _stretch(self, each: _Area) -> None:
        """Gives the last rows of a merged area what its text still needs."""
        rows = range(self._starts[each.row], self._starts[each.rows.stop])
        needed = self._height(each.column, each.cell, each.pieces[0])
        lacking = needed - sum(self._heights[row] for row in rows)
        for row in reversed(rows if len(each.pieces) == 1 else ()):
            more = min(max(lacking, 0.0), HIGHEST - self._heights[row])
            self._heights[row] += more
            lacking -= more

    def _line(self, top: int, end: int, left: int, right: int, *, shade: bool) -> None:
        """Around an area, none inside."""
        from openpyxl.styles import Border

        line = self._look.border.left
        for row in range(top, end):
            for column in range(left, right + 1):
                cell = self._sheet.cell(row, column)
                cell.border = Border(
                    left=line if column == left else None,
                    right=line if column == right else None,
                    top=line if row == top else None,
                    bottom=line if row == end - 1 else None,
                )
                if shade:
                    cell.fill = self._look.shade


def write_lines(
    sheet: Worksheet, row: int, column: int, lines: Sequence[Paragraph], *, vertical: str
) -> None:
    """Paragraphs in one cell, a line each; a number that stands alone is a number."""
    from openpyxl.styles import Alignment, Font

    text = "\n".join(one.text for one in lines)
    number = number_of(text)
    place = f"ชีต {sheet.title} แถว {to_thai(str(row))} ช่องที่ {to_thai(str(column))}"
    put(sheet, row, column, text if number is None else None, place)
    cell = sheet.cell(row, column)
    if number is not None:
        cell.value, cell.number_format = number
    size = lines[0].size if lines else None
    bold = bool(text) and all(run.bold for one in lines for run in one.runs if run.text)
    cell.font = Font(name=FONT, size=size, bold=bold)
    if not bold and any(run.bold for one in lines for run in one.runs):
        cell.value = _rich(lines)
    centred = bool(lines) and lines[0].align is Align.CENTRE
    horizontal = "center" if centred else "left"
    cell.alignment = Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True)


def lines_height(lines: Sequence[Paragraph], width: float) -> float:
    """Points that paragraphs need in a cell of `width` units."""
    return ROOM + sum(text_height(one.text, one.size, width) for one in lines)


def text_height(text: str, size: float, width: float) -> float:
    """Points that a text of TH Sarabun in `size` needs, without what is left free around it."""
    room, letter = width * COLUMN - ROOM, size * _LETTER
    fit = max(room - _LOST * letter, room / 2)
    lengths = (letters(line) * letter for line in text.split("\n"))
    count = sum(1 if length <= room else ceil(length / fit) for length in lengths)
    return count * size * _PITCH


def number_of(text: str) -> tuple[float, str] | None:
    """A number that is the whole text, and the format that shows it as it was printed."""
    plain = to_arabic(text)
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return None
    return float(plain), number_format(places=len(match[1] or ""), thai=plain != text)


def number_format(*, places: int, thai: bool) -> str:
    """How numbers of so many decimals are shown."""
    digits = "0." + "0" * places if places else "0"
    return f"[$-D00041E]{digits}" if thai else digits  # D: the digits of the language


def _rich(lines: Sequence[Paragraph]) -> CellRichText:
    """A text with some of its lines bold."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    blocks = [
        TextBlock(
            InlineFont(rFont=FONT, sz=one.size, b=all(run.bold for run in one.runs)),
            clean_text(one.text) + ("\n" if one is not lines[-1] else ""),
        )
        for one in lines
    ]
    return CellRichText(*blocks)


def _placed(rows: Sequence[Row]) -> Iterator[tuple[int, int, Cell]]:
    """Row and column of every cell; places that a span above covers are passed over."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while (number, column) in taken:
                column += 1
            yield number, column, cell
            below = range(number, number + cell.rowspan)
            taken |= {(r, c) for r in below for c in range(column, column + cell.colspan)}
