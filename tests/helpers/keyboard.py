"""A clerk without a mouse: keys go to what has the focus, fields are found by their names."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.helpers import clerk
from tests.helpers.clerk import ALL, CTRL, ENTER, TAB, until

PALETTE = (Qt.Key.Key_K, CTRL)
FAR = 60  # presses of Tab after which nothing is to be expected


def press(*strokes) -> None:
    """Keys as a hand gives them: the window does what each asks for before the next."""
    for stroke in strokes:
        clerk.press(stroke)
        QApplication.processEvents()


def paste(text: str) -> None:
    """Text from another program, with Ctrl+V."""
    QApplication.clipboard().setText(text)
    press(clerk.PASTE)


def said() -> str:
    """What a screen reader calls the widget that has the keys."""
    widget = QApplication.focusWidget()
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (text() if callable(text) else "")


def tab_to(words: str) -> None:
    """Tab, until the widget called so has the keys."""
    passed = []
    while not said().startswith(words):
        passed.append(said())
        assert len(passed) < FAR, f"Tab does not lead to {words}: {passed}"
        press(TAB)


def write(field: str, text: str) -> None:
    """Into the field of that name instead of what is there."""
    tab_to(field)
    press(ALL)
    paste(text)


def command(words: str) -> None:
    """Ctrl+K and the words of a command."""
    window = QApplication.activeWindow()
    press(PALETTE)
    until(lambda: QApplication.activePopupWidget() is not None)
    press(words, ENTER)
    until(lambda: QApplication.activeWindow() is window)
    QApplication.processEvents()  # it is carried out once the keys are back in the window
