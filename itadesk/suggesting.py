"""Which texts written before fit what is being written now, the best first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from itadesk.exchange.likeness import letters
from itadesk.model.phrase import Phrase

MOST = 12  # suggestions; further down nothing fits any more
SHARED = 0.3  # of the letters of the question, from which on a text may be about it
_RUN = 4  # letters; Thai words need not be told apart to see that two texts share some


class Origin(StrEnum):
    """Where a text was found."""

    LIBRARY = "library"
    EARLIER = "earlier"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text; `codes` and `indicators` are those of the year it is suggested for.

    `year` and `about` say where it was written: score year, and code or indicator of that year.
    """

    text: str
    origin: Origin
    codes: frozenset[str] = frozenset()
    indicators: frozenset[int] = frozenset()
    year: int | None = None
    about: str = ""
    phrase: Phrase | None = None

    @property
    def uses(self) -> int:
        return self.phrase.uses if self.phrase else 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is being written: about which questions, of which indicators, in whose words."""

    codes: frozenset[str] = frozenset()
    indicators: frozenset[int] = frozenset()
    words: str = ""


def ranked(found: Iterable[Suggestion], asked: Asked) -> tuple[Suggestion, ...]:
    """Those that may fit: the office's own first, then same question, indicator, words, uses.

    A text found in several places is named once, by the best of them.
    """
    sought = _runs(asked.words)
    rated = [(_fit(each, asked, sought), each) for each in found if each.text]
    rated.sort(key=lambda pair: pair[0], reverse=True)
    chosen: dict[str, Suggestion] = {}
    for fit, each in rated:
        if _may_fit(fit, each):
            chosen.setdefault("".join(each.text.split()), each)
    return tuple(chosen.values())[:MOST]


Fit = tuple[bool, bool, bool, float, int, int]


def _fit(each: Suggestion, asked: Asked, sought: frozenset[str]) -> Fit:
    runs = _runs(each.text)
    shared = round(len(runs & sought) / len(sought), 2) if sought else 0.0
    return (
        each.origin is not Origin.PROGRAM,
        bool(each.codes & asked.codes),
        bool(each.indicators & asked.indicators),
        shared,
        each.uses,
        each.year or 0,
    )


def _may_fit(fit: Fit, each: Suggestion) -> bool:
    _own, same_question, same_indicator, shared, _uses, _year = fit
    anywhere = each.origin is Origin.LIBRARY and not each.about
    return same_question or same_indicator or shared >= SHARED or anywhere


@lru_cache(maxsize=512)
def _runs(text: str) -> frozenset[str]:
    kept = letters(text)
    return frozenset(kept[place : place + _RUN] for place in range(len(kept) - _RUN + 1))
