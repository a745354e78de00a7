"""The window as a clerk uses it: by keys, by the clipboard, by the buttons that are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget

from tests.helpers.keys import type_text

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down
ALL, PASTE, UNDO = (Qt.Key.Key_A, CTRL), (Qt.Key.Key_V, CTRL), (Qt.Key.Key_Z, CTRL)
PATIENCE = 20_000  # ms


def until(true: Callable[[], object]) -> None:
    """Lets the window live until something is so; fails when it never is."""
    clock = QElapsedTimer()
    clock.start()
    while not true():
        assert clock.elapsed() < PATIENCE, "it never came to be so"
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def press(*strokes: object) -> None:
    """Letters and keys to whatever has the focus; a tuple is a key with its modifier."""
    for stroke in strokes:
        for each in stroke if isinstance(stroke, str) else (stroke,):
            widget = QApplication.focusWidget()  # the first letter may open an editor
            assert widget is not None, "no widget has the focus"
            if isinstance(stroke, str):
                type_text(widget, each)
            else:
                QTest.keyClick(widget, *(each if isinstance(each, tuple) else (each,)))


def paste(text: str) -> None:
    """Text from another program, with Ctrl+V."""
    QApplication.clipboard().setText(text)
    press(PASTE)


def paste_into(field: QWidget, text: str) -> None:
    """Text from another program instead of what is in a field."""
    field.setFocus()
    press(ALL)
    paste(text)


def in_front(window: QWidget) -> None:
    """Shows a window or dialog and gives it the keys."""
    window.show()
    window.activateWindow()
    until(window.isActiveWindow)


def answered(fill: Callable[[QDialog], None]) -> Callable[[QDialog], int]:
    """An `exec` of a dialog that is really shown, filled in and left by its buttons."""

    def execute(dialog: QDialog) -> int:
        above = dialog.parentWidget()
        in_front(dialog)
        fill(dialog)
        until(lambda: not dialog.isVisible())
        if above is not None:
            in_front(above.window())
        return dialog.result()

    return execute


def open_page(window, number: int) -> QWidget:
    """Ctrl+1…: a step of the year's road."""
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
    return window.frame.page()


def choose(menu: QMenu, words: str) -> None:
    """The entry of a menu that begins with some words."""
    entry = next(action for action in menu.actions() if action.text().startswith(words))
    entry.trigger()


def press_button(page: QWidget, words: str) -> None:
    """A button of the title line, by its words."""
    next(action for action in page.actions() if action.text() == words).trigger()


def tick(button: QAbstractButton, names: Iterable[str]) -> None:
    """Ticks entries of the list below a button: each is looked for, then taken with Enter."""
    button.click()
    popup = QApplication.activePopupWidget()
    for name in names:
        popup.filter.setFocus()
        press(ALL, name, ENTER)
    popup.close()
    until(lambda: QApplication.activePopupWidget() is None)
    in_front(button.window())
