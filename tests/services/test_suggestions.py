"""Suggestions come from the library, from other years of the file, and from the examples."""

from __future__ import annotations

import re

import pytest

from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.model.work import Finding, Measure, Step
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.phrases import save_phrase
from itadesk.services.scores import ScoreEntry, record_scores
from itadesk.services.starter import examples
from itadesk.services.suggestions import suggestions
from itadesk.services.years import load_year, shipped_catalogue, start_year
from itadesk.suggesting import Origin

CAUSE, GUIDELINE = PhraseKind.CAUSE, PhraseKind.GUIDELINE


def found(store, kind, origin, codes=(), indicators=(), year=2568):
    every = suggestions(store, load_year(store, year), kind, codes, indicators)
    return [each.text for each in every if each.origin is origin]


def test_a_phrase_of_another_year_helps_the_question_of_the_same_meaning(store):
    start_year(store, 2567)
    save_phrase(store, Phrase(CAUSE, "ขั้นตอนยังไม่ชัด", 2567, "e1"))
    save_phrase(store, Phrase(CAUSE, "ทรัพย์สิน", 2567, "i12"))
    save_phrase(store, Phrase(GUIDELINE, "อีกชนิด", 2567, "e1"))
    assert found(store, CAUSE, Origin.LIBRARY, ["e1"]) == ["ขั้นตอนยังไม่ชัด"]


def test_a_phrase_of_a_year_that_nobody_knows_still_reads_as_one_by_its_words(store):
    save_phrase(store, Phrase(CAUSE, "บริการแก่ท่านและผู้อื่นอย่างเท่าเทียมกัน", 2599, "e2"))
    assert len(found(store, CAUSE, Origin.LIBRARY, ["e2"])) == 1
    assert found(store, CAUSE, Origin.LIBRARY, ["i5"]) == []


def test_what_another_year_says_of_its_lowest_question_is_found_by_that_question(store):
    start_year(store, 2567)
    record_scores(store, 2567, [ScoreEntry("e4", "90"), ScoreEntry("e5", "80")])
    save_finding(store, 2567, Finding(indicator=7, cause="เหตุปีก่อน", guideline="ทางแก้ปีก่อน"))
    save_finding(store, 2568, Finding(indicator=7, cause="เหตุปีนี้"))
    [one] = [
        each
        for each in suggestions(store, load_year(store, 2568), CAUSE, ["e5"])
        if each.origin is Origin.EARLIER
    ]
    assert (one.text, one.year, one.about) == ("เหตุปีก่อน", 2567, "e5")
    assert found(store, GUIDELINE, Origin.EARLIER, ["e5"]) == ["ทางแก้ปีก่อน"]
    assert found(store, CAUSE, Origin.EARLIER, ["i1"]) == []


def test_measures_of_other_years_and_examples_serve_a_measure(store):
    start_year(store, 2567)
    steps = (Step("๑) สำรวจ"), Step("๒) สรุป"))
    save_measure(store, 2567, Measure(indicator=3, activities="อบรมหัวหน้างาน", steps=steps))
    assert found(store, PhraseKind.ACTIVITY, Origin.EARLIER, indicators=[3]) == ["อบรมหัวหน้างาน"]
    assert found(store, PhraseKind.STEP, Origin.EARLIER, indicators=[3]) == ["๑) สำรวจ\n๒) สรุป"]
    assert len(found(store, PhraseKind.STEP, Origin.PROGRAM, indicators=[3])) >= 4
    assert found(store, PhraseKind.ACTIVITY, Origin.EARLIER, indicators=[4]) == []


@pytest.mark.parametrize("year", [2567, 2568])
@pytest.mark.parametrize("kind", [CAUSE, GUIDELINE])
def test_every_question_has_an_example(year, kind):
    catalogue = shipped_catalogue(year)
    about = {each.about for each in examples(catalogue, kind)}
    assert about == {question.code for question in catalogue.questions}


@pytest.mark.parametrize("year", [2567, 2568])
@pytest.mark.parametrize("kind", [PhraseKind.ACTIVITY, PhraseKind.STEP])
def test_every_indicator_has_examples_for_a_measure(year, kind):
    catalogue = shipped_catalogue(year)
    numbers = {each.about for each in examples(catalogue, kind)}
    assert numbers == {str(indicator.no) for indicator in catalogue.indicators}


def test_an_example_cites_only_items_whose_names_the_year_knows(store):
    cited = ["อ้างอิงจาก" in each.text for each in examples(shipped_catalogue(2568), CAUSE)]
    assert not any(cited)
    known = {q.code: q.text for q in shipped_catalogue(2568).questions}
    for each in examples(shipped_catalogue(2568), GUIDELINE):
        assert "{" not in each.text
        for number in re.findall("อ้างอิงจาก o([๐-๙]+)", each.text):
            assert known[f"o{int(number)}"].confirmed
    assert "o๘" in found(store, GUIDELINE, Origin.PROGRAM, ["i1"])[0]
    of_2567 = [e.text for e in examples(shipped_catalogue(2567), GUIDELINE) if e.about[0] in "ie"]
    assert not any("อ้างอิงจาก" in text for text in of_2567)


def test_an_item_is_named_where_its_name_is_sure_and_by_its_number_elsewhere():
    texts = {e.about: e.text for e in examples(shipped_catalogue(2568), CAUSE)}
    assert "ข้อมูล “ข้อมูลการติดต่อ” (o๓)" in texts["o3"]
    assert "ข้อมูลข้อ o๗ " in texts["o7"]


def test_no_example_of_a_questionnaire_reads_as_a_confession():
    for each in examples(shipped_catalogue(2568), CAUSE):
        if each.about[0] in "ie":
            assert each.text.startswith("ผู้ตอบแบบวัดบางราย")


def test_a_whole_indicator_without_scores_gets_the_examples_of_its_questions(store):
    assert len(found(store, CAUSE, Origin.PROGRAM, indicators=[1])) == 3
    assert len(found(store, CAUSE, Origin.PROGRAM, ["i2"])) == 1
