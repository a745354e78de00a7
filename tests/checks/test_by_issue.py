"""Offices that analyse and plan by issue: what an issue answers is not told to be missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.lacking import unanalysed, without_measure
from itadesk.model.work import Finding, Measure

from .offices import generated


def of_year(year):
    found = next(each for each in map(generated, range(60)) if each.data.year == year)
    return replace(found.data, findings=(), measures=(), rounds=())


def missing(listed):
    return {indicator.no for indicator in listed}


@pytest.fixture
def mapped():
    return of_year(2566)


@pytest.fixture
def unmapped():
    return of_year(2567)


def test_a_measure_of_an_issue_answers_the_indicators_of_its_questions(mapped):
    assert missing(without_measure(mapped)) >= {2, 4}
    planned = replace(mapped, measures=(Measure(1, 1, issue=4),))
    left = missing(without_measure(planned))
    assert 4 not in left
    assert 2 in left


def test_where_nobody_said_which_questions_an_issue_has_it_may_answer_all(unmapped):
    assert missing(without_measure(unmapped)) >= {2, 4}
    assert without_measure(replace(unmapped, measures=(Measure(1, 1, issue=4),))) == []


def test_a_measure_of_an_indicator_answers_no_other_by_its_issue(mapped):
    planned = replace(mapped, measures=(Measure(1, 1, 2, issue=4),))
    assert 4 in missing(without_measure(planned))


def test_a_measure_answers_the_indicator_of_a_finding_it_answers(mapped):
    written = (Finding(7, 4, cause="ก"),)
    planned = replace(mapped, findings=written, measures=(Measure(1, 1, 2, findings=(7,)),))
    assert 4 not in missing(without_measure(planned))


def test_an_analysis_of_an_issue_needs_cause_and_guideline(mapped):
    begun = replace(mapped, findings=(Finding(1, None, 4, cause="ก"),))
    assert 4 in missing(unanalysed(begun))
    written = replace(mapped, findings=(Finding(1, None, 4, cause="ก", guideline="ข"),))
    assert 4 not in missing(unanalysed(written))
    assert 2 in missing(unanalysed(written))
