"""A file in a few figures, and what differs between two."""

from __future__ import annotations

from itadesk.services.scores import record_score
from itadesk.services.summary import compared, summarise
from itadesk.services.years import start_year


def figures(lines, year):
    return {line.name: line.here for line in lines if line.year == year}


def test_a_file_is_told_by_years_with_scores_measures_and_the_last_change(filled_store):
    found = summarise(filled_store)
    lines = compared(found, None)
    year = next(iter(found.years))
    assert figures(lines, year)["ระดับ"]
    assert figures(lines, year)["คะแนนที่กรอก"].endswith("ข้อ")
    assert figures(lines, year)["มาตรการ"] != "–"
    assert "หน่วยงานที่ส่งไฟล์มา" not in figures(lines, year)
    assert figures(lines, None)["หน่วยงาน"] == filled_store.office.get().name
    assert "\u00a0น. " in figures(lines, None)["แก้ไขล่าสุด"]
    assert not any(line.differs for line in lines)


def test_what_another_file_has_more_or_less_of_differs(store):
    before = summarise(store)
    record_score(store, 2568, "i1", "90")
    start_year(store, 2567)
    lines = compared(before, summarise(store))
    differing = {(line.year, line.name) for line in lines if line.differs}
    assert {(2568, "คะแนนที่กรอก"), (None, "แก้ไขล่าสุด")} <= differing
    assert [line.year for line in lines][-1] in (2567, 2568)
    (entered,) = [line for line in lines if line.name == "คะแนนที่กรอก"]
    assert (entered.here, entered.there) == ("–", "๑ ข้อ")


def test_a_file_without_years_has_its_office(store):
    from itadesk.services.summary import FileSummary

    bare = FileSummary("หน่วยงานใหม่", "–", {}, {})
    assert [line.name for line in compared(bare, None)] == ["หน่วยงาน", "แก้ไขล่าสุด"]
    assert compared(bare, summarise(store))[0].differs


def test_rows_that_were_changed_are_counted_where_their_number_is_the_same(store):
    record_score(store, 2568, "i1", "90")
    record_score(store, 2568, "i2", "90")
    before = summarise(store)
    record_score(store, 2568, "i1", "91")
    (line,) = [each for each in compared(before, summarise(store)) if each.name == "คะแนนที่กรอก"]
    assert (line.here, line.there, line.changed, line.differs) == ("๒ ข้อ", "๒ ข้อ", 1, True)
