"""The grid of a table: where its columns stand, and which cells begin in each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from itadesk.reports.content import Cell, Paragraph, Picture, Row, VAlign
from itadesk.reports.pdf import cells
from itadesk.reports.pdf.cells import Strip
from itadesk.reports.pdf.metrics import PADDING_FOOT, PADDING_SIDE, PADDING_TOP, PITCH
from itadesk.reports.pdf.paragraphs import Typesetter
from itadesk.reports.pdf.structure import Element, Kind

PADDING = PADDING_TOP + PADDING_FOOT
# An empty row is as high as one line of body text.
LEAST = 16 * PITCH + PADDING
_NARROWEST = 24.0


@dataclass(slots=True, eq=False)
class OpenCell:
    """A cell that is being put on pages; `done` of its lines are printed.

    `owners` are what its paragraphs are in the tree: none when it is only repeated.
    """

    x: float
    width: float
    first: int
    last: int
    stack: tuple[Strip, ...]
    valign: VAlign
    shade: bool
    blocks: tuple[Paragraph | Picture, ...]
    columns: int
    again: bool = False
    owners: tuple[Element | None, ...] = ()
    top: float = 0.0
    done: int = 0

    @property
    def rest(self) -> tuple[Strip, ...]:
        return self.stack[self.done :]

    @property
    def need(self) -> float:
        return cells.height(self.rest) + PADDING


def column_edges(widths: Sequence[float], total: float) -> list[float]:
    """Left edges of the columns and the right edge of the last; none is too narrow for a letter."""
    share = total / sum(widths)
    narrowest = min(_NARROWEST, total / len(widths))
    raw = [max(width * share, narrowest) for width in widths]
    excess = sum(raw) - total
    spare = sum(width - narrowest for width in raw)
    if spare > 0:
        raw = [width - excess * (width - narrowest) / spare for width in raw]
    edges = [0.0]
    for width in raw:
        edges.append(edges[-1] + width)
    return edges


def open_cells(
    setter: Typesetter, rows: Sequence[Row], edges: Sequence[float]
) -> list[list[OpenCell]]:
    """The cells that begin in each row, at their place in the grid; gaps become empty cells."""
    columns = len(edges) - 1
    taken = [0] * columns  # the row up to which each column is covered
    found: list[list[OpenCell]] = []
    for index, row in enumerate(rows):
        here: list[OpenCell] = []
        waiting = list(row.cells)
        column = 0
        while column < columns:
            if taken[column] > index:
                column += 1
                continue
            cell = waiting.pop(0) if waiting else Cell(())
            span = _free_span(taken, column, index, cell.colspan)
            last = min(index + max(cell.rowspan, 1), len(rows)) - 1
            here.append(_opened(setter, cell, edges[column : column + span + 1], (index, last)))
            taken[column : column + span] = [last + 1] * span
            column += span
        if waiting:
            raise ValueError(f"row {index} has more cells than the table has columns")
        found.append(here)
    return found


def _free_span(taken: Sequence[int], column: int, index: int, wanted: int) -> int:
    span = 1
    while span < wanted and column + span < len(taken) and taken[column + span] <= index:
        span += 1
    return span


def _opened(
    setter: Typesetter, cell: Cell, edges: Sequence[float], rows: tuple[int, int]
) -> OpenCell:
    left, right = edges[0], edges[-1]
    stack = cells.strips(setter, cell.blocks, right - left - 2 * PADDING_SIDE)
    return OpenCell(
        left,
        right - left,
        *rows,
        stack,
        cell.valign,
        cell.shade,
        cell.blocks,
        len(edges) - 1,
        cell.again,
    )


def describe(table: Element, rows: Sequence[Sequence[OpenCell]], kind: Kind) -> None:
    """Puts rows and their cells into the tree; a single paragraph is the cell itself."""
    for row in rows:
        line = table.add("TR")
        for cell in row:
            made = line.cell(kind, cell.columns, cell.last - cell.first + 1)
            if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph):
                cell.owners = (made,)
            else:
                cell.owners = tuple(
                    made.figure(block.told) if isinstance(block, Picture) else made.paragraph(block)
                    for block in cell.blocks
                )


def heights(opened: Sequence[Sequence[OpenCell]], rows: int) -> list[float]:
    """Row heights when nothing is cut: a merged cell stretches the last row that it covers."""
    found: list[float] = []
    for index in range(rows):
        ending = [cell for row in opened for cell in row if cell.last == index]
        needs = [cell.need - sum(found[cell.first :]) for cell in ending]
        empty = not any(cell.stack for cell in ending)
        found.append(max([*needs, LEAST if empty else 0.0]))
    return found
