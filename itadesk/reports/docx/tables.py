"""Tables of the content as Word tables: repeated heads, merged cells, fixed widths."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.shared import Cm, Length
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell

from itadesk.reports.content import Cell, Row, Table, VAlign
from itadesk.reports.docx.marks import element
from itadesk.reports.docx.paragraphs import fill

SHADE = "EDEDED"


def add_table(word: WordDocument, table: Table, width: float) -> None:
    """`width` is the text width in cm that the columns share."""
    rows = (*table.head, *table.rows)
    made = word.add_table(len(rows), len(table.widths), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    widths = [Cm(width * share / sum(table.widths)) for share in table.widths]
    for column, each in zip(made.columns, widths, strict=True):
        column.width = each
    covered: set[tuple[int, int]] = set()
    for index, row in enumerate(rows):
        _fill_row(made, index, row, covered, widths)
        _mark_row(made, index, row, head=index < len(table.head))
    if table.together:
        _keep_together(made)


def _fill_row(
    made: WordTable,
    index: int,
    row: Row,
    covered: set[tuple[int, int]],
    widths: Sequence[Length],
) -> None:
    column = 0
    for cell in row.cells:
        while (index, column) in covered:
            column += 1
        last_row, last_column = index + cell.rowspan - 1, column + cell.colspan - 1
        covered.update(
            (r, c) for r in range(index, last_row + 1) for c in range(column, last_column + 1)
        )
        target = made.cell(index, column)
        if (last_row, last_column) != (index, column):
            target = target.merge(made.cell(last_row, last_column))
        target.width = Length(sum(widths[column : last_column + 1]))
        _fill_cell(target, cell)
        column = last_column + 1


def _fill_cell(target: WordCell, cell: Cell) -> None:
    middle = cell.valign is VAlign.MIDDLE
    target.vertical_alignment = (
        WD_CELL_VERTICAL_ALIGNMENT.CENTER if middle else WD_CELL_VERTICAL_ALIGNMENT.TOP
    )
    if cell.shade:
        shade = element("shd", val="clear", color="auto", fill=SHADE)
        target._tc.get_or_add_tcPr().append(shade)
    for extra in target.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    for number, paragraph in enumerate(cell.blocks):
        fill(target.paragraphs[0] if number == 0 else target.add_paragraph(), paragraph)


def _mark_row(made: WordTable, index: int, row: Row, *, head: bool) -> None:
    properties = made.rows[index]._tr.get_or_add_trPr()
    if head or not row.splittable:
        properties.append(element("cantSplit"))
    if head:
        properties.append(element("tblHeader"))


def _keep_together(made: WordTable) -> None:
    for row in made.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True
