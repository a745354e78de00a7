"""Keys as they reach the widget that has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.keys import type_text


@pytest.fixture
def keys():
    """`keys("๙๙.๓๘", Qt.Key.Key_Return)`: letters and keys, one after another."""

    def focused():
        widget = QApplication.focusWidget()
        assert widget is not None, "no widget has the focus"
        return widget

    def press(*strokes):
        for stroke in strokes:
            if isinstance(stroke, str):
                for letter in stroke:
                    type_text(focused(), letter)
            else:
                QTest.keyClick(focused(), *(stroke if isinstance(stroke, tuple) else (stroke,)))

    return press


@pytest.fixture
def clipboard(qapp):
    """The clipboard, emptied afterwards."""
    board = qapp.clipboard()
    yield board
    board.clear()
