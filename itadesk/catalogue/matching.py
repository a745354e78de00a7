"""Which question, indicator or issue of one year is which of another, as the catalogues tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from itadesk.exchange.likeness import ALIKE, letters
from itadesk.model.catalogue import Catalogue, Indicator, Instrument, Question


@dataclass(frozen=True, slots=True)
class Pair:
    """A question before and after; `sure` when the texts say so, else only code and place do."""

    before: str
    after: str
    sure: bool = True


def question_pairs(before: Catalogue, after: Catalogue) -> tuple[Pair, ...]:
    """Questions of the same meaning, each at most once, in the order of the later year.

    Equal texts go before alike ones; where a text is not known on either side, the code counts
    if the indicator has as many questions as before.
    """
    pairs = [
        pair
        for instrument in after.instruments
        for pair in _of_instrument(before.instrument(instrument.code), instrument)
    ]
    order = {question.code: place for place, question in enumerate(after.questions)}
    return tuple(sorted(pairs, key=lambda pair: order[pair.after]))


def same_indicator(before: Catalogue, after: Catalogue, number: int) -> int | None:
    """The number of an earlier indicator in the later year, None where it has none."""
    known = before.indicator(number)
    if known is None:
        return None
    names = {each.no: each.name.text for each in after.indicators}
    return _same_name(known.name.text, number, names)


def same_issue(before: Catalogue, after: Catalogue, number: int) -> int | None:
    """The number of an earlier issue in the later year, None where it has none."""
    name = next((each.name for each in before.issues if each.no == number), "")
    return _same_name(name, number, {each.no: each.name for each in after.issues})


def _same_name(name: str, number: int, names: Mapping[int, str]) -> int | None:
    """The same number under an alike name, else the only alike name."""
    alike = [no for no, other in names.items() if _likeness(letters(name), letters(other))]
    if number in alike:
        return number
    return alike[0] if len(alike) == 1 else None


def _of_instrument(before: Instrument | None, after: Instrument) -> Iterator[Pair]:
    if before is None:
        return
    old = [question for each in before.indicators for question in each.questions]
    new = [question for each in after.indicators for question in each.questions]
    found = _by_text(old, new)
    yield from (Pair(one, other) for one, other in found.items())
    open_ones = {q.code for q in old} - found.keys()
    free = {q.code for q in new} - set(found.values())
    for code in _by_code(before.indicators, after.indicators):
        if code in open_ones and code in free:
            yield Pair(code, code, sure=False)


def _by_text(old: list[Question], new: list[Question]) -> dict[str, str]:
    """The most alike first; of several equally alike the one with the same code."""
    new_texts = [(question.code, _texts(question)) for question in new]
    rated = [
        (rate, question.code == code, question.code, code)
        for question in old
        for own in [_texts(question)]
        for code, theirs in new_texts
        if (rate := _best(own, theirs))
    ]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _rate, _same, before, after in sorted(rated, key=lambda each: (-each[0], not each[1])):
        if before not in found and after not in taken:
            found[before] = after
            taken.add(after)
    return found


def _texts(question: Question) -> tuple[str, ...]:
    """The known text, else the proposed ones, by their letters."""
    texts = (question.text.text,) if question.text.known else question.text.candidates
    return tuple(filter(None, map(letters, texts)))


def _best(own: Iterable[str], theirs: Iterable[str]) -> float:
    return max((_likeness(one, other) for one in own for other in theirs), default=0)


def _likeness(one: str, other: str) -> float:
    """1 for the same letters, 0 for less than alike."""
    if one == other:
        return 1
    shorter, longer = sorted((len(one), len(other)))
    if not longer or 2 * shorter / (shorter + longer) < ALIKE:
        return 0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < ALIKE:
        return 0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0


def _by_code(before: Iterable[Indicator], after: Iterable[Indicator]) -> Iterator[str]:
    """Codes with an unknown text in indicators that kept number and count of questions."""
    old = {each.no: each for each in before}
    for indicator in after:
        known = old.get(indicator.no)
        if known is None or len(known.questions) != len(indicator.questions):
            continue
        texts = {question.code: _texts(question) for question in known.questions}
        for question in indicator.questions:
            if question.code in texts and not (texts[question.code] and _texts(question)):
                yield question.code
