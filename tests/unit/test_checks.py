"""Checks: each mistake is found where it is, and not where it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from db.opening import open_store
from itadesk.checks import Severity, run_checks
from itadesk.services.sample import fill_sample, sample_year
from itadesk.services.scores import (
    ScoreEntry,
    record_official,
    record_rating,
    record_score,
    record_scores,
)
from itadesk.services.years import load_year


@pytest.fixture
def store():
    opened = open_store(None)
    fill_sample(opened)
    yield opened
    opened.close()


def found(store, **changed):
    return [
        (r.id, r.place) for r in run_checks(replace(load_year(store, sample_year()), **changed))
    ]


def test_the_sample_office_has_no_remark(store):
    assert found(store) == []


def test_a_missing_score_is_told_once_an_instrument(store):
    record_score(store, sample_year(), "i1", None)
    record_score(store, sample_year(), "i2", None)
    remarks = run_checks(load_year(store, sample_year()))
    assert [(r.id, r.severity) for r in remarks] == [("scores.missing", Severity.MISSING)]
    assert "IIT ๒ ข้อ" in remarks[0].message


@pytest.mark.parametrize(
    ("official", "told"), [("97.92", False), ("97.91", False), ("97.90", True)]
)
def test_an_announced_figure_may_differ_by_a_hundredth(store, official, told):
    record_official(store, sample_year(), "1", official)
    assert (("scores.official_differs", "scores:1") in found(store)) is told


def test_an_announced_figure_is_not_held_against_scores_that_are_not_all_there(store):
    record_official(store, sample_year(), "1", "50")
    assert ("scores.official_differs", "scores:1") in found(store)
    record_score(store, sample_year(), "i1", None)
    assert ("scores.official_differs", "scores:1") not in found(store)


def test_an_announced_level_that_the_rule_does_not_give_is_noted(store):
    record_rating(store, sample_year(), "ผ่าน")
    assert found(store) == [("scores.rating_differs", "scores:rating")]
    record_rating(store, sample_year(), "ผ่านดี")
    assert found(store) == []


def test_a_weak_indicator_without_analysis_or_measure_is_named(store):
    data = load_year(store, sample_year())
    assert found(
        store,
        findings=tuple(f for f in data.findings if f.indicator != 2),
        measures=tuple(m for m in data.measures if m.indicator != 3),
    ) == [("analysis.missing", "analysis:2"), ("measures.missing", "measures:indicator:3")]


def test_a_measure_without_steps_period_or_unit_is_incomplete(store):
    data = load_year(store, sample_year())
    bare = replace(data.measures[0], steps=(), start=None, units=(), responsible="")
    remarks = run_checks(replace(data, measures=(bare, *data.measures[1:])))
    assert [r.place for r in remarks] == ["measures:1"]
    assert all(word in remarks[0].message for word in ("ขั้นตอน", "ช่วงระยะเวลา", "ผู้รับผิดชอบ"))


@pytest.mark.parametrize(("end", "told"), [(date(2026, 9, 30), False), (date(2026, 10, 1), True)])
def test_a_period_outside_the_plan_year_is_a_mistake(store, end, told):
    data = load_year(store, sample_year())
    changed = (replace(data.measures[0], end=end), *data.measures[1:])
    assert (("measures.outside_year", "measures:1") in found(store, measures=changed)) is told


def test_mistakes_stand_before_what_is_missing(store):
    data = load_year(store, sample_year())
    changed = (replace(data.measures[0], end=date(2027, 1, 1), steps=()), *data.measures[1:])
    severities = [r.severity for r in run_checks(replace(data, measures=changed))]
    assert severities == [Severity.MISTAKE, Severity.MISSING]


def test_an_announced_100_without_question_scores_is_not_weak(store):
    year = sample_year()
    codes = [q.code for q in load_year(store, year).catalogue.indicator(3).questions]
    record_scores(store, year, [ScoreEntry(code, None) for code in codes])
    record_official(store, year, "3", "100")
    data = load_year(store, year)
    bare = tuple(f for f in data.findings if f.indicator != 3)
    measures = tuple(m for m in data.measures if m.indicator != 3)
    assert found(store, findings=bare, measures=measures) == []
