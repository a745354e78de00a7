"""Makes small documents, and reads PDFs back in three programs."""

import io
import re
import subprocess

import pypdf
import pypdfium2 as pdfium

from itadesk.reports.content import (
    Cell,
    Document,
    PageNumbers,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from itadesk.reports.pdf import render, typesetter
from itadesk.reports.pdf.flow import lay_out

# Written for these tests; as dense as the texts that offices write.
TEXT = (
    "องค์การบริหารส่วนตำบลตัวอย่างได้ทบทวนขั้นตอนการให้บริการประชาชนทุกงาน "
    "แล้วจัดทำคู่มือฉบับใหม่ที่ระบุระยะเวลา ค่าธรรมเนียม และชื่อผู้รับผิดชอบอย่างชัดเจน "
    "เพื่อให้ผู้มาติดต่อราชการได้รับความสะดวก รวดเร็ว และเท่าเทียมกัน "
    "ทั้งนี้ หัวหน้าสำนักปลัดจะติดตามผลทุกเดือน น้ำท่วมก็ดี ไฟไหม้ก็ดี ต้องไม่ทำให้งานหยุดชะงัก "
    "ผลสัมฤทธิ์ของงานปรากฏแก่ผู้รับบริการต่าง ๆ อย่างน้อยร้อยละ ๘๕ ของผู้ตอบแบบสอบถาม"
)
WORDS = TEXT.split()


class SpaceBreaker:
    """Breaks at spaces only."""

    def breaks(self, text, /):
        return tuple(found.end() for found in re.finditer(r" +(?=[^ ๆฯ])", text))


class SyllableBreaker:
    """Breaks at spaces and before leading vowels: lines as full as real ones."""

    def breaks(self, text, /):
        return tuple(
            found.start()
            for found in re.finditer(r"(?<=[^เแโใไ])(?=[เแโใไ])|(?<= )(?=[^ ๆฯ])", text)
        )


SPACES = SpaceBreaker()
SYLLABLES = SyllableBreaker()


def paragraph(text, **settings):
    return Paragraph((Run(text),), **settings)


def cell(text="", **settings):
    return Cell((paragraph(text, style="cell"),) if text else (), **settings)


def row(*texts, **settings):
    return Row(tuple(cell(text) if isinstance(text, str) else text for text in texts), **settings)


def document(*blocks, **section):
    section.setdefault("page_numbers", PageNumbers.NONE)
    return Document("เอกสารทดสอบ", "อบต.ตัวอย่าง", (Section(blocks, **section),))


def table(*rows, widths=(1, 1, 1), head=("หัวหนึ่ง", "หัวสอง", "หัวสาม")):
    return Table(widths, rows, (row(*head),) if head else ())


class Printed(bytes):
    """A PDF that remembers the pages it was made of."""

    pages = ()


def made(*blocks, breaker=SYLLABLES, **section):
    return printed(document(*blocks, **section), breaker)


def printed(content, breaker=None):
    data = Printed(render(content, breaker))
    data.pages = lay_out(content, typesetter(breaker)).pages
    return data


def squeezed(text):
    return re.sub(r"\s+", "", text)


def poppler(data, tmp_path, *options):
    file = tmp_path / "read.pdf"
    file.write_bytes(data)
    command = ["pdftotext", *options, "-enc", "UTF-8", str(file), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def pages_of(data):
    """The text of each page, by pdfium."""
    pdf = pdfium.PdfDocument(data)
    try:
        return [_page_text(page) for page in pdf]
    finally:
        pdf.close()


def _page_text(page):
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    textpage.close()
    page.close()
    return text


def by_pypdf(data):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def in_every_reader(data, tmp_path):
    return {
        "pdftotext -raw": poppler(data, tmp_path, "-raw"),
        "pdftotext": poppler(data, tmp_path),
        "pdfium": "\n".join(pages_of(data)),
        "pypdf": by_pypdf(data),
    }


def char_boxes(data, page_number):
    """(character, left, bottom, right, top) of what has ink on a page, by pdfium."""
    pdf = pdfium.PdfDocument(data)
    page = pdf[page_number]
    textpage = page.get_textpage()
    boxes = []
    for index in range(textpage.count_chars()):
        char = textpage.get_text_range(index, 1)
        if char.strip():
            boxes.append((char, *textpage.get_charbox(index)))
    textpage.close()
    page.close()
    pdf.close()
    return boxes


def inks(data, left=0.0, right=1000.0):
    """The colours on the first page between two places, but those of edges that fade to white."""
    pdf = pdfium.PdfDocument(data)
    page = pdf[0]
    picture = page.render(scale=4).to_pil().convert("RGB")
    page.close()
    pdf.close()
    part = picture.crop((int(left * 4), 0, min(int(right * 4), picture.width), picture.height))
    return {colour for _, colour in part.getcolors(1 << 24) if set(colour) <= {0, 255}} - {
        (255, 255, 255)
    }


def contents(data):
    """The content stream of each page."""
    return [
        page.get_contents().get_data().decode("latin-1")
        for page in pypdf.PdfReader(io.BytesIO(data)).pages
    ]


def fonts(data):
    """The fonts of a PDF that draw letters, by their names in it."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    return {
        font["/BaseFont"]: font["/DescendantFonts"][0]
        for font in (one.get_object() for one in reader.pages[0]["/Resources"]["/Font"].values())
    }


def frames(data, page_number):
    """(left, bottom, right, top) of the cells on a page."""
    page = data.pages[page_number]
    return [
        (box.x, page.height - box.top - box.height, box.x + box.width, page.height - box.top)
        for box in page.frames
    ]


def borders(data, page_number):
    """(x, y, x, y) of the border lines drawn on a page."""
    found = re.findall(r"^(\S+) (\S+) m (\S+) (\S+) l$", contents(data)[page_number], re.M)
    return [tuple(map(float, line)) for line in found]
