"""Sections of blocks, a document of sections, and what a reader meets in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from itadesk.reports.content.blocks import Bars, Contents, Gap, PageBreak, Table
from itadesk.reports.content.letters import Band, Emblem, Rule, Signature, Together
from itadesk.reports.content.text import Align, Paragraph, Run

Block = (
    Paragraph
    | Table
    | Bars
    | Contents
    | PageBreak
    | Gap
    | Emblem
    | Rule
    | Band
    | Signature
    | Together
)


CODE_LABEL = "รหัสข้อมูล"


class PageNumbers(StrEnum):
    """Where the page number stands; DASHED is the "- ๒ -" of official letters."""

    NONE = "none"
    DASHED = "dashed"  # top centre, from page 2


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one shape; `running` repeats at the top of every page.

    `opening` stands above `running` on the first page of the section only. `stamp` stands in the
    margins above and below the text of every page. With `catchwords` the first words of the next
    page stand at the foot of each, where a writer knows them.
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
    stamp: Paragraph | None = None
    catchwords: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document, ready for a writer; digits are already localised in its runs."""

    title: str
    author: str
    sections: tuple[Section, ...]
    thai_digits: bool = True  # for page numbers
    subject: str = ""
    code: str = field(default="", repr=False)  # of the data, at the foot of every page; no content


def code_line(code: str) -> Paragraph:
    """The code of the data as it stands at the foot of a page."""
    run = Run(f"{CODE_LABEL} {code}", literal=True, colour="666666")
    return Paragraph((run,), size=10, align=Align.RIGHT)


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph that a reader of the document sees, in printed order."""
    for section in document.sections:
        yield from filter(None, (section.stamp, *section.opening, *section.running))
        for block in section.blocks:
            if isinstance(block, Contents):
                yield from (*block.heads, *listed(document))
            else:
                yield from _of_block(block)


def listed(document: Document) -> list[Paragraph]:
    """The headings that the table of contents shows: those that come after it."""
    found: list[Paragraph] = []
    begun = False
    for block in (block for section in document.sections for block in section.blocks):
        if isinstance(block, Contents):
            begun = True
        elif begun and isinstance(block, Paragraph) and block.outline is not None:
            found.append(block)
    return found


def _of_block(block: Block) -> Iterator[Paragraph]:
    if isinstance(block, Paragraph):
        yield block
    elif isinstance(block, Table):
        for row in (*block.head, *block.rows):
            for cell in row.cells:
                yield from (each for each in cell.blocks if isinstance(each, Paragraph))
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
