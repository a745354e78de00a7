"""Tables of the content as Word tables: repeated heads, merged cells, fixed widths."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.shared import Cm, Length
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

from itadesk.reports.content import Align, Cell, Paragraph, Picture, Row, Table, VAlign
from itadesk.reports.docx.marks import element
from itadesk.reports.docx.paragraphs import fill
from itadesk.reports.pdf.metrics import AROUND

SHADE = "EDEDED"
SIDES = Cm(0.4)  # what Word leaves empty at the sides of a cell


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
    for number, block in enumerate(cell.blocks):
        line = target.paragraphs[0] if number == 0 else target.add_paragraph()
        if isinstance(block, Picture):
            _show(line, block, target.width)
        else:
            fill(line, block)


def _show(line: WordParagraph, picture: Picture, room: Length | None) -> None:
    """A picture in the middle of a cell that is `room` wide."""
    fill(line, Paragraph((), "cell", align=Align.CENTRE, before=AROUND, after=AROUND))
    width = Cm(picture.width)
    scale = min(1.0, (room - SIDES) / width) if room else 1.0
    across, down = (Length(round(each * scale)) for each in (width, Cm(picture.height)))
    shape = line.add_run().add_picture(BytesIO(picture.image), across, down)
    shape._inline.docPr.set("descr", picture.told)


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
