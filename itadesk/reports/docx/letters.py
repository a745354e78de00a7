"""Emblem, columns, rules and signatures of official letters as plain Word paragraphs.

Widths are measured with the typesetter: its letters are as wide as those of TH SarabunPSK.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Emu, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from itadesk.reports.content import (
    Align,
    Band,
    Block,
    Column,
    Emblem,
    Gap,
    Paragraph,
    Rule,
    Section,
    Signature,
    Together,
)
from itadesk.reports.docx.marks import element, floating
from itadesk.reports.docx.paragraphs import add_runs, fill
from itadesk.reports.pdf import typesetter
from itadesk.reports.pdf.bands import column_lefts
from itadesk.reports.pdf.letters import signature_axis
from itadesk.reports.pdf.metrics import CM, LABEL_GAP, RANK_END
from itadesk.reports.pictures import for_word

PAGE_MIDDLE = 10.5  # cm
ONE_LINE = 70  # letters that surely need a second line
BLANK_LINE = 21.0  # pt: an empty line of body text, which a clerk can take out or add


def add_emblem(word: WordDocument, emblem: Emblem, top: float, left: float) -> None:
    """The image floats at its place, the text begins where it would with an empty box.

    `top` and `left` are the margins in cm.
    """
    line = word.add_paragraph()
    shape = line.paragraph_format
    shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    shape.line_spacing = Pt(max(emblem.height * CM - emblem.rise, 1))
    if emblem.image:
        run = line.add_run()
        picture = run.add_picture(BytesIO(for_word(emblem.image)), height=Cm(emblem.height))
        picture._inline.docPr.set("descr", emblem.told)
        middle = PAGE_MIDDLE if emblem.axis is None else left + emblem.axis
        x = left if emblem.align is Align.LEFT else middle - Emu(picture.width).cm / 2
        floating(picture._inline, Cm(x), Cm(top))


def add_rule(word: WordDocument, rule: Rule, left: float, width: float) -> None:
    """A border below an all but empty line, as wide as the rule; `left` is the margin in cm."""
    line = word.add_paragraph()
    shape = line.paragraph_format
    shape.left_indent = Cm(PAGE_MIDDLE - rule.width / 2 - left)
    shape.right_indent = Cm(left + width - PAGE_MIDDLE - rule.width / 2)
    shape.space_before, shape.space_after = Pt(rule.before), Pt(rule.after)
    shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    shape.line_spacing = Pt(1)
    borders = element("pBdr")
    borders.append(element("bottom", val="single", sz=4, space=0, color="auto"))
    line._p.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def add_band(word: WordDocument, band: Band, width: float, *, keep: bool = False) -> None:
    """Lines with tab stops at the columns; a text that is longer hangs at its column."""
    lefts = [left / CM for left in column_lefts(typesetter(), band, width * CM)]
    ends = [*(left - LABEL_GAP / CM for left in lefts[1:]), width]
    places = list(zip(lefts, ends, strict=True))
    rows = max((len(column.blocks) for column in band.columns), default=0)
    for row in range(rows):
        cells = [
            (column, column.blocks[row], place)
            for column, place in zip(band.columns, places, strict=True)
            if row < len(column.blocks)
        ]
        line = word.add_paragraph()
        _begin_line(line, cells, _hanging(band, places), keep=keep or row + 1 < rows)
        before = band.before if row == 0 else cells[0][1].before
        line.paragraph_format.space_before = Pt(before)
        for number, cell in enumerate(cells):
            _fill_cell(line, cell, first=number == 0)


_Place = tuple[float, float]
_CellOf = tuple[Column, Paragraph, _Place]


def _hanging(band: Band, places: Sequence[_Place]) -> float:
    """Where wrapped lines begin: at the column of several lines, else at the widest."""
    most = max(len(column.blocks) for column in band.columns)
    if most > 1:
        return next(
            place[0]
            for column, place in zip(band.columns, places, strict=True)
            if len(column.blocks) == most
        )
    return max(places, key=lambda place: place[1] - place[0])[0]


def _begin_line(
    line: WordParagraph, cells: Sequence[_CellOf], hanging: float, *, keep: bool
) -> None:
    size = max(paragraph.size for _, paragraph, _ in cells)
    fill(line, Paragraph((), size=size, keep_with_next=keep))
    begin = cells[0][2][0]
    hang = max(hanging, begin)
    line.paragraph_format.left_indent = Cm(hang)
    line.paragraph_format.first_line_indent = Cm(begin - hang)


def _fill_cell(line: WordParagraph, cell: _CellOf, *, first: bool) -> None:
    """A column's text behind a tab that leads to it; dots lead on to the next column."""
    column, paragraph, (left, end) = cell
    stops = line.paragraph_format.tab_stops
    if not first:
        line.add_run("\t")
        stops.add_tab_stop(Cm(left))
    add_runs(line, paragraph)
    if column.leader:
        line.add_run("\t")
        stops.add_tab_stop(Cm(end), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def add_signature(word: WordDocument, block: Signature, width: float, *, keep: bool) -> None:
    """Blank lines for the hand, then centred lines that stay together."""
    axis = signature_axis(typesetter(), block, width * CM) / CM
    half = min(axis, width - axis)
    if block.closing:
        fill(word.add_paragraph(), replace(block.closing, keep_with_next=True))
    for _ in range(round(block.space / BLANK_LINE) - bool(block.rank)):
        fill(word.add_paragraph(), Paragraph((), keep_with_next=True))
    if block.rank:
        tail = width - axis + RANK_END / CM
        rank = replace(block.rank, align=Align.RIGHT, indent=0.0, tail=tail, keep_with_next=True)
        fill(word.add_paragraph(), rank)
    for number, line in enumerate(block.lines):
        centred = replace(
            line,
            align=Align.CENTRE,
            indent=axis - half,
            tail=width - axis - half,
            keep_with_next=keep or number + 1 < len(block.lines),
        )
        fill(word.add_paragraph(), centred)


def add_together(word: WordDocument, group: Together, width: float) -> None:
    """Parts that Word keeps on one page."""
    for number, part in enumerate(group.blocks):
        keep = number + 1 < len(group.blocks)
        if isinstance(part, Band):
            add_band(word, part, width, keep=keep)
        elif isinstance(part, Signature):
            add_signature(word, part, width, keep=keep)
        elif isinstance(part, Gap):
            for _ in range(round(part.points / BLANK_LINE)):
                fill(word.add_paragraph(), Paragraph((), keep_with_next=True))
        else:
            fill(word.add_paragraph(), replace(part, keep_with_next=keep or part.keep_with_next))


def add_of_letter(
    word: WordDocument,
    block: Emblem | Rule | Band | Signature | Together,
    section: Section,
    width: float,
) -> None:
    """`width` is the text width in cm."""
    if isinstance(block, Emblem):
        add_emblem(word, block, section.top, section.left)
    elif isinstance(block, Rule):
        add_rule(word, block, section.left, width)
    elif isinstance(block, Together):
        add_together(word, block, width)
    else:
        add_together(word, Together((block,)), width)


def accompanied(blocks: Sequence[Block]) -> list[Block]:
    """Text before a group that wants company is told to stay with it; Word then leaves its last
    lines there, and the paragraph before it too when it is short."""
    found = list(blocks)
    for number, block in enumerate(blocks):
        if isinstance(block, Together) and block.company:
            for back in (number - 1, number - 2):
                before = found[back] if back >= 0 else None
                if not isinstance(before, Paragraph):
                    break
                found[back] = replace(before, keep_with_next=True)
                if len(before.text) > ONE_LINE:
                    break
    return found
