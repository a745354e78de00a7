"""Memos, announcements, orders and minutes: their measures and their parts in order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.model.office import OfficeKind
from itadesk.reports.content import Rule, Table, paragraphs
from itadesk.reports.forms import Options, form_of, forms

from .letter_reading import (
    CM,
    NEAR,
    PITCH,
    SENDER,
    document,
    emblem,
    images,
    line_with,
    lines_of,
    page_texts,
    printed,
)

FORMS = ("letter", "memo", "announcement", "order", "minutes")


def near(value):
    return pytest.approx(value, abs=NEAR)


def texts_of(made):
    return [paragraph.text for paragraph in paragraphs(made)]


def dotted(pdf, page=0):
    """(left, right, from the top) of the dotted lines of a page, in cm."""
    import io
    import re

    import pypdf

    sheet = pypdf.PdfReader(io.BytesIO(pdf)).pages[page]
    stream = sheet.get_contents().get_data().decode("latin-1")
    found = re.search(r"q 1 J \S+ w \[0 \S+\] 0 d(.*?)S Q", stream, re.S)
    lines = re.findall(r"(\S+) (\S+) m (\S+) \S+ l", found[1]) if found else []
    return [(float(left) / CM, float(right) / CM, 29.7 - float(y) / CM) for left, y, right in lines]


def test_the_official_documents_come_after_the_reports():
    orders = {form.id: form.order for form in forms()}
    assert [orders[form] for form in FORMS] == [60, 61, 62, 63, 64]


def test_a_memo_has_its_garuda_at_the_top_left_and_its_title_beside_it(data):
    pdf = printed(data, "memo", emblem_image=emblem(), **SENDER)
    ((left, top, _, bottom),) = images(pdf)
    assert (left, top, bottom - top) == (near(3.0), near(1.5), near(1.5))
    title, unit = lines_of(pdf)[:2]
    assert title.text == "บันทึกข้อความ"
    assert title.middle == near(10.5)
    # exactly 35 pt from the foot of the title's line, which is that of the Garuda
    assert title.baseline == near(3.0 - 35 / CM + 0.85 * 29 / CM)
    assert unit.baseline == near(3.0 + 0.85 * 20 / CM)


def test_a_memos_labels_are_larger_and_bold_and_its_title_is_29_points(data):
    made = document(data, "memo")
    sizes = {p.text: (p.size, p.runs[0].bold, p.pitch) for p in paragraphs(made)}
    assert sizes["บันทึกข้อความ"] == (29.0, True, 35.0)
    for label in ("ส่วนราชการ", "ที่", "วันที่", "เรื่อง"):
        assert sizes[label] == (20.0, True, None)
    assert sizes["เรียน"] == (16.0, False, None)


def test_dots_fill_the_blanks_of_a_memos_head_and_no_rule_closes_it(data):
    bare = replace(data, documents=())
    pdf = printed(bare, "memo", phone="", opinions="")
    found = dotted(pdf)
    lines = lines_of(pdf)
    number = line_with(lines, "ที่วันที่")
    assert len(found) == 4
    assert [line for line in found if line[2] == near(number.baseline)][1][1] == near(19.0)
    assert not any(isinstance(block, Rule) for block in document(bare, "memo").sections[0].blocks)
    filled = dotted(printed(bare, "memo", phone="", opinions="", **SENDER))
    assert filled[1][0] > found[1][0] + 1.0


def test_the_date_of_a_memo_begins_under_its_title(data):
    pdf = printed(data, "memo", **SENDER)
    title, row = lines_of(pdf)[0], line_with(lines_of(pdf), "วันที่๕พฤศจิกายน")
    assert row.text.startswith("ที่ทด๐๐๐๑/๑วันที่")
    label = 3.0 + 7.17
    kho = title.left + 1.75  # behind บันทึก
    assert label == pytest.approx(kho, abs=0.1)


def test_sections_of_a_memo_are_numbered_through_without_the_empty_ones(data):
    texts = texts_of(document(data, "memo", background="", facts="เท็จจริงหนึ่ง\nเท็จจริงสอง"))
    heads = [text for text in texts if text[:2] in ("๑.", "๒.", "๓.", "๔.")]
    assert heads == [
        *("๑. ข้อเท็จจริง", "๑.๑ เท็จจริงหนึ่ง", "๑.๒ เท็จจริงสอง"),
        *("๒. ข้อพิจารณา", "๓. ข้อเสนอ"),
    ]


def test_a_memo_has_no_closing_phrase_and_its_name_four_lines_below_the_text(data):
    pdf = printed(data, "memo", **SENDER)
    lines = lines_of(pdf)
    assert not any("ขอแสดงความนับถือ" in line.text for line in lines)
    name = line_with(lines, "(นายทดสอบระบบดี)")
    above = lines[lines.index(name) - 1]
    assert name.baseline - above.baseline == near(4 * PITCH / CM)
    assert name.middle == near(3.0 + 11.75)


def test_those_above_write_their_opinions_in_order(data):
    texts = texts_of(document(data, "memo"))
    places = [
        texts.index(text)
        for text in (
            "ความเห็นของหัวหน้าสำนักปลัด",
            "ความเห็นของปลัดองค์การบริหารส่วนตำบลตัวอย่าง",
            "ข้อสั่งการของนายกองค์การบริหารส่วนตำบลตัวอย่าง",
        )
    ]
    assert places == sorted(places)
    assert not any(
        text.startswith("ความเห็นของ") for text in texts_of(document(data, "memo", opinions=""))
    )


def test_a_circular_has_a_list_to_sign(data):
    made = document(data, "memo", template="แจ้งเวียน")
    (table,) = (block for block in made.sections[0].blocks if isinstance(block, Table))
    assert [row.cells[1].blocks[0].text for row in table.rows] == list(data.settings.units)
    assert not any("เรื่องเดิม" in text for text in texts_of(made))


def test_initials_stand_at_the_foot_with_dots_and_a_date(data):
    pdf = printed(data, "memo", template="แจ้งเวียน", initials="หัวหน้างาน\nเจ้าของเรื่อง")
    line = line_with(lines_of(pdf), "เจ้าของเรื่องวันที่")
    assert sum(dots[2] == near(line.baseline) for dots in dotted(pdf)) == 2


@pytest.mark.parametrize(("form", "mark"), [("announcement", "ประกาศ"), ("order", "คำสั่ง")])
def test_titles_stand_in_the_middle_under_the_garuda(data, form, mark):
    pdf = printed(data, form, emblem_image=emblem(), subject="เรื่องสั้น")
    ((left, top, right, bottom),) = images(pdf)
    assert (left + right) / 2 == near(10.5)
    assert (top, bottom) == (near(1.5), near(4.5))
    first, *rest = lines_of(pdf)[: 2 if form == "announcement" else 3]
    assert first.text.startswith(mark)
    assert first.baseline - 0.85 * 16 / CM == near(4.5 + 6 / CM)
    assert [line.middle for line in (first, *rest)] == [near(10.5)] * (1 + len(rest))


def test_an_announcement_has_a_short_rule_and_lists_the_measures(data):
    made = document(data, "announcement", date="2569-01-16")
    texts = texts_of(made)
    assert sum(isinstance(block, Rule) for block in made.sections[0].blocks) == 1
    assert sum(text[:1] in "๑๒๓๔๕๖๗๘๙" for text in texts) == len(data.measures)
    assert "ประกาศ ณ วันที่ ๑๖ มกราคม พ.ศ. ๒๕๖๙" in texts
    line = line_with(lines_of(printed(data, "announcement", date="2569-01-16"), 1), "ประกาศณวันที่")
    assert line.left == near(8.0)


def test_a_draft_announcement_leaves_its_day_blank(data):
    bare = replace(data, documents=())
    for typed, wanted in (
        ("", "ประกาศ ณ วันที่ พ.ศ."),
        ("ม.ค. 2569", "ประกาศ ณ วันที่ มกราคม พ.ศ. ๒๕๖๙"),
    ):
        (text,) = (t for t in texts_of(document(bare, "announcement", date=typed)) if "ณ วันที่" in t)
        assert " ".join(text.split()) == wanted
        assert "\u00a0" * 6 in text


def test_an_order_is_numbered_by_calendar_year(data):
    bare = replace(data, documents=())
    assert "ที่ ๑๒๕/๒๕๖๙" in texts_of(document(bare, "order", number="125", date="2569-01-05"))
    assert "ที่ ๗/๒๕๖๗" in texts_of(document(bare, "order", number="7/2567", date="2569-01-05"))
    (draft,) = (t for t in texts_of(document(bare, "order")) if t.startswith("ที่ "))
    assert " ".join(draft.split()) == "ที่ /๒๕๖๘"


def test_the_members_of_an_order_stand_in_columns(data):
    members = "นายก | ประธาน\nปลัด | กรรมการ\nผู้ที่ได้รับมอบหมาย"
    lines = lines_of(printed(data, "order", members=members))
    rows = [line_with(lines, text) for text in ("๑.นายกประธาน", "๒.ปลัดกรรมการ", "๓.ผู้ที่ได้รับ")]
    assert [line.left for line in rows] == [near(5.5)] * 3
    assert rows[1].baseline - rows[0].baseline == near(PITCH / CM)


def test_minutes_have_their_parts_in_order(data):
    made = document(
        data, "minutes", session="1/2569", date="2568-11-05", absent="นางสาวทดลอง | ช่าง | คณะทำงาน"
    )
    text = "\n".join(texts_of(made))
    parts = [
        *("ครั้งที่ ๑/๒๕๖๙", "เมื่อวันพุธที่ ๕ พฤศจิกายน ๒๕๖๘", "ณ ห้องประชุม", "ผู้มาประชุม"),
        *("ผู้ไม่มาประชุม", "นางสาวทดลอง", "เริ่มประชุมเวลา", "ระเบียบวาระที่ ๑", "ระเบียบวาระที่ ๒"),
        *("ระเบียบวาระที่ ๓", "ระเบียบวาระที่ ๔", "ระเบียบวาระที่ ๕", "เลิกประชุมเวลา"),
        *("ผู้จดรายงานการประชุม", "ผู้ตรวจรายงานการประชุม"),
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "ผู้เข้าร่วมประชุม" not in text


@pytest.mark.parametrize("kind", OfficeKind)
@pytest.mark.parametrize("form", FORMS)
def test_every_document_prints_for_every_kind_of_office_and_an_empty_year(data, form, kind):
    bare = replace(
        data, documents=(), measures=(), office=replace(data.office, kind=kind, name="หน่วยทดสอบ")
    )
    pdf = printed(bare, form)
    assert "{" not in "".join(page_texts(pdf))
    assert form_of(form).lacking(bare)


@pytest.mark.parametrize("form", FORMS)
def test_the_sample_prints_a_whole_document(data, form):
    made = form_of(form).build(data, Options())
    text = "\n".join(texts_of(made))
    assert "{" not in text
    assert "ยังไม่" not in text
    lacking = form_of(form).lacking(data)
    assert all("ชื่อ" in note for note in lacking)
    assert lacking
