"""Blocks of reports: tables, charts, gaps and page ends."""

from __future__ import annotations

from dataclasses import dataclass

from itadesk.reports.content.text import Paragraph, Picture, VAlign


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs and pictures in a table cell; spans count columns and rows of the grid.

    `again` puts a short text anew on every page that the cell reaches, where a writer can.
    """

    blocks: tuple[Paragraph | Picture, ...]
    colspan: int = 1
    rowspan: int = 1
    valign: VAlign = VAlign.TOP
    shade: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from left to right; positions covered by a row span above are left out."""

    cells: tuple[Cell, ...]
    splittable: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are proportions of the text width; `head` repeats on every page.

    `together` keeps a table that a page can hold on one page. The last row stays with what
    follows the table when a paragraph in it is to be kept with the next.
    """

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    before: float = 0.0  # pt
    after: float = 0.0  # pt
    together: bool = False

    @property
    def stays(self) -> bool:
        last = (block for row in self.rows[-1:] for cell in row.cells for block in cell.blocks)
        return any(block.keep_with_next for block in last)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space that vanishes at the top of a page; inside Together it may shrink to `least`."""

    points: float
    least: float | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """One score of a chart: `value` 0–100 or None, `weight` from 0 (white) to 1 (black)."""

    label: Paragraph
    value: float | None
    note: Paragraph
    weight: float = 0.5


@dataclass(frozen=True, slots=True)
class Bars:
    """Scores as level bars, one under the other; `mark` is a line through all of them.

    `label_share` and `note_share` are parts of the text width at the left and the right.
    """

    bars: tuple[Bar, ...]
    mark: float | None = None
    label_share: float = 0.36
    note_share: float = 0.14
    before: float = 0.0  # pt
    after: float = 0.0  # pt


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings that come after it, with dots and the numbers of their pages; one a document.

    `heads` stand over the names and over the numbers.
    """

    heads: tuple[Paragraph, Paragraph]
    size: float = 16.0
