"""Several buttons with one Tab stop; the arrow keys go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget


def rove(parent: QWidget, buttons: Sequence[QAbstractButton]) -> QButtonGroup:
    """The group that makes the arrow keys go by where the buttons stand; Tab stops at the first."""
    group = QButtonGroup(parent)
    for each in buttons:
        group.addButton(each)
    stop_at(buttons, 0)
    return group


def stop_at(buttons: Sequence[QAbstractButton], place: int) -> None:
    """Which of the buttons Tab goes to."""
    for n, each in enumerate(buttons):
        here = n == place
        each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
