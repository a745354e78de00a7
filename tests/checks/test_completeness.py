"""The list of what the published items ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.checks import CheckData
from itadesk.checks.work import unanswered
from itadesk.completeness import asked_by, completeness
from itadesk.model.result import NOTHING
from itadesk.services.sample_record import sample_data


@pytest.fixture(scope="module")
def data():
    return sample_data()


def open_ones(data):
    ticks = completeness(CheckData(data))
    return [(number, tick.how) for number, tick in enumerate(ticks, 1) if not tick.done]


def test_the_sample_has_all_of_it(data):
    assert open_ones(data) == []
    assert len(completeness(CheckData(data))) == 7


def test_the_items_are_those_of_the_year_of_the_measures(data):
    assert asked_by(data) == "o๒๕ และ o๒๖ ของปี ๒๕๖๙"
    later = replace(data, assessment=replace(data.assessment, plan_year=2570))
    assert asked_by(later) == ""


def without(data, number):
    """What to change so that one of the list is no longer there."""
    first, *rest = data.measures
    return {
        1: {"findings": data.findings[1:]},
        2: {"measures": tuple(rest)},
        3: {"measures": (replace(first, steps=()), *rest)},
        4: {"measures": (replace(first, start=None, end=None), *rest)},
        5: {"rounds": tuple(replace(each, outcome="") for each in data.rounds)},
        6: {"limitations": ()},
        7: {"texts": {("measures", "title"): "มาตรการ ปีงบประมาณ พ.ศ. ๒๕๖๘"}},
    }[number]


@pytest.mark.parametrize("number", range(1, 8))
def test_each_is_open_when_something_of_it_is_not_there(data, number):
    assert number in dict(open_ones(replace(data, **without(data, number))))


def test_an_empty_year_has_none_but_right_years(data):
    bare = replace(data, findings=(), measures=(), rounds=(), limitations=(), texts={})
    assert [number for number, _ in open_ones(bare)] == [1, 2, 3, 4, 5, 6]


def test_a_tick_never_denies_what_a_check_says(data):
    """A cause is written of an indicator without a score, and no measure answers it."""
    number = data.findings[0].indicator
    figures = {**data.result.indicators, number: NOTHING}
    unscored = replace(
        data,
        result=replace(data.result, indicators=figures),
        measures=tuple(each for each in data.measures if each.indicator != number),
    )
    assert any(r.place == f"measures:indicator:{number}" for r in unanswered(CheckData(unscored)))
    assert 2 in dict(open_ones(unscored))
