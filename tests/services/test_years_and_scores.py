"""Starting a year and entering its scores, on a real store."""

from __future__ import annotations

from decimal import Decimal

import pytest

from db.opening import open_store
from itadesk.errors import BadValue, NotFound
from itadesk.model.assessment import OVERALL
from itadesk.model.changes import Kind
from itadesk.services.scores import (
    ScoreEntry,
    fill_items,
    official_keys,
    record_official,
    record_rating,
    record_score,
    record_scores,
)
from itadesk.services.years import (
    catalogue_of,
    catalogue_years,
    change_plan_year,
    load_year,
    score_years,
    start_year,
)

YEAR = 2568


@pytest.fixture
def store():
    opened = open_store(None)
    start_year(opened, YEAR)
    yield opened
    opened.close()


def test_a_new_year_has_no_scores_and_measures_run_the_year_after(store):
    data = load_year(store, YEAR)
    assert data.assessment.plan_year == YEAR + 1
    assert data.result.overall.value is None
    assert score_years(store) == (YEAR,)


def test_the_catalogue_travels_in_the_file(store):
    assert store.catalogues.get(YEAR)["year"] == YEAR
    assert catalogue_years(store)[0] > YEAR


def test_a_year_is_started_once_and_only_with_a_catalogue(store):
    with pytest.raises(BadValue, match="อยู่แล้ว"):
        start_year(store, YEAR)
    with pytest.raises(NotFound, match="ยังไม่มีชุดข้อคำถาม"):
        start_year(store, 2575)
    with pytest.raises(BadValue, match=r"พ\.ศ\."):
        start_year(store, 2025)
    assert score_years(store) == (YEAR,)


def test_scores_are_taken_in_both_digits_and_kept_exactly(store):
    changes = record_score(store, YEAR, "i1", "๙๙.๓๘")
    record_score(store, YEAR, "e1", "90.5", part=2)
    assert changes.touches(Kind.SCORES)
    scores = store.assessments.get(YEAR).scores
    assert scores["i1"].score == Decimal("99.38")
    assert (scores["e1"].score, scores["e1"].part2) == (None, Decimal("90.5"))


def test_one_bad_score_refuses_all_of_an_action(store):
    record_score(store, YEAR, "i1", "90")
    with pytest.raises(BadValue, match="ข้อ i๒ ต้องอยู่ระหว่าง"):
        record_scores(store, YEAR, [ScoreEntry("i1", "80"), ScoreEntry("i2", "๑๐๐.๐๑")])
    assert store.assessments.get(YEAR).scores["i1"].score == Decimal(90)


def test_a_question_of_another_year_is_refused(store):
    with pytest.raises(NotFound, match="ไม่มีข้อ i๓๐"):
        record_score(store, YEAR, "i30", "90")


def test_items_of_the_document_check_are_0_or_100(store):
    with pytest.raises(BadValue, match="o๑"):
        record_score(store, YEAR, "o1", "50")
    items = [q.code for q in catalogue_of(store, YEAR).questions if q.binary]
    fill_items(store, YEAR, items, Decimal(100))
    assert load_year(store, YEAR).result.instruments["OIT"].value == 100
    store.undo()
    assert load_year(store, YEAR).result.instruments["OIT"].value is None


def test_emptying_a_cell_removes_the_score(store):
    record_score(store, YEAR, "i1", "90")
    record_score(store, YEAR, "i1", "")
    assert "i1" not in store.assessments.get(YEAR).scores


def test_official_figures_have_the_keys_of_the_catalogue(store):
    keys = official_keys(catalogue_of(store, YEAR))
    assert [*keys][:1] == ["1"]
    assert {"IIT", "EIT1", "EIT2", OVERALL} <= set(keys)
    record_official(store, YEAR, OVERALL, "๙๑.๒๓")
    assert load_year(store, YEAR).result.overall.official == Decimal("91.23")
    record_official(store, YEAR, OVERALL, None)
    assert load_year(store, YEAR).result.overall.official is None
    with pytest.raises(NotFound, match="11"):
        record_official(store, YEAR, "11", "90")
    with pytest.raises(BadValue, match="คะแนนที่ประกาศของ IIT"):
        record_official(store, YEAR, "IIT", "100.01")


def test_the_announced_level_is_one_of_the_year(store):
    record_rating(store, YEAR, "ผ่านดี")
    assert load_year(store, YEAR).result.rating == "ผ่านดี"
    with pytest.raises(BadValue, match="ผ่านดีเยี่ยม"):
        record_rating(store, YEAR, "AA")


def test_the_year_of_the_measures_can_be_another(store):
    change_plan_year(store, YEAR, YEAR + 2)
    assert load_year(store, YEAR).assessment.plan_year == YEAR + 2
    with pytest.raises(BadValue):
        change_plan_year(store, YEAR, 2026)


def test_the_years_beside_a_year_are_at_hand_but_not_scored_into_it(store):
    start_year(store, YEAR - 1)
    start_year(store, YEAR - 2)
    record_official(store, YEAR - 1, "overall", "88.61")
    data = load_year(store, YEAR)
    assert list(data.neighbours) == [YEAR - 1]
    assert data.neighbours[YEAR - 1].assessment.official == {"overall": Decimal("88.61")}
    assert list(load_year(store, YEAR - 1).neighbours) == [YEAR - 2, YEAR]
    assert data.result.overall.value is None
