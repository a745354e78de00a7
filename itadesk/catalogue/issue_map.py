"""A grouping of questions by issue for catalogues that have none: a suggestion, never a source."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from itadesk.model.catalogue import Catalogue, Indicator, Issue, Question, Sourced
from resources import ROOT


@dataclass(frozen=True, slots=True)
class _Hint:
    """Words by which questions come to an issue.

    `indicators`: parts of names of indicators that belong to it whole; `items`: words in the name
    of an item; `otherwise`: names of (sub-)indicators whose items go here when no word is found.
    """

    issue: Issue
    indicators: tuple[str, ...]
    items: tuple[str, ...]
    otherwise: tuple[str, ...]


def has_issue_map(catalogue: Catalogue) -> bool:
    """Whether any question is already in an issue."""
    return any(question.issues for question in catalogue.questions)


def suggested_issues(catalogue: Catalogue) -> Catalogue:
    """The catalogue with its questions grouped; one that has a grouping stays as it is.

    The catalogue's own list of issues is kept; only issues known by their name are filled.
    """
    if has_issue_map(catalogue):
        return catalogue
    hints = _hints()
    issues = catalogue.issues or tuple(hint.issue for hint in hints)
    numbers = {issue.name: issue.no for issue in issues}
    known = [
        replace(hint, issue=Issue(numbers[hint.issue.name], hint.issue.name))
        for hint in hints
        if hint.issue.name in numbers
    ]
    instruments = tuple(
        replace(one, indicators=tuple(_grouped(each, known) for each in one.indicators))
        for one in catalogue.instruments
    )
    return replace(catalogue, issues=issues, instruments=instruments)


@lru_cache(maxsize=1)
def _hints() -> tuple[_Hint, ...]:
    text = (ROOT / "catalogue-hints" / "issues.json").read_text(encoding="utf-8")
    return tuple(
        _Hint(
            Issue(raw["no"], raw["name"]),
            tuple(raw["indicators"]),
            tuple(raw["items"]),
            tuple(raw["otherwise"]),
        )
        for raw in json.loads(text)["issues"]
    )


def _grouped(indicator: Indicator, hints: list[_Hint]) -> Indicator:
    questions = tuple(
        replace(question, issues=_issues_of(question, indicator, hints))
        for question in indicator.questions
    )
    return replace(indicator, questions=questions)


def _issues_of(question: Question, indicator: Indicator, hints: list[_Hint]) -> tuple[int, ...]:
    """By the indicator and by the words of an item; else by where the item stands."""
    found = [hint for hint in hints if _names(indicator.name, hint.indicators)]
    if question.binary:
        found += [hint for hint in hints if _names(question.text, hint.items)]
    sub = next((s for s in indicator.sub_indicators if s.code == question.sub_indicator), None)
    for home in ([sub.name.text] if sub else []) + [indicator.name.text]:
        found = found or [hint for hint in hints if home in hint.otherwise]
    return tuple(sorted({hint.issue.no for hint in found}))


def _names(text: Sourced, words: Iterable[str]) -> bool:
    """Whether a text, or a candidate of an unknown one, has one of the words."""
    texts = (text.text,) if text.text else text.candidates
    return any(word.casefold() in each.casefold() for word in words for each in texts)
