"""A later year's questions from an earlier one's, as candidates."""

from dataclasses import replace

import pytest

from itadesk.catalogue.candidates import as_candidates, empty_instruments, with_missing_from
from itadesk.catalogue.editing import set_indicator_name, set_issues, set_weights
from itadesk.catalogue.reader import parse_catalogue, shipped_body, shipped_years
from itadesk.errors import BadCatalogue
from itadesk.model.catalogue import Certainty, Issue


def catalogue(year=2568):
    return parse_catalogue(shipped_body(year), str(year))


# a new year


@pytest.mark.parametrize("year", shipped_years())
def test_a_new_year_proposes_the_texts_of_the_last_and_confirms_none(year):
    old = catalogue(year)
    new = as_candidates(old, year + 1)
    assert (new.id, new.year) == (f"urn:itadesk:catalogue:{year + 1}:office", year + 1)
    for before, after in zip(old.questions, new.questions, strict=True):
        assert after.text.text == ""
        assert not after.text.confirmed
        if before.text.known:
            assert after.text.candidates[0] == before.text.text
            assert after.text.certainty is Certainty.UNVERIFIED
        assert replace(after, text=before.text) == before


def test_a_new_year_carries_structure_weights_and_levels_as_unverified():
    old = catalogue(2566)
    new = as_candidates(old, 2567)
    assert new.rating.levels == old.rating.levels
    assert new.rating.certainty is Certainty.UNVERIFIED
    assert [i.weight for i in new.instruments] == [i.weight for i in old.instruments]
    for instrument in new.instruments:
        assert instrument.weight_certainty is Certainty.UNVERIFIED
        assert instrument.parts_rule_certainty is Certainty.UNKNOWN
        assert instrument.name.certainty is Certainty.UNVERIFIED
    for indicator in new.indicators:
        assert indicator.name.known
        assert indicator.structure_certainty is Certainty.UNVERIFIED
        names = [indicator.name, *(sub.name for sub in indicator.sub_indicators)]
        assert not any(name.confirmed for name in names)
        assert {name.source for name in names} == {"ชุดข้อคำถามปี ๒๕๖๖"}
    assert new.issues == old.issues


def test_an_unknown_weight_stays_unknown_in_a_new_year():
    old = set_weights(catalogue(), {"IIT": None})
    new = as_candidates(old, 2570)
    assert new.instruments[0].weight is None
    assert new.instruments[0].weight_certainty is Certainty.UNKNOWN


def test_a_new_year_must_be_of_the_buddhist_era():
    with pytest.raises(BadCatalogue, match="๒๐๒๖"):
        as_candidates(catalogue(), 2026)


# what a year has no questions of


def test_a_year_without_survey_questions_takes_them_and_keeps_its_items():
    bare, earlier = catalogue(2569), catalogue(2568)
    assert empty_instruments(bare) == ("IIT", "EIT")
    full = with_missing_from(bare, earlier)
    assert empty_instruments(full) == ()
    assert full.instrument("OIT") == bare.instrument("OIT")
    assert (full.rating, full.scale) == (bare.rating, earlier.scale)
    for before, after in zip(earlier.instruments[:2], full.instruments[:2], strict=True):
        assert [i.no for i in after.indicators] == [i.no for i in before.indicators]
    question = full.question("i1")
    assert question.text.text == ""
    assert question.text.certainty is Certainty.UNVERIFIED
    assert question.text.candidates[0] == earlier.question("i1").text.text
    assert full.indicator(1).structure_certainty is Certainty.UNVERIFIED
    assert "๒๕๖๘" in full.notes[-1]


def test_nothing_is_taken_where_nothing_is_missing_or_nothing_is_there():
    whole, bare = catalogue(2568), catalogue(2569)
    assert with_missing_from(whole, catalogue(2567)) is whole
    assert with_missing_from(bare, bare) is bare


def test_a_name_that_the_office_confirmed_stays():
    bare = set_indicator_name(catalogue(2569), 3, "ชื่อตามคู่มือ")
    full = with_missing_from(bare, catalogue(2568))
    assert full.indicator(3).name.text == "ชื่อตามคู่มือ"
    assert full.indicator(3).questions
    assert full.indicator(3).structure_certainty is Certainty.UNVERIFIED


def test_issues_come_along_unless_the_year_has_others():
    earlier = catalogue(2566)
    assert with_missing_from(catalogue(2569), earlier).issues == earlier.issues
    own = set_issues(catalogue(2569), (Issue(1, "ประเด็นของปีนี้"),))
    full = with_missing_from(own, earlier)
    assert full.issues == own.issues
    assert not any(question.issues for question in full.questions)
