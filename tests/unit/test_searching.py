"""Finding words in everything of a year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.model.kept import FileRole, KeptFile
from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.searching import Group, around, entries, phrase_entries, search
from itadesk.services.sample import sample_year
from itadesk.services.years import load_year
from itadesk.thai.folding import bare, fold, place_of

FORMS = {"results": "การรายงานผลการดำเนินการ", "memo": "บันทึกข้อความ"}


@pytest.fixture
def known(filled_store):
    return entries(load_year(filled_store, sample_year()), FORMS)


def places(hits, group):
    return [hit.place for hit in hits if hit.group is group]


@pytest.mark.parametrize("typed", ["o10", "O๑๐", " o๑๐ ", "o ๑0"])
def test_a_code_is_found_in_either_digits_and_case(known, typed):
    assert "scores:o10" in places(search(known, typed), Group.QUESTIONS)


def test_the_code_itself_stands_before_what_only_mentions_it(known):
    first = search(known, "i๑")[0]
    assert first.title.startswith("i๑ ")


@pytest.mark.parametrize("typed", ["น้ำ", "น\u0e4d\u0e49\u0e32", "น\u0e49\u0e4d\u0e32"])
def test_sara_am_is_found_however_it_is_typed(typed):
    found = phrase_entries([Phrase(PhraseKind.CAUSE, "ค่าน้ำประปา", id=4)])
    (hit,) = search(found, typed)
    assert hit.place == "phrases:4"


def test_all_words_are_wanted_in_any_order_and_never_across_two_texts(known):
    measure = next(e for e in known if e.group is Group.MEASURES)
    one, other = measure.title.split()[1][:6], measure.texts[-1][:6]
    found = search(known, f"{other} {one}")
    assert measure in found
    assert not search(known, measure.title[-3:] + measure.texts[0][:3])


def test_every_part_of_the_year_is_found(known, filled_store):
    data = load_year(filled_store, sample_year())
    report = next(r for r in data.rounds if r.output)
    entry = next(e for e in data.oit if e.urls)
    signed = next(d for d in data.documents if d.number)
    for words, group, page in (
        (data.findings[0].cause[:20], Group.FINDINGS, "analysis"),
        (data.measures[0].steps[0].text, Group.MEASURES, "measures"),
        (report.output[:20], Group.ROUNDS, "rounds"),
        (entry.urls[0], Group.OIT, "oit"),
        (data.limitations[0], Group.LIMITATIONS, "documents"),
    ):
        assert page in [place.split(":")[0] for place in places(search(known, words), group)], words
    if signed.form in FORMS:
        assert places(search(known, signed.number), Group.DOCUMENTS)
    assert places(search(known, "บันทึกข้อ ความ"), Group.DOCUMENTS) == ["documents:memo"]


def test_what_was_found_is_shown_with_what_stands_around_it():
    text = "ก" * 5 + " เจ้าหน้าที่ยังไม่ทราบขั้นตอนการให้บริการประชาชนผ่านระบบออนไลน์ " + "ข้อ " * 60
    found = phrase_entries([Phrase(PhraseKind.CAUSE, f"บรรทัดแรก\n{text}", id=1)])
    shown = around(search(found, "ออนไลน์")[0], "ออนไลน์")
    assert "ระบบออนไลน์" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 160
    assert around(found[0], "บรรทัดแรก") == ""


def test_nothing_is_found_for_nothing(known):
    assert search(known, "  ") == ()
    assert search(known, "ไม่มีคำนี้แน่นอน") == ()


def test_phrases_stand_in_thai_order():
    texts = ["ไก่", "ขยาย", "เกณฑ์", "กำหนด"]
    found = phrase_entries(Phrase(PhraseKind.STEP, text, id=n) for n, text in enumerate(texts))
    assert [entry.title for entry in found] == ["กำหนด", "เกณฑ์", "ไก่", "ขยาย"]


def test_folding_keeps_the_place_of_a_word():
    text = "ข้อ ๑๐ การ ดำเนินงาน"
    start, end = place_of(text, fold("การดำเนิน"))
    assert text[start:end] == "การ ดำเนิน"
    assert place_of(text, fold("ไม่มี")) is None
    assert bare(fold("เบี้ยเลี้ยง")) == "เบียเลียง"


def test_what_the_office_wrote_goes_before_the_questions_of_the_catalogue(known):
    found = [entry.group for entry in search(known, "หน้าที่")]
    assert found.index(Group.MEASURES) < found.index(Group.QUESTIONS)
    assert search(known, "o๑๐")[0].group is Group.QUESTIONS


def test_files_are_found_by_name_and_caption_where_they_belong(filled_store):
    data = load_year(filled_store, sample_year())
    measure, document = data.measures[2], data.documents[0]
    kept = (
        KeptFile(FileRole.PHOTO, "IMG_1.jpg", measure=measure.id, months=6, caption="ป้ายหน้าห้อง"),
        KeptFile(FileRole.SCAN, "สแกนลงนาม.pdf", document=document.id),
    )
    known = entries(replace(data, files=kept), FORMS)
    assert [e.place for e in search(known, "img_๑")] == [f"rounds:6:{measure.position}"]
    assert [e.place for e in search(known, "สแกนลงนาม")] == [f"documents:{document.form}"]


def test_what_the_nacc_recommended_is_found(filled_store):
    data = load_year(filled_store, sample_year())
    advised = replace(data.assessment, recommendations="ควรเผยแพร่แผนจัดซื้อให้ครบ")
    (found,) = search(entries(replace(data, assessment=advised), FORMS), "แผนจัดซื้อให้ครบ")
    assert found.place == "scores"
