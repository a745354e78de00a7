"""Content blocks of a document, the same for every writer.

Lengths are centimetres, sizes nominal points of TH Sarabun (16 pt body).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """THAI spreads a line over spaces and clusters; its last line stays at the left."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    THAI = "thai"


class VAlign(StrEnum):
    """Where a cell's text stands when the row is higher."""

    TOP = "top"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `literal` keeps its digits as they are."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; "\\n" in a run is a forced line end.

    `style` names a paragraph style of the writers (title, heading, body, cell, cell-head).
    `indent` moves every line, `first` the first line in addition, `hang` all but the first.
    `outline` 1… makes it a bookmark of that level.
    """

    runs: tuple[Run, ...]
    style: str = "body"
    size: float = 16.0
    align: Align = Align.LEFT
    indent: float = 0.0
    first: float = 0.0
    hang: float = 0.0
    before: float = 0.0  # pt
    after: float = 0.0  # pt
    keep_with_next: bool = False
    outline: int | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs in a table cell; spans count columns and rows of the grid."""

    blocks: tuple[Paragraph, ...]
    colspan: int = 1
    rowspan: int = 1
    valign: VAlign = VAlign.TOP
    shade: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from left to right; positions covered by a row span above are left out."""

    cells: tuple[Cell, ...]
    splittable: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are proportions of the text width; `head` repeats on every page."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    before: float = 0.0  # pt
    after: float = 0.0  # pt


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space that vanishes at the top of a page."""

    points: float


Block = Paragraph | Table | PageBreak | Gap


class PageNumbers(StrEnum):
    """Where the page number stands; DASHED is the "- ๒ -" of official letters."""

    NONE = "none"
    DASHED = "dashed"  # top centre, from page 2


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one shape; `running` repeats at the top of every page."""

    blocks: tuple[Block, ...]
    landscape: bool = False
    left: float = 3.0
    right: float = 2.0
    top: float = 2.5
    bottom: float = 2.0
    running: tuple[Paragraph, ...] = ()
    page_numbers: PageNumbers = PageNumbers.DASHED


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document, ready for a writer; digits are already localised in its runs."""

    title: str
    author: str
    sections: tuple[Section, ...]
    thai_digits: bool = True  # for page numbers
    subject: str = ""


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph that a reader of the document sees, in printed order."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block
            elif isinstance(block, Table):
                for row in (*block.head, *block.rows):
                    for cell in row.cells:
                        yield from cell.blocks
