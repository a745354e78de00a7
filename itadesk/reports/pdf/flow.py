"""Blocks onto pages: paragraphs with their neighbours, tables, gaps and breaks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from itadesk.reports.content import (
    Band,
    Bars,
    Block,
    Contents,
    Document,
    Emblem,
    Gap,
    PageBreak,
    Paragraph,
    Rule,
    Section,
    Signature,
    Table,
    Together,
)
from itadesk.reports.pdf import charts, letters
from itadesk.reports.pdf.bands import band_height, spread_out
from itadesk.reports.pdf.catchwords import write_catchwords
from itadesk.reports.pdf.contents import draw_contents
from itadesk.reports.pdf.paragraphs import Laid, Typesetter
from itadesk.reports.pdf.sheets import Sheets
from itadesk.reports.pdf.tables import TableFlow


def lay_out(document: Document, setter: Typesetter) -> Sheets:
    """All pages of a document; those of one with contents are known after a first time, and
    whether there is a next page too."""
    sheets = _laid_out(Sheets(setter, document))
    blocks = (block for section in document.sections for block in section.blocks)
    catching = len(sheets.pages) > 1 and any(each.catchwords for each in document.sections)
    if catching or any(isinstance(block, Contents) for block in blocks):
        return _laid_out(Sheets(setter, document, sheets.bookmarks, catching))
    return sheets


def _laid_out(sheets: Sheets) -> Sheets:
    for section in sheets.document.sections:
        first = len(sheets.pages)
        sheets.begin(section)
        for paragraph in section.opening:
            _paragraph(sheets, paragraph, placed=True)
        sheets.run()
        _section(sheets, section)
        if sheets.catching and section.catchwords:
            write_catchwords(sheets, first)
    return sheets


def _section(sheets: Sheets, section: Section) -> None:
    blocks = section.blocks
    chained = False  # whether the block above has already seen to it that this one follows
    placed = True  # an author's own page start keeps the space before its first paragraph
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            if not chained and not sheets.fresh and _together(sheets, blocks, index) > sheets.room:
                sheets.turn()
                placed = False
            _paragraph(sheets, block, placed, letters.company(sheets, blocks, index))
            chained = block.keep_with_next
        elif isinstance(block, Table):
            _table(sheets, block, _tail(sheets, blocks, index))
            chained = False
        elif isinstance(block, Bars):
            charts.draw(sheets, block)
            chained = False
        elif isinstance(block, PageBreak):
            sheets.turn()
            placed = True
        elif isinstance(block, Gap):
            sheets.y += 0.0 if sheets.fresh else block.points
        else:
            _other(sheets, block)
            chained = False


def _other(sheets: Sheets, block: Contents | Emblem | Rule | Band | Signature | Together) -> None:
    if isinstance(block, Contents):
        draw_contents(sheets, block)
    elif isinstance(block, Emblem):
        letters.draw_emblem(sheets, block)
    elif isinstance(block, Rule):
        letters.draw_rule(sheets, block)
    else:
        parts = block.blocks if isinstance(block, Together) else (block,)
        if letters.least_height(sheets, Together(parts)):
            letters.draw_parts(sheets, parts)
            return
        for part in parts:
            _loose(sheets, part)


def _loose(sheets: Sheets, part: letters.Part) -> None:
    """A part of a group, or a band, that no page holds."""
    if isinstance(part, Paragraph):
        _paragraph(sheets, part, placed=False)
    elif isinstance(part, Band) and not letters.least_height(sheets, Together((part,))):
        for paragraph in spread_out(part):
            _paragraph(sheets, paragraph, placed=False)
    else:
        letters.draw_parts(sheets, (part,))


def _together(sheets: Sheets, blocks: Sequence[Block], index: int) -> float:
    """Height of a paragraph and of all that must stand on its page; 0 when no page holds it."""
    total = 0.0
    for block in islice(blocks, index, None):
        if isinstance(block, Paragraph):
            laid = sheets.setter.lay(block, sheets.width)
            if block.keep_with_next:
                total += laid.before + laid.height + laid.after
                continue
            total += laid.before + laid.pitch * _least(len(laid.lines))
        elif isinstance(block, Gap):
            total += block.points
            continue
        total += _beginning(sheets, block)
        break
    return total if total <= sheets.bottom - sheets.top else 0.0


def _beginning(sheets: Sheets, block: Block) -> float:
    """Height of what of a block must stand with the lines above it."""
    if isinstance(block, Table):
        return block.before + TableFlow(block, sheets).least()
    if isinstance(block, Bars):
        return block.before + charts.height(block, sheets.setter, sheets.width)
    if isinstance(block, Band):
        return block.before + band_height(sheets.setter, block, sheets.width)
    return letters.least_height(sheets, block) if isinstance(block, Together) else 0.0


def _least(lines: int) -> int:
    """Lines that must stand together at the beginning of a paragraph."""
    return lines if lines <= 3 else 2


def _paragraph(
    sheets: Sheets, block: Paragraph, placed: bool, trail: tuple[float, int] = (0.0, 0)
) -> None:
    """`trail`: what must stand below its last lines on their page, and how many lines they are."""
    laid = sheets.setter.lay(block, sheets.width)
    if placed or not sheets.fresh:
        sheets.y += laid.before
    begin = 0
    marked = False
    owner = sheets.tree.paragraph(block)
    while begin < len(laid.lines):
        count = _fitting(sheets, laid, begin, trail)
        if count == 0:
            sheets.turn()
            continue
        if not marked:
            sheets.bookmark(block)
            marked = True
        sheets.lines(laid, begin, begin + count, owner)
        begin += count
        if begin < len(laid.lines):
            sheets.turn()
    sheets.y += laid.after


def _fitting(sheets: Sheets, laid: Laid, begin: int, trail: tuple[float, int]) -> int:
    """Lines that go on this page; 0 asks for a new one. No line of many stands alone."""
    left = len(laid.lines) - begin
    count = min(left, int((sheets.room + 0.01) / laid.pitch))
    below, with_it = trail
    if below and left * laid.pitch + laid.after + below > sheets.room + 0.01:
        count = max(min(count, left - max(with_it, 2)), 0)
    if count == left:
        return count
    if left - count == 1:
        count -= 1
    if count < 2 and (begin == 0 or count < 1):
        return max(count, 1) if sheets.fresh else 0
    return count


def _table(sheets: Sheets, table: Table, tail: float) -> None:
    if not sheets.fresh:
        sheets.y += table.before
    TableFlow(table, sheets, tail).flow()
    sheets.y += table.after


def _tail(sheets: Sheets, blocks: Sequence[Block], index: int) -> float:
    """Height of what must stand below the last row of the table at `index`: what follows a row
    that is kept with it, or a signature that wants company."""
    table, following = blocks[index], blocks[index + 1 : index + 2]
    if not isinstance(table, Table) or not following:
        return 0.0
    alone = isinstance(following[0], Together) and following[0].company > 0
    if not alone and not table.stays:
        return 0.0
    height = _together(sheets, blocks, index + 1)
    return table.after + height if height else 0.0
