"""Finds the question whose text was copied, however its spaces and digits came along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from itadesk.model.catalogue import Catalogue, Question
from itadesk.thai.normalise import normalise

ALIKE = 0.85
_SHORTEST = 6  # letters; fewer must be the same, being alike says nothing
_LETTERS = re.compile("[^A-Za-zก-ฺเ-๎]")


class Texts:
    """The question texts of a catalogue, by what is left without spaces, digits and signs."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known: list[tuple[str, Question]] = [
            (letters(text), question)
            for question in catalogue.questions
            for text in (question.text.text, *question.text.candidates)
            if letters(text)
        ]

    def question(self, text: str) -> Question | None:
        """The one question that is most like `text`; None when none or several are."""
        sought = letters(text)
        exact = {question.code: question for known, question in self._known if known == sought}
        if exact:
            return next(iter(exact.values())) if len(exact) == 1 else None
        if len(sought) < _SHORTEST:
            return None
        found = sorted(self._alike(sought), key=lambda pair: -pair[0])
        if not found:
            return None
        best, question = found[0]
        rivals = [other for ratio, other in found if ratio == best and other is not question]
        return None if rivals else question

    def _alike(self, sought: str) -> Iterator[tuple[float, Question]]:
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(sought)
        for known, question in self._known:
            matcher.set_seq1(known)
            if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
                ratio = matcher.ratio()
                if ratio >= ALIKE:
                    yield ratio, question


def letters(text: str) -> str:
    """Letters, vowels and tone marks only."""
    return _LETTERS.sub("", normalise(text)).casefold()
