"""The table of contents as a field that Word can renew, filled in with the pages of the PDF."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt

from itadesk.reports.content import Contents, Document, Paragraph, listed
from itadesk.reports.docx.marks import element
from itadesk.reports.docx.paragraphs import add_runs, fill
from itadesk.reports.pdf import typesetter
from itadesk.reports.pdf.contents import INDENT, NUMBERS, levels
from itadesk.reports.pdf.flow import lay_out
from itadesk.thai.digits import localise

REST = "_Rest"  # what comes after the contents, and only that, is listed when Word renews them
CODE = rf'TOC \o "1-2" \h \z \b {REST}'
_HEADINGS = 'w:pPr/w:pStyle[@w:val="Heading1" or @w:val="Heading2"]'


def begin_contents(word: WordDocument, block: Contents, width: float) -> None:
    """An empty line where the contents go; `width` is the text width in cm."""
    _make_styles(word, block.size, width)
    over = word.add_paragraph()
    fill(over, block.heads[0])
    over.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
    over.add_run("\t")
    add_runs(over, block.heads[1])
    word.add_paragraph()._p.addnext(_begin(0, REST))


def fill_contents(word: WordDocument, document: Document) -> None:
    """Fills in the contents of a whole document, and names the headings that they lead to."""
    body = word.element.body
    begin = f'w:bookmarkStart[@w:name="{REST}"]'
    for rest in body.xpath(begin):
        _list(rest, document)
        headings = body.xpath(f"{begin}/following-sibling::w:p[{_HEADINGS}]")
        for place, heading in enumerate(headings, 1):
            heading.pPr.addnext(_begin(place, _name(place)))
            heading.append(element("bookmarkEnd", id=place))
        body.sectPr.addprevious(element("bookmarkEnd", id=0))
        if document.thai_digits:
            for shape in word.sections:
                margins = shape._sectPr.find(qn("w:pgMar"))
                margins.addnext(element("pgNumType", fmt="thaiNumbers"))


def _list(rest: BaseOxmlElement, document: Document) -> None:
    """A line a heading, in the empty line before `rest` and behind it; the field around them."""
    headings = listed(document)
    bookmarks = lay_out(document, typesetter()).bookmarks
    pages = [mark.page + 1 for mark in bookmarks[len(bookmarks) - len(headings) :]]
    line = rest.getprevious()
    _field(line, CODE)
    entries = zip(headings, levels(headings), pages, strict=True)
    for place, (heading, level, page) in enumerate(entries, 1):
        if place > 1:
            line = element("p")
            rest.addprevious(line)
        line.style = f"toc{level}"
        line.append(_entry(heading, place, localise(str(page), document.thai_digits)))
    _char(line, "end")


def _begin(number: int, name: str) -> BaseOxmlElement:
    """The beginning of a bookmark; its end has the same number."""
    made = element("bookmarkStart", id=number)
    made.set(qn("w:name"), name)
    return made


def _make_styles(word: WordDocument, size: float, width: float) -> None:
    for level in (1, 2):
        style = word.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        style.base_style = word.styles["Normal"]
        style.font.size = Pt(size)
        properties = style.element.get_or_add_rPr()
        properties.append(element("szCs", val=round(size * 2)))
        shape = style.paragraph_format
        shape.left_indent, shape.right_indent = Cm(INDENT * (level - 1)), Cm(NUMBERS)
        shape.space_after = Pt(2)
        shape.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _name(place: int) -> str:
    return f"_Toc{place:06}"


def _entry(heading: Paragraph, place: int, page: str) -> BaseOxmlElement:
    """Text, dots and page of one heading, leading to it."""
    link = element("hyperlink", anchor=_name(place), history=1)
    _text(link, " ".join(heading.text.split()))
    run = element("r")
    run.append(element("tab"))
    link.append(run)
    _field(link, rf"PAGEREF {_name(place)} \h")
    _text(link, page)
    _char(link, "end")
    return link


def _field(parent: BaseOxmlElement, code: str) -> None:
    """Everything of a field before what it shows."""
    _char(parent, "begin")
    run, instruction = element("r"), element("instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    run.append(instruction)
    parent.append(run)
    _char(parent, "separate")


def _char(parent: BaseOxmlElement, kind: str) -> None:
    run = element("r")
    run.append(element("fldChar", fldCharType=kind))
    parent.append(run)


def _text(parent: BaseOxmlElement, text: str) -> None:
    run, content = element("r"), element("t")
    content.text = text
    run.append(content)
    parent.append(run)
