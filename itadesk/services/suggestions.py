"""What was written before and may be used again: library, earlier years, examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from itadesk.catalogue.matching import question_pairs, same_indicator
from itadesk.catalogue.wording import proposed
from itadesk.errors import NotFound
from itadesk.findings import lowest
from itadesk.model.catalogue import Catalogue
from itadesk.model.phrase import Phrase, PhraseKind
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
    return ranked(
        (
            *_of_library(store, catalogue, kind),
            *_of_years(store, data, kind),
            *_of_program(catalogue, kind, asked),
        ),
        asked,
    )


def _of_program(catalogue: Catalogue, kind: PhraseKind, asked: Asked) -> Iterator[Suggestion]:
    """An example is for its own question only, where questions are named."""
    for each in examples(catalogue, kind):
        if not (each.codes and asked.codes) or each.codes & asked.codes:
            yield each


def _of_library(store: Store, catalogue: Catalogue, kind: PhraseKind) -> Iterator[Suggestion]:
    for phrase in store.phrases.all():
        if phrase.kind is kind:
            codes, numbers = _translated(store, phrase, catalogue)
            yield Suggestion(
                phrase.text,
                Origin.LIBRARY,
                codes,
                numbers,
                year=phrase.year,
                about=phrase.code,
                phrase=phrase,
            )


def _translated(
    store: Store, phrase: Phrase, after: Catalogue
) -> tuple[frozenset[str], frozenset[int]]:
    """Question and indicator of a phrase as another year numbers them."""
    if phrase.year is None or not phrase.code:
        return frozenset(), frozenset()
    try:
        before = catalogue_of(store, phrase.year)
    except NotFound:  # from an office that has made this year's catalogue itself
        return frozenset(), frozenset()
    return _moved(before, after, [phrase.code])


def _of_years(store: Store, data: YearData, kind: PhraseKind) -> Iterator[Suggestion]:
    for year in score_years(store):
        if year == data.year:
            continue
        other = other_year(store, year)
        for text, codes, number in _written(store, year, kind):
            if number is not None and not codes:
                low = lowest(other.catalogue, score(other.catalogue, other.assessment), number)
                codes = low.codes
            found, numbers = _moved(other.catalogue, data.catalogue, codes, number)
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


def _moved(
    before: Catalogue, after: Catalogue, codes: Iterable[str], number: int | None = None
) -> tuple[frozenset[str], frozenset[int]]:
    chosen = tuple(codes)
    pairs = {code: code for code in chosen} if before == after else _pairs(before, after)
    numbers = _indicators(before, chosen) | ({number} if number is not None else set())
    moved = (same_indicator(before, after, each) for each in numbers)
    return (
        frozenset(pairs[code] for code in chosen if code in pairs),
        frozenset(each for each in moved if each is not None),
    )


@lru_cache(maxsize=32)
def _pairs(before: Catalogue, after: Catalogue) -> dict[str, str]:
    return {pair.before: pair.after for pair in question_pairs(before, after)}


def _indicators(catalogue: Catalogue, codes: Iterable[str]) -> frozenset[int]:
    found = (catalogue.indicator_of(code) for code in codes)
    return frozenset(each.no for each in found if each is not None)


def _words(catalogue: Catalogue, codes: Iterable[str]) -> str:
    found = (catalogue.question(code) for code in codes)
    return " ".join(proposed(each.text) for each in found if each is not None)
