"""Scores against published figures, and the rules of the chain."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from itadesk.model.assessment import OVERALL
from itadesk.model.catalogue import Certainty
from itadesk.model.result import NOTHING, shown
from itadesk.scoring import score
from tests.unit.scored import as_officials, assess, catalogue, every

SEED_DATA = Path(__file__).parents[2] / ".." / "shared" / "seed-data"

# Indicators 1–10 as published by two provinces for the same year, and the overall they give.
PROVINCE = "94.65 89.11 91.95 89.29 89.86 92.12 89.90 89.49 65.89 51.15"
SECOND_PROVINCE = "90.50 81.23 84.60 79.43 80.66 86.41 87.21 82.82 100 100"


def near(value, printed):
    """Published figures may differ in the last place."""
    return abs(shown(value) - Decimal(printed)) <= Decimal("0.01")


# published figures


@pytest.mark.parametrize(("values", "overall"), [(PROVINCE, "77.85"), (SECOND_PROVINCE, "90.63")])
def test_published_indicators_give_the_published_overall(values, overall):
    cat = catalogue(2564)
    result = score(cat, assess(cat, official=as_officials(values.split())))
    assert near(result.overall.computed, overall)
    assert result.complete


@pytest.mark.parametrize(
    ("item", "indicator", "printed"), [("o1", 9, "97.78"), ("o34", 10, "93.75")]
)
def test_one_item_missing_in_a_sub_indicator_gives_the_published_figure(item, indicator, printed):
    cat = catalogue(2564)
    result = score(cat, assess(cat, {**every(cat, 100, "OIT"), item: 0}))
    assert shown(result.indicators[indicator].computed) == Decimal(printed)


OFFICE = {
    1: ("100 99.38 100", "99.79"),
    2: ("100 99.38 98.75", "99.38"),
    3: ("98.75 99.38 100", "99.38"),
    4: ("99.38 99.38 100", "99.59"),
    5: ("100 100 100", "100.00"),
    6: ("90.59 89.41 100", "93.33"),
    7: ("93.53 95.29 90.59", "93.14"),
    8: ("90.59 89.41 91.76", "90.59"),
}


def test_questions_of_an_office_give_its_indicators():
    cat = catalogue()
    scores = {
        question.code: value
        for no, (values, _) in OFFICE.items()
        for question, value in zip(cat.indicator(no).questions, values.split(), strict=True)
    }
    result = score(cat, assess(cat, scores))
    for no, (_, printed) in OFFICE.items():
        assert shown(result.indicators[no].computed) == Decimal(printed)
    assert result.overall == NOTHING
    assert result.rating is None


@pytest.mark.skipif(not SEED_DATA.exists(), reason="the folder with the seed data is absent")
def test_the_seed_data_give_their_derived_indicators():
    data = json.loads((SEED_DATA / "002.json").read_text())
    cat = catalogue()
    scored = [one for one in data["indicators"] if one.get("questions") and "no" in one]
    scores = {q["code"]: q["score"] for one in scored for q in one["questions"] if "score" in q}
    result = score(cat, assess(cat, scores))
    compared = 0
    for one in scored:
        derived = one.get("derived_not_in_seed", {}).get("indicator_score")
        if derived is not None:
            compared += 1
            assert round(result.indicators[one["no"]].computed, 4) == Decimal(str(derived))
    assert compared == 8


# question, indicator, instrument, overall


def test_nothing_entered_is_nothing_computed():
    cat = catalogue()
    result = score(cat, assess(cat))
    assert set(result.questions) == {q.code for q in cat.questions}
    assert set(result.questions.values()) == {NOTHING}
    assert set(result.indicators.values()) == {NOTHING}
    assert set(result.instruments) == {"IIT", "EIT", "EIT1", "EIT2", "OIT"}
    assert set(result.instruments.values()) == {NOTHING}
    assert (result.overall, result.rating, result.passes) == (NOTHING, None, None)
    assert not result.complete


def test_a_mean_is_over_the_scores_present_and_marked_incomplete():
    cat = catalogue()
    result = score(cat, assess(cat, {"i1": 90, "i2": 80}))
    assert result.indicators[1].computed == 85
    assert not result.indicators[1].complete
    assert result.instruments["IIT"].computed == 85
    assert not result.instruments["IIT"].complete


def test_an_instrument_without_a_value_gives_no_overall():
    cat = catalogue()
    result = score(cat, assess(cat, {**every(cat, 100, "IIT"), **every(cat, 100, "EIT")}))
    assert result.instruments["IIT"].complete
    assert result.overall == NOTHING


def test_an_incomplete_instrument_gives_an_incomplete_overall():
    cat = catalogue()
    scores = every(cat, 100)
    del scores["e9"]
    result = score(cat, assess(cat, scores))
    assert result.overall.computed == 100
    assert not result.overall.complete
    assert result.rating is None


def test_an_unknown_weight_gives_no_overall():
    cat = catalogue()
    first, *others = cat.instruments
    cat = replace(cat, instruments=(replace(first, weight=None), *others))
    assert score(cat, assess(cat, every(cat, 100))).overall == NOTHING


def test_weights_that_are_all_zero_give_no_overall():
    cat = catalogue()
    cat = replace(cat, instruments=tuple(replace(i, weight=Decimal(0)) for i in cat.instruments))
    assert score(cat, assess(cat, every(cat, 100))).overall == NOTHING


def test_weights_are_the_catalogues():
    cat = catalogue()
    scores = {**every(cat, 90, "IIT"), **every(cat, 80, "EIT"), **every(cat, 100, "OIT")}
    assert score(cat, assess(cat, scores)).overall.computed == Decimal("91")
    weights = {"IIT": 50, "EIT": 50, "OIT": 0}
    changed = replace(
        cat, instruments=tuple(replace(i, weight=Decimal(weights[i.code])) for i in cat.instruments)
    )
    assert score(changed, assess(changed, scores)).overall.computed == Decimal("85")


def test_an_indicator_without_questions_is_complete_only_when_announced():
    cat = catalogue(2569)
    scores = every(cat, 100)
    assert not score(cat, assess(cat, scores)).complete
    announced = {str(no): 96 for no in range(1, 9)} | {"EIT1": 96, "EIT2": 96}
    result = score(cat, assess(cat, scores, announced))
    assert result.complete
    assert result.rating == "ผ่านดีเยี่ยม"


def test_codes_the_catalogue_does_not_have_are_passed_over():
    cat = catalogue()
    assert score(cat, assess(cat, {"i99": 10})) == score(cat, assess(cat))


# sub-indicators and what is not confirmed


def test_items_without_sub_indicators_give_their_mean_marked_unconfirmed():
    cat = catalogue()
    items = every(cat, 100, "OIT")
    result = score(cat, assess(cat, {**every(cat, 90), **items, "o1": 0}))
    assert result.indicators[9].computed == 95
    assert result.indicators[9].unconfirmed
    assert result.indicators[9].complete
    assert result.instruments["OIT"].unconfirmed
    assert result.overall.unconfirmed
    assert not result.instruments["IIT"].unconfirmed
    assert result.sub_indicators == {}


def test_items_with_sub_indicators_give_the_mean_of_their_means():
    cat = catalogue(2566)
    result = score(cat, assess(cat, {**every(cat, 100), "o19": 0}))
    assert result.sub_indicators["9.3"].computed == 75
    assert result.indicators[9].computed == 95
    assert not result.indicators[9].unconfirmed
    assert not result.overall.unconfirmed


def test_an_announced_indicator_is_not_unconfirmed_any_more():
    cat = catalogue()
    result = score(cat, assess(cat, every(cat, 100), {"9": 99, "10": 98}))
    assert not result.indicators[9].unconfirmed
    assert not result.instruments["OIT"].unconfirmed


@pytest.mark.parametrize("certainty", [Certainty.UNVERIFIED, Certainty.UNKNOWN])
def test_an_unverified_structure_makes_its_figures_unconfirmed(certainty):
    cat = catalogue(2566)
    iit, *others = cat.instruments
    first, *rest = iit.indicators
    doubted = replace(first, structure_certainty=certainty)
    cat = replace(cat, instruments=(replace(iit, indicators=(doubted, *rest)), *others))
    result = score(cat, assess(cat, every(cat, 100)))
    assert result.indicators[1].unconfirmed
    assert not result.indicators[2].unconfirmed
    assert result.instruments["IIT"].unconfirmed
    assert not result.instruments["EIT"].unconfirmed


def test_items_of_which_only_some_have_a_sub_indicator_give_their_mean():
    cat = catalogue(2566)
    *others, oit = cat.instruments
    nine, ten = oit.indicators
    loose = replace(
        nine, questions=(replace(nine.questions[0], sub_indicator=None), *nine.questions[1:])
    )
    cat = replace(cat, instruments=(*others, replace(oit, indicators=(loose, ten))))
    result = score(cat, assess(cat, {**every(cat, 100), "o19": 0, "o20": 0, "o21": 0}))
    assert result.indicators[9].computed == 90
    assert result.indicators[9].unconfirmed


def test_one_unverified_weight_makes_the_overall_unconfirmed():
    cat = catalogue(2566)
    first, *others = cat.instruments
    cat = replace(cat, instruments=(replace(first, weight_certainty=Certainty.UNKNOWN), *others))
    assert score(cat, assess(cat, every(cat, 100))).overall.unconfirmed


def test_unverified_weights_make_the_overall_unconfirmed():
    cat = catalogue(2566)
    cat = replace(
        cat,
        instruments=tuple(
            replace(i, weight_certainty=Certainty.UNVERIFIED) for i in cat.instruments
        ),
    )
    result = score(cat, assess(cat, every(cat, 100)))
    assert result.overall.unconfirmed
    assert not result.instruments["OIT"].unconfirmed


def test_a_sub_indicator_without_items_is_left_out_and_leaves_a_doubt():
    cat = catalogue(2566)
    *others, oit = cat.instruments
    nine, ten = oit.indicators
    moved = tuple(
        replace(q, sub_indicator="9.4") if q.sub_indicator == "9.5" else q for q in nine.questions
    )
    changed = replace(oit, indicators=(replace(nine, questions=moved), ten))
    cat = replace(cat, instruments=(*others, changed))
    result = score(cat, assess(cat, {**every(cat, 100), "o19": 0}))
    assert result.sub_indicators["9.5"] == NOTHING
    assert result.indicators[9].computed == Decimal("93.75")
    assert result.indicators[9].complete
    assert result.indicators[9].unconfirmed


# parts of an instrument


def test_the_score_of_a_question_wins_over_its_parts():
    cat = catalogue()
    result = score(cat, assess(cat, {"e1": (90, 70, 80)}))
    assert result.questions["e1"].computed == 90
    assert result.questions["e1"].complete
    assert result.instruments["EIT1"].computed == 70
    assert result.instruments["EIT2"].computed == 80


def test_two_parts_are_combined_and_one_alone_counts_incomplete():
    cat = catalogue()
    result = score(cat, assess(cat, {"e1": (None, 70, 85), "e2": (None, None, 60)}))
    assert result.questions["e1"].computed == Decimal("77.5")
    assert result.questions["e1"].complete
    assert result.questions["e1"].unconfirmed
    assert result.questions["e2"].computed == 60
    assert not result.questions["e2"].complete
    assert not result.questions["e2"].unconfirmed
    assert result.indicators[6].computed == Decimal("68.75")


def test_a_confirmed_rule_for_parts_leaves_no_doubt():
    cat = catalogue()
    cat = replace(
        cat,
        instruments=tuple(
            replace(i, parts_rule_certainty=Certainty.LIKELY) for i in cat.instruments
        ),
    )
    assert not score(cat, assess(cat, {"e1": (None, 70, 85)})).questions["e1"].unconfirmed


def test_parts_are_means_of_indicators_not_of_questions():
    cat = catalogue()
    scores = {"e1": (None, 100, 0), "e4": (None, 50, 0), "e5": (None, 60, 0), "e6": (None, 70, 0)}
    part = score(cat, assess(cat, scores)).instruments["EIT1"]
    assert part.computed == 80
    assert not part.complete


def test_parts_of_an_instrument_without_parts_do_not_count():
    cat = catalogue()
    assert score(cat, assess(cat, {"i1": (None, 70, 80)})).questions["i1"] == NOTHING


def test_announced_parts_alone_combine_to_the_instrument():
    cat = catalogue()
    both = score(cat, assess(cat, official={"EIT1": 90, "EIT2": 80})).instruments["EIT"]
    assert (both.computed, both.complete, both.official) == (85, True, None)
    one = score(cat, assess(cat, official={"EIT1": 90})).instruments["EIT"]
    assert (one.computed, one.complete) == (90, False)


def test_announced_parts_stand_in_while_the_indicators_are_incomplete():
    cat = catalogue()
    result = score(cat, assess(cat, {"e1": 10}, {"EIT1": 90, "EIT2": 80}))
    assert result.instruments["EIT"].computed == 85
    one = score(cat, assess(cat, {"e1": 10}, {"EIT1": 90}))
    assert one.instruments["EIT"].computed == 10
    full = score(cat, assess(cat, every(cat, 70), {"EIT1": 90, "EIT2": 80}))
    assert full.instruments["EIT"].computed == 70


# official figures


@pytest.mark.parametrize("key", ["1", "IIT", OVERALL])
def test_an_announced_figure_wins_for_all_above_it_and_keeps_the_computed_one(key):
    cat = catalogue(2566)
    result = score(
        cat,
        assess(
            cat, every(cat, 90, "IIT") | every(cat, 100, "EIT") | every(cat, 100, "OIT"), {key: 80}
        ),
    )
    figures = {"1": result.indicators[1], "IIT": result.instruments["IIT"], OVERALL: result.overall}
    assert figures[key].official == 80
    assert figures[key].value == 80
    assert figures[key].computed == {"1": 90, "IIT": 90, OVERALL: 97}[key]
    above = {"1": (result.instruments["IIT"].computed, 88), "IIT": (result.overall.computed, 94)}
    if key in above:
        assert above[key][0] == above[key][1]


def test_an_announced_figure_completes_what_lies_below_it():
    cat = catalogue()
    result = score(cat, assess(cat, {"i1": 50}, {"1": 90}))
    assert result.indicators[1].complete
    assert result.indicators[1].computed == 50
    assert result.instruments["IIT"].computed == 90
    assert not result.instruments["IIT"].complete
