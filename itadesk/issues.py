"""A year seen by its issues (ประเด็นการวิเคราะห์): weak questions, measures, strengths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from itadesk.catalogue.issue_map import suggested_issues
from itadesk.findings import classify, codes_of_issue, weak_questions
from itadesk.model.catalogue import Catalogue, Indicator, Issue
from itadesk.model.office import WeakRule
from itadesk.model.result import NOTHING, shown
from itadesk.model.work import Finding, FindingClass, Measure
from itadesk.model.year import YearData


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """One issue: its questions, the weak ones, those without a score, and what is done."""

    issue: Issue
    codes: tuple[str, ...]
    weak: tuple[str, ...]
    unscored: tuple[str, ...]
    measures: tuple[Measure, ...]


def grouped(data: YearData) -> YearData:
    """The year with a suggested grouping where its catalogue has none."""
    return replace(data, catalogue=suggested_issues(data.catalogue))


def issue_facts(data: YearData) -> tuple[IssueFacts, ...]:
    """Every issue of the catalogue in order."""
    weak = weak_codes(data)
    measures = _measures_by_issue(data, weak)
    return tuple(
        IssueFacts(
            issue,
            codes := codes_of_issue(data.catalogue, issue.no),
            tuple(code for code in codes if code in weak),
            tuple(code for code in codes if data.result.questions.get(code, NOTHING).value is None),
            measures[issue.no],
        )
        for issue in data.catalogue.issues
    )


def weak_codes(data: YearData) -> frozenset[str]:
    """The weak questions by the office's rule: what is weak in one issue is weak in all."""
    rule = data.settings.thresholds
    return frozenset(
        code
        for indicator in data.catalogue.indicators
        for code in weak_questions(data.catalogue, data.result, indicator.no, rule)
    )


def strong_indicators(data: YearData) -> tuple[Indicator, ...]:
    """Complete indicators of the class keep, or from the office's threshold on."""
    return tuple(each for each in data.catalogue.indicators if _strong(data, each))


def findings_about(data: YearData, issue_no: int, code: str) -> tuple[Finding, ...]:
    """What is written about a question: for the issue, else for its indicator, else elsewhere.

    A finding that names the question goes before one that names none.
    """
    indicator = data.catalogue.indicator_of(code)
    written = [f for f in data.findings if f.cause or f.guideline]
    of_indicator = [f for f in written if indicator and f.indicator == indicator.no]
    groups = (
        [f for f in written if f.issue == issue_no],
        [f for f in of_indicator if f.issue in (None, issue_no)],
        [f for f in written if code in f.codes],
    )
    for found in groups:
        chosen = [f for f in found if code in f.codes] or [f for f in found if not f.codes]
        if chosen:
            return tuple(chosen)
    return ()


def measures_without_issue(data: YearData) -> tuple[Measure, ...]:
    """Measures that no issue of the catalogue can take, having neither issue nor indicator."""
    return tuple(m for m in data.measures if _own_issue(data, m) is None and _home(data, m) is None)


def _strong(data: YearData, indicator: Indicator) -> bool:
    rule = data.settings.thresholds
    figure = data.result.indicators.get(indicator.no, NOTHING)
    if figure.value is None or not figure.complete:
        return False
    above = rule.weak_rule is WeakRule.THRESHOLD and shown(figure.value) >= rule.weak_below
    return above or classify(figure.value, rule) is FindingClass.KEEP


def _measures_by_issue(data: YearData, weak: frozenset[str]) -> Mapping[int, tuple[Measure, ...]]:
    """Those of the issue, else of the indicators of its weak questions.

    One that would stand nowhere goes to the issue that has most of its indicator's questions.
    """
    chosen: dict[int, list[Measure]] = {}
    for issue in data.catalogue.issues:
        own = [m for m in data.measures if m.issue == issue.no]
        numbers = _weak_indicators(data.catalogue, issue.no, weak)
        chosen[issue.no] = own or [
            m for m in data.measures if _own_issue(data, m) is None and m.indicator in numbers
        ]
    placed = [measure for measures in chosen.values() for measure in measures]
    for measure in data.measures:
        home = _home(data, measure)
        if measure not in placed and home is not None:
            chosen[home].append(measure)
    return {number: tuple(measures) for number, measures in chosen.items()}


def _weak_indicators(catalogue: Catalogue, issue_no: int, weak: frozenset[str]) -> set[int]:
    return {
        indicator.no
        for indicator in catalogue.indicators
        if any(q.code in weak and issue_no in q.issues for q in indicator.questions)
    }


def _own_issue(data: YearData, measure: Measure) -> int | None:
    numbers = {issue.no for issue in data.catalogue.issues}
    return measure.issue if measure.issue in numbers else None


def _home(data: YearData, measure: Measure) -> int | None:
    """The issue with most questions of the measure's indicator, the first of several."""
    indicator = None if measure.indicator is None else data.catalogue.indicator(measure.indicator)
    counts = {
        issue.no: sum(issue.no in question.issues for question in indicator.questions)
        for issue in data.catalogue.issues
        if indicator
    }
    best = max(counts, key=counts.__getitem__, default=None)
    return best if best is not None and counts[best] else None
