"""TH Sarabun of the PC instead of the shipped stand-in."""

import io
import re
import sys
from pathlib import Path

import pypdf
import pypdfium2 as pdfium
import pytest
from PIL import ImageDraw

from itadesk.reports.content import Align, Paragraph, Run
from itadesk.reports.pdf import render
from itadesk.reports.pdf.installed import families_in, font_folders
from tests.reports.pdf.lookalikes import install, lookalike
from tests.reports.pdf.reading import (
    SYLLABLES,
    TEXT,
    char_boxes,
    contents,
    document,
    in_every_reader,
    pages_of,
    paragraph,
    row,
    squeezed,
    table,
)

MARKS = (
    "ป้า ปู่ ฝี่ ฟื้น ที่ ญาติผู้ใหญ่ ฐุ น้ำ ป้ำ กุ้ง ปุ๋ย ฎู ต่ำ ฟ้อง ใฝ่ฝัน ปั้น ปี๊บ ฬิ์ สิ่งที่ ตั้ง เก๊ เปลี่ยน ผึ้ง ฤๅ "
    "ศุกร์ ศิลป์ บริสุทธิ์ กษัตริย์ 85 ๘๕ ABC fi"
)


@pytest.fixture
def psk(tmp_path):
    (found,) = families_in([install(tmp_path / "fonts")])
    return found


def fonts_of(data):
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    return {font.get_object()["/BaseFont"][8:] for font in page["/Resources"]["/Font"].values()}


def places_of(data):
    """Where each line begins, in points."""
    texts = "".join(contents(data))
    return [(float(x), float(y)) for x, y in re.findall(r"BT (\S+) (\S+) Td", texts)]


def lines_of(data):
    return [squeezed(line) for page in pages_of(data) for line in page.splitlines()]


def test_styles_are_told_by_the_names_inside_the_files(tmp_path):
    install(tmp_path / "a" / "b", "TH Sarabun New", styles=("Bold Italic", "Regular"))
    install(tmp_path / "c", "TH SarabunIT๙", styles=("Italic", "Bold", "Regular"))
    install(tmp_path / "d", "TH Niramit AS")
    new, it9 = families_in([tmp_path / "absent", tmp_path])
    assert (new.name, it9.name) == ("TH Sarabun New", "TH SarabunIT๙")
    assert [file and file.name for file in new.files] == ["f1.TTF", None, None, "f0.TTF"]
    assert [file and file.name for file in it9.files] == ["f2.TTF", "f1.TTF", "f0.TTF", None]


@pytest.mark.parametrize(
    "broken",
    [b"", b"\0\1\0\0", b"no font at all", lookalike()[:60_000], b"OTTO" + lookalike()[4:400]],
    ids=["empty", "head only", "text", "cut short", "directory only"],
)
def test_a_broken_font_is_passed_by_and_logged(tmp_path, caplog, broken):
    install(tmp_path)
    (tmp_path / "a.ttf").write_bytes(broken)
    assert [one.name for one in families_in([tmp_path])] == ["TH SarabunPSK"]
    assert "a.ttf" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("table", [b"head", b"hmtx", b"maxp", b"cmap", b"OS/2"])
def test_a_whole_font_of_nonsense_is_passed_by_and_logged(tmp_path, caplog, table):
    (tmp_path / "a.ttf").write_bytes(lookalike(blank=table))
    assert families_in([tmp_path]) == ()
    assert "a.ttf" in caplog.text
    caplog.clear()


def test_a_family_without_a_regular_style_is_not_found(tmp_path):
    assert families_in([install(tmp_path, styles=("Bold", "Italic"))]) == ()


@pytest.mark.parametrize(
    ("rights", "may"), [(0, True), (4, True), (8, True), (2, False), (0x100, False), (0x200, False)]
)
def test_the_right_to_embed_is_read(tmp_path, rights, may):
    (found,) = families_in([install(tmp_path, rights=rights)])
    assert found.embeddable is may


