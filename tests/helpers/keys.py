"""Typing Thai letters: Qt's own test keys know only Latin ones."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget


def type_text(field: QWidget, text: str) -> None:
    """Each letter as a key press in a field."""
    for letter in text:
        press = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter
        )
        QCoreApplication.sendEvent(field, press)


def in_window(qtbot, page: QWidget, width: int = 900, height: int = 560) -> QWidget:
    """The page in a window that is shown and has the keys."""
    window = QMainWindow()
    window.setCentralWidget(page)
    window.resize(width, height)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    page.held_by = window  # qtbot keeps no hold of it
    return page
