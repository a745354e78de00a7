"""Scores of a year: question → indicator → instrument → overall, exact until shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from math import lcm

from itadesk.catalogue.rules import fully_assigned
from itadesk.model.assessment import OVERALL, Assessment, QuestionScore
from itadesk.model.catalogue import (
    Catalogue,
    Certainty,
    Indicator,
    Instrument,
    Level,
    Question,
    RatingRule,
)
from itadesk.model.result import Figure, Result, shown

# Far more digits than any mean of scores needs to fall on the right side of a boundary.
_EXACT = Context(prec=50)
_UNCONFIRMED = frozenset({Certainty.UNVERIFIED, Certainty.UNKNOWN})


@dataclass(frozen=True, slots=True)
class _Value:
    """What a level hands up: an exact value, and how far it can be relied on."""

    value: Fraction | None = None
    complete: bool = False
    unconfirmed: bool = False


_NONE = _Value()


@dataclass(frozen=True, slots=True)
class _Level:
    """A figure to show, and the value the level above is built on."""

    figure: Figure
    value: _Value


@dataclass(frozen=True, slots=True)
class _Scored:
    """An instrument with all that lies below it."""

    whole: _Level
    parts: Mapping[str, _Level]
    indicators: Mapping[int, _Level]
    subs: Mapping[str, _Level]
    questions: Mapping[str, _Level]


def score(catalogue: Catalogue, assessment: Assessment) -> Result:
    """All figures of a result; official ones win for whatever is built on them."""
    scored = {one.code: _instrument(one, assessment) for one in catalogue.instruments}
    overall = _level(_overall(catalogue, scored), assessment, OVERALL)
    indicators = {no: v for one in scored.values() for no, v in one.indicators.items()}
    complete = overall.figure.complete and all(one.figure.complete for one in indicators.values())
    rule = catalogue.rating
    computed = _rating(rule, overall, _looked_at(scored)) if complete else None
    rating = assessment.official_rating or computed
    return Result(
        questions=_figures(v for one in scored.values() for v in one.questions.items()),
        sub_indicators=_figures(v for one in scored.values() for v in one.subs.items()),
        indicators={no: one.figure for no, one in indicators.items()},
        instruments=_figures(
            pair for code, one in scored.items() for pair in ((code, one.whole), *one.parts.items())
        ),
        overall=overall.figure,
        rating=rating,
        computed_rating=computed,
        passes=next((level.passes for level in rule.levels if level.name == rating), None),
        complete=complete,
    )


def _figures(pairs: Iterable[tuple[str, _Level]]) -> dict[str, Figure]:
    return {key: level.figure for key, level in pairs}


def _instrument(instrument: Instrument, assessment: Assessment) -> _Scored:
    questions: dict[str, _Level] = {}
    subs: dict[str, _Level] = {}
    indicators: dict[int, _Level] = {}
    for indicator in instrument.indicators:
        for question in indicator.questions:
            value = _question(instrument, assessment.scores.get(question.code))
            questions[question.code] = _Level(_figure(value), value)
        computed, of_subs = _indicator(indicator, questions)
        subs.update(of_subs)
        indicators[indicator.no] = _level(computed, assessment, str(indicator.no))
    parts = {
        instrument.part_key(part.no): _level(
            _part(instrument, part.no, assessment), assessment, instrument.part_key(part.no)
        )
        for part in instrument.parts
    }
    computed = _whole(instrument, indicators.values(), list(parts.values()))
    whole = _level(computed, assessment, instrument.code)
    return _Scored(whole, parts, indicators, subs, questions)


def _question(instrument: Instrument, entered: QuestionScore | None) -> _Value:
    if entered is None:
        return _NONE
    if entered.score is not None:
        return _Value(Fraction(entered.score), complete=True)
    parts = [_entered(_part_of(entered, part.no)) for part in instrument.parts]
    return _combined(instrument, parts)


def _combined(instrument: Instrument, parts: Sequence[_Value]) -> _Value:
    """Parts put together by the catalogue's rule; the mean is the only one so far."""
    joined = _mean(parts)
    several = sum(part.value is not None for part in parts) > 1
    doubtful = several and instrument.parts_rule_certainty in _UNCONFIRMED
    return _Value(joined.value, joined.complete, joined.unconfirmed or doubtful)


def _part_of(entered: QuestionScore, part: int) -> Decimal | None:
    return entered.part1 if part == 1 else entered.part2


def _entered(value: Decimal | None) -> _Value:
    return _NONE if value is None else _Value(Fraction(value), complete=True)


