"""What boxes of text ask about words: which are doubted, and the office's own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from itadesk.model.changes import Changes, Kind
from itadesk.services.office import save_settings
from ui.background import run_in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from itadesk.model.office import Settings
    from itadesk.thai.spelling import Checked
    from ui.session import Session


class Spelling(QObject):
    """One for the pages of a file; words are looked at in another thread."""

    changed = Signal()  # other words are known now, or nothing is to be underlined any more
    counted = Signal(str)  # how long the text is that one is writing, "" for none

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._words: tuple[str, ...] = ()
        self.underlines = True
        self._read()
        session.changed.connect(self._follow)

    def check(
        self, asker: QObject, text: str, done: Callable[[tuple[Checked, ...]], object]
    ) -> None:
        """Calls `done` with what was found in each paragraph, unless the asker is gone by then."""
        words = self._words

        def look() -> tuple[Checked, ...]:
            from itadesk.thai.spelling import speller_of

            speller = speller_of(words)
            return tuple(speller.check(paragraph) for paragraph in text.split("\n"))

        run_in_background(asker, look, done, lambda _: None)  # looking at words refuses nothing

    def add(self, word: str) -> None:
        """The office knows this word from now on."""
        stored = self._stored()
        if word not in stored.words:
            words = (*stored.words, word)
            self._session.run(save_settings, replace(stored, words=words))

    def underline(self, wanted: bool) -> None:
        """For all boxes of the file, until it is chosen otherwise."""
        self._session.run(save_settings, replace(self._stored(), spelling=wanted))

    def _stored(self) -> Settings:
        return self._session.ask(lambda store: store.office.settings())

    def _follow(self, changes: Changes) -> None:
        if changes.touches(Kind.SETTINGS, Kind.OFFICE):
            self._read()
            self.changed.emit()

    def _read(self) -> None:
        settings = self._stored()
        office = self._session.ask(lambda store: store.office.get())
        self._words = (*settings.words, *settings.units, office.name, office.district)
        self.underlines = settings.spelling
