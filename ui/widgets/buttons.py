"""Buttons by weight: one main action a screen, plain ones, quiet ones."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from ui import theme
from ui.icons import icon


def button(
    text: str, slot: Callable[[], object] | None = None, *, role: str = "", sign: str = ""
) -> QPushButton:
    """A button with a word; `role` primary, quiet or danger, `sign` the name of an icon."""
    made = QPushButton(text)
    made.setMinimumHeight(theme.TARGET)
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    if sign:
        made.setIcon(icon(sign, _ink(role)))
        made.setIconSize(QSize(18, 18))
    if slot is not None:
        made.clicked.connect(lambda: slot())
    return made


def primary_button(text: str, slot: Callable[[], object] | None = None) -> QPushButton:
    """The main action of a screen or dialog."""
    return button(text, slot, role="primary")


def action_button(action: QAction, *, role: str = "") -> QPushButton:
    """A button that follows an action: its words, whether it can be pressed."""
    made = button(action.text(), action.trigger, role=role)

    def follow() -> None:
        made.setText(action.text())
        made.setEnabled(action.isEnabled())
        made.setVisible(action.isVisible())
        made.setToolTip(action.toolTip() if action.toolTip() != action.text() else "")

    action.changed.connect(follow)
    made.destroyed.connect(lambda: None)
    follow()
    return made


def _ink(role: str) -> str:
    tokens = theme.current()
    return {
        "primary": tokens.on_accent,
        "quiet": tokens.accent,
        "danger": tokens.urgent,
    }.get(role, tokens.text)
