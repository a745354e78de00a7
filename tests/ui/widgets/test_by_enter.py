from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from tests.helpers.keys import in_window
from ui.widgets.buttons import ToolButton, button
from ui.widgets.by_enter import press_by_enter
from ui.widgets.line_button import LineButton
from ui.widgets.start import Choice


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    "made",
    [
        lambda: button("ปุ่ม"),
        lambda: ToolButton("close", "ปิด"),
        lambda: Choice("new", "สร้าง", "หมายเหตุ"),
        lambda: LineButton("▲", "ข้อที่พบ"),
    ],
)
def test_the_key_presses_the_button_that_has_the_focus(qtbot, made, key):
    pressed = []
    target = in_window(qtbot, made())
    target.clicked.connect(lambda: pressed.append(1))
    target.setFocus()
    qtbot.keyClick(target, key)
    assert pressed == [1]


def test_enter_opens_the_menu_of_a_button(qtbot):
    target = in_window(qtbot, QToolButton())
    menu = QMenu(target)
    menu.addAction("ปี ๒๕๖๘")
    target.setMenu(menu)
    press_by_enter(target)
    menu.aboutToShow.connect(lambda: opened.append(1))
    menu.aboutToShow.connect(menu.close, Qt.ConnectionType.QueuedConnection)
    opened: list[int] = []
    target.setFocus()
    qtbot.keyClick(target, Qt.Key.Key_Return)
    assert opened == [1]
