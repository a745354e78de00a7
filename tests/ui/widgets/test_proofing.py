"""Doubted words in the boxes of the real window: underlined, mended, kept as the office's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from itadesk.model.work import Finding
from itadesk.services.findings import save_finding
from tests.helpers.clerk import in_front

CTRL = Qt.KeyboardModifier.ControlModifier
WRONG = "ประกาศเจตนารมร์ของผู้บริหาร "


@pytest.fixture
def field(window, session):
    """The box for the cause of an indicator, ready to be written in."""
    session.run(save_finding, 2568, Finding(indicator=1, guideline="จัดทำมาตการ"))
    window.frame.show_page("analysis:1")
    box = window.frame.page().findings.boxes[0].cause
    box.setFocus()
    return box


def menu_by_key(field):
    """The menu at the cursor, as the menu key or Shift+F10 brings it."""
    at = QPoint(5, 5)
    by_key = QContextMenuEvent.Reason.Keyboard  # the system makes it of the key
    QApplication.sendEvent(field, QContextMenuEvent(by_key, at, field.mapToGlobal(at)))
    return next(menu for menu in field.findChildren(QMenu) if menu.isVisible())


def words(menu):
    return [action.text() for action in menu.actions() if action.text()]


def put_cursor(field, at):
    cursor = field.textCursor()
    cursor.setPosition(at)
    field.setTextCursor(cursor)


def marked(field):
    return [mark.cursor.selectedText() for mark in field.extraSelections()]


def test_a_doubted_word_is_underlined_and_mended_from_the_keys(field, keys, qtbot):
    keys(WRONG)
    qtbot.waitUntil(lambda: marked(field) == ["เจตนารมร์"])
    put_cursor(field, WRONG.index("รมร์"))
    menu = menu_by_key(field)
    assert words(menu)[0] == "เจตนารมณ์"
    assert menu.activeAction().text() == "เจตนารมณ์"
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert field.text() == "ประกาศเจตนารมณ์ของผู้บริหาร"
    qtbot.waitUntil(lambda: marked(field) == [])
    in_front(field.window())
    keys((Qt.Key.Key_Z, CTRL))
    assert field.text() == WRONG.strip()


def test_the_word_that_is_being_written_is_left_alone(field, keys, qtbot):
    keys("ประกาศเจตนารมร์")
    qtbot.waitUntil(lambda: field.proofing.doubted() == ["เจตนารมร์"])
    assert marked(field) == []
    keys(" ")
    qtbot.waitUntil(lambda: marked(field) == ["เจตนารมร์"])


def test_what_is_there_already_is_looked_at_when_it_is_shown(field, window, qtbot):
    guideline = window.frame.page().findings.boxes[0].guideline
    qtbot.waitUntil(lambda: marked(guideline) == ["มาตการ"])
    assert marked(field) == []


def test_a_word_is_kept_as_the_offices_own_and_given_back_by_undo(field, keys, session, qtbot):
    keys(WRONG)
    qtbot.waitUntil(lambda: marked(field) == ["เจตนารมร์"])
    put_cursor(field, WRONG.index("รมร์"))
    menu = menu_by_key(field)
    next(a for a in menu.actions() if a.text() == "เพิ่ม “เจตนารมร์” ในคำของฉัน").trigger()
    assert session.data.settings.words == ("เจตนารมร์",)
    qtbot.waitUntil(lambda: marked(field) == [])
    session.undo()
    assert session.data.settings.words == ()


def test_underlining_can_be_switched_off(field, keys, session, window, qtbot):
    keys(WRONG)
    qtbot.waitUntil(lambda: marked(field) == ["เจตนารมร์"])
    menu = menu_by_key(field)
    next(a for a in menu.actions() if a.text().startswith("ขีดเส้นใต้")).trigger()
    qtbot.waitUntil(lambda: marked(field) == [])
    window.frame.show_page("settings")
    switch = window.frame.page().lists.spelling
    assert not switch.isChecked()
    switch.click()
    assert session.data.settings.spelling


@pytest.mark.usefixtures("field")
def test_words_and_letters_are_counted_while_one_writes(keys, window, qtbot):
    count = window.frame.status.count
    keys("จัดทำแผน ๒๕๖๙")
    qtbot.waitUntil(lambda: count.text() == "๓ คำ · ๑๓ ตัวอักษร")
    window.frame.show_page("settings")
    assert count.text() == ""
