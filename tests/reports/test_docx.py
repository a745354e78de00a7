"""Word files: the same texts as the content, with real styles, heads and spans."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from itadesk.reports.content import (
    Align,
    Cell,
    Document,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    paragraphs,
)
from itadesk.reports.docx import render_docx


def cell(text, **spans):
    return Cell((Paragraph((Run(text),), "cell", 14),), **spans)


@pytest.fixture
def document():
    table = Table(
        (2.0, 1.0, 3.0),
        (
            Row((cell("ข้อ ๑"), cell("๙๙.๐๐"), cell("น้ำใจที่ให้กัน", rowspan=2))),
            Row((cell("ข้อ ๒"), cell("๙๘.๐๐"))),
            Row((cell("รวมทั้งแถว", colspan=3),)),
        ),
        head=(Row((cell("หัว ๑"), cell("หัว ๒"), cell("หัว ๓"))),),
    )
    blocks = (
        Paragraph((Run("ชื่อเอกสาร", bold=True),), "title", 18, Align.CENTRE, outline=1),
        Paragraph((Run("เนื้อความยาวที่กระจายแบบไทย"),), "body", 16, Align.THAI, first=2.5),
        table,
        PageBreak(),
        Paragraph((Run("หน้าถัดไป"),)),
    )
    return Document("ชื่อเอกสาร", "อบต.ตัวอย่าง", (Section(blocks), Section(blocks, landscape=True)))


@pytest.fixture
def word(document):
    return docx.Document(BytesIO(render_docx(document)))


def test_every_text_is_there_in_order(document, word):
    wanted = [p.text for p in paragraphs(document)]
    found = [t.text for t in word.element.body.iter(qn("w:t"))]
    assert found == wanted


def test_table_head_repeats_and_cells_span(word):
    table = word.tables[0]
    marks = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert marks == [True, False, False, False]
    assert table.cell(1, 2)._tc is table.cell(2, 2)._tc
    assert table.cell(3, 0)._tc is table.cell(3, 2)._tc


def test_thai_letters_have_the_font_and_size_too(word):
    run = word.tables[0].cell(1, 0).paragraphs[0].runs[0]._r
    assert run.find(f"{qn('w:rPr')}/{qn('w:szCs')}").get(qn("w:val")) == "28"
    fonts = word.styles["Normal"].element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    assert fonts.get(qn("w:cs")) == "TH SarabunPSK"


def test_the_font_that_the_office_chose_is_named_for_every_kind_of_letter(document):
    made = docx.Document(BytesIO(render_docx(document, "TH SarabunIT๙")))
    named = {
        tuple(fonts.get(qn(f"w:{letters}")) for letters in ("ascii", "hAnsi", "cs", "eastAsia"))
        for fonts in (
            made.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}"),
            *(
                made.styles[name].element.find(f".//{qn('w:rFonts')}")
                for name in ("Normal", "Title", "Heading 1", "Body Text", "Table Text")
            ),
        )
    }
    assert named == {("TH SarabunIT๙",) * 4}


def test_body_text_is_distributed_in_the_thai_way_and_indented(word):
    paragraph = next(p for p in word.paragraphs if "กระจาย" in p.text)
    assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == "thaiDistribute"
    assert round(paragraph.paragraph_format.first_line_indent.cm, 1) == 2.5


def test_sections_have_their_own_shape_and_page_numbers_in_thai_digits(word):
    sizes = [(s.page_width > s.page_height) for s in word.sections]
    assert sizes == [False, True]
    codes = [e.text for e in word.sections[0].header._element.iter(qn("w:instrText"))]
    assert codes == [r"PAGE \* THAIARABIC"]


def test_the_same_document_gives_the_same_bytes_without_a_trace_of_this_pc(document):
    first = render_docx(document)
    assert first == render_docx(document)
    core = docx.Document(BytesIO(first)).core_properties
    assert (core.author, core.last_modified_by, core.title) == (
        "อบต.ตัวอย่าง", "อบต.ตัวอย่าง", "ชื่อเอกสาร",
    )  # fmt: skip


def test_a_run_in_colour_keeps_it():
    line = Paragraph((Run("ด่วนที่สุด", colour="FF0000"), Run("ปกติ")))
    word = docx.Document(BytesIO(render_docx(Document("ก", "ข", (Section((line,)),)))))
    colours = [run.font.color.rgb for run in word.paragraphs[0].runs]
    assert [str(colour) for colour in colours] == ["FF0000", "None"]


@pytest.mark.parametrize(("lines", "parts"), [(3, 1), (30, 2)])
def test_long_lines_above_a_running_title_stand_on_pages_of_their_own(lines, parts):
    opening = tuple(Paragraph((Run(f"เหนือหัว {number}"),)) for number in range(lines))
    running = (Paragraph((Run("หัวทุกหน้า"),)),)
    body = (Paragraph((Run("เนื้อความ"),)),)
    section = Section(body, landscape=True, running=running, opening=opening)
    word = docx.Document(BytesIO(render_docx(Document("ก", "ข", (section,)))))
    above = [p.text for p in word.paragraphs if p.text.startswith("เหนือหัว")]
    heads = [[p.text for p in each.first_page_header.paragraphs] for each in word.sections]
    assert len(heads) == parts
    assert len(above) == (lines if parts > 1 else 0)
    assert heads[-1][-1] == "หัวทุกหน้า"
    assert ("หัวทุกหน้า" in heads[0]) == (parts == 1)
