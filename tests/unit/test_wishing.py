"""What if: wished scores, and the cheapest way to a level."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itadesk.model.result import shown
from itadesk.scoring import score
from itadesk.wishing import next_level, ways, wished
from tests.unit.scored import assess, catalogue, every

CAT = catalogue(2568)
ITEMS = [q.code for q in CAT.questions if q.binary]
SURVEY = [q.code for q in CAT.questions if not q.binary]


def level(name):
    return next(one for one in CAT.rating.levels if one.name == name)


def rank(name):
    return [one.name for one in CAT.rating.levels].index(name)


def office(survey=90, missing=(), **own):
    scores = {**every(CAT, survey), **dict.fromkeys(ITEMS, 100)}
    return assess(CAT, {**scores, **dict.fromkeys(missing, 0), **own})


def test_a_wish_moves_the_overall_by_its_weight():
    found = wished(CAT, office(), {SURVEY[0]: Decimal(100)})
    assert found.before.overall.value < found.after.overall.value
    same = wished(CAT, office(), {})
    assert same.before == same.after


def test_what_was_announced_above_a_wish_does_not_hold_it_down():
    announced = {"1": 80, "IIT": 81, "overall": 82, "10": 77}
    kept = assess(
        CAT, office().scores and {c: s.score for c, s in office().scores.items()}, announced
    )
    found = wished(CAT, kept, {SURVEY[0]: Decimal(100)})
    assert found.after.overall.value > found.before.overall.value
    assert found.before.indicators[10].value == 77, "what no wish touches stays as announced"
    assert found.before.indicators[1].official is None


def test_parts_rise_with_their_question():
    eit = next(q.code for q in CAT.instrument("EIT").indicators[0].questions)
    kept = office(**{eit: (None, 80, 60)})
    found = wished(CAT, kept, {eit: Decimal(85)})
    assert shown(found.after.questions[eit].value) == 85
    back = wished(CAT, kept, {eit: Decimal(35)})
    assert shown(back.after.questions[eit].value) == 35


def test_the_next_level_is_the_one_above():
    result = score(CAT, office(90))
    above = next_level(CAT, result)
    assert rank(above.name) == rank(result.computed_rating) - 1
    assert next_level(CAT, score(CAT, office(100))) is None


def test_missing_items_are_ticked_as_few_as_reach_the_level():
    kept = office(100, ITEMS[:12])
    above = next_level(CAT, score(CAT, kept))
    way = next(way for way in ways(CAT, kept, above) if way.raises[0].question.binary)
    assert rank(way.result.computed_rating) <= rank(above.name)
    codes = {each.question.code for each in way.raises}
    assert codes <= set(ITEMS[:12])
    for fewer in combinations(ITEMS[:12], len(codes) - 1):
        less = wished(CAT, kept, dict.fromkeys(fewer, Decimal(100))).after
        assert rank(less.computed_rating) > rank(above.name)


def test_no_way_is_told_where_scores_are_missing():
    scores = {code: one.score for code, one in office().scores.items() if code != SURVEY[3]}
    assert ways(CAT, assess(CAT, scores), level(CAT.rating.levels[0].name)) == ()


values = st.lists(st.integers(60, 99), min_size=len(SURVEY), max_size=len(SURVEY))


@settings(max_examples=25, deadline=None)
@given(values, st.integers(0, 6))
def test_every_way_reaches_its_level_and_a_little_less_does_not(given_values, missing):
    kept = office(0, ITEMS[:missing], **dict(zip(SURVEY, given_values, strict=True)))
    above = next_level(CAT, score(CAT, kept))
    if above is None:
        return
    for way in ways(CAT, kept, above):
        assert rank(way.result.computed_rating) <= rank(above.name)
        wishes = {each.question.code: each.to for each in way.raises}
        last = way.raises[-1]
        wishes[last.question.code] = last.now if last.question.binary else last.to - Decimal("0.02")
        if wishes[last.question.code] >= last.now:
            less = wished(CAT, kept, wishes).after
            assert rank(less.computed_rating) > rank(above.name)


@settings(max_examples=25, deadline=None)
@given(values, st.randoms(use_true_random=False))
def test_no_other_choice_of_questions_needs_fewer_points(given_values, chance):
    kept = office(0, (), **dict(zip(SURVEY, given_values, strict=True)))
    above = next_level(CAT, score(CAT, kept))
    found = list(ways(CAT, kept, above)) if above else []
    if not found:
        return
    budget = found[0].points - Decimal("0.5")
    order = chance.sample(SURVEY, len(SURVEY))
    wishes = {}
    for code in order:
        now = kept.scores[code].score
        more = min(100 - now, budget)
        if more > 0:
            wishes[code], budget = now + more, budget - more
    assert rank(wished(CAT, kept, wishes).after.computed_rating) > rank(above.name)


@pytest.mark.parametrize("survey", [50, 70, 84])
def test_a_low_instrument_is_raised_to_its_minimum(survey):
    iit = {q.code: survey for i in CAT.instrument("IIT").indicators for q in i.questions}
    kept = office(100, (), **iit)
    above = level(CAT.rating.levels[0].name)
    found = ways(CAT, kept, above)
    assert found
    assert {rank(way.result.computed_rating) for way in found} == {0}


def test_what_gives_most_for_a_point_is_raised_first():
    kept = office(70)
    above = next_level(CAT, score(CAT, kept))
    assert above.each_min is None
    way = next(way for way in ways(CAT, kept, above) if not way.raises[0].question.binary)

    def rate(code):
        found = wished(CAT, kept, {code: kept.scores[code].score + 1})
        return found.after.overall.value - found.before.overall.value

    raised = {each.question.code for each in way.raises}
    others = [rate(code) for code in SURVEY if code not in raised]
    assert others
    assert min(rate(code) for code in raised) >= max(others)
    assert len({shown(each * 100) for each in map(rate, SURVEY)}) > 1, "else any order would do"
