"""Example phrases that ship with the program (ตัวอย่างจากโปรแกรม), for the questions of a year."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from itadesk.catalogue.matching import question_pairs, same_indicator
from itadesk.model.catalogue import Catalogue, Question
from itadesk.model.phrase import PhraseKind
from itadesk.services.years import shipped_catalogue
from itadesk.suggesting import Origin, Suggestion
from itadesk.thai.digits import to_thai
from resources import ROOT


@dataclass(frozen=True, slots=True)
class _Place:
    """The example's questions, items and indicators as the year numbers them."""

    questions: Mapping[str, str]  # example's code by the year's
    cited: Mapping[str, str]  # (อ้างอิงจาก …) by the example's code; "" where not to be cited
    indicators: Mapping[int, str]  # example's number by the year's


@lru_cache(maxsize=1)
def _read() -> Mapping[str, Any]:
    body: Mapping[str, Any] = json.loads((ROOT / "phrases" / "starter.json").read_bytes())
    return body


def examples(catalogue: Catalogue, kind: PhraseKind) -> tuple[Suggestion, ...]:
    """Every example of a kind for a year; a measure's lines are for a whole indicator."""
    place = _placed(catalogue)
    if kind in (PhraseKind.CAUSE, PhraseKind.GUIDELINE):
        return tuple(_for_questions(catalogue, str(kind), place))
    return tuple(_for_indicators(str(kind), place))


def _for_questions(catalogue: Catalogue, kind: str, place: _Place) -> Iterator[Suggestion]:
    body = _read()
    for question in catalogue.questions:
        example = body["questions"].get(place.questions.get(question.code, ""))
        if example is not None:
            text = _filled(example[kind], place)
        elif question.binary:
            text = body["items"][kind].format(item=_named(question))
        else:
            continue
        indicator = catalogue.indicator_of(question.code)
        numbers = frozenset({indicator.no} if indicator else ())
        yield Suggestion(
            text, Origin.PROGRAM, frozenset({question.code}), numbers, about=question.code
        )


def _for_indicators(kind: str, place: _Place) -> Iterator[Suggestion]:
    for number, original in place.indicators.items():
        for text in _read()["indicators"].get(original, {}).get(kind, ()):
            filled = _filled(text, place)
            yield Suggestion(
                filled, Origin.PROGRAM, indicators=frozenset({number}), about=str(number)
            )


def _filled(text: str, place: _Place) -> str:
    return text.format_map(place.cited)


def _named(question: Question) -> str:
    """A name that is not sure is not put into the office's own text."""
    code = to_thai(question.code)
    return f" “{question.text.text}” ({code})" if question.text.confirmed else f"ข้อ {code}"


@lru_cache(maxsize=8)
def _placed(catalogue: Catalogue) -> _Place:
    body = _read()
    model = shipped_catalogue(body["year"])
    pairs = question_pairs(model, catalogue)
    numbers = {each.no: same_indicator(model, catalogue, each.no) for each in model.indicators}
    codes = {pair.after: pair.before for pair in pairs}
    same = body["same"].get(str(catalogue.year), {})
    where = {pair.before: pair.after for pair in pairs if pair.sure}
    return _Place(
        questions={**{code: code for code in same}, **codes},
        cited={
            question.code: _citation(catalogue, where.get(question.code))
            for question in model.questions
        },
        indicators={no: str(old) for old, no in numbers.items() if no is not None},
    )


def _citation(catalogue: Catalogue, code: str | None) -> str:
    """Nothing for an item whose name the year does not know for certain."""
    question = catalogue.question(code) if code else None
    if question is None or not question.text.confirmed:
        return ""
    return f" (อ้างอิงจาก {to_thai(question.code)})"


def example_lines(catalogue: Catalogue) -> Iterable[tuple[PhraseKind, Suggestion]]:
    """Every example with its kind, as the library shows them."""
    kinds = (PhraseKind.CAUSE, PhraseKind.GUIDELINE, PhraseKind.ACTIVITY, PhraseKind.STEP)
    return ((kind, each) for kind in kinds for each in examples(catalogue, kind))
