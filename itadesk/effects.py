"""Whether the measures of a year moved the questions they aimed at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from itadesk.answering import codes_answered
from itadesk.catalogue.matching import question_pairs
from itadesk.findings import codes_of_issue, lowest, lowest_of
from itadesk.model.result import NOTHING, Figure, shown
from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.scoring import score


@dataclass(frozen=True, slots=True)
class Move:
    """A question that was aimed at, by its code of each year; "" when the later has none."""

    code: str
    later: str
    before: Figure
    after: Figure

    @property
    def change(self) -> Decimal | None:
        """Difference of the two as shown; None unless both are there and complete."""
        values = [f.value for f in (self.before, self.after) if f.complete and f.value is not None]
        return shown(values[1]) - shown(values[0]) if len(values) == 2 else None


@dataclass(frozen=True, slots=True)
class Effect:
    """A measure and the questions it aimed at, in printed order."""

    measure: Measure
    moves: tuple[Move, ...]


def aimed_at(data: YearData, measure: Measure) -> tuple[str, ...]:
    """Those of the findings it answers, else the lowest of its indicator or issue."""
    answered = codes_answered(data, measure)
    if answered:
        return answered
    if measure.indicator is not None:
        return lowest(data.catalogue, data.result, measure.indicator).codes
    if measure.issue is not None:
        return lowest_of(data.result, codes_of_issue(data.catalogue, measure.issue)).codes
    return ()


def aimed_codes(data: YearData) -> frozenset[str]:
    """Every question that a measure of the year aimed at."""
    return frozenset(code for measure in data.measures for code in aimed_at(data, measure))


def effects(data: YearData) -> tuple[Effect, ...]:
    """The measures that aimed at a question, by their order; () without scores of the next year."""
    after = data.neighbours.get(data.year + 1)
    if after is None:
        return ()
    later = score(after.catalogue, after.assessment).questions
    if all(figure.value is None for figure in later.values()):
        return ()
    names = {pair.before: pair.after for pair in question_pairs(data.catalogue, after.catalogue)}
    order = [question.code for question in data.catalogue.questions]
    found = []
    for measure in data.measures:
        moves = tuple(
            Move(
                code,
                names.get(code, ""),
                data.result.questions.get(code, NOTHING),
                later.get(names.get(code, ""), NOTHING),
            )
            for code in sorted(aimed_at(data, measure), key=order.index)
        )
        if moves:
            found.append(Effect(measure, moves))
    return tuple(found)