def test_fonts_lie_where_the_system_and_the_user_put_them(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", lambda: Path("/home/kai"))
    assert font_folders({"XDG_DATA_DIRS": "/usr/share:/opt/share"}) == (
        Path("/usr/share/fonts"),
        Path("/opt/share/fonts"),
        Path("/home/kai/.local/share/fonts"),
        Path("/home/kai/.fonts"),
    )
    monkeypatch.setattr(sys, "platform", "win32")
    assert font_folders({"WINDIR": "/w", "LOCALAPPDATA": "/u/ไก่"}) == (
        Path("/w/Fonts"),
        Path("/u/ไก่/Microsoft/Windows/Fonts"),
    )


def test_letters_are_of_the_nominal_size(psk):
    data = render(document(paragraph(TEXT, size=16)), SYLLABLES, typeface=psk)
    assert set(re.findall(r"/F\S+ (\S+) Tf", contents(data)[0])) == {"16"}
    assert fonts_of(data) == {"THSarabunPSK-Regular"}


def test_lines_break_and_lie_where_they_do_in_the_shipped_font(psk):
    content = document(
        paragraph(TEXT * 3, align=Align.THAI, first=1.5),
        Paragraph((Run(TEXT * 2, bold=True), Run(TEXT, italic=True), Run(MARKS))),
        table(row(TEXT, MARKS, TEXT)),
    )
    shipped, own = (render(content, SYLLABLES, typeface=face) for face in (None, psk))
    assert len(places_of(shipped)) > 30
    for before, after in zip(places_of(shipped), places_of(own), strict=True):
        assert after == pytest.approx(before, abs=0.5)
    assert lines_of(own) == lines_of(shipped)


@pytest.mark.parametrize("positioned", [False, True], ids=["no Thai tables", "Thai tables"])
def test_every_letter_is_copied_out(tmp_path, positioned):
    (found,) = families_in([install(tmp_path / "fonts", positioned=positioned)])
    content = document(
        paragraph(MARKS + TEXT),
        Paragraph((Run(MARKS, bold=True), Run(MARKS, italic=True))),
        paragraph(MARKS * 2, align=Align.THAI),
    )
    want = squeezed(MARKS + TEXT + MARKS * 4)
    for name, text in in_every_reader(render(content, SYLLABLES, typeface=found), tmp_path).items():
        assert squeezed(text) == want, name


def test_figures_are_copied_out_as_they_went_in_however_they_are_drawn(tmp_path):
    (found,) = families_in([install(tmp_path, "TH SarabunIT๙", figures=True)])
    text = "ข้อ 12.05 และ ๑๒.๐๕ โทร. 0 2345 6789 ๐ ๒๓๔๕ ๖๗๘๙"
    data = render(document(paragraph(text)), SYLLABLES, typeface=found)
    assert {squeezed(read) for read in in_every_reader(data, tmp_path).values()} == {squeezed(text)}
    boxes = [(right - left, top - foot) for _, left, foot, right, top in char_boxes(data, 0)]
    places = {char: at for at, char in enumerate(squeezed(text))}
    for drawn in ("1๑", "2๒", "9๙"):
        one, other = (boxes[places[char]] for char in drawn)
        assert one == pytest.approx(other, abs=0.01)


def pieces_of_ink(word, typeface):
    """How many parts of the drawn word touch no other."""
    pdf = pdfium.PdfDocument(
        render(document(paragraph(word, size=40)), SYLLABLES, typeface=typeface)
    )
    drawn = pdf[0].render(scale=4, grayscale=True).to_pil().point(lambda shade: 255 * (shade < 128))
    pdf.close()
    drawn = drawn.crop(drawn.getbbox())
    count = 0
    while (place := drawn.tobytes().find(b"\xff")) >= 0:
        ImageDraw.floodfill(drawn, (place % drawn.width, place // drawn.width), 0)
        count += 1
    return count


# Left to themselves the marks of ฝี่ ฟื้น ป้ำ ฎู ปี๊ run into letters and into each other.
@pytest.mark.parametrize("word", ["ฝี่", "ฟื้น", "ป้ำ", "ฎู", "ปี๊บ", "ญาติผู้ใหญ่", "สิ่งที่", "น้ำ", "กุ้ง"])
def test_marks_touch_no_more_than_in_the_shipped_font(psk, word):
    assert pieces_of_ink(word, psk) == pieces_of_ink(word, None)


def test_a_missing_bold_is_lent_by_the_shipped_font(tmp_path):
    (found,) = families_in([install(tmp_path, styles=("Regular",))])
    content = document(Paragraph((Run("ปกติ "), Run("หนา", bold=True))))
    assert fonts_of(render(content, SYLLABLES, typeface=found)) == {
        "THSarabunPSK-Regular",
        "Laksaman-Bold",
    }


def test_a_thai_name_of_a_font_is_plain_letters_in_the_file(tmp_path):
    (found,) = families_in([install(tmp_path, "TH SarabunIT๙")])
    data = render(document(paragraph("๑๒ 12")), SYLLABLES, typeface=found)
    assert fonts_of(data) == {"THSarabunIT-Regular"}


def test_equal_documents_give_equal_bytes_wherever_the_font_lies(tmp_path):
    made = []
    for place, before in (("one", "ผู้ 漢字"), ("two", "ญาติผู้ใหญ่")):
        (found,) = families_in([install(tmp_path / place)])
        render(document(paragraph(before)), SYLLABLES, typeface=found)
        made.append(render(document(paragraph(MARKS)), SYLLABLES, typeface=found))
    assert made[0] == made[1]
