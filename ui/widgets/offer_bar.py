"""A line above the page that stays until one of its buttons is pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import label, paragraph, set_property
from ui.widgets.notice import SIGNS, Tone

Deed = tuple[str, Callable[[], object]]  # the word of a button and what it does


class OfferBar(QFrame):
    """A sentence and its buttons; whoever makes it takes it away by `withdraw`."""

    def __init__(self, tone: Tone = Tone.INFO) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("kind", str(tone))
        sign = label(SIGNS[tone], role="sign")
        set_property(sign, "kind", str(tone))
        self._text = paragraph()
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 4, 4)
        self._row.setSpacing(theme.GAP)
        self._row.addWidget(sign)
        self._row.addWidget(self._text)
        self.buttons: tuple[QPushButton, ...] = ()
        self._deeds: Sequence[Deed] = ()

    @property
    def text(self) -> str:
        return self._text.text()

    def say(self, text: str, deeds: Sequence[Deed] = ()) -> None:
        """Replaces the sentence and its buttons; a screen reader says it when it is new."""
        same = text == self.text and [w for w, _ in deeds] == [w for w, _ in self._deeds]
        self._deeds = deeds
        if same:  # the buttons stay, and keep the keys
            return
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self._text.setText(text)
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons = tuple(
            button(words, partial(self._do, number), role="quiet")
            for number, (words, _) in enumerate(deeds)
        )
        for each in self.buttons:
            self._row.addWidget(each)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _do(self, number: int) -> None:
        self._deeds[number][1]()

    def withdraw(self) -> None:
        self.hide()
        self.deleteLater()
