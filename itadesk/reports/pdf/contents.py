"""The table of contents: headings, dots, and the pages that an earlier laying out has found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from itadesk.reports.content import Align, Contents, Paragraph, Run, listed
from itadesk.reports.pdf.bands import DOTS_AFTER
from itadesk.reports.pdf.drawing import Box, Link
from itadesk.reports.pdf.metrics import ASCENT
from itadesk.reports.pdf.paragraphs import Laid
from itadesk.reports.pdf.sheets import Sheets
from itadesk.reports.pdf.structure import Element
from itadesk.thai.digits import localise

INDENT = 0.8  # cm, of a heading of the second level
NUMBERS = 1.4  # cm at the right for the numbers of pages
AFTER = 2.0  # pt


@dataclass(frozen=True, slots=True)
class _Entry:
    """A heading and the number of its page, laid out; `mark` is the place of its bookmark."""

    name: Laid
    number: Laid
    mark: int


def draw_contents(sheets: Sheets, block: Contents) -> None:
    """A line or more a heading, each whole on one page; numbers once they are known."""
    names, pages = block.heads
    lay, top = sheets.setter.lay, sheets.y
    sheets.lines(lay(names, sheets.width), 0, 1, sheets.tree.paragraph(names))
    over = lay(replace(pages, align=Align.RIGHT), sheets.width)
    sheets.text(over.lines[0], 0.0, top, over.size, sheets.tree.paragraph(pages))
    first, tree = len(sheets.bookmarks), sheets.tree.add("TOC")
    headings = listed(sheets.document)
    for place, (heading, level) in enumerate(zip(headings, levels(headings), strict=True)):
        text = Run(" ".join(heading.text.split()))
        indent = INDENT * (level - 1)
        name = Paragraph((text,), size=block.size, indent=indent, tail=NUMBERS, after=AFTER)
        _put(sheets, _entry(sheets, name, first + place), tree.add("TOCI"))


def levels(headings: Sequence[Paragraph]) -> list[int]:
    """1 or 2 for each: a lower heading stands farther in only below a higher one."""
    highest = accumulate((heading.outline or 1 for heading in headings), min)
    return [
        1 if (heading.outline or 1) <= least else 2
        for heading, least in zip(headings, highest, strict=True)
    ]


def _entry(sheets: Sheets, name: Paragraph, mark: int) -> _Entry:
    page = str(sheets.known[mark].page + 1) if mark < len(sheets.known) else ""
    shown = Run(localise(page, sheets.document.thai_digits))
    number = Paragraph((shown,), size=name.size, align=Align.RIGHT)
    lay = sheets.setter.lay
    return _Entry(lay(name, sheets.width), lay(number, sheets.width), mark)


def _put(sheets: Sheets, entry: _Entry, item: Element) -> None:
    laid = entry.name
    if laid.height > sheets.room + 0.01 and not sheets.fresh:
        sheets.turn()
    top = sheets.y
    sheets.lines(laid, 0, len(laid.lines), item.add("P"))
    page, last, number = sheets.pages[-1], laid.lines[-1], entry.number.lines[0]
    level = sheets.y - laid.pitch
    begin, end = last.x + last.width + DOTS_AFTER, number.x - DOTS_AFTER
    page.dots(sheets.left + begin, sheets.left + end, level + laid.size * ASCENT)
    sheets.text(number, 0.0, level, laid.size, item.add("P"))
    page.links.append(Link(Box(sheets.left, top, sheets.width, laid.height), entry.mark))
    sheets.y += laid.after
