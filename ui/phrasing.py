"""What a text box asks of the phrase library while something is written in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.services.phrases import save_phrase, use_phrase
from itadesk.suggesting import Suggestion
from ui.session import Session
from ui.widgets.notice import notify_done


@dataclass(frozen=True)  # no slots: Qt holds its methods by weak references
class Phrasing:
    """Suggestions for the shown year; what is kept is about the first of the questions."""

    session: Session
    go: Callable[[str], object]  # to another page of the window

    def find(
        self, kind: PhraseKind, codes: Sequence[str], indicators: Sequence[int] = ()
    ) -> tuple[Suggestion, ...]:
        """Texts that may fit, the best first."""
        from itadesk.services.suggestions import suggestions

        data = self.session.data
        if data is None:
            return ()
        return self.session.ask(suggestions, data, kind, codes, indicators)

    def use(self, suggestion: Suggestion) -> None:
        """A phrase of the library that was taken is counted."""
        if suggestion.phrase is not None and not self.session.read_only:
            self.session.run(use_phrase, suggestion.phrase)

    def edit(self, suggestion: Suggestion) -> None:
        """Goes to a phrase in the library."""
        if suggestion.phrase is not None:
            self.go(f"phrases:{suggestion.phrase.id}")

    def keep(self, near: QWidget, kind: PhraseKind, text: str, codes: Sequence[str]) -> None:
        """Puts a text into the library."""
        phrase = Phrase(kind, text, self.session.year, codes[0] if codes else "")
        if self.session.run(save_phrase, phrase) is not None:
            notify_done(near, "เก็บข้อความเข้าคลังแล้ว", self.session)
