"""Misspelt words are found and words of an office are not."""

from __future__ import annotations

import pytest

from itadesk.model.year import YearData
from itadesk.services.years import load_year
from itadesk.thai.normalise import normalise
from itadesk.thai.spelling import Speller
from tests.helpers.seeds import SHARED

OWN = Speller(("ฟ้าแจ่มใส",))


def found(text, speller=OWN):
    return {text[each.start : each.end]: each.suggestions for each in speller.check(text).unknown}


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("ผู้บริหารประกาศเจตนารมร์ในที่ประชุม", "เจตนารมร์", "เจตนารมณ์"),
        ("จัดทำมาตการส่งเสริมความโปร่งใส", "มาตการ", "มาตรการ"),
        ("เผยแพร่ประชาสัมพันธื", "สัมพันธื", "สัมพันธ์"),
        ("แจ้งให้เจ้าหน้าทีทุกคนทราบ", "เจ้าหน้าที", "เจ้าหน้าที่"),
        ("การดำเนินกรตามแผน", "ดำเนินกร", "ดำเนินการ"),
        ("ปลุกฝังค่านิยมที่ดี", "ปลุกฝัง", "ปลูกฝัง"),
    ],
)
def test_a_misspelt_word_is_found_with_the_one_that_was_meant(text, word, meant):
    assert list(found(text)) == [word]
    assert meant in found(text)[word]


@pytest.mark.parametrize(
    "text",
    [
        "นายสมหมาย ใจกล้าหาญ ตำแหน่ง นักวิชาการคอมพิวเตอร์ปฏิบัติการ",
        "บ้านหนองสะโตน หมู่ที่ ๔ ตำบลโคกกรวดใหม่",
        "ที่ นฐ ๐๐๑๗.๕/ว ๒๑๘๘ พ.ร.บ. ฯลฯ อบต. ป.ป.ช.",
        "ก. ข. ค. (ก) ข้อ ง",
        "o๑๐ i๗ www.example.go.th/ita2568 QR Code",
        "แ ล ะ เ ผ ย แ พ ร่",
        "โครงการฟ้าแจ่มใส",
        "มอบหมายผู้ช่วยนำเอกสารไปให้เจ้าของเรื่องตรวจ เรียงจากน้อยไปมาก",
    ],
)
def test_names_codes_and_addresses_are_not_words_to_check(text):
    assert found(text) == {}


def test_a_word_of_the_office_is_known_only_to_it():
    assert found("ฝ่ายกฟผบำรุง", Speller(("กฟผ",))) == {}
    assert found("ฝ่ายกฟผบำรุง", Speller()) != {}


def test_words_are_counted_in_every_script():
    assert OWN.check("จัดทำ แผน ๒๕๖๙ ด้วย Excel 2.0").words == 6
    assert OWN.check("").words == 0


def texts_of(data: YearData):
    for finding in data.findings:
        yield from (finding.cause, finding.guideline, finding.conclusion)
    for measure in data.measures:
        yield from (measure.title, measure.activities, measure.analysis, measure.responsible)
        yield from (step.text for step in measure.steps)
    for report in data.rounds:
        yield from (report.output, report.outcome, report.obstacles)
    yield from (*data.limitations, *(entry.explanation for entry in data.oit))


def test_nothing_in_the_sample_is_doubted(filled_store):
    data = load_year(filled_store, 2568)
    assert {word for text in texts_of(data) for word in found(text)} == set()


def test_in_real_reports_few_words_are_doubted():
    files = sorted((SHARED / "seeds").glob("*.txt"))
    if not files:
        pytest.skip("the seeds are not beside this checkout")
    lines = (line for path in files for line in normalise(path.read_text("utf-8")).split("\n"))
    words = {word for line in lines for word in found(line)}
    assert 5 <= len(words) <= 20  # each was looked at: all are misspelt there
