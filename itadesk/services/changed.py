"""Where an action that was taken back or done again belongs: the year, the page, the row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from itadesk.model.assessment import Assessment
from itadesk.model.changes import Changes, Kind
from itadesk.model.document import DocumentRecord
from itadesk.model.oit import OitEntry
from itadesk.model.work import Finding, Measure, RoundReport
from itadesk.ports import Store
from itadesk.subjects import where_written

T = TypeVar("T")
_PAGES = {
    Kind.OFFICE: "settings",
    Kind.SETTINGS: "settings",
    Kind.PHRASES: "phrases",
    Kind.CALENDAR: "home",
    Kind.CHECKS: "home",
}


@dataclass(frozen=True, slots=True)
class Written:
    """What a year holds that is seen in a row of a page."""

    assessment: Assessment | None
    notes: Mapping[str, str]
    findings: tuple[Finding, ...]
    measures: tuple[Measure, ...]
    rounds: tuple[RoundReport, ...]
    oit: tuple[OitEntry, ...]
    documents: tuple[DocumentRecord, ...]
    texts: Mapping[tuple[str, str], str]


def written(store: Store) -> dict[int, Written]:
    """All years of the file; without catalogues, so that it costs little."""
    return {
        year: Written(
            store.assessments.get(year),
            store.assessments.notes(year),
            store.findings.of_year(year),
            store.measures.of_year(year),
            store.rounds.of_year(year),
            store.oit.of_year(year),
            store.documents.of_year(year),
            store.texts.of_year(year),
        )
        for year in store.assessments.years()
    }


def changed_place(
    before: Mapping[int, Written], after: Mapping[int, Written]
) -> tuple[int, str] | None:
    """The year and the first place on a page that differ (`measures:3`); None where none does."""
    for year, now in after.items():
        then = before.get(year)
        if then is None:
            return year, ""
        if then != now:
            place = next(_places(then, now), None)
            if place is not None:
                return year, place
    return None


def page_of(changes: Changes) -> str:
    """The page of what belongs to no row of a year; "" for the page that is shown."""
    return next((page for kind, page in _PAGES.items() if changes.touches(kind)), "")


def _places(then: Written, now: Written) -> Iterator[str]:
    yield from (f"scores:{key}" for key in _scores(then, now))
    for finding in _differing(then.findings, now.findings, lambda each: each.id):
        yield where_written(finding)
    for measure in _differing(then.measures, now.measures, lambda each: each.id):
        yield f"measures:{measure.position}" if measure in now.measures else "measures"
    positions = {each.id: each.position for each in now.measures}
    for report in _differing(then.rounds, now.rounds, lambda each: (each.measure_id, each.months)):
        number = positions.get(report.measure_id)
        yield f"rounds:{report.months}:{number}" if number else "rounds"
    for entry in _differing(then.oit, now.oit, lambda each: each.code):
        yield f"oit:{entry.code}"
    for document in _differing(then.documents, now.documents, lambda each: each.id):
        yield f"documents:{document.form}"
    for form, _ in _keys(then.texts, now.texts):
        yield f"documents:{form}"


def _scores(then: Written, now: Written) -> Iterator[str]:
    if then.assessment and now.assessment:
        yield from _keys(then.assessment.scores, now.assessment.scores)
        yield from _keys(then.assessment.official, now.assessment.official)
    yield from _keys(then.notes, now.notes)


def _keys(then: Mapping[T, object], now: Mapping[T, object]) -> Iterator[T]:
    return (key for key in {**now, **then} if then.get(key) != now.get(key))


def _differing(then: Iterable[T], now: Iterable[T], key: Callable[[T], object]) -> Iterator[T]:
    """Records that were changed, as they are now; then those that are gone, as they were."""
    old, new = {key(each): each for each in then}, {key(each): each for each in now}
    yield from (each for name, each in new.items() if old.get(name) != each)
    yield from (each for name, each in old.items() if name not in new)
