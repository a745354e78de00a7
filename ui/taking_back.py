"""Undo and redo: first in the field that is typed in, then in the file, shown where it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.session import Moved

# by name: the first screens need none of these classes
_FIELDS = ("QPlainTextEdit", "QLineEdit", "QAbstractSpinBox", "QComboBox")


class UndoKeys(QObject):
    """Gives Ctrl+Z and Ctrl+Y to the window where a field has nothing to take back itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        back, again = _own_steps(watched)
        keys = QKeySequence.StandardKey
        mine = (event.matches(keys.Undo) and not back) or (event.matches(keys.Redo) and not again)
        if mine:
            event.ignore()
        return mine

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if now is not None and any(map(now.inherits, _FIELDS)) and self._window.isAncestorOf(now):
            now.installEventFilter(self)


def _own_steps(field: QObject) -> tuple[bool, bool]:
    """Whether a field can undo and redo by itself; numbers and choices have a line inside."""
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

    if isinstance(field, QPlainTextEdit):
        return field.document().isUndoAvailable(), field.document().isRedoAvailable()
    line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    return (line.isUndoAvailable(), line.isRedoAvailable()) if line else (False, False)


def show_moved(frame: Frame, moved: Moved) -> None:
    """Who was typing on the same page stays in the same box."""
    session, typing, shown = frame.session, QApplication.focusWidget(), frame.shown
    if moved.year is not None:
        session.show_year(moved.year)
    if moved.place:
        frame.show_page(moved.place)
    if typing is not None and isValid(typing) and frame.shown == shown and typing.isVisible():
        typing.setFocus()
    back, again = ("เลิกทำ", session.undo), ("ทำซ้ำ", session.redo)
    words = f"{(back if moved.back else again)[0]}แล้ว: {moved.label}"
    frame.notice.show_notice(words, action=again if moved.back else back)
