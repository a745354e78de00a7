"""Every form on years that are hard to print: nothing lost, nothing off the page, Word the same."""

from __future__ import annotations

import ctypes
import subprocess
from bisect import bisect_left
from collections import Counter
from functools import cache
from io import BytesIO

import docx
import pypdfium2 as pdfium
import pytest
from docx.oxml.ns import qn

from itadesk.reports.content import Bars, PageNumbers, Paragraph, Table, paragraphs
from itadesk.reports.docx import render_docx
from itadesk.reports.forms import Options, forms
from itadesk.reports.pdf import render

from .hard_years import CASES, CLEAN, LONG, OFFICE, SENTENCE, SIGNERS, hard_year
from .pdf import reading
from .pdf.reading import by_pypdf, pages_of

CM = 72 / 2.54
NUMBER = 2.0  # cm from the top: where a page number stands
NEAR = 0.7  # pt: ใ and โ begin a little to the left of their place
EVERY = [pytest.param(form, case, id=f"{form.id}: {case}") for case in CASES for form in forms()]


def squeezed(text):
    """Without white space, and without the break of no width that a PDF does not hold."""
    return reading.squeezed(text).replace("\u200b", "")


@cache
def year(case):
    return hard_year(case)


@cache
def document(form, case):
    return form.build(year(case), Options())


@cache
def pdf(form, case):
    return render(document(form, case))


def readings(data, tmp_path):
    file = tmp_path / "read.pdf"
    file.write_bytes(data)
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(file), "-"]
    poppler = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return {
        "pdftotext -raw": squeezed(poppler),
        "pdfium": squeezed("".join(pages_of(data))),
        "pypdf": squeezed(by_pypdf(data)),
    }


def printed_more_than_once(content):
    """Characters of running lines, table heads, page numbers and cells that are named again."""
    found = set("-0123456789๐๑๒๓๔๕๖๗๘๙") if numbered(content) else set()
    for section in content.sections:
        found.update(*(line.text for line in section.running))
        for table in (block for block in section.blocks if isinstance(block, Table)):
            again = [cell for row in table.rows for cell in row.cells if cell.again]
            heads = [cell for row in table.head for cell in row.cells]
            found.update(*(block.text for cell in (*heads, *again) for block in cell.blocks))
    return found


def numbered(content):
    return any(section.page_numbers is not PageNumbers.NONE for section in content.sections)


def parts_of(text, whole):
    """How many stretches of `whole` make up the text; a letter that is nowhere ends the count."""
    count = 0
    while text:
        size = bisect_left(range(1, len(text) + 1), True, key=lambda n: text[:n] not in whole)
        if not size:
            return None
        text, count = text[size:], count + 1
    return count


@pytest.mark.parametrize(("form", "case"), EVERY)
def test_every_text_comes_out_of_three_readers(form, case, tmp_path):
    content, data = document(form, case), pdf(form, case)
    texts = [squeezed(each.text) for each in paragraphs(content)]
    wanted, often = Counter("".join(texts)), printed_more_than_once(content)
    pages = len(pages_of(data))
    for reader, text in readings(data, tmp_path).items():
        found = Counter(text)
        assert wanted - found == Counter(), reader
        assert set(found - wanted) <= often, reader
        torn = {each for each in texts if not 0 <= (parts_of(each, text) or -1) <= pages and each}
        assert torn == set(), reader


@pytest.mark.parametrize(("form", "case"), EVERY)
def test_no_ink_is_outside_the_margins(form, case):
    content = document(form, case)
    assert [
        (number, char)
        for number, char, box, size in letters(pdf(form, case))
        if not inside(box, size, content)
    ] == []


def letters(data):
    """(page, character, (left, bottom, right, top), size of the page) of all ink."""
    opened = pdfium.PdfDocument(data)
    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = edges
    for number, page in enumerate(opened):
        text, size = page.get_textpage(), page.get_size()
        for index in range(text.count_chars()):
            char = chr(pdfium.raw.FPDFText_GetUnicode(text, index))
            if char > " " and not char.isspace():
                pdfium.raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
                yield number, char, (left.value, bottom.value, right.value, top.value), size
        text.close()
        page.close()
    opened.close()


def inside(box, size, content):
    """Whether the ink is between the margins of a section of this shape."""
    left, bottom, right, top = box
    width, height = size
    return any(
        section.left * CM - NEAR <= left
        and right <= width - section.right * CM + NEAR
        and section.bottom * CM - NEAR <= bottom
        and top <= height - min(section.top, NUMBER) * CM + NEAR
        for section in content.sections
        if section.landscape is (width > height)
    )


def drawn(section):
    """The paragraphs of a chart, which Word gets as a picture."""
    bars = [bar for block in section.blocks if isinstance(block, Bars) for bar in block.bars]
    return Counter("".join(squeezed(bar.label.text + bar.note.text) for bar in bars))


def letters_in(element):
    return Counter(squeezed("".join(each.text or "" for each in element.iter(qn("w:t")))))


@pytest.mark.parametrize(("form", "case"), EVERY)
def test_word_holds_the_same_texts_and_tables(form, case):
    content = document(form, case)
    word = docx.Document(BytesIO(render_docx(content)))
    wanted = Counter("".join(squeezed(each.text) for each in paragraphs(content)))
    tables = [b for section in content.sections for b in section.blocks if isinstance(b, Table)]
    for section, shape in zip(content.sections, word.sections, strict=True):
        wanted -= drawn(section)
        heads = Counter("".join(squeezed(p.text) for p in (*section.opening, *section.running)))
        wanted -= heads
        assert heads - letters_in(shape.first_page_header._element) == Counter()
    assert letters_in(word.element.body) - page_numbers(word) == wanted
    assert len(word.tables) == len(tables)
    for made, table in zip(word.tables, tables, strict=True):
        cells = [cell for row in (*table.head, *table.rows) for cell in row.cells]
        blocks = [block for cell in cells for block in cell.blocks]
        texts = "".join(squeezed(each.text) for each in blocks if isinstance(each, Paragraph))
        assert letters_in(made._tbl) == Counter(texts)


def page_numbers(word):
    """The letters of the numbers in the table of contents."""
    links = word.element.body.iter(qn("w:hyperlink"))
    return Counter("".join(list(link.iter(qn("w:t")))[-1].text for link in links))


def shown(case, form_id):
    form = next(form for form in forms() if form.id == form_id)
    return [paragraph.text for paragraph in paragraphs(document(form, case))]


@pytest.mark.parametrize("form", ["development", "measures", "issues", "results", "progress"])
def test_pasted_text_is_printed_in_one_spelling(form):
    printed = "\n".join(shown("text pasted from Word", form))
    for part in CLEAN.split("\n"):
        assert part in printed
    assert not set(printed) & set("\x0b\u0e4d\uf70a\uf70b\u00a0")


def test_the_hard_texts_do_reach_the_page():
    assert LONG.split("\n")[-1][3:] in "\n".join(shown("a cell longer than a page", "development"))
    assert SIGNERS in "\n".join(shown("8 signatories in one line", "order"))
    assert any(OFFICE in text for text in shown("an office name of 300 letters", "issues"))
    assert "๑.๑.๑.๒ ป้ายหน้าห้อง" in shown("four levels of numbering", "development")
    assert sum("มาตรการลำดับ" in text for text in shown("60 measures", "measures")) > 45
    dated = "\n".join(shown("steps with dates and units of their own", "measures"))
    assert f"ขั้นที่ ๘ {SENTENCE} (" in dated
    assert "ส่วนงานที่ ๘ ของหน่วยงาน" in dated
