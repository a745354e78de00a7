"""What if: wished scores, what they would give, and the cheapest way to a level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from itadesk.model.assessment import OVERALL, Assessment, QuestionScore
from itadesk.model.catalogue import Catalogue, Level, Question
from itadesk.model.result import CENT, Figure, Result, shown
from itadesk.scoring import score

FULL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Wished:
    """The result as it is and as it would be, both from the same announced figures.

    What was announced for a level above a wished question cannot hold any more, so it counts in
    neither: `before` may differ from what is printed elsewhere.
    """

    before: Result
    after: Result


@dataclass(frozen=True, slots=True)
class Raise:
    """A question with its score now, 0–100, and the score it is to have."""

    question: Question
    now: Decimal
    to: Decimal

    @property
    def points(self) -> Decimal:
        return self.to - self.now


@dataclass(frozen=True, slots=True)
class Way:
    """Raises that reach a level; the fewest items, or the fewest points, of its kind."""

    raises: tuple[Raise, ...]
    result: Result

    @property
    def points(self) -> Decimal:
        return sum((each.points for each in self.raises), Decimal())


def wished(catalogue: Catalogue, assessment: Assessment, wishes: Mapping[str, Decimal]) -> Wished:
    """The year's result with other scores for some questions (0–100, by code)."""
    ground = _without_announced(catalogue, assessment, wishes)
    return Wished(score(catalogue, ground), score(catalogue, _with(ground, wishes)))


def next_level(catalogue: Catalogue, result: Result) -> Level | None:
    """The level above the one that the scores give; None at the top or where none is given."""
    levels = catalogue.rating.levels
    place = next((n for n, one in enumerate(levels) if one.name == result.computed_rating), 0)
    return levels[place - 1] if place else None


def ways(catalogue: Catalogue, assessment: Assessment, level: Level) -> tuple[Way, ...]:
    """The cheapest ways to a level, each kind where it reaches: items alone, surveys alone, both.

    Every step from questions to the overall score is linear, and a question weighs the same in
    its instrument as in the whole but for the instrument's weight. So the question that gives
    most for a point comes first, in an instrument below its minimum and then in the whole: where
    parts have no minimum of their own, no other choice needs fewer points.
    () when scores are missing or a weight is not known.
    """
    codes = [question.code for question in catalogue.questions]
    ground = _without_announced(catalogue, assessment, codes)
    base = score(catalogue, ground)
    if not base.complete:
        return ()
    chances = [each for each in _chances(catalogue, ground, base) if each.gain > 0]
    items = [each for each in chances if each.question.binary]
    surveys = [each for each in chances if not each.question.binary]
    tried = (_Search(catalogue, ground, level).way(kind) for kind in (items, surveys))
    alone = tuple(way for way in tried if way is not None)
    if alone:
        return alone
    both = _Search(catalogue, ground, level).way([*items, *surveys])
    return (both,) if both else ()


@dataclass(frozen=True, slots=True)
class _Chance:
    """What a question would give at full score; `gain` of the overall score."""

    question: Question
    now: Decimal
    gain: Decimal
    figure: str  # of the instrument, which may have a minimum

    @property
    def rate(self) -> Decimal:
        return self.gain / (FULL - self.now)


