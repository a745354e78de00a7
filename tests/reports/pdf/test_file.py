"""What the PDF file holds besides its text."""

import io
import re
import subprocess
import sys

import pypdf
import pytest

from itadesk.errors import CannotWrite
from itadesk.reports.content import Document, PageBreak, PageNumbers, Paragraph, Run, Section
from itadesk.reports.pdf import render, write
from tests.reports.pdf.reading import (
    SPACES,
    SYLLABLES,
    TEXT,
    document,
    fonts,
    made,
    pages_of,
    paragraph,
)

MAKE = """
import sys
from tests.reports.pdf.reading import *
for text in sys.argv[2:]:
    made(paragraph(text))
data = made(*[paragraph(TEXT + " 漢字 ☑ ผู้")] * 9, table(row(TEXT, TEXT, "")))
open(sys.argv[1], "wb").write(data)
"""


def test_fonts_are_embedded_and_cut_down():
    data = made(paragraph(TEXT), Paragraph((Run("หนา", bold=True),)))
    found = fonts(data)
    assert sorted(name[8:] for name in found) == ["Laksaman", "Laksaman-Bold"]
    for name, font in found.items():
        assert re.match(r"/[A-Z]{6}\+", name)
        program = font["/FontDescriptor"]["/FontFile2"].get_data()
        assert 1_000 < len(program) < 30_000


def test_equal_documents_give_equal_bytes_whatever_was_made_before(tmp_path):
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for file, before in zip(files, ([], ["字漢 ผู้ สู่ 😀", "ย่อหน้าอื่น"]), strict=True):
        subprocess.run([sys.executable, "-c", MAKE, str(file), *before], check=True)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_title_author_and_language_are_told_and_nothing_else():
    content = Document("รายงาน\nประจำปี", "อบต.ตัวอย่าง", (Section(()),), subject="เรื่อง")
    reader = pypdf.PdfReader(io.BytesIO(render(content, SPACES)))
    assert dict(reader.metadata) == {
        "/Title": "รายงาน ประจำปี",
        "/Author": "อบต.ตัวอย่าง",
        "/Subject": "เรื่อง",
        "/Creator": "itadesk",
        "/Producer": "itadesk",
    }
    assert reader.trailer["/Root"]["/Lang"] == "th"


def test_the_file_is_small():
    assert len(made(*[paragraph(TEXT)] * 40)) < 45_000


def test_bookmarks_follow_the_levels_and_lead_to_their_page():
    data = made(
        paragraph("บทที่ ๑", outline=1),
        paragraph("ข้อ ๑.๑", outline=2),
        PageBreak(),
        paragraph("ข้อ ๑.๒", outline=2),
        paragraph("บทที่ ๒", outline=1),
    )
    reader = pypdf.PdfReader(io.BytesIO(data))
    first, below, second = reader.outline
    assert [first.title, second.title] == ["บทที่ ๑", "บทที่ ๒"]
    assert [one.title for one in below] == ["ข้อ ๑.๑", "ข้อ ๑.๒"]
    assert [reader.get_destination_page_number(one) for one in below] == [0, 1]


@pytest.mark.parametrize(("thai", "said"), [(True, "- ๒ -"), (False, "- 2 -")])
def test_page_numbers_begin_on_the_second_page(thai, said):
    section = Section((paragraph("หน้าแรก"), PageBreak(), paragraph("หน้าหลัง")))
    pages = pages_of(render(Document("ก", "ข", (section,), thai_digits=thai), SPACES))
    assert pages[0].split() == ["หน้าแรก"]
    assert pages[1].startswith(said)


def test_a_section_may_have_no_page_numbers():
    section = Section((paragraph("ก"), PageBreak(), paragraph("ข")), page_numbers=PageNumbers.NONE)
    assert pages_of(render(Document("ก", "ข", (section,)), SPACES))[1].split() == ["ข"]


def test_landscape_turns_the_paper():
    reader = pypdf.PdfReader(io.BytesIO(made(paragraph("ก"), landscape=True)))
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [842, 595]


def test_an_empty_document_is_one_empty_page():
    assert [page.strip() for page in pages_of(made())] == [""]


def test_writing_puts_the_same_bytes_in_place(tmp_path):
    content = document(paragraph(TEXT))
    write(content, tmp_path / "รายงาน.pdf", SYLLABLES)
    assert (tmp_path / "รายงาน.pdf").read_bytes() == render(content, SYLLABLES)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path):
    with pytest.raises(CannotWrite, match="โปรดเลือกโฟลเดอร์อื่น"):
        write(document(), tmp_path / "ไม่มี" / "ก.pdf", SPACES)


def test_importing_the_package_loads_no_heavy_library():
    code = (
        "import itadesk.reports.pdf, sys;"
        "assert not {'reportlab', 'uharfbuzz', 'nlpo3', 'PIL'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
