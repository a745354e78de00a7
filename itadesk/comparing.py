"""Two score years side by side, and all years of a file in a row."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from itadesk.catalogue.matching import Pair, question_pairs, same_indicator
from itadesk.catalogue.wording import proposed
from itadesk.model.catalogue import Indicator, Instrument
from itadesk.model.result import NOTHING, Figure, Result, shown
from itadesk.model.year import OtherYear
from itadesk.scoring import score


class Level(StrEnum):
    """What a line compares."""

    OVERALL = "overall"
    INSTRUMENT = "instrument"
    INDICATOR = "indicator"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Compared:
    """One line; `code` as in the later year, `earlier` where the earlier year has another.

    `alone` is "before" or "after" for a question that only one year has; one that is not `sure`
    is taken for the same by its code only.
    """

    level: Level
    code: str
    name: str
    before: Figure = NOTHING
    after: Figure = NOTHING
    earlier: str = ""
    alone: str = ""
    sure: bool = True
    aimed: bool = False  # at by a measure of the earlier year

    @property
    def change(self) -> Decimal | None:
        """Difference of the two as shown; None unless both are there and complete."""
        figures = (self.before, self.after)
        values = [shown(f.value) for f in figures if f.complete and f.value is not None]
        return values[1] - values[0] if len(values) == 2 else None


@dataclass(frozen=True, slots=True)
class YearFigures:
    """Overall and instruments of a year."""

    year: int
    overall: Figure
    instruments: dict[str, Figure]


def figures_of(year: OtherYear) -> YearFigures:
    """What the chart over the years shows of one."""
    result = score(year.catalogue, year.assessment)
    codes = [each.code for each in year.catalogue.instruments]
    found = {code: result.instruments.get(code, NOTHING) for code in codes}
    return YearFigures(year.assessment.year, result.overall, found)


def compare(
    before: OtherYear, after: OtherYear, aimed: Collection[str] = ()
) -> tuple[Compared, ...]:
    """Overall, then each instrument with its indicators and their questions.

    Questions that only the earlier year has stand at the end of their instrument. `aimed` are the
    earlier codes that measures aimed at.
    """
    pairs = question_pairs(before.catalogue, after.catalogue)
    both = _Both(
        before,
        after,
        score(before.catalogue, before.assessment),
        score(after.catalogue, after.assessment),
        {pair.after: pair for pair in pairs},
        frozenset(aimed),
    )
    made = [Compared(Level.OVERALL, "", "คะแนนภาพรวม", both.old.overall, both.new.overall)]
    for instrument in after.catalogue.instruments:
        made += _instrument(instrument, both)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Both:
    before: OtherYear
    after: OtherYear
    old: Result
    new: Result
    pairs: dict[str, Pair]  # by the later code
    aimed: frozenset[str]


def _instrument(instrument: Instrument, both: _Both) -> Iterator[Compared]:
    code = instrument.code
    old, new = (each.instruments.get(code, NOTHING) for each in (both.old, both.new))
    yield Compared(Level.INSTRUMENT, code, instrument.name.text, old, new)
    for indicator in instrument.indicators:
        yield from _indicator(indicator, both)
    known = {pair.before for pair in both.pairs.values()}
    earlier = both.before.catalogue.instrument(code)
    for each in earlier.indicators if earlier else ():
        for question in each.questions:
            if question.code not in known:
                figure = both.old.questions.get(question.code, NOTHING)
                words = proposed(question.text)
                yield Compared(Level.QUESTION, question.code, words, figure, alone="before")


def _indicator(indicator: Indicator, both: _Both) -> Iterator[Compared]:
    number = same_indicator(both.after.catalogue, both.before.catalogue, indicator.no)
    yield Compared(
        Level.INDICATOR,
        str(indicator.no),
        indicator.name.text,
        NOTHING if number is None else both.old.indicators.get(number, NOTHING),
        both.new.indicators.get(indicator.no, NOTHING),
        earlier="" if number in (None, indicator.no) else str(number),
        alone="after" if number is None else "",
    )
    for question in indicator.questions:
        pair = both.pairs.get(question.code)
        yield Compared(
            Level.QUESTION,
            question.code,
            proposed(question.text),
            both.old.questions.get(pair.before, NOTHING) if pair else NOTHING,
            both.new.questions.get(question.code, NOTHING),
            earlier=pair.before if pair and pair.before != question.code else "",
            alone="" if pair else "after",
            sure=pair is None or pair.sure,
            aimed=pair is not None and pair.before in both.aimed,
        )
