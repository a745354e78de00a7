"""Emblems of every kind of picture on letters and covers, as PDF and as Word."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import docx
import pypdfium2 as pdfium
import pytest
from docx.shared import Emu
from PIL import Image

from itadesk.reports.docx import render_docx
from itadesk.reports.forms import Options, form_of
from itadesk.reports.pdf import render
from tests.helpers.emblems import drawn, packed

from .letter_reading import images, lines_of, printed

RED = (200, 30, 30)
FORMS = [("letter", 3.0), ("memo", 1.5), ("announcement", 3.0), ("order", 3.0)]
COVERS = ("results", "issues")


def _upright_seen(image):
    """Stored on its side, with the note of a camera that says so."""
    noted = Image.Exif()
    noted[0x0112] = 6
    return packed(image.transpose(Image.Transpose.ROTATE_90), "JPEG", exif=noted, quality=95)


def _kinds():
    red = drawn(1000, RED)
    white = drawn(1000, RED, ground="white").convert("RGB")
    return {
        "clear": (packed(red), RED),
        "grey": (packed(white.convert("L")), (white.convert("L").getpixel((460, 500)),) * 3),
        "grey and clear": (packed(drawn(1000, "#646464").convert("LA")), (100, 100, 100)),
        "palette": (packed(white.quantize(8)), RED),
        "deep grey": (packed(white.convert("L").convert("I;16").point(_deep)), (81, 81, 81)),
        "jpg": (packed(white, "JPEG", quality=95), RED),
        "grey jpg": (packed(white.convert("L"), "JPEG"), (81, 81, 81)),
        "cmyk jpg": (packed(white.convert("CMYK"), "JPEG", quality=95), RED),
        "turned": (_upright_seen(white), RED),
    }


def _deep(level):
    return level * 257


KINDS = _kinds()


def seen(pdf, left, top, dpi=72):
    """The colour at a place of the first page, in cm from its top left."""
    document = pdfium.PdfDocument(pdf)
    sheet = document[0]
    picture = sheet.render(scale=dpi / 72).to_pil().convert("RGB")
    sheet.close()
    document.close()
    return picture.getpixel((round(left / 2.54 * dpi), round(top / 2.54 * dpi)))


def near(colour):
    return pytest.approx(colour, abs=14)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_picture_is_drawn_right_in_pdf(data, kind):
    image, ink = KINDS[kind]
    pdf = printed(data, "letter", emblem_image=image)
    ((left, top, right, bottom),) = images(pdf)
    assert bottom - top == pytest.approx(3.0, abs=0.05)
    assert (right - left) / (bottom - top) == pytest.approx(0.92, abs=0.01)
    assert seen(pdf, 10.5, 1.5 + 1.5) == near(ink)
    assert seen(pdf, left + 0.15, top + 1.5) == near((255, 255, 255))  # below a wing


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_picture_goes_into_word(data, kind):
    image, ink = KINDS[kind]
    word = docx.Document(BytesIO(render_docx(_built(data, "letter", emblem=image))))
    (anchor,) = word.element.body.xpath(".//wp:anchor")
    extent = anchor.find(docx.oxml.ns.qn("wp:extent"))
    width, height = (Emu(int(extent.get(key))).cm for key in ("cx", "cy"))
    assert height == pytest.approx(3.0, abs=0.01)
    assert width / height == pytest.approx(0.92, abs=0.01)
    (part,) = [each for each in word.part.package.parts if "/media/" in each.partname]
    with Image.open(BytesIO(part.blob)) as picture:
        assert picture.mode != "CMYK"
        shown = picture.convert("RGB")
        assert shown.getpixel((shown.width // 2, shown.height // 2)) == near(ink)


@pytest.mark.parametrize(("form", "height"), FORMS)
def test_each_official_form_has_the_emblem_at_its_height(data, form, height):
    wide = packed(drawn(1000).resize((1400, 1000)))
    ((left, top, right, bottom),) = images(printed(data, form, emblem_image=wide))
    assert bottom - top == pytest.approx(height, abs=0.05)
    assert (right - left) / (bottom - top) == pytest.approx(1.4, abs=0.01)


def _built(data, form, **options):
    return form_of(form).build(data, Options(**options))


@pytest.mark.parametrize("form", COVERS)
def test_the_seal_stands_above_the_title_in_the_middle_of_the_text(data, form):
    pdf = render(_built(data, form, seal=packed(drawn(1000, "navy"))))
    ((left, top, right, bottom),) = images(pdf)
    assert bottom - top == pytest.approx(3.0, abs=0.05)
    first = lines_of(pdf)[0]
    assert (left + right) / 2 == pytest.approx(11.0, abs=0.05)
    assert (left + right) / 2 == pytest.approx(first.middle, abs=0.3)
    assert bottom < first.baseline - 1.0


@pytest.mark.parametrize("form", COVERS)
def test_the_title_of_a_cover_stands_where_it_stands_without_a_seal(data, form):
    with_it = lines_of(render(_built(data, form, seal=packed(drawn(1000)))))
    assert with_it == lines_of(render(_built(data, form)))


@pytest.mark.parametrize("form", COVERS)
def test_without_a_seal_no_place_is_kept_for_it(data, form):
    assert images(render(_built(data, form))) == []


def test_the_seal_has_the_height_of_the_settings(data):
    high = replace(data, settings=replace(data.settings, seal_height=Decimal(6)))
    pdf = render(_built(high, "results", seal=packed(drawn(1000))))
    ((_, top, _, bottom),) = images(pdf)
    assert bottom - top == pytest.approx(6.0, abs=0.05)
    assert lines_of(pdf)[0].baseline > bottom + 1.0


def test_the_seal_is_on_the_cover_only(data):
    pdf = render(_built(data, "results", seal=packed(drawn(1000))))
    assert images(pdf, 1) == []


@pytest.mark.parametrize("form", COVERS)
def test_word_has_the_seal_above_the_title_and_says_what_it_is(data, form):
    word = docx.Document(BytesIO(render_docx(_built(data, form, seal=packed(drawn(1000))))))
    (told,) = word.element.body.xpath(".//wp:anchor/wp:docPr/@descr")
    assert told == f"ตราของ{data.office.name}"
    assert word.paragraphs[0]._p.xpath(".//wp:anchor")
    assert word.paragraphs[1].style.name == "Heading 1"
