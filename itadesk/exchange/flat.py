"""Plain tables as Excel sheets: a head, a row each, numbers as numbers, filters on the head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from itadesk.exchange.looks import FONT, SIZE, Looks, looks, paper
from itadesk.exchange.printed_table import ROOM, number_format, text_height
from itadesk.exchange.writing import packed, put
from itadesk.model.result import shown
from itadesk.thai.digits import to_thai

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDEST = 260  # units that can still be read on one page
Value = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class FlatSheet:
    """`name` of the sheet, `title` at the top of its pages; `widths` in units of Excel."""

    name: str
    title: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: Sequence[tuple[Value, ...]]
    fixed: int = 1  # columns that stay while one goes to the right


def write_flat(sheets: Sequence[FlatSheet], creator: str, *, thai: bool, code: str = "") -> bytes:
    """The workbook; numbers are shown in Thai digits where `thai`. `code` is that of the data."""
    from openpyxl import Workbook

    workbook, look = Workbook(), looks()
    del workbook[workbook.sheetnames[0]]
    for each in sheets:
        _fill(workbook.create_sheet(each.name), each, look, thai=thai)
    return packed(workbook, creator, code=code)


def _fill(sheet: Worksheet, flat: FlatSheet, look: Looks, *, thai: bool) -> None:
    from openpyxl.utils import get_column_letter

    for number, row in enumerate((flat.heads, *flat.rows), start=1):
        for column, value in enumerate(row, start=1):
            place = f"ชีต {flat.name} แถว {to_thai(str(number))} ช่อง {flat.heads[column - 1]}"
            put(sheet, number, column, shown(value) if isinstance(value, Decimal) else value, place)
            cell = sheet.cell(number, column)
            _dress(cell, look, head=number == 1)
            if isinstance(value, int | Decimal):
                places = 2 if isinstance(value, Decimal) else 0
                cell.number_format = number_format(places=places, thai=thai)
        texts = zip(flat.widths, map(_shown, row), strict=True)
        height = max(text_height(text, SIZE, width) for width, text in texts)
        sheet.row_dimensions[number].height = ROOM + height
    for column, width in enumerate(flat.widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    last = get_column_letter(len(flat.heads))
    sheet.auto_filter.ref = f"A1:{last}{len(flat.rows) + 1}"
    sheet.freeze_panes = f"{get_column_letter(flat.fixed + 1)}2"
    sheet.print_title_rows = "1:1"
    _head_pages(sheet, flat.title)
    margins = sheet.page_margins
    margins.top, margins.left, margins.right = 1.0, 0.4, 0.4  # inch; the title is in the top one
    paper(sheet)
    if sum(flat.widths) > _WIDEST:  # several pages beside each other
        sheet.page_setup.fitToWidth = 0
        sheet.print_title_cols = f"A:{get_column_letter(flat.fixed)}"


def _shown(value: Value) -> str:
    return value if isinstance(value, str) else ""  # a number has room enough


def _head_pages(sheet: Worksheet, title: str) -> None:
    head = sheet.oddHeader
    assert head is not None
    head.center.text = title.replace("&", "&&")
    head.center.font, head.center.size = f"{FONT},Bold", 16


def _dress(cell: Cell | MergedCell, look: Looks, *, head: bool) -> None:
    cell.font = look.head if head else look.text
    number = cell.data_type == "n"
    cell.alignment = look.middle if head else look.top if number else look.wrap
    cell.border = look.border
    if head:
        cell.fill = look.shade
