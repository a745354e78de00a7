"""Official documents in Word: the same texts, tab stops in place of columns, plain blank lines."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm

from itadesk.reports.content import paragraphs
from itadesk.reports.docx import render_docx

from .letter_reading import SENDER, document, emblem

FORMS = ("letter", "memo", "announcement", "order", "minutes")


def word_of(data, form, **options):
    return docx.Document(BytesIO(render_docx(document(data, form, **options))))


def cm(length):
    return round(length.cm, 2)


def paragraph_with(word, text):
    return next(p for p in word.paragraphs if text in p.text)


@pytest.mark.parametrize("form", FORMS)
def test_every_text_is_there_in_order(data, form):
    made = document(data, form, **SENDER)
    word = docx.Document(BytesIO(render_docx(made)))
    found = "".join(t.text or "" for t in word.element.body.iter(qn("w:t")))
    at = 0
    for paragraph in paragraphs(made):
        assert paragraph.text in found[at:] or form == "letter"
        at = max(found.find(paragraph.text, at), at)
    missing = [p.text for p in paragraphs(made) if p.text not in found]
    assert missing == []


def test_the_margins_are_those_of_letters_and_later_pages_begin_at_three_centimetres(data):
    section = word_of(data, "letter").sections[0]
    edges = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [cm(edge) for edge in edges] == [3.0, 2.0, 1.5, 2.0]
    number = section.header.paragraphs[0].paragraph_format
    assert cm(section.header_distance) + cm(number.space_before) == 2.0
    below = section.header_distance + number.space_before + number.space_after
    assert (below.cm if hasattr(below, "cm") else below / 360000) == pytest.approx(
        3.0 - 21 * 2.54 / 72, abs=0.02
    )
    assert section.different_first_page_header_footer


def test_number_and_sender_stand_on_one_line_by_a_tab_stop(data):
    word = word_of(data, "letter", **SENDER)
    line = paragraph_with(word, "ที่ ทด ๐๐๐๑/๑")
    assert line.text == "ที่ ทด ๐๐๐๑/๑\tที่ทำการองค์การบริหารส่วนตำบลตัวอย่าง"
    (stop,) = line.paragraph_format.tab_stops
    second = paragraph_with(word, "อำเภอเมืองตัวอย่าง")
    assert cm(stop.position) == cm(second.paragraph_format.left_indent)
    assert cm(stop.position) == pytest.approx(9.87, abs=0.05)


def test_values_hang_behind_their_label(data):
    line = paragraph_with(word_of(data, "letter"), "เรื่อง\t")
    shape = line.paragraph_format
    assert cm(shape.left_indent) == -cm(shape.first_line_indent)
    assert cm(shape.left_indent) == pytest.approx(0.92, abs=0.05)
    assert shape.space_before.pt == 6


def test_the_garuda_floats_in_the_middle_one_and_a_half_from_the_edge(data):
    word = word_of(data, "letter", emblem_image=emblem())
    (anchor,) = word.element.body.iter(qn("wp:anchor"))
    x, y = (int(e.text) / 360000 for e in anchor.iter(qn("wp:posOffset")))
    extent = anchor.find(qn("wp:extent"))
    width, height = (int(extent.get(key)) / 360000 for key in ("cx", "cy"))
    assert (round(height, 2), round(y, 2)) == (3.0, 1.5)
    assert x + width / 2 == pytest.approx(10.5, abs=0.01)
    spacer = word.paragraphs[0].paragraph_format.line_spacing
    assert cm(spacer) == pytest.approx(3.0 - 0.85 * 16 * 2.54 / 72, abs=0.02)


def test_three_blank_lines_stand_before_the_name_and_all_stay_together(data):
    word = word_of(data, "letter", **SENDER)
    lines = word.paragraphs
    texts = [p.text for p in lines]
    at = texts.index("ขอแสดงความนับถือ")
    assert texts[at + 1 : at + 5] == ["", "", "", "(นายทดสอบ ระบบดี)"]
    assert cm(lines[at].paragraph_format.left_indent) == 7.5
    assert lines[at].paragraph_format.space_before.pt == 12
    assert all(p.paragraph_format.keep_with_next for p in lines[at - 1 : at + 7])
    name = lines[at + 4].paragraph_format
    middle = (name.left_indent.cm + 16 - (name.right_indent or Cm(0)).cm) / 2
    assert middle == pytest.approx(7.5 + 2.97 / 2, abs=0.03)


def test_a_rank_takes_the_place_of_the_last_blank_line(data):
    word = word_of(data, "letter", **SENDER, sign_rank="ว่าที่ร้อยตรี")
    texts = [p.text for p in word.paragraphs]
    at = texts.index("ขอแสดงความนับถือ")
    assert texts[at + 1 : at + 5] == ["", "", "ว่าที่ร้อยตรี", "(นายทดสอบ ระบบดี)"]


def test_a_memos_blanks_are_dotted_tabs(data):
    word = word_of(data, "memo", **SENDER)
    line = paragraph_with(word, "วันที่\t")
    stops = [
        (cm(s.position), s.leader.name if s.leader else "") for s in line.paragraph_format.tab_stops
    ]
    assert [leader for _, leader in stops].count("DOTS") == 2
    assert stops[-1] == (16.0, "DOTS")
    title = paragraph_with(word, "บันทึกข้อความ")
    assert title.paragraph_format.line_spacing.pt == 35
    assert title.runs[0]._r.find(f"{qn('w:rPr')}/{qn('w:szCs')}").get(qn("w:val")) == "58"


def test_a_title_and_author_longer_than_word_takes_are_cut(data):
    from dataclasses import replace

    long = replace(data, office=replace(data.office, name="ก" * 300))
    core = word_of(long, "announcement").core_properties
    assert (len(core.author), len(core.title)) == (255, 255)


def test_the_same_letter_gives_the_same_bytes(data):
    made = document(data, "letter", emblem_image=emblem())
    assert render_docx(made) == render_docx(made)
