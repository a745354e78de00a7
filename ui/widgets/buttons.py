"""Buttons by weight: one main action a screen, plain ones, quiet ones."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton

from ui import theme
from ui.icons import beside_words, icon
from ui.widgets.by_enter import press_by_enter
from ui.widgets.labels import show_if


class SignButton(QPushButton):
    """A button with a word, and an icon that keeps to the theme."""

    def __init__(self, text: str, sign: str = "") -> None:
        super().__init__(text)
        self._sign = sign
        self.setIconSize(beside_words())
        press_by_enter(self)

    def draw(self) -> None:
        """Takes the icon in the colour of the theme and of the button's weight."""
        if self._sign:
            self.setIcon(icon(self._sign, _ink(str(self.property("role") or ""))))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.draw()


class ToolButton(QToolButton):
    """A small button of an icon, whose word shows on pointing."""

    def __init__(
        self, sign: str, word: str, slot: Callable[[], object] | None = None, *, role: str = "quiet"
    ) -> None:
        super().__init__()
        self._sign = sign
        self.setProperty("role", role)
        self.setToolTip(word)
        self.setAccessibleName(word)
        self.setMinimumSize(theme.TARGET, theme.TARGET)
        self.setIconSize(beside_words())
        self.setIcon(icon(sign))
        press_by_enter(self)
        if slot is not None:
            self.clicked.connect(lambda: slot())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(icon(self._sign))


def button(
    text: str, slot: Callable[[], object] | None = None, *, role: str = "", sign: str = ""
) -> QPushButton:
    """A button with a word; `role` primary, quiet or danger, `sign` the name of an icon."""
    made = SignButton(text, sign)
    made.setMinimumHeight(theme.TARGET)
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    made.draw()
    if slot is not None:
        made.clicked.connect(lambda: slot())
    return made


def primary_button(text: str, slot: Callable[[], object] | None = None) -> QPushButton:
    """The main action of a screen or dialog."""
    return button(text, slot, role="primary")


def action_button(action: QAction, *, role: str = "") -> QPushButton:
    """A button that follows an action: its words, whether it can be pressed."""
    made = _ActionButton(action)
    made.setMinimumHeight(theme.TARGET)
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    made.draw()
    return made


class _ActionButton(SignButton):
    """Follows by a method of its own, which Qt lets go when the button goes before the action."""

    def __init__(self, action: QAction) -> None:
        super().__init__(action.text())
        self._action = action
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        action.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        action = self._action
        self.setText(action.text())
        self.setChecked(action.isChecked())
        self.setEnabled(action.isEnabled())
        show_if(action.isVisible(), self)
        self.setToolTip(action.toolTip() if action.toolTip() != action.text() else "")


def _ink(role: str) -> str:
    tokens = theme.current()
    return {
        "primary": tokens.on_accent,
        "quiet": tokens.accent,
        "danger": tokens.urgent,
    }.get(role, tokens.text)
