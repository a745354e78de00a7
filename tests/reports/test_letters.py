"""The letter stands on the sheet where the rules on correspondence put it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from itadesk.errors import BadFile, BadValue
from itadesk.model.document import DocumentRecord, Signatory
from itadesk.model.office import Digits
from itadesk.reports.content import paragraphs
from itadesk.reports.forms import Options, form_of
from itadesk.reports.pdf import render
from itadesk.services.documents import save_document
from itadesk.services.years import load_year

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

FORM = form_of("letter")
SIX, TWELVE = (PITCH + 6) / CM, (PITCH + 12) / CM  # cm: a line with its space before


def near(value):
    return pytest.approx(value, abs=NEAR)


@pytest.fixture
def lines(data):
    return lines_of(printed(data, "letter", **SENDER))


def test_the_garuda_is_three_centimetres_high_in_the_middle_one_and_a_half_from_the_edge(data):
    ((left, top, right, bottom),) = images(printed(data, "letter", emblem_image=emblem()))
    assert (top, bottom - top) == (near(1.5), near(3.0))
    assert (left + right) / 2 == near(10.5)
    assert right - left == near(3.0 * 652 / 709)


def test_without_a_garuda_its_place_stays_empty_and_the_text_where_it_was(data):
    with_it = printed(data, "letter", emblem_image=emblem(), **SENDER)
    without = printed(data, "letter", **SENDER)
    assert images(without) == []
    assert lines_of(without) == lines_of(with_it)


def test_a_picture_that_is_none_is_a_sentence(data):
    with pytest.raises(BadFile, match="PNG หรือ JPG"):
        printed(data, "letter", emblem_image=b"no picture")


def test_number_and_sender_stand_level_with_the_foot_of_the_garuda(lines):
    head = lines[0]
    assert head.text.startswith("ที่ทด๐๐๐๑/๑ที่ทำการ")
    assert (head.left, head.right, head.baseline) == (near(3.0), near(19.0), near(4.5))
    # the block is left-aligned: its second line begins where the first does
    assert lines[1].left == near(19.0 - 6.13)
    assert lines[1].baseline - head.baseline == near(PITCH / CM)


def test_a_longer_sender_is_broken_right_of_the_garuda(data):
    found = lines_of(printed(data, "letter", place="ที่ทำการ" + "องค์การบริหาร" * 9))
    rows = [line for line in found if line.baseline < 6][1:]
    assert all(line.left == near(12.375) and line.right < 19.0 + NEAR for line in rows)
    assert len(rows) >= 2


def test_the_date_begins_in_the_middle_of_the_sheet(lines):
    assert lines[2].text == "๕พฤศจิกายน๒๕๖๘"
    assert lines[2].left == near(10.5)


def test_head_lines_and_paragraphs_have_six_points_before_them(lines):
    starts = ["เรื่อง", "เรียน", "สิ่งที่ส่งมาด้วย"]
    date, *heads = lines[2:6]
    assert all(line.text.startswith(word) for line, word in zip(heads, starts, strict=True))
    gaps = [b.baseline - a.baseline for a, b in zip([date, *heads], heads, strict=False)]
    assert gaps == [near(SIX)] * 3
    assert all(line.left == near(3.0) for line in heads)
    body = line_with(lines, "จึงเรียนมาเพื่อโปรดทราบ")
    above = lines[lines.index(body) - 1]
    assert body.left == near(5.5)
    assert body.baseline - above.baseline == near(SIX)


def test_wrapped_values_hang_under_their_value(data):
    found = lines_of(printed(data, "letter", subject="เรื่องที่ยาวกว่าหนึ่งบรรทัด " * 6))
    at = found.index(line_with(found, "เรื่องที่ยาวกว่า"))
    label = 0.68 + 2 * 0.216 * 16 / CM
    assert found[at + 1].left == near(3.0 + label)
    assert found[at].right <= 19.0 + NEAR


def test_five_enclosures_are_numbered_with_their_numbers_at_the_right(data):
    texts = "\n".join(f"{'เอกสารที่มีชื่อยาวมาก ' * 5} จำนวน {n} ชุด" for n in range(1, 6))
    found = lines_of(printed(data, "letter", enclosures=texts))
    rows = [line for line in found if line.text.endswith("ชุด")]
    assert [line.text[-4:] for line in rows] == [f"{n}ชุด" for n in "๑๒๓๔๕"]
    assert all(line.right == near(19.0) for line in rows)
    assert [line.left for line in rows] == [near(3.0), *([near(5.28)] * 4)]
    assert "สิ่งที่ส่งมาด้วย๑." in rows[0].text
    hanging = found[found.index(rows[0]) + 1]
    assert hanging.left == near(5.88)


def test_one_enclosure_has_no_number(data):
    texts = [p.text for p in paragraphs(document(data, "letter", enclosures="รายงาน จำนวน 2 ชุด"))]
    assert "รายงาน" in texts
    assert "จำนวน ๒ ชุด" in texts


def test_closing_signature_and_owner_keep_their_distances(lines):
    closing = line_with(lines, "ขอแสดงความนับถือ")
    at = lines.index(closing)
    text, name, position, owner = lines[at - 1], lines[at + 1], lines[at + 2], lines[at + 3]
    assert closing.left == near(10.5)
    assert closing.baseline - text.baseline == near(TWELVE)
    assert name.text == "(นายทดสอบระบบดี)"
    assert name.baseline - closing.baseline == near(4 * PITCH / CM)
    assert [line.middle for line in (name, position)] == [near(closing.middle)] * 2
    assert owner.baseline - position.baseline == near(4 * PITCH / CM)
    assert all(line.left == near(3.0) for line in lines[at + 3 :])


def test_a_rank_stands_on_the_signature_line_and_acting_lines_below(data):
    acting = {"sign_rank": "ว่าที่ร้อยตรี", "sign_acting": "รักษาราชการแทน นายกองค์การบริหารส่วนตำบลทดสอบ"}
    found = lines_of(printed(data, "letter", **SENDER, **acting))
    name = line_with(found, "(นายทดสอบระบบดี)")
    rank, last = line_with(found, "ว่าที่ร้อยตรี"), line_with(found, "รักษาราชการแทน")
    assert name.baseline - rank.baseline == near(PITCH / CM)
    assert rank.right < name.middle
    assert last.baseline - name.baseline == near(2 * PITCH / CM)
    assert last.middle == near(name.middle)


def test_an_empty_name_is_a_dotted_line_in_brackets(data):
    texts = [p.text for p in paragraphs(document(data, "letter"))]
    assert any(re.fullmatch(r"\(…{8,}\)", text) for text in texts)


def test_a_draft_has_room_for_number_and_day(data):
    for texts, number, day in (
        ({"number": "", "date": ""}, "ที่ ", ""),
        ({"code": "ทด 0001", "number": "", "date": "พ.ย. 2568"}, "ที่ ทด ๐๐๐๑/ ", "พฤศจิกายน ๒๕๖๘"),
        ({"code": "ทด 0001", "circular": "ว", "number": "", "date": ""}, "ที่ ทด ๐๐๐๑/ว ", ""),
    ):
        blocks = document(replace(data, documents=()), "letter", **texts).sections[0].blocks
        first = blocks[1].columns[0].blocks[0].text.replace("\u00a0", " ")
        assert first.startswith(number)
        assert len(first) > len(number)
        assert blocks[2].text.strip("\u00a0 ") == day
        assert len(blocks[2].text) > len(day) or not day
        assert "." * 3 not in first


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        ({"number": "ทด 0001/12"}, "ที่ ทด ๐๐๐๑/๑๒"),
        ({"code": "ทด 0001", "number": "12"}, "ที่ ทด ๐๐๐๑/๑๒"),
        ({"code": "ทด 0001", "number": "12", "circular": "ว"}, "ที่ ทด ๐๐๐๑/ว๑๒"),
        ({"code": "ทด 0001", "number": "ว 12", "circular": "ว"}, "ที่ ทด ๐๐๐๑/ว ๑๒"),
    ],
)
def test_the_number_is_put_together(data, texts, wanted):
    blocks = document(data, "letter", **texts).sections[0].blocks
    assert blocks[1].columns[0].blocks[0].text == wanted


def test_dates_are_printed_in_full_and_what_is_no_date_is_a_sentence(data):
    for typed in ("2568-11-05", "5 พ.ย. 2568", "๕ พฤศจิกายน ๒๕๖๘", "5/11/68"):
        assert document(data, "letter", date=typed).sections[0].blocks[2].text == "๕ พฤศจิกายน ๒๕๖๘"
    with pytest.raises(BadValue, match="วันที่ของเอกสาร"):
        document(data, "letter", date="31 ก.พ. 2568")


def test_digits_follow_the_choice_but_not_in_addresses(data):
    owner = "โทร. 0 2000 0000\nsaraban60@example.go.th"
    made = FORM.build(data, Options(texts={"owner": owner}, digits=Digits.ARABIC))
    assert "โทร. 0 2000 0000" in [p.text for p in paragraphs(made)]
    thai = [p.text for p in paragraphs(document(data, "letter", owner=owner))]
    assert "โทร. ๐ ๒๐๐๐ ๐๐๐๐" in thai
    assert "saraban60@example.go.th" in thai


def test_templates_bring_their_own_texts_and_an_unknown_one_is_a_sentence(data):
    reminder = [p.text for p in paragraphs(document(data, "letter", template="ทวงถาม"))]
    assert any("ยังไม่ได้รับรายงาน" in text for text in reminder)
    own = [
        p.text for p in paragraphs(document(data, "letter", template="ทวงถาม", body="ของเราเอง"))
    ]
    assert "ของเราเอง" in own
    with pytest.raises(BadValue, match="แจ้งมาตรการ · ทวงถาม · ทวงข้อมูลจากหน่วยงาน · เชิญประชุม"):
        document(data, "letter", template="ไม่มี")


def test_placeholders_are_filled_from_the_year(data):
    body = "{office} {head_title} {year} {plan_year} {overall} {rating} {measures}"
    text = "\n".join(p.text for p in paragraphs(document(data, "letter", body=body)))
    assert "{" not in text
    assert "นายกองค์การบริหารส่วนตำบลตัวอย่าง ๒๕๖๘ ๒๕๖๙ ๙๒.๑๗ ผ่านดี ๑. " in text


def test_a_stored_document_is_what_is_printed(filled_store):
    signatory = Signatory("นางสาวทดลอง ระบบ", "ว่าที่ร้อยตรีหญิง", "ปลัด", "รักษาราชการแทน นายก")
    record = DocumentRecord(
        form="letter",
        number="ทด 9/9",
        day=date(2026, 1, 31),
        fields={"subject": "เรื่องของเอกสารนี้"},
        signatories=(signatory,),
    )
    made = save_document(filled_store, 2568, record).created
    data = load_year(filled_store, 2568)
    texts = [p.text for p in paragraphs(document(data, "letter"))]
    wanted = ["ที่ ทด ๙/๙", "๓๑ มกราคม ๒๕๖๙", "เรื่องของเอกสารนี้", "(นางสาวทดลอง ระบบ)"]
    wanted += ["ว่าที่ร้อยตรีหญิง", "ปลัด", "รักษาราชการแทน นายก"]
    assert [text for text in wanted if text not in texts] == []
    older = next(d for d in data.documents if d.form == "letter" and d.id != made)
    first = FORM.build(data, Options(document=older.id))
    assert "ที่ ทด ๙/๙" not in [p.text for p in paragraphs(first)]


def test_lacking_names_what_is_not_filled_in(data):
    bare = replace(data, documents=())
    assert FORM.lacking(bare) == [
        "ยังไม่ได้กรอกเลขที่หนังสือ",
        "ยังไม่ได้กรอกวันที่ของหนังสือ",
        "ยังไม่ได้กรอกชื่อผู้ลงนาม",
    ]
    whole = DocumentRecord(
        form="letter", number="1/1", day=date(2026, 1, 1), signatories=(Signatory("นายทดสอบ"),)
    )
    assert FORM.lacking(replace(data, documents=(whole,))) == []


def test_the_same_letter_gives_the_same_bytes(data):
    made = document(data, "letter", emblem_image=emblem(mode="RGB"), **SENDER)
    assert render(made) == render(made)


def test_every_text_of_a_letter_copies_out(data):
    made = document(data, "letter", **SENDER)
    text = "".join("".join(page_texts(render(made))).split())
    missing = [
        p.text
        for p in paragraphs(made)
        if "".join(p.text.split()) not in text and "…" not in p.text
    ]
    assert missing == []