def _indicator(
    indicator: Indicator, questions: Mapping[str, _Level]
) -> tuple[_Value, dict[str, _Level]]:
    """The mean of its sub-indicators where each question has one, else of its questions."""
    if not fully_assigned(indicator):
        mean = _mean([questions[question.code].value for question in indicator.questions])
        return _doubted(mean, indicator, _items(indicator.questions)), {}
    means: dict[str, _Level] = {}
    for sub in indicator.sub_indicators:
        below = [q for q in indicator.questions if q.sub_indicator == sub.code]
        mean = _mean([questions[question.code].value for question in below])
        means[sub.code] = _Level(_figure(mean), mean)
    filled = {question.sub_indicator for question in indicator.questions}
    mean = _mean([level.value for code, level in means.items() if code in filled])
    return _doubted(mean, indicator, len(filled) < len(means)), means


def _items(questions: Sequence[Question]) -> bool:
    """Items have sub-indicators; a mean of the items themselves is only a stand-in."""
    return any(question.binary for question in questions)


def _doubted(value: _Value, indicator: Indicator, doubtful: bool) -> _Value:
    if value.value is None:
        return value
    doubtful = doubtful or indicator.structure_certainty in _UNCONFIRMED
    return _Value(value.value, value.complete, value.unconfirmed or doubtful)


def _part(instrument: Instrument, part: int, assessment: Assessment) -> _Value:
    """A part by itself: mean over indicators of the mean over questions of that part."""
    means: list[_Value] = []
    for indicator in instrument.indicators:
        entered = [assessment.scores.get(question.code) for question in indicator.questions]
        below = [_NONE if one is None else _entered(_part_of(one, part)) for one in entered]
        means.append(_doubted(_mean(below), indicator, doubtful=False))
    return _mean(means)


def _whole(instrument: Instrument, indicators: Iterable[_Level], parts: Sequence[_Level]) -> _Value:
    """The mean of the indicators, or the announced parts where those are not all there."""
    mean = _mean([level.value for level in indicators])
    announced = [level.figure.official is not None for level in parts]
    if parts and not mean.complete and (all(announced) or (mean.value is None and any(announced))):
        return _combined(instrument, [level.value for level in parts])
    return mean


def _mean(values: Sequence[_Value]) -> _Value:
    """Over the values present; complete when none is missing."""
    present = [value for value in values if value.value is not None]
    if not present:
        return _NONE
    exact = [value.value for value in present if value.value is not None]
    common = lcm(*(value.denominator for value in exact))
    total = sum(value.numerator * (common // value.denominator) for value in exact)
    return _Value(
        Fraction(total, common * len(exact)),
        complete=all(value.complete for value in values),
        unconfirmed=any(value.unconfirmed for value in present),
    )


def _overall(catalogue: Catalogue, scored: Mapping[str, _Scored]) -> _Value:
    """Weighted by the catalogue; nothing where a weight or an instrument is unknown."""
    total, weights = Fraction(), Fraction()
    below = [scored[instrument.code].whole.value for instrument in catalogue.instruments]
    for instrument, value in zip(catalogue.instruments, below, strict=True):
        if instrument.weight is None or value.value is None:
            return _NONE
        total += Fraction(instrument.weight) * value.value
        weights += Fraction(instrument.weight)
    if not weights:
        return _NONE
    doubtful = any(i.weight_certainty in _UNCONFIRMED for i in catalogue.instruments)
    return _Value(
        total / weights,
        complete=all(value.complete for value in below),
        unconfirmed=doubtful or any(value.unconfirmed for value in below),
    )


def _level(computed: _Value, assessment: Assessment, key: str) -> _Level:
    official = assessment.official.get(key)
    figure = _figure(computed, official)
    return _Level(figure, computed if official is None else _entered(official))


def _figure(computed: _Value, official: Decimal | None = None) -> Figure:
    return Figure(
        computed=None if computed.value is None else _decimal(computed.value),
        official=official,
        complete=official is not None or computed.complete,
        unconfirmed=official is None and computed.unconfirmed,
        computed_complete=computed.complete,
    )


def _decimal(value: Fraction) -> Decimal:
    return _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))


def _looked_at(scored: Mapping[str, _Scored]) -> list[_Level]:
    """The figures a rating looks at one by one: known parts rather than their mean."""
    found: list[_Level] = []
    for one in scored.values():
        known = [part for part in one.parts.values() if part.figure.complete]
        found += known
        if not known or len(known) < len(one.parts):
            found.append(one.whole)
    return found


def _rating(rule: RatingRule, overall: _Level, looked_at: Iterable[_Level]) -> str | None:
    """The first level that holds; boundaries apply to values as shown."""
    each = [level.figure.value for level in looked_at]
    values = [shown(value) for value in each if value is not None]
    if overall.figure.value is None or len(values) < len(each):
        return None
    total = shown(overall.figure.value)
    return next((level.name for level in rule.levels if _holds(level, total, values)), None)


def _holds(level: Level, overall: Decimal, each: Iterable[Decimal]) -> bool:
    if overall < level.overall_min:
        return False
    minimum = level.each_min
    return minimum is None or all(value >= minimum for value in each)
