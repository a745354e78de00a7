"""What a clerk's hands do: keys, the clipboard, answers to dialogs, waiting for what is to come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
ALL, PASTE = Qt.Key.Key_A, Qt.Key.Key_V
PATIENCE, LOOK = 30_000, 20  # ms

D = TypeVar("D", bound=QDialog)


def until(true: Callable[[], object], what: str) -> None:
    """Lets the window live until something is so; TimeoutError when it never is."""
    clock = QElapsedTimer()
    clock.start()
    while not true():
        if clock.elapsed() > PATIENCE:
            raise TimeoutError(what)
        rest(LOOK)


def rest(milliseconds: int) -> None:
    """Lets the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def letters(text: str) -> None:
    """Typed into whatever has the keys."""
    for letter in text:
        _stroke(Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)


def type_in(*lines: str) -> None:
    """Each line followed by Enter."""
    for line in lines:
        letters(line)
        press(ENTER)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key to whatever has the keys."""
    _stroke(key, modifier, "\r" if key == ENTER else "")


def paste_into(field: QWidget, text: str) -> None:
    """Text of another program instead of what is in a field, with Ctrl+A and Ctrl+V."""
    QApplication.clipboard().setText(text)
    field.setFocus()
    press(ALL, CTRL)
    press(PASTE, CTRL)


def answering(deed: Callable[[], object], kind: type[D], fill: Callable[[D], None]) -> None:
    """Does what opens a dialog, and fills that in once it is shown; its faults fly from here."""
    faults: list[Exception] = []
    watch = QTimer(interval=LOOK)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isActiveWindow():
            watch.stop()
            try:
                rest(LOOK)  # it chooses what has the keys
                fill(dialog)
                until(dialog.isHidden, f"{kind.__name__} left")
            except Exception as fault:  # a slot would lose it: it is raised again below
                faults.append(fault)
                dialog.reject()

    def give_up() -> None:
        if watch.isActive():
            watch.stop()
            faults.append(TimeoutError(kind.__name__))
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog):
                dialog.reject()

    watch.timeout.connect(look)
    watch.start()
    QTimer.singleShot(PATIENCE, watch, give_up)
    deed()
    watch.stop()
    if faults:
        raise faults[0]


def save_as(deed: Callable[[], object], path: Path) -> None:
    """Does what asks for a file, and names it as `path`."""

    def name(dialog: QFileDialog) -> None:
        dialog.setDirectory(str(path.parent))
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(path.name)
        dialog.accept()

    answering(deed, QFileDialog, name)
    until(path.exists, path.name)


def _stroke(key: Qt.Key, modifier: Qt.KeyboardModifier, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        widget = QApplication.focusWidget()  # the first letter may open an editor
        if widget is None:
            raise LookupError("no widget has the keys")
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, modifier, letter))
