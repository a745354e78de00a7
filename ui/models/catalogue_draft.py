"""A catalogue while it is being edited, and what of it is not confirmed yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from itadesk.catalogue.editing import (
    set_indicator_name,
    set_question_text,
    set_sub_indicator_name,
)
from itadesk.errors import ItadeskError
from itadesk.model.catalogue import Catalogue, Indicator, Sourced

P = ParamSpec("P")


class CatalogueDraft(QObject):
    """Holds the edited catalogue; `problem` is the sentence of the last refusal, else ""."""

    changed = Signal()
    judged = Signal(str)

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first = self._now = catalogue
        self.problem = ""

    @property
    def catalogue(self) -> Catalogue:
        return self._now

    @property
    def edited(self) -> bool:
        return self._now != self._first

    def apply(
        self,
        change: Callable[Concatenate[Catalogue, P], Catalogue],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Makes one change; False when it was refused and the sentence told."""
        try:
            made = change(self._now, *args, **kwargs)
        except ItadeskError as refusal:
            self.refuse(str(refusal))
            return False
        self.refuse("")
        if made != self._now:
            self._now = made
            self.changed.emit()
        return True

    def refuse(self, sentence: str) -> None:
        """Tells what is wrong with what was typed; "" that nothing is."""
        self.problem = sentence
        self.judged.emit(sentence)


def offered(text: Sourced) -> tuple[str, ...]:
    """Texts that can be accepted for one that is not confirmed, the likeliest first."""
    if text.confirmed:
        return text.candidates
    return tuple(dict.fromkeys(filter(None, (text.text, *text.candidates))))


def open_texts(indicator: Indicator) -> list[Sourced]:
    """The unconfirmed texts of an indicator."""
    texts = [indicator.name, *(sub.name for sub in indicator.sub_indicators)]
    texts += [question.text for question in indicator.questions]
    return [text for text in texts if not text.confirmed]


def acceptable(indicator: Indicator) -> int:
    """How many of the unconfirmed texts could be accepted as offered."""
    return sum(1 for text in open_texts(indicator) if offered(text))


def accept_all(catalogue: Catalogue, indicator_no: int) -> Catalogue:
    """Every unconfirmed text of an indicator as the likeliest one offered."""
    indicator = catalogue.indicator(indicator_no)
    if indicator is None:
        return catalogue
    if not indicator.name.confirmed and offered(indicator.name):
        catalogue = set_indicator_name(catalogue, indicator_no, offered(indicator.name)[0])
    for sub in indicator.sub_indicators:
        if not sub.name.confirmed and offered(sub.name):
            catalogue = set_sub_indicator_name(catalogue, sub.code, offered(sub.name)[0])
    for question in indicator.questions:
        if not question.text.confirmed and offered(question.text):
            catalogue = set_question_text(catalogue, question.code, offered(question.text)[0])
    return catalogue
