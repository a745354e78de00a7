"""Which questions are lowest or weak, and what the office calls a score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from itadesk.model.catalogue import Catalogue
from itadesk.model.office import Thresholds, WeakRule
from itadesk.model.result import Result, shown
from itadesk.model.work import FindingClass

FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Lowest:
    """The questions tied at the lowest score as shown, in printed order.

    No codes when nothing is scored, or when all that is scored is full (`all_full`).
    `complete` is False while a score is missing: a lower one may still come.
    """

    codes: tuple[str, ...] = ()
    all_full: bool = False
    complete: bool = False


def lowest(catalogue: Catalogue, result: Result, indicator_no: int) -> Lowest:
    """The lowest questions of an indicator (ข้อคำถามที่ได้คะแนนน้อยที่สุด)."""
    return lowest_of(result, codes_of(catalogue, indicator_no))


def lowest_of(result: Result, codes: Sequence[str]) -> Lowest:
    """The lowest of any questions, e.g. those of an issue."""
    values = _shown(result, codes)
    complete = bool(codes) and all(
        code in result.questions and result.questions[code].complete for code in codes
    )
    if not values:
        return Lowest(complete=complete)
    least = min(values.values())
    if least >= FULL:
        return Lowest(all_full=True, complete=complete)
    tied = tuple(code for code, value in values.items() if value == least)
    return Lowest(tied, complete=complete)


def classify(value: Decimal, thresholds: Thresholds) -> FindingClass:
    """The class of a score as shown: below `urgent`, below `keep`, or from `keep` on."""
    rounded = shown(value)
    if rounded < thresholds.urgent:
        return FindingClass.URGENT
    return FindingClass.IMPROVE if rounded < thresholds.keep else FindingClass.KEEP


def phrase(found: FindingClass, thresholds: Thresholds) -> str:
    """The office's words for a class."""
    return {
        FindingClass.URGENT: thresholds.urgent_phrase,
        FindingClass.IMPROVE: thresholds.improve_phrase,
        FindingClass.KEEP: thresholds.keep_phrase,
    }[found]


def weak_questions(
    catalogue: Catalogue, result: Result, indicator_no: int, thresholds: Thresholds
) -> tuple[str, ...]:
    """The weak questions of an indicator by the office's rule, in printed order."""
    return weak_of(result, codes_of(catalogue, indicator_no), thresholds)


def weak_of(result: Result, codes: Sequence[str], thresholds: Thresholds) -> tuple[str, ...]:
    """The weak ones of any questions: only the lowest, or all below a score."""
    if thresholds.weak_rule is WeakRule.LOWEST:
        return lowest_of(result, codes).codes
    values = _shown(result, codes)
    return tuple(code for code, value in values.items() if value < thresholds.weak_below)


def codes_of(catalogue: Catalogue, indicator_no: int) -> tuple[str, ...]:
    """The question codes of an indicator in printed order; none for an unknown indicator."""
    indicator = catalogue.indicator(indicator_no)
    return () if indicator is None else tuple(q.code for q in indicator.questions)


def codes_of_issue(catalogue: Catalogue, issue_no: int) -> tuple[str, ...]:
    """The question codes of an issue in printed order."""
    return tuple(q.code for q in catalogue.questions if issue_no in q.issues)


def _shown(result: Result, codes: Sequence[str]) -> dict[str, Decimal]:
    figures = ((code, result.questions.get(code)) for code in codes)
    return {
        code: shown(figure.value)
        for code, figure in figures
        if figure is not None and figure.value is not None
    }
