"""Which question of one year is which of the next."""

from __future__ import annotations

from dataclasses import replace

from itadesk.catalogue.candidates import as_candidates
from itadesk.catalogue.editing import map_indicators
from itadesk.catalogue.matching import question_pairs, same_indicator, same_issue
from itadesk.model.catalogue import Certainty, Sourced
from itadesk.services.years import shipped_catalogue


def codes(before, after):
    return {(pair.before, pair.after) for pair in question_pairs(before, after) if pair.sure}


def with_texts(catalogue, texts):
    def changed(indicator):
        questions = (
            replace(q, text=Sourced(texts.get(q.code, q.text.text), "", Certainty.CERTAIN))
            for q in indicator.questions
        )
        return replace(indicator, questions=tuple(questions))

    return map_indicators(catalogue, changed)


def test_items_are_followed_by_their_names_to_other_codes():
    found = codes(shipped_catalogue(2567), shipped_catalogue(2568))
    assert {("o2", "o2"), ("o4", "o3"), ("o13", "o10"), ("o35", "o28")} <= found
    assert not any(before == "o6" for before, _after in found)  # no such item any more


def test_no_question_is_named_twice_and_no_instrument_left():
    for year in range(2564, 2569):
        pairs = question_pairs(shipped_catalogue(year), shipped_catalogue(year + 1))
        assert len({pair.before for pair in pairs}) == len({p.after for p in pairs}) == len(pairs)
        assert all(pair.before[0] == pair.after[0] for pair in pairs)


def test_exchanged_texts_are_followed_and_a_small_change_is_passed_over():
    before = shipped_catalogue(2568)
    texts = {q.code: q.text.text for q in before.questions}
    after = with_texts(before, {"i1": texts["i2"], "i2": texts["i1"] + " ของท่าน"})
    assert {("i1", "i2"), ("i2", "i1")} <= codes(before, after)


def test_a_year_made_from_candidates_keeps_its_questions():
    before = shipped_catalogue(2568)
    pairs = question_pairs(before, as_candidates(before, 2570))
    known = {q.code for q in before.questions if q.text.known or q.text.candidates}
    assert {p.before for p in pairs if p.sure and p.before == p.after} == known


def test_where_no_text_is_known_the_code_is_only_likely():
    pairs = {p.before: p for p in question_pairs(shipped_catalogue(2567), shipped_catalogue(2568))}
    assert pairs["i1"].after == "i1"
    assert not pairs["i1"].sure


def test_indicators_and_issues_are_known_by_their_names():
    before, after = shipped_catalogue(2567), shipped_catalogue(2568)
    assert same_indicator(before, after, 8) == 8  # one word of its name fell away
    assert same_issue(before, after, 1) is None  # a year without issues
    assert same_issue(before, before, 3) == 3
    renamed = map_indicators(
        after, lambda one: replace(one, name=Sourced("เรื่องใหม่")) if one.no == 3 else one
    )
    assert same_indicator(before, renamed, 3) is None
