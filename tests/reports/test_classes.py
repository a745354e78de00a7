"""Classes of speed and secrecy of letters and memos, in red, in PDF and Word."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.shared import Cm, RGBColor

from itadesk.reports.docx import render_docx
from itadesk.reports.pdf import render

from .letter_reading import CM, NEAR, SENDER, document, line_with, lines_of, page_texts, printed
from .pdf.reading import inks

CLASSES = {"speed": "ด่วนที่สุด", "secrecy": "ลับมาก"}
LONG = "\n".join(["ข้อความหนึ่งบรรทัดของหนังสือที่ยาวพอจะขึ้นบรรทัดใหม่ " * 3] * 14)
RED = RGBColor(255, 0, 0)


def near(value):
    return pytest.approx(value, abs=NEAR)


def test_a_letter_without_classes_is_all_black(data):
    assert inks(printed(data, "letter", **SENDER)) == {(0, 0, 0)}


@pytest.mark.parametrize("form", ["letter", "memo"])
def test_a_class_of_secrecy_stands_above_and_below_the_text_of_every_page(data, form):
    plain, classed = (
        printed(data, form, body=LONG, **SENDER, **extra)
        for extra in ({}, {"secrecy": CLASSES["secrecy"]})
    )
    count = len(page_texts(classed))
    assert count > 1
    for page in range(count):
        top, *between, foot = lines_of(classed, page)
        assert (top.text, foot.text) == ("ลับมาก", "ลับมาก")
        assert (top.middle, foot.middle) == (pytest.approx(10.5, abs=0.1),) * 2
        assert top.baseline < 1.5
        assert foot.baseline > 27.7
        assert between == lines_of(plain, page)
    assert inks(classed) == {(255, 0, 0), (0, 0, 0)}


def test_the_speed_of_a_letter_stands_above_its_number_and_moves_nothing(data):
    plain = lines_of(printed(data, "letter", **SENDER))
    pdf = printed(data, "letter", speed=CLASSES["speed"], **SENDER)
    speed, *rest = lines_of(pdf)
    assert speed.text == "ด่วนที่สุด"
    assert speed.left == near(3.0)
    assert speed.baseline < line_with(rest, "ที่ ทด").baseline
    assert speed.right < 9  # the Garuda
    assert rest == plain
    assert inks(pdf, right=9 * CM) == {(255, 0, 0), (0, 0, 0)}


def test_the_speed_of_a_memo_stands_between_garuda_and_title_and_moves_nothing(data):
    title, *plain = lines_of(printed(data, "memo", **SENDER))
    both, *rest = lines_of(printed(data, "memo", speed=CLASSES["speed"], **SENDER))
    assert both.text == "ด่วนที่สุด" + title.text
    assert both.left > 3.0 + 1.5  # the Garuda
    assert (both.baseline, both.right) == (near(title.baseline), near(title.right))
    assert [line.text for line in rest] == [line.text for line in plain]
    assert [line.baseline for line in rest] == pytest.approx(
        [line.baseline for line in plain], abs=NEAR
    )


def test_the_words_of_the_next_page_are_printed_when_they_are_wanted(data):
    first = [
        page_texts(printed(data, "letter", body=LONG, **SENDER, **extra))[0]
        for extra in ({}, {"catchwords": "1"})
    ]
    assert "..." not in first[0]
    assert first[1].split()[-1].startswith("/ข้อความ")
    assert first[1].rstrip().endswith("...")


@pytest.mark.parametrize("form", ["letter", "memo"])
def test_word_has_the_classes_in_red_and_its_heads_where_they_were(data, form):
    made = document(data, form, **SENDER, **CLASSES)
    word = docx.Document(BytesIO(render_docx(made)))
    runs = [run for paragraph in word.paragraphs for run in paragraph.runs]
    assert [run.text for run in runs if run.font.color.rgb == RED] == ["ด่วนที่สุด"]
    shape = word.sections[0]
    for part in (shape.header, shape.first_page_header, shape.footer, shape.first_page_footer):
        stamp = part.paragraphs[0]
        assert (stamp.text, stamp.runs[0].font.color.rgb) == ("ลับมาก", RED)
    stamp, number = shape.header.paragraphs
    begins = shape.header_distance + stamp.paragraph_format.line_spacing
    assert begins + number.paragraph_format.space_before == pytest.approx(Cm(2.0), abs=Cm(0.02))


def test_equal_letters_give_equal_bytes(data):
    made = document(data, "letter", **SENDER, **CLASSES, catchwords="1", body=LONG)
    assert render(made) == render(made)
    assert render_docx(made) == render_docx(made)
