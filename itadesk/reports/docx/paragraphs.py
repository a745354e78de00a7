"""Paragraphs of the content as Word paragraphs with named styles."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from itadesk.reports.content import Align, Paragraph
from itadesk.reports.docx.marks import element, set_fonts

STYLES = {"title": "Title", "heading": "Heading 2", "body": "Body Text", "cell": "Table Text"}
_JUSTIFY = {
    Align.LEFT: "left",
    Align.CENTRE: "center",
    Align.RIGHT: "right",
    Align.THAI: "thaiDistribute",
}


def make_styles(word: WordDocument, font: str) -> None:
    """The document's own styles and what stands behind them, plain black in the office's font."""
    (defaults,) = word.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")
    _name_font(defaults, font, 16)
    _restyle(word, "Normal", font, 16)
    for name in STYLES.values():
        if name not in [style.name for style in word.styles]:
            word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
        _restyle(word, name, font, 14 if name == "Table Text" else 16)
    word.styles["Heading 1"].base_style = word.styles["Normal"]
    _restyle(word, "Heading 1", font, 16)


def _restyle(word: WordDocument, name: str, font: str, size: float) -> None:
    style = word.styles[name]
    _name_font(style.element.get_or_add_rPr(), font, size)
    paragraph = style.element.get_or_add_pPr()
    for child in list(paragraph):
        if not child.tag.endswith("}outlineLvl"):
            paragraph.remove(child)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def _name_font(properties: BaseOxmlElement, font: str, size: float) -> None:
    for child in list(properties):
        properties.remove(child)
    set_fonts(properties, font, round(size * 2))


def fill(word: WordParagraph, paragraph: Paragraph) -> None:
    """Puts the text and the shape of a content paragraph into a Word paragraph."""
    outline = {1: "Heading 1", 2: "Heading 2"}.get(paragraph.outline or 0)
    name = outline or STYLES.get(paragraph.style, "Body Text")
    word._p.style = name.replace(" ", "")  # the id; a look-up by name costs half of the writing
    shape = word.paragraph_format
    shape.space_before, shape.space_after = Pt(paragraph.before), Pt(paragraph.after)
    shape.left_indent = Cm(paragraph.indent + paragraph.hang)
    shape.first_line_indent = Cm(paragraph.first - paragraph.hang)
    if paragraph.tail:
        shape.right_indent = Cm(paragraph.tail)
    if paragraph.pitch:
        shape.line_spacing = Pt(paragraph.pitch)
        shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    shape.keep_with_next = paragraph.keep_with_next
    shape.widow_control = True
    word._p.get_or_add_pPr().append(element("jc", val=_JUSTIFY[paragraph.align]))
    add_runs(word, paragraph)


def add_runs(word: WordParagraph, paragraph: Paragraph) -> None:
    """Puts the runs of a content paragraph behind what a Word paragraph has."""
    for part in paragraph.runs:
        run = word.add_run(part.text)
        run.underline = part.underline or None
        properties = run._r.get_or_add_rPr()
        for wanted, name in ((part.bold, "b"), (part.italic, "i")):
            if wanted:
                properties.append(element(name))
                properties.append(element(f"{name}Cs"))
        if part.colour:
            properties.append(element("color", val=part.colour))
        properties.append(element("sz", val=round(paragraph.size * 2)))
        properties.append(element("szCs", val=round(paragraph.size * 2)))
