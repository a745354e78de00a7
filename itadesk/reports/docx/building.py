"""Puts a Word document together and packs it without times or names of this PC."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK, WD_LINE_SPACING
from docx.section import Section as WordSection
from docx.section import _BaseHeaderFooter
from docx.shared import Cm, Length, Pt

from itadesk.reports.content import (
    Bars,
    Block,
    Contents,
    Document,
    Gap,
    PageBreak,
    PageNumbers,
    Paragraph,
    Section,
    Table,
    code_line,
)
from itadesk.reports.docx import letters
from itadesk.reports.docx.charts import add_bars
from itadesk.reports.docx.contents import begin_contents, fill_contents
from itadesk.reports.docx.letters import accompanied
from itadesk.reports.docx.marks import page_field
from itadesk.reports.docx.paragraphs import fill, make_styles
from itadesk.reports.docx.properties import FIXED_TIME, describe
from itadesk.reports.docx.tables import add_table
from itadesk.reports.pdf import typesetter
from itadesk.reports.pdf.metrics import CM, CODE_EDGE

SHORT_EDGE, LONG_EDGE = 21.0, 29.7  # A4, cm
NUMBER_TOP, NUMBERED_TEXT_TOP = 2.0, 3.0  # cm, on the second and later pages of a letter
HEADER_FROM_TOP = 1.3  # cm; Word's header line then ends where the text of page 2 begins
STAMP_EDGE = 0.4  # cm from the upper and the lower edge of the sheet
HIGHEST_HEAD = 0.4  # of the text's height


def build(document: Document, font: str) -> bytes:
    """The whole .docx."""
    sections = (part for section in document.sections for part in _parted(section))
    document = replace(document, sections=tuple(sections))
    word = docx.Document()
    make_styles(word, font)
    for number, section in enumerate(document.sections):
        shape = word.sections[0] if number == 0 else word.add_section(WD_SECTION.NEW_PAGE)
        _shape(shape, section, document)
        if document.code:
            _code(shape, document.code)
        width = (LONG_EDGE if section.landscape else SHORT_EDGE) - section.left - section.right
        for block in accompanied(section.blocks):
            _add(word, block, section, width)
    fill_contents(word, document)
    describe(word, document.title, document.author, document.subject)
    packed = BytesIO()
    word.save(packed)
    return _without_times(packed.getvalue())


def _parted(section: Section) -> list[Section]:
    """Word cuts off a head that is too high: long opening lines get pages of their own."""
    across, down = (SHORT_EDGE, LONG_EDGE)[:: -1 if section.landscape else 1]
    width, room = across - section.left - section.right, down - section.top - section.bottom
    laid = [typesetter().lay(paragraph, width * CM) for paragraph in section.opening]
    if sum(each.before + each.height + each.after for each in laid) <= room * CM * HIGHEST_HEAD:
        return [section]
    alone = replace(section, blocks=section.opening, opening=(), running=())
    return [alone, replace(section, opening=())]


def _shape(shape: WordSection, section: Section, document: Document) -> None:
    edges = (SHORT_EDGE, LONG_EDGE)
    width, height = reversed(edges) if section.landscape else edges
    shape.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
    shape.page_width, shape.page_height = Cm(width), Cm(height)
    shape.left_margin, shape.right_margin = Cm(section.left), Cm(section.right)
    shape.top_margin, shape.bottom_margin = Cm(section.top), Cm(section.bottom)
    shape.header_distance = Cm(min(HEADER_FROM_TOP, section.top))
    shape.different_first_page_header_footer = True
    heads = (shape.header, shape.first_page_header)
    for head in heads:
        head.is_linked_to_previous = False
    if section.page_numbers is PageNumbers.DASHED:
        for head in heads[: 1 if section is document.sections[0] else 2]:
            _number(head, document)
    _make_way(shape, section)
    for paragraph in section.opening:
        fill(shape.first_page_header.add_paragraph(), paragraph)
    for paragraph in section.running:
        for head in heads:
            fill(head.add_paragraph(), paragraph)
    if section.stamp:
        _stamp(shape, section.stamp)


def _stamp(shape: WordSection, stamp: Paragraph) -> None:
    """In head and foot; the rest of the head stays where it is."""
    room = (shape.header_distance or Cm(HEADER_FROM_TOP)).pt - Cm(STAMP_EDGE).pt
    for head in (shape.header, shape.first_page_header):
        fill(head.paragraphs[0].insert_paragraph_before(), replace(stamp, pitch=room))
    for foot in (shape.footer, shape.first_page_footer):
        foot.is_linked_to_previous = False
        fill(foot.paragraphs[0], stamp)
    shape.header_distance = shape.footer_distance = Cm(STAMP_EDGE)


def _code(shape: WordSection, code: str) -> None:
    """At the foot of every page, as low as in print."""
    for foot in (shape.footer, shape.first_page_footer):
        foot.is_linked_to_previous = False
        fill(foot.paragraphs[0], code_line(code))
    shape.footer_distance = Cm(CODE_EDGE / CM)


def _number(head: _BaseHeaderFooter, document: Document) -> None:
    line = head.paragraphs[0]
    line.alignment = 1
    line.add_run("- ")
    for run in page_field(document.thai_digits):
        line._p.append(run)
    line.add_run(" -")


def _add(word: WordDocument, block: Block, section: Section, width: float) -> None:
    if isinstance(block, Paragraph):
        fill(word.add_paragraph(), block)
    elif isinstance(block, Table):
        add_table(word, block, width)
        after = word.add_paragraph().paragraph_format  # Word joins tables that touch
        after.space_after, after.line_spacing = Pt(0), Pt(max(block.after, 2))
        after.keep_with_next = block.stays
    elif isinstance(block, Bars):
        add_bars(word, block, width)
    elif isinstance(block, Gap):
        word.add_paragraph().paragraph_format.line_spacing = Pt(block.points)
    elif isinstance(block, Contents):
        begin_contents(word, block, width)
    elif isinstance(block, PageBreak):
        word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    else:
        letters.add_of_letter(word, block, section, width)


def _make_way(shape: WordSection, section: Section) -> None:
    """On a sheet with an emblem the text of page 1 begins above that of the others."""
    if section.top >= NUMBER_TOP or section.running or section.opening:
        return
    shape.header_distance = Cm(section.top)
    line = shape.header.paragraphs[0].paragraph_format
    line.space_before = Cm(NUMBER_TOP - section.top)
    line.space_after = Length(Cm(NUMBERED_TEXT_TOP - NUMBER_TOP) - Pt(21))
    first = shape.first_page_header.paragraphs[0].paragraph_format
    first.line_spacing_rule, first.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)


def _without_times(packed: bytes) -> bytes:
    """The same archive with one fixed time on every entry."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, FIXED_TIME.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return out.getvalue()
