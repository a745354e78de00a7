"""Whole indicators come and go; the others keep their numbers."""

from __future__ import annotations

import pytest

from itadesk.catalogue.indicators import add_indicator, remove_indicator
from itadesk.catalogue.reader import parse_catalogue, shipped_body
from itadesk.catalogue.structure import set_question_count
from itadesk.errors import BadCatalogue, BadValue, NotFound


@pytest.fixture
def catalogue():
    return parse_catalogue(shipped_body(2568), "ปี 2568")


def test_a_new_indicator_gets_the_next_number_and_its_questions(catalogue):
    made = set_question_count(add_indicator(catalogue, 5, " การบริหารความเสี่ยง "), 11, 2)
    assert [each.no for each in made.instrument("IIT").indicators] == [1, 2, 3, 4, 5, 11]
    assert [q.code for q in made.indicator(11).questions] == ["i16", "i17"]
    assert made.indicator(6) == catalogue.indicator(6)


def test_an_indicator_without_a_name_is_refused(catalogue):
    with pytest.raises(BadValue, match="ชื่อตัวชี้วัดใหม่"):
        add_indicator(catalogue, 5, " ")
    with pytest.raises(NotFound):
        add_indicator(catalogue, 12, "ก")


def test_only_an_indicator_without_questions_is_removed(catalogue):
    with pytest.raises(BadValue, match="ยังมีข้อคำถาม"):
        remove_indicator(catalogue, 5)
    made = remove_indicator(set_question_count(catalogue, 5, 0), 5)
    assert made.indicator(5) is None
    assert made.indicator(6) == catalogue.indicator(6)


def test_an_instrument_keeps_an_indicator(catalogue):
    for number in (6, 7, 8):
        catalogue = set_question_count(catalogue, number, 0)
    catalogue = remove_indicator(remove_indicator(catalogue, 6), 7)
    with pytest.raises(BadCatalogue, match="ไม่มีตัวชี้วัด"):
        remove_indicator(catalogue, 8)
