"""Taking last year's work over into a new year."""

from __future__ import annotations

from datetime import date

import pytest

from itadesk.carrying import Carried, moved_years
from itadesk.model.oit import OitEntry
from itadesk.model.work import Finding, Measure, RoundReport, RoundStatus, Step
from itadesk.services.calendar import save_rounds
from itadesk.services.carrying import carry_over, carrying_from, start_year_with
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.office import save_form_text, save_limitations, save_round_report
from itadesk.services.oit import save_oit_entry
from itadesk.services.scores import record_score
from itadesk.services.years import load_year, score_years, start_year

ALL = frozenset(Carried)


@pytest.fixture
def year_before(store):
    """2567 with a measure and its report; the questions of 2568 have other codes."""
    start_year(store, 2567)
    found = save_finding(
        store, 2567, Finding(indicator=9, codes=("o4", "o6"), cause="ข้อ o๔ ยังไม่เผยแพร่")
    )
    made = save_measure(
        store,
        2567,
        Measure(
            indicator=9,
            title="เผยแพร่ข้อมูลตามข้อ O4 และ o๖ ให้ครบ",
            steps=(Step("๑. ตรวจ o35", date(2024, 2, 29), None, "กองช่าง"),),
            start=date(2024, 10, 1),
            end=date(2025, 9, 30),
            period_text="ตุลาคม ๒๕๖๗ ถึงกันยายน 2568",
            units=("สำนักปลัด",),
            findings=(found.created,),
            target="ร้อยละ ๙๐ ในปี ๒๕๖๘",
        ),
    )
    save_round_report(store, RoundReport(made.created, 6, output="ทำแล้ว", status=RoundStatus.DONE))
    save_rounds(store, 2567, (3, 6, 9, 12))
    save_form_text(store, 2567, "measures", "opening", "ตามที่ได้รับผลการประเมิน")
    save_limitations(store, 2567, ("ข้อมูลมาจากแบบสำรวจ",))
    save_oit_entry(store, 2567, OitEntry("o5", True, ("https://example.org/",), "", "กองคลัง"))
    save_oit_entry(store, 2567, OitEntry("o6", unit="กองช่าง"))
    record_score(store, 2567, "i1", "90")
    return store


def carried(store, what=ALL):
    found = carrying_from(store, 2567, 2568, 2569, what)
    carry_over(store, 2568, found)
    return load_year(store, 2568), found


def test_measures_come_with_units_and_dates_moved_and_without_reports(year_before):
    data, _found = carried(year_before)
    (measure,) = data.measures
    assert measure.units == ("สำนักปลัด",)
    assert (measure.start, measure.end) == (date(2025, 10, 1), date(2026, 9, 30))
    assert measure.steps == (Step("๑. ตรวจ o28", date(2025, 2, 28), None, "กองช่าง"),)
    assert measure.period_text == "ตุลาคม ๒๕๖๘ ถึงกันยายน 2569"
    assert measure.findings == ()
    assert data.rounds == ()
    assert data.own_rounds == (3, 6, 9, 12)
    assert not data.assessment.scores


def test_codes_are_translated_in_their_own_digits_and_the_rest_is_listed(year_before):
    data, found = carried(year_before)
    assert data.measures[0].title == "เผยแพร่ข้อมูลตามข้อ O3 และ o๖ ให้ครบ"
    assert data.findings[0].codes == ("o3",)
    assert data.findings[0].cause == "ข้อ o๓ ยังไม่เผยแพร่"
    said = {(remark.place, remark.words) for remark in found.remarks}
    assert ("มาตรการลำดับที่ ๑", "อ้างข้อ o๖ ซึ่งไม่ทราบว่าตรงกับข้อใดของปีใหม่") in said
    assert ("มาตรการลำดับที่ ๑", "ยังกล่าวถึงปี ๒๕๖๘") in said
    assert any(place == "ทะเบียน OIT ข้อ o๖" for place, _words in said)
    assert any("o๖" in words for place, words in said if place.startswith("ผลการวิเคราะห์"))


def test_items_keep_who_looks_after_them_but_not_their_answers(year_before):
    data, _found = carried(year_before)
    assert data.oit == (OitEntry("o4", unit="กองคลัง"),)


def test_only_what_was_chosen_comes(year_before):
    data, _found = carried(year_before, frozenset({Carried.TEXTS, Carried.LIMITATIONS}))
    assert not data.measures
    assert not data.findings
    assert not data.oit
    assert data.texts["measures", "opening"] == "ตามที่ได้รับผลการประเมิน"
    assert data.limitations == ("ข้อมูลมาจากแบบสำรวจ",)


def test_taking_over_twice_adds_nothing_and_keeps_what_was_written(year_before):
    save_form_text(year_before, 2568, "measures", "opening", "เขียนเองแล้ว")
    once, _found = carried(year_before)
    twice, _found = carried(year_before)
    assert once == twice
    assert twice.texts["measures", "opening"] == "เขียนเองแล้ว"


def test_a_year_is_started_with_it_in_one_action_that_can_be_undone(year_before):
    year_before.undo()  # the score of 2567
    found = carrying_from(year_before, 2567, 2569, 2570, ALL)
    start_year_with(year_before, 2569, 2570, found)
    assert len(load_year(year_before, 2569).measures) == 1
    assert year_before.can_undo() == "เพิ่มปี ๒๕๖๙"
    year_before.undo()
    assert score_years(year_before) == (2568, 2567)


@pytest.mark.parametrize(
    ("text", "moved"),
    [("ต.ค. ๒๕๖๘ – ก.ย. 2569", "ต.ค. ๒๕๗๐ – ก.ย. 2571"), ("โทร ๐๒๕๖๘๑", "โทร ๐๒๕๖๘๑"), ("", "")],
)
def test_years_of_a_period_are_moved(text, moved):
    assert moved_years(text, 2) == moved
