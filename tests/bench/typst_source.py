"""The same content blocks as Typst source, so that both engines set the same tables."""

from itadesk.reports.content import Align, Cell, Document, Gap, PageBreak, Paragraph, Row, Table

SCALE = 0.6653  # Laksaman at the size of TH Sarabun
_ALIGN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.THAI: "left"}


def typst_source(document: Document) -> str:
    lines = ['#set text(font: "Laksaman", lang: "th")']
    for section in document.sections:
        flip = "true" if section.landscape else "false"
        lines.append(
            f'#set page(paper: "a4", flipped: {flip}, margin: (left: {section.left}cm, '
            f"right: {section.right}cm, top: {section.top}cm, bottom: {section.bottom}cm))"
        )
        for block in section.blocks:
            if isinstance(block, Paragraph):
                lines.append(_paragraph(block))
            elif isinstance(block, Table):
                lines.append(_table(block))
            elif isinstance(block, PageBreak):
                lines.append("#pagebreak()")
            elif isinstance(block, Gap):
                lines.append(f"#v({block.points}pt)")
    return "\n".join(lines)


def _paragraph(paragraph: Paragraph) -> str:
    return f"#align({_ALIGN[paragraph.align]})[{_runs(paragraph)}]\n"


def _runs(paragraph: Paragraph) -> str:
    weight = {True: '"bold"', False: '"regular"'}
    return "".join(
        f"#text(size: {paragraph.size * SCALE:.2f}pt, weight: {weight[run.bold]}, {_string(run.text)})"
        for run in paragraph.runs
    )


def _table(table: Table) -> str:
    columns = ", ".join(f"{width}fr" for width in table.widths)
    head = "".join(_row(row) for row in table.head)
    body = "".join(_row(row) for row in table.rows)
    return f"#table(columns: ({columns}), stroke: 0.5pt, inset: 3pt, table.header({head}), {body})"


def _row(row: Row) -> str:
    return "".join(_cell(cell) for cell in row.cells)


def _cell(cell: Cell) -> str:
    body = " #parbreak() ".join(_runs(block) for block in cell.blocks)
    align = _ALIGN[cell.blocks[0].align] if cell.blocks else "left"
    return f"table.cell(rowspan: {cell.rowspan}, colspan: {cell.colspan}, align: {align})[{body}], "


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
