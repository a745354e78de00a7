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
    `indent` moves every line, `first` the first line in addition, `hang` all but the first;
    `tail` moves the right end of every line inwards. `pitch` is an exact line height in points.
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
    tail: float = 0.0
    pitch: float | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs in a table cell; spans count columns and rows of the grid.

    `again` puts a short text anew on every page that the cell reaches, where a writer can.
    """

    blocks: tuple[Paragraph, ...]
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
        last = (
            paragraph for row in self.rows[-1:] for cell in row.cells for paragraph in cell.blocks
        )
        return any(paragraph.keep_with_next for paragraph in last)


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
class Emblem:
    """The Garuda: PNG or JPG bytes, or an empty box of its size for sheets that bear one.

    Its top edge stands where the page's text would begin; CENTRE is the middle of the sheet.
    What follows begins `rise` points above its foot.
    """

    height: float = 3.0
    image: bytes = b""
    align: Align = Align.CENTRE
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the middle of the sheet; `width` in cm."""

    width: float = 4.0
    before: float = 0.0  # pt
    after: float = 0.0  # pt


@dataclass(frozen=True, slots=True)
class Column:
    """A stack of paragraphs in a Band.

    It begins at `left` cm, or two spaces behind the longest line of the column before it. A
    `flush` one moves right until its longest line meets the right edge, `left` being its least
    place. `leader` fills its last line with dots up to the next column.
    """

    blocks: tuple[Paragraph, ...]
    left: float | None = None
    flush: bool = False
    leader: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Columns side by side whose first lines stand on one baseline; it is never divided."""

    columns: tuple[Column, ...]
    before: float = 0.0  # pt


@dataclass(frozen=True, slots=True)
class Signature:
    """`lines` (name, position) centred below `space` points for the hand: three blank lines.

    They are centred under `closing`, which begins at its own indent, or else on `axis` (cm from
    the left margin). A `rank` stands on the signature line. `space` may shrink to `least`.
    """

    lines: tuple[Paragraph, ...]
    axis: float
    closing: Paragraph | None = None
    rank: Paragraph | None = None
    space: float = 63.0
    least: float = 42.0


@dataclass(frozen=True, slots=True)
class Together:
    """What stays on one page, its gaps shrinking before a new page is begun.

    At least `company` lines of the text before it stand on its page.
    """

    blocks: tuple[Paragraph | Gap | Band | Signature, ...]
    company: int = 0


Block = Paragraph | Table | Bars | PageBreak | Gap | Emblem | Rule | Band | Signature | Together


class PageNumbers(StrEnum):
    """Where the page number stands; DASHED is the "- ๒ -" of official letters."""

    NONE = "none"
    DASHED = "dashed"  # top centre, from page 2


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one shape; `running` repeats at the top of every page.

    `opening` stands above `running` on the first page of the section only.
    """

    blocks: tuple[Block, ...]
    landscape: bool = False
    left: float = 3.0
    right: float = 2.0
    top: float = 2.5
    bottom: float = 2.0
    running: tuple[Paragraph, ...] = ()
    page_numbers: PageNumbers = PageNumbers.DASHED
    opening: tuple[Paragraph, ...] = ()


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
        yield from (*section.opening, *section.running)
        for block in section.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Table):
        for row in (*block.head, *block.rows):
            for cell in row.cells:
                yield from cell.blocks
    elif isinstance(block, Bars):
        for bar in block.bars:
            yield from (bar.label, bar.note)
    elif isinstance(block, Band | Signature | Together):
        yield from _of_letter(block)


def _of_letter(block: Band | Signature | Together) -> Iterator[Paragraph]:
    if isinstance(block, Band):
        for column in block.columns:
            yield from column.blocks
    elif isinstance(block, Signature):
        yield from filter(None, (block.closing, block.rank, *block.lines))
    else:
        for each in block.blocks:
            yield from _of_block(each)
