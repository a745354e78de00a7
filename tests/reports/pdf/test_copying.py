"""Text copied out of a PDF equals the text that went in."""

import re

import pytest

from itadesk.reports.content import Align, Paragraph, Run
from tests.reports.pdf.reading import (
    SPACES,
    SYLLABLES,
    TEXT,
    cell,
    fonts,
    in_every_reader,
    made,
    pages_of,
    paragraph,
    row,
    squeezed,
    table,
)

_LETTERS = (
    "ที่ น้ำ ซ้ำ ป่า ปั้น ฝี ฝี้ ญู ฐู ฎุ ฏู ฤๅ ก้ำ กำ้ กำ ผู้ สู่ ปู่ เป็น ก็ ฟ้า ฝ้าย ฬ่า ฟื้น ปื๊ด ฐุ ญุ้ย ฎี้ "
    "เก๋ง จ๋า ศักดิ์สิทธิ์ พันธุ์ ปรากฏ ทฤษฎี ฤทธิ์ ผลสัมฤทธิ์ ฯลฯ ๑๐๐.๐๐ e๑ i๒ o๑๐ fi ffi § é ปฺ ขํ้ ๛ "
    "฿๑๐๐ ญี่ปุ่น กตัญญู ฐานันดร ปฏิบัติ กุญแจ ไม่ ใช้ โต๊ะ เปี๊ยะ"
)
_SIGNS = "☐ ☑ ☒ ✓ ● → 😀 ๏"
LETTERS = _LETTERS.split()
HARD = LETTERS + _SIGNS.split()
FACES = [(False, False), (True, False), (False, True), (True, True)]


@pytest.mark.parametrize(("bold", "italic"), FACES)
def test_hard_words_come_back_in_every_reader(tmp_path, bold, italic):
    words = [Paragraph((Run(word, bold=bold, italic=italic),)) for word in HARD]
    data = made(*words, breaker=SPACES)
    for name, text in in_every_reader(data, tmp_path).items():
        assert squeezed(text) == "".join(HARD), name


def test_words_stay_whole_in_the_reading_order_of_a_line(tmp_path):
    lines = [" ".join(LETTERS[i : i + 5]) for i in range(0, len(LETTERS), 5)]
    texts = in_every_reader(made(*map(paragraph, lines)), tmp_path)
    assert texts["pdftotext -raw"].split() == LETTERS
    assert texts["pdftotext"].split() == LETTERS


@pytest.mark.parametrize("align", list(Align))
def test_paragraphs_come_back_in_every_reader(tmp_path, align):
    data = made(*[paragraph(TEXT, align=align, first=2.5)] * 3)
    for name, text in in_every_reader(data, tmp_path).items():
        assert squeezed(text) == squeezed(TEXT * 3), name


def test_cells_come_back_in_the_order_of_the_table():
    data = made(table(row("หนึ่ง", "สอง", "สาม"), row("สี่ ที่ ๔", cell(), "หก")))
    text = squeezed("".join(pages_of(data)))
    assert text == "หัวหนึ่งหัวสองหัวสามหนึ่งสองสามสี่ที่๔หก"


def test_breaking_marks_vanish_and_no_break_spaces_are_spaces():
    data = made(paragraph("น้ำ\u200bใส\u2060ไหล\ufeffเย็น\xa0ดี\x0bจบ"), breaker=SPACES)
    assert "".join(pages_of(data)).split() == ["น้ำใสไหลเย็น", "ดีจบ"]


def test_letters_that_no_font_has_are_shown_and_copied():
    data = made(paragraph("ก漢字ข\U0001f600"), breaker=SPACES)
    assert squeezed("".join(pages_of(data))) == "ก漢字ข\U0001f600"


def test_letters_of_the_spare_font_are_drawn_with_it():
    assert any("Sarabun-Regular" in name for name in fonts(made(paragraph("ก → ข"))))
    assert not any("Sarabun" in name for name in fonts(made(paragraph("ก - ข"))))


def test_a_damaged_letter_does_not_stop_the_printing():
    assert "ก" in "".join(pages_of(made(paragraph("ก\ud800ข"), breaker=SPACES)))


def test_the_stretch_of_a_justified_line_never_parts_base_and_mark(tmp_path):
    data = made(paragraph(TEXT, align=Align.THAI), breaker=SYLLABLES)
    raw = in_every_reader(data, tmp_path)["pdftotext -raw"]
    assert not any(mark in raw for mark in (" ่", " ้", " ิ", " ี", " ั", " ำ"))


@pytest.mark.parametrize("breaker", [None, SYLLABLES], ids=["words", "syllables"])
def test_words_of_justified_lines_are_not_torn_apart(tmp_path, breaker):
    data = made(*[paragraph(TEXT, align=Align.THAI, first=2.5)] * 2, breaker=breaker)
    for name, text in in_every_reader(data, tmp_path).items():
        joined = re.sub(r"[\r\n\f]+", "", text)
        assert joined.count(" ") <= TEXT.count(" ") * 2, name
        assert "  " not in joined, name
