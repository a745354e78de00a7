"""Words replaced in all that an office wrote in a year."""

from __future__ import annotations

import pytest

from itadesk.errors import BadValue
from itadesk.model.document import DocumentRecord, DocumentState
from itadesk.model.oit import OitEntry
from itadesk.model.work import Finding, Measure, RoundReport, Step
from itadesk.replacing import matches
from itadesk.services.documents import move_document, save_document
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.office import save_form_text, save_limitations, save_round_report
from itadesk.services.oit import save_oit_entry
from itadesk.services.replacing import replace_words
from itadesk.services.years import load_year


@pytest.fixture
def written(store):
    """กองช่าง in every kind of text of the year."""
    save_finding(
        store, 2568, Finding(indicator=2, cause="กองช่างชี้แจงช้า", guideline="ให้กองช่าง\nกองช่าง")
    )
    save_measure(
        store,
        2568,
        Measure(
            title="งานของกองช่าง",
            steps=(Step("ประชุม"), Step("กองช่างรายงาน", unit="กองช่าง")),
            units=("สำนักปลัด", "กองช่าง"),
        ),
    )
    measure = store.measures.of_year(2568)[0]
    save_round_report(store, RoundReport(measure.id, 6, output="กองช่างรายงานแล้ว"))
    save_limitations(store, 2568, ("ไม่มี", "กองช่างมีคนน้อย"))
    save_oit_entry(store, 2568, OitEntry("o3", answer=True, explanation="กองช่างดูแล", unit="กองช่าง"))
    save_document(store, 2568, DocumentRecord(form="memo", fields={"subject": "แจ้งกองช่าง"}))
    save_form_text(store, 2568, "order", "subject", "แต่งตั้งกองช่าง")
    return store


def find(store, words):
    return matches(load_year(store, 2568), words)


def test_every_kind_of_text_is_found_with_its_place(written):
    assert [(each.passage.place, each.passage.name) for each in find(written, "กองช่าง")] == [
        ("analysis:2", "ตัวชี้วัดที่ ๒ · สาเหตุเกิดจาก"),
        ("analysis:2", "ตัวชี้วัดที่ ๒ · แนวทางการยกระดับ"),
        ("analysis:2", "ตัวชี้วัดที่ ๒ · แนวทางการยกระดับ"),
        ("measures:1", "มาตรการที่ ๑ · หัวข้อ"),
        ("measures:1", "มาตรการที่ ๑ · ขั้นตอนที่ ๒"),
        ("measures:1", "มาตรการที่ ๑ · ขั้นตอนที่ ๒ ผู้รับผิดชอบ"),
        ("measures:1", "มาตรการที่ ๑ · ผู้รับผิดชอบ"),
        ("rounds:6:1", "รอบ ๖ เดือน มาตรการที่ ๑ · ผลการดำเนินการ"),
        ("oit:o3", "ทะเบียน OIT ข้อ o๓ · คำอธิบาย"),
        ("oit:o3", "ทะเบียน OIT ข้อ o๓ · หน่วยงานรับผิดชอบ"),
        ("documents:results", "ข้อจำกัดที่ ๒"),
        ("documents:memo", "บันทึกข้อความ · เรื่อง"),
        ("documents:order", "คำสั่งแต่งตั้งคณะทำงาน · เรื่อง"),
    ]


def test_all_of_them_are_replaced_and_undone_at_once(written):
    before = load_year(written, 2568)
    changes = replace_words(written, 2568, find(written, "กองช่าง"), "สำนักช่าง")
    assert changes.label == "แทนที่ “กองช่าง” ด้วย “สำนักช่าง”"
    assert find(written, "กองช่าง") == ()
    assert len(find(written, "สำนักช่าง")) == 13
    now = load_year(written, 2568)
    assert now.findings[0].guideline == "ให้สำนักช่าง\nสำนักช่าง"
    assert now.measures[0].units == ("สำนักปลัด", "สำนักช่าง")
    assert now.measures[0].steps[1] == Step("สำนักช่างรายงาน", unit="สำนักช่าง")
    assert written.undo().label == changes.label
    assert load_year(written, 2568) == before


def test_only_the_chosen_places_are_replaced(written):
    second = [each for each in find(written, "กองช่าง") if each.passage.path == ("guideline",)][1]
    replace_words(written, 2568, [second], "กองคลัง")
    assert load_year(written, 2568).findings[0].guideline == "ให้กองช่าง\nกองคลัง"


def test_digits_of_either_kind_are_found_and_keep_their_kind(store):
    save_finding(store, 2568, Finding(indicator=1, cause="ปี ๒๕๖๗ และ 2567", guideline="ร้อยละ 2"))
    replace_words(store, 2568, find(store, "ปี 2567"), "ปี 2568")
    assert find(store, "๒๕๖๘")[0].passage.text == "ปี ๒๕๖๘ และ 2567"
    replace_words(store, 2568, find(store, "๒๕๖๗"), "๒๕๖๙")
    assert find(store, "2569")[0].passage.text == "ปี ๒๕๖๘ และ 2569"


def test_words_do_not_end_inside_a_letter(store):
    save_finding(store, 2568, Finding(indicator=1, cause="ที ที่ ดี ดีๆ"))
    assert [each.start for each in find(store, "ที")] == [0]
    assert len(find(store, "ดี")) == 2
    assert find(store, " ") == ()


def test_what_was_signed_stays(store):
    save_document(store, 2568, DocumentRecord(form="memo", fields={"subject": "แจ้งกองช่าง"}))
    move_document(store, 2568, store.documents.of_year(2568)[0].id, DocumentState.SIGNED)
    assert find(store, "กองช่าง") == ()


def test_a_text_that_changed_meanwhile_is_not_overwritten(written):
    found = find(written, "กองช่าง")
    replace_words(written, 2568, found[:1], "กองคลัง")
    before = load_year(written, 2568)
    with pytest.raises(BadValue, match="ค้นหาใหม่"):
        replace_words(written, 2568, found, "สำนักช่าง")
    with pytest.raises(BadValue, match="ยังไม่ได้เลือก"):
        replace_words(written, 2568, (), "สำนักช่าง")
    assert load_year(written, 2568) == before


def test_what_stands_around_is_cut_between_letters(store):
    save_finding(store, 2568, Finding(indicator=1, cause=f"{'ที่' * 30}กองช่าง{'ที่' * 30}\nจบ"))
    before, words, after = find(store, "กองช่าง")[0].around()
    assert before.startswith("…ที่")
    assert words == "กองช่าง"
    assert after.endswith("ที่…")
