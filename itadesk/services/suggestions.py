"""What was written before and may be used again: library, earlier years, examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from itadesk.catalogue.matching import question_pairs, same_indicator
from itadesk.catalogue.wording import proposed
from itadesk.errors import NotFound
from itadesk.findings import lowest
from itadesk.model.catalogue import Catalogue
from itadesk.model.phrase import PhraseKind
from itadesk.model.work import Finding, Measure, RoundReport
from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.scoring import score
from itadesk.services.starter import examples
from itadesk.services.years import catalogue_of, other_year, score_years
from itadesk.suggesting import Asked, Origin, Suggestion, ranked


def suggestions(
    store: Store,
    data: YearData,
    kind: PhraseKind,
    codes: Sequence[str] = (),
    indicators: Sequence[int] = (),
) -> tuple[Suggestion, ...]:
    """Texts of a kind for questions of a year, the best first; examples come last.

    Without `indicators` those of the questions count; without `codes` a whole indicator is meant.
    """
    catalogue = data.catalogue
    numbers = frozenset(indicators) | _indicators(catalogue, codes)
    asked = Asked(frozenset(codes), numbers, _words(catalogue, codes))
    ways = _Ways(store, catalogue)
    return ranked(
        (
            *_of_library(store, ways, kind),
            *_of_years(store, data, ways, kind),
            *_of_program(catalogue, kind, asked),
        ),
        asked,
    )


def _of_program(catalogue: Catalogue, kind: PhraseKind, asked: Asked) -> Iterator[Suggestion]:
    """An example is for its own question only, where questions are named."""
    for each in examples(catalogue, kind):
        if not (each.codes and asked.codes) or each.codes & asked.codes:
            yield each


def _of_library(store: Store, ways: _Ways, kind: PhraseKind) -> Iterator[Suggestion]:
    for phrase in store.phrases.all():
        if phrase.kind is kind:
            way = ways.of(phrase.year) if phrase.year and phrase.code else None
            codes, numbers = way.moved([phrase.code]) if way else (frozenset(), frozenset())
            yield Suggestion(
                phrase.text,
                Origin.LIBRARY,
                codes,
                numbers,
                year=phrase.year,
                about=phrase.code,
                phrase=phrase,
            )


def _of_years(store: Store, data: YearData, ways: _Ways, kind: PhraseKind) -> Iterator[Suggestion]:
    for year in score_years(store):
        written = tuple(_written(store, year, kind)) if year != data.year else ()
        way = ways.of(year) if written else None
        if way is None:
            continue
        other = other_year(store, year)
        result = score(other.catalogue, other.assessment)
        for text, codes, number in written:
            if number is not None and not codes:
                codes = lowest(other.catalogue, result, number).codes
            found, numbers = way.moved(codes, number)
            about = ", ".join(codes)
            yield Suggestion(text, Origin.EARLIER, found, numbers, year=year, about=about)


Written = tuple[str, tuple[str, ...], int | None]  # text, codes, indicator


def _written(store: Store, year: int, kind: PhraseKind) -> Iterator[Written]:
    if kind in (PhraseKind.CAUSE, PhraseKind.GUIDELINE):
        for finding in store.findings.of_year(year):
            yield _text_of(finding, kind), finding.codes, finding.indicator
        return
    measures = store.measures.of_year(year)
    rounds = store.rounds.of_year(year) if kind is PhraseKind.RESULT else ()
    for measure in measures:
        for text in _lines(measure, kind, rounds):
            yield text, (), measure.indicator


def _text_of(finding: Finding, kind: PhraseKind) -> str:
    return finding.cause if kind is PhraseKind.CAUSE else finding.guideline


def _lines(measure: Measure, kind: PhraseKind, rounds: Iterable[RoundReport]) -> Iterator[str]:
    if kind is PhraseKind.ACTIVITY:
        yield measure.activities
    elif kind is PhraseKind.STEP:
        yield "\n".join(step.text for step in measure.steps)
    elif kind is PhraseKind.RESULT:
        yield from (each.output for each in rounds if each.measure_id == measure.id)


@dataclass(frozen=True, slots=True)
class _Way:
    """What the codes and indicators of one year are in another."""

    before: Catalogue
    codes: Mapping[str, str]
    indicators: Mapping[int, int | None]

    def moved(
        self, codes: Iterable[str], number: int | None = None
    ) -> tuple[frozenset[str], frozenset[int]]:
        """Questions and indicators that the other year has too."""
        chosen = tuple(codes)
        numbers = _indicators(self.before, chosen) | ({number} if number is not None else set())
        found = (self.indicators.get(each) for each in numbers)
        return (
            frozenset(self.codes[code] for code in chosen if code in self.codes),
            frozenset(each for each in found if each is not None),
        )


class _Ways:
    """The way from each year to one, sought once; None where a year's catalogue is not known."""

    def __init__(self, store: Store, after: Catalogue) -> None:
        self._store, self._after = store, after
        self._found: dict[int, _Way | None] = {}

    def of(self, year: int) -> _Way | None:
        if year not in self._found:
            try:
                self._found[year] = _way(catalogue_of(self._store, year), self._after)
            except NotFound:  # a phrase of an office that made this year's catalogue itself
                self._found[year] = None
        return self._found[year]


@lru_cache(maxsize=32)
def _way(before: Catalogue, after: Catalogue) -> _Way:
    pairs = {pair.before: pair.after for pair in question_pairs(before, after)}
    numbers = {each.no: same_indicator(before, after, each.no) for each in before.indicators}
    same = {question.code: question.code for question in after.questions}
    return _Way(before, same if before == after else pairs, numbers)


def _indicators(catalogue: Catalogue, codes: Iterable[str]) -> frozenset[int]:
    found = (catalogue.indicator_of(code) for code in codes)
    return frozenset(each.no for each in found if each is not None)


def _words(catalogue: Catalogue, codes: Iterable[str]) -> str:
    found = (catalogue.question(code) for code in codes)
    return " ".join(proposed(each.text) for each in found if each is not None)
