"""A year whose survey questions are not published yet, on a real store."""

from __future__ import annotations

from decimal import Decimal

import pytest

from db.opening import open_store
from itadesk.catalogue.candidates import empty_instruments
from itadesk.catalogue.structure import set_question_count, set_range
from itadesk.errors import BadValue
from itadesk.services.catalogues import (
    copy_catalogue,
    save_catalogue,
    scores_that_would_move,
    source_of_missing,
)
from itadesk.services.scores import record_score
from itadesk.services.years import catalogue_of, load_year, start_year

EARLIER, BARE = 2568, 2569


@pytest.fixture
def store():
    opened = open_store(None)
    yield opened
    opened.close()


def test_what_is_missing_comes_from_the_earlier_year_and_scores_can_be_entered(store):
    start_year(store, BARE)
    assert source_of_missing(store, BARE) == EARLIER
    copy_catalogue(store, EARLIER, BARE)
    assert source_of_missing(store, BARE) is None
    record_score(store, BARE, "i1", "๙๙.๓๘")
    record_score(store, BARE, "e9", "90")
    data = load_year(store, BARE)
    assert data.result.questions["i1"].value == Decimal("99.38")
    assert data.result.indicators[8].value == Decimal(90)
    assert not data.catalogue.question("i1").text.confirmed


def test_a_year_that_is_only_shipped_is_filled_up_too(store):
    copy_catalogue(store, EARLIER, BARE)
    assert empty_instruments(catalogue_of(store, BARE)) == ()
    store.undo()
    assert empty_instruments(catalogue_of(store, BARE)) == ("IIT", "EIT")


def test_a_year_that_lacks_nothing_is_left_alone(store):
    with pytest.raises(BadValue, match="ทุกแบบวัดแล้ว"):
        copy_catalogue(store, EARLIER, EARLIER - 1)
    assert store.catalogues.years() == ()


def test_a_year_that_has_nothing_to_give_is_refused(store):
    with pytest.raises(BadValue, match="IIT EIT"):
        copy_catalogue(store, BARE, BARE)


@pytest.fixture
def scored(store):
    """Scores in the first two indicators."""
    start_year(store, EARLIER)
    for code in ("i1", "i3", "i5"):
        record_score(store, EARLIER, code, "90")
    return store


def test_scores_move_when_an_indicator_gets_another_number_of_questions(scored):
    catalogue = catalogue_of(scored, EARLIER)
    assert scores_that_would_move(scored, set_question_count(catalogue, 1, 2)) == ("i3", "i5")
    assert scores_that_would_move(scored, set_question_count(catalogue, 2, 4)) == ()
    assert scores_that_would_move(scored, set_question_count(catalogue, 2, 1)) == ("i5",)


def test_scores_move_when_a_range_takes_their_question_over(scored):
    catalogue = catalogue_of(scored, EARLIER)
    assert scores_that_would_move(scored, set_range(catalogue, 1, 1, 5)) == ("i5",)


def test_scores_stay_where_texts_are_edited_or_nothing_is_scored(scored):
    catalogue = catalogue_of(scored, EARLIER)
    assert scores_that_would_move(scored, catalogue) == ()
    record_score(scored, EARLIER, "i5", None)
    assert scores_that_would_move(scored, set_question_count(catalogue, 2, 1)) == ()
    other = catalogue_of(scored, EARLIER - 1)
    assert scores_that_would_move(scored, set_question_count(other, 1, 1)) == ()


def test_codes_of_questions_without_a_text_move_as_well(scored):
    copy_catalogue(scored, EARLIER, BARE)
    start_year(scored, BARE)
    bare = set_question_count(catalogue_of(scored, BARE), 2, 5)
    save_catalogue(scored, bare)
    record_score(scored, BARE, "i8", "80")
    assert scores_that_would_move(scored, set_question_count(bare, 2, 4)) == ("i8",)
