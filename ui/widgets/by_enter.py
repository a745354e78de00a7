"""Enter presses the button that has the focus, as Windows does and Qt does not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QToolButton


def press_by_enter(button: QAbstractButton) -> None:
    """Space presses it anyway; a button with a menu opens it."""

    def press() -> None:
        if isinstance(button, QToolButton) and button.menu() is not None:
            button.showMenu()
        else:
            button.click()

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        short = QShortcut(QKeySequence(key), button)
        short.setContext(Qt.ShortcutContext.WidgetShortcut)
        short.activated.connect(press)
