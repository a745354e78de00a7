"""Whether measures moved what they aimed at, also across renumbered years."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from itadesk.comparing import Level, compare
from itadesk.effects import aimed_at, aimed_codes, effects
from itadesk.model.work import Finding, Measure
from itadesk.model.year import OtherYear
from itadesk.scoring import score
from itadesk.services.years import load_year
from tests.unit.scored import assess, catalogue, every


@pytest.fixture
def data(filled_store):
    """2567 in the shoes of the sample year: i8 and o4 have other codes in 2568."""
    year = load_year(filled_store, 2568)
    cat = catalogue(2567)
    assessment = assess(cat, every(cat, 90))
    return replace(
        year,
        catalogue=cat,
        assessment=assessment,
        result=score(cat, assessment),
        findings=(Finding(id=1, indicator=1, codes=("i2",)),),
        measures=(Measure(id=1, position=1, indicator=1, findings=(1,)),),
        neighbours={},
    )


def followed(data, **scores):
    cat = catalogue(2568)
    after = assess(cat, {**every(cat, 90), **scores})
    return replace(data, neighbours={2568: OtherYear(cat, after)})


def test_nothing_is_said_before_the_next_result(data):
    assert effects(data) == ()
    empty = OtherYear(catalogue(2568), assess(catalogue(2568)))
    assert effects(replace(data, neighbours={2568: empty})) == ()


def test_a_measure_is_judged_by_the_question_of_its_finding(data):
    (effect,) = effects(followed(data, i2=95))
    (move,) = effect.moves
    assert (move.code, move.later, move.change) == ("i2", "i2", Decimal("5.00"))


def test_without_a_finding_the_lowest_of_the_indicator_counts(data):
    scores = {**every(data.catalogue, 90), "i3": 70}
    assessment = assess(data.catalogue, scores)
    low = replace(
        data, assessment=assessment, result=score(data.catalogue, assessment), findings=()
    )
    assert aimed_at(low, low.measures[0]) == ("i3",)
    by_issue = replace(low, measures=(Measure(id=2, position=1),))
    assert aimed_at(by_issue, by_issue.measures[0]) == ()
    assert effects(followed(by_issue)) == ()


def test_a_question_that_has_another_code_is_followed(data):
    pairs = {one.code: one.earlier for one in compare_questions(data) if one.earlier}
    later, code = next(iter(pairs.items()))
    aimed = replace(data, findings=(Finding(id=1, indicator=1, codes=(code,)),))
    (effect,) = effects(followed(aimed, **{later: 100}))
    assert (effect.moves[0].code, effect.moves[0].later) == (code, later)


def compare_questions(data, aimed=()):
    after = followed(data).neighbours[2568]
    lines = compare(OtherYear(data.catalogue, data.assessment), after, aimed)
    return [line for line in lines if line.level is Level.QUESTION]


def test_the_comparison_marks_what_was_aimed_at(data):
    marked = [line.code for line in compare_questions(data, aimed_codes(data)) if line.aimed]
    assert marked == ["i2"]
