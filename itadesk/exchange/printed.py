"""A printed document as an Excel sheet: its lines, its table, and what stands below."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from itadesk.exchange.datacode import code_of
from itadesk.exchange.looks import paper
from itadesk.exchange.printed_table import PrintedTable, lines_height, write_lines
from itadesk.exchange.writing import packed
from itadesk.model.year import YearData
from itadesk.reports.content import Document, Paragraph, Section, Table
from itadesk.reports.templates.excel_heights import COLUMN, HIGHEST

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_PER_CM = 28.346 / COLUMN  # units of a column's width
_CM_PER_INCH = 2.54


def write_printed(
    document: Document, widths: tuple[float, ...], name: str, data: YearData
) -> bytes:
    """The section with the table of these widths, in a sheet called `name`."""
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = name
    section, table = _table_of(document, widths)
    _print(sheet, section, table)
    paper(sheet, landscape=section.landscape)
    margins, inch = sheet.page_margins, _CM_PER_INCH
    margins.left, margins.right = section.left / inch, section.right / inch
    margins.top, margins.bottom = section.top / inch, section.bottom / inch
    return packed(workbook, data.office.name, grow=False, code=code_of(data))


def _table_of(document: Document, widths: tuple[float, ...]) -> tuple[Section, Table]:
    return next(
        (section, block)
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Table) and block.widths == widths
    )


def _print(sheet: Worksheet, section: Section, table: Table) -> None:
    """The title and the table's head repeat on every page, as they do on paper."""
    from openpyxl.utils import get_column_letter

    widths = [cm * _PER_CM for cm in table.widths]
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    first = _across(sheet, 1, section.opening, widths)
    row = _across(sheet, first, section.running, widths)
    for block in section.blocks:
        if block is table:
            printed = PrintedTable(sheet, table, widths, row)
            printed.write()
            sheet.print_title_rows = f"{first if section.running else row}:{printed.head_end - 1}"
            sheet.freeze_panes = f"A{printed.head_end}"
            row = printed.end
        elif isinstance(block, Paragraph):
            row = _across(sheet, row, (block,), widths)


def _across(
    sheet: Worksheet, row: int, paragraphs: Iterable[Paragraph], widths: list[float]
) -> int:
    """Lines over the whole width, or from the column where the paragraph begins; the next row."""
    for each in paragraphs:
        row += each.before >= each.size
        start = _column_at(each.indent * _PER_CM, widths)
        write_lines(sheet, row, start, (each,), vertical="center")
        if start < len(widths):
            sheet.merge_cells(
                start_row=row, end_row=row, start_column=start, end_column=len(widths)
            )
        height = lines_height((each,), sum(widths[start - 1 :])) + each.after
        sheet.row_dimensions[row].height = min(HIGHEST, height)
        row += 1
    return row


def _column_at(indent: float, widths: list[float]) -> int:
    """The column, from 1, whose left edge is nearest to `indent`."""
    edges = [sum(widths[:n]) for n in range(len(widths))]
    return min(range(len(edges)), key=lambda n: abs(edges[n] - indent)) + 1
