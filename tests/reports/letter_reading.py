"""Prints official documents and says where things stand on the sheet, in cm from its top left."""

import ctypes
import io
import subprocess
from dataclasses import dataclass

import pypdfium2 as pdfium
from PIL import Image

from itadesk.reports.content import Together
from itadesk.reports.forms import Options, form_of
from itadesk.reports.pdf import render

CM = 72 / 2.54
SIZE = 16
PITCH = 21.0  # pt
NEAR = 0.05  # cm
SENDER = {
    "number": "ทด 0001/1",
    "date": "2568-11-05",
    "to": "ผู้รับหนังสือ",
    "sign_name": "นายทดสอบ ระบบดี",
}


@dataclass(frozen=True)
class Line:
    text: str
    left: float
    right: float
    baseline: float

    @property
    def middle(self):
        return (self.left + self.right) / 2


def emblem(width=652, height=709, mode="L"):
    """A black picture of a Garuda's shape."""
    packed = io.BytesIO()
    Image.new(mode, (width, height), 0).save(packed, "PNG")
    return packed.getvalue()


def document(data, form, *, emblem_image=b"", **texts):
    return form_of(form).build(data, Options(texts=texts, emblem=emblem_image))


def printed(data, form, **options):
    return render(document(data, form, **options))


def group(made):
    """The closing, signature and what belongs to it."""
    return [block for block in made.sections[0].blocks if isinstance(block, Together)][-1]


def lines_of(pdf, page=0):
    """Lines of a page from the top, with their baselines."""
    document = pdfium.PdfDocument(pdf)
    sheet = document[page]
    text = sheet.get_textpage()
    rows: dict[int, list[tuple[float, float, str]]] = {}
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        char = text.get_text_range(index, 1)
        if not char.strip():
            continue
        pdfium.raw.FPDFText_GetCharOrigin(text, index, x, y)
        right = text.get_charbox(index, loose=True)[2]
        rows.setdefault(round((sheet.get_height() - y.value) * 10), []).append(
            (x.value, right, char)
        )
    text.close()
    sheet.close()
    document.close()
    return [_line(place / 10 / CM, chars) for place, chars in sorted(rows.items())]


def _line(baseline, chars):
    left = min(x for x, _, _ in chars)
    right = max(edge for _, edge, _ in chars)
    text = "".join(char for _, _, char in chars)
    return Line(text, left / CM, right / CM, baseline)


def line_with(lines, text):
    """The first line that has the text, spaces left out."""
    return next(line for line in lines if text.replace(" ", "") in line.text)


def page_texts(pdf):
    document = pdfium.PdfDocument(pdf)
    found = []
    for sheet in document:
        text = sheet.get_textpage()
        found.append(text.get_text_range())
        text.close()
        sheet.close()
    document.close()
    return found


def images(pdf, page=0):
    """(left, top, right, bottom) of the pictures of a page, in cm."""
    document = pdfium.PdfDocument(pdf)
    sheet = document[page]
    height = sheet.get_height()
    found = []
    for each in sheet.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = each.get_bounds()
        found.append((left / CM, (height - top) / CM, right / CM, (height - bottom) / CM))
    sheet.close()
    document.close()
    return found


def raw_text(pdf, tmp_path):
    file = tmp_path / "read.pdf"
    file.write_bytes(pdf)
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(file), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()
