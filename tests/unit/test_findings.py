"""Lowest and weak questions, and the office's classes."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from itadesk.catalogue.reader import parse_catalogue, shipped_body
from itadesk.findings import (
    Lowest,
    classify,
    codes_of,
    codes_of_issue,
    lowest,
    lowest_of,
    phrase,
    weak_of,
    weak_questions,
)
from itadesk.model.assessment import Assessment, QuestionScore
from itadesk.model.office import Thresholds, WeakRule
from itadesk.model.work import FindingClass
from itadesk.scoring import score

SEED_DATA = Path(__file__).parents[2] / ".." / "shared" / "seed-data"
BELOW_95 = Thresholds(weak_rule=WeakRule.THRESHOLD, weak_below=Decimal(95))


def catalogue(year=2568):
    return parse_catalogue(shipped_body(year), str(year))


def result_of(cat, **scores):
    entered = {code: QuestionScore(code, Decimal(str(value))) for code, value in scores.items()}
    return score(cat, Assessment(cat.year, cat.year + 1, cat.id, entered))


@pytest.mark.parametrize(
    ("scores", "found"),
    [
        ({"i7": "98.75", "i8": "99.38", "i9": "100"}, Lowest(("i7",), complete=True)),
        ({"i7": "99.38", "i8": "99.38", "i9": "100"}, Lowest(("i7", "i8"), complete=True)),
        ({"i9": "90", "i7": "90", "i8": "90"}, Lowest(("i7", "i8", "i9"), complete=True)),
        ({"i7": "98.754", "i8": "98.75", "i9": "98.756"}, Lowest(("i7", "i8"), complete=True)),
        ({"i7": "100", "i8": "100", "i9": "100"}, Lowest(all_full=True, complete=True)),
        ({"i7": "99.996", "i8": "100", "i9": "100"}, Lowest(all_full=True, complete=True)),
        ({"i8": "100"}, Lowest(all_full=True)),
        ({"i8": "0"}, Lowest(("i8",))),
        ({}, Lowest()),
    ],
)
def test_the_lowest_are_those_tied_as_shown(scores, found):
    cat = catalogue()
    assert lowest(cat, result_of(cat, **scores), 3) == found


def test_an_indicator_without_questions_or_unknown_has_no_lowest():
    cat = catalogue(2569)
    assert lowest(cat, result_of(cat), 1) == Lowest()
    assert lowest(cat, result_of(cat), 77) == Lowest()


def test_a_question_with_one_part_alone_may_be_the_lowest_but_leaves_it_incomplete():
    cat = catalogue()
    entered = {
        "e1": QuestionScore("e1", part1=Decimal(70)),
        "e2": QuestionScore("e2", Decimal(80)),
        "e3": QuestionScore("e3", Decimal(90)),
    }
    result = score(cat, Assessment(cat.year, cat.year + 1, cat.id, entered))
    assert lowest(cat, result, 6) == Lowest(("e1",), complete=False)


def test_codes_the_result_does_not_have_are_passed_over():
    cat = catalogue()
    assert lowest_of(result_of(cat, i1=50), ("i1", "i99")) == Lowest(("i1",))


@pytest.mark.skipif(not SEED_DATA.exists(), reason="the folder with the seed data is absent")
def test_the_seed_data_have_their_derived_lowest_questions():
    data = json.loads((SEED_DATA / "002.json").read_text())
    cat = catalogue()
    scored = [one for one in data["indicators"] if "no" in one and one["no"] <= 8]
    result = result_of(cat, **{q["code"]: q["score"] for one in scored for q in one["questions"]})
    assert len(scored) == 8
    for one in scored:
        derived = tuple(one["derived_not_in_seed"]["lowest_codes"])
        found = lowest(cat, result, one["no"])
        assert found.all_full if one["no"] == 5 else found.codes == derived


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("0", FindingClass.URGENT), ("84.99", FindingClass.URGENT), ("84.994", FindingClass.URGENT),
        ("84.995", FindingClass.IMPROVE), ("85", FindingClass.IMPROVE),
        ("99.99", FindingClass.IMPROVE), ("99.995", FindingClass.KEEP), ("100", FindingClass.KEEP),
    ],
)  # fmt: skip
def test_a_score_is_classed_as_it_is_shown(value, found):
    assert classify(Decimal(value), Thresholds()) is found


def test_the_offices_thresholds_and_words_are_used():
    house = Thresholds(
        urgent=Decimal(60), keep=Decimal(90), urgent_phrase="ด่วน", improve_phrase="พัฒนา",
        keep_phrase="รักษา",
    )  # fmt: skip
    found = [phrase(classify(Decimal(value), house), house) for value in (59, 60, 90)]
    assert found == ["ด่วน", "พัฒนา", "รักษา"]


def test_weak_by_default_are_only_the_lowest():
    cat = catalogue()
    result = result_of(cat, e1="60", e2="50", e3="70")
    assert weak_questions(cat, result, 6, Thresholds()) == ("e2",)


def test_weak_by_threshold_are_all_below_it_as_shown_in_printed_order():
    cat = catalogue()
    result = result_of(cat, e3="60", e1="94.99", e2="94.995")
    assert weak_questions(cat, result, 6, BELOW_95) == ("e1", "e3")


def test_unscored_questions_are_never_weak():
    cat = catalogue()
    assert weak_questions(cat, result_of(cat, e1="96"), 6, BELOW_95) == ()


def test_an_issue_gathers_its_questions_from_all_instruments():
    cat = catalogue(2566)
    codes = codes_of_issue(cat, 4)
    assert codes == (*codes_of(cat, 4), "o34", "o35")
    result = result_of(cat, i19="80", i20="99", o34="0", o35="100")
    assert weak_of(result, codes, BELOW_95) == ("i19", "o34")