@dataclass(slots=True)
class _Search:
    catalogue: Catalogue
    ground: Assessment
    level: Level

    def way(self, chances: Sequence[_Chance]) -> Way | None:
        """Takes the best chance until the level holds, then no more of the last than is needed."""
        order = sorted(chances, key=lambda each: (not each.question.binary, -each.rate))
        wishes: dict[str, Decimal] = {}
        while not self._reached(wishes):
            low = self._below(wishes)
            left = [each for each in order if wishes.get(each.question.code, each.now) < FULL]
            chosen = next((each for each in left if not low or each.figure in low), None)
            if chosen is None:
                return None
            code = chosen.question.code
            before, wishes[code] = wishes.get(code, chosen.now), FULL
            if not chosen.question.binary:
                wishes[code] = self._enough(wishes, chosen, before, minimum=bool(low))
        found = {each.question.code: each for each in chances}
        raises = (Raise(found[code].question, found[code].now, to) for code, to in wishes.items())
        return Way(tuple(raises), self._result(wishes))

    def _enough(
        self, wishes: Mapping[str, Decimal], chance: _Chance, least: Decimal, *, minimum: bool
    ) -> Decimal:
        """The smallest score, in hundredths, that gives what was lacking; full marks if none."""

        def gives(to: Decimal) -> bool:
            tried = {**wishes, chance.question.code: to}
            return chance.figure not in self._below(tried) if minimum else self._reached(tried)

        little, much = (
            int((each / CENT).to_integral_value(ROUND_CEILING)) for each in (least, FULL)
        )
        if not gives(FULL):
            return FULL
        while little < much:
            middle = (little + much) // 2
            little, much = (little, middle) if gives(middle * CENT) else (middle + 1, much)
        return much * CENT

    def _reached(self, wishes: Mapping[str, Decimal]) -> bool:
        levels = [one.name for one in self.catalogue.rating.levels]
        rating = self._result(wishes).computed_rating
        return rating is not None and levels.index(rating) <= levels.index(self.level.name)

    def _below(self, wishes: Mapping[str, Decimal]) -> frozenset[str]:
        """Instruments with a figure under the level's minimum for each."""
        least = self.level.each_min
        if least is None:
            return frozenset()
        figures = self._result(wishes).instruments
        return frozenset(
            instrument.code
            for instrument in self.catalogue.instruments
            for key in (instrument.code, *(instrument.part_key(p.no) for p in instrument.parts))
            if (value := figures[key].value) is not None and shown(value) < least
        )

    def _result(self, wishes: Mapping[str, Decimal]) -> Result:
        return score(self.catalogue, _with(self.ground, wishes))


def _chances(catalogue: Catalogue, ground: Assessment, base: Result) -> Iterable[_Chance]:
    for instrument in catalogue.instruments:
        for indicator in instrument.indicators:
            for question in indicator.questions:
                now = base.questions[question.code].value
                if now is not None and now < FULL:
                    full = score(catalogue, _with(ground, {question.code: FULL}))
                    gain = _of(full.overall) - _of(base.overall)
                    yield _Chance(question, now, gain, instrument.code)


def _of(figure: Figure) -> Decimal:
    return figure.value if figure.value is not None else Decimal()


def _with(assessment: Assessment, wishes: Mapping[str, Decimal]) -> Assessment:
    """Parts rise with their question, as far as they can and in proportion."""
    fresh = {code: _raised(assessment.scores.get(code), code, to) for code, to in wishes.items()}
    return replace(assessment, scores={**assessment.scores, **fresh})


def _raised(kept: QuestionScore | None, code: str, to: Decimal) -> QuestionScore:
    if kept is None or kept.score is not None or kept.empty:
        parts = (None, None) if kept is None else (kept.part1, kept.part2)
        now = kept.score if kept is not None else None
        moved = (_moved(part, now, to) for part in parts)
        return QuestionScore(code, to, *moved)
    known = [part for part in (kept.part1, kept.part2) if part is not None]
    now = sum(known, Decimal()) / len(known)
    return QuestionScore(code, None, _moved(kept.part1, now, to), _moved(kept.part2, now, to))


def _moved(part: Decimal | None, now: Decimal | None, to: Decimal) -> Decimal | None:
    """A part keeps its share of what the whole has left to full marks, or of what it has."""
    if part is None or now is None or now == to:
        return part
    if to > now:
        return FULL - (FULL - part) * (FULL - to) / (FULL - now)
    return part * to / now


def _without_announced(
    catalogue: Catalogue, assessment: Assessment, codes: Iterable[str]
) -> Assessment:
    gone = {OVERALL}
    for code in codes:
        indicator = catalogue.indicator_of(code)
        instrument = catalogue.instrument_of(indicator.no) if indicator else None
        if indicator and instrument:
            gone |= {str(indicator.no), instrument.code}
            gone |= {instrument.part_key(part.no) for part in instrument.parts}
    kept = {key: value for key, value in assessment.official.items() if key not in gone}
    return replace(assessment, official=kept, official_rating=None)
