from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt

from itadesk.thai.numbering import numbered, renumbered
from tests.helpers.keys import in_window, type_text
from ui.widgets.numbered_field import NumberedField

LIST = "๑. วางแผน\n๒. ทำ\n๓. รายงาน"


@pytest.fixture
def field(qtbot):
    made = in_window(qtbot, NumberedField(4))
    made.begin(LIST)
    made.setFocus()
    return made


def at_end_of(field, line):
    cursor = field.textCursor()
    block = field.document().findBlockByNumber(line)
    cursor.setPosition(block.position() + block.length() - 1)
    field.setTextCursor(cursor)


def test_enter_goes_on_with_the_next_number_and_the_rest_follow(qtbot, field):
    at_end_of(field, 0)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    type_text(field, "ประชุม")
    assert field.toPlainText() == "๑. วางแผน\n๒. ประชุม\n๓. ทำ\n๔. รายงาน"


def test_one_undo_takes_the_line_and_the_counting_back(qtbot, field):
    at_end_of(field, 0)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    field.undo()
    assert field.toPlainText() == LIST
    field.redo()
    assert field.toPlainText() == "๑. วางแผน\n๒. \n๓. ทำ\n๔. รายงาน"


def test_enter_on_a_bare_number_ends_the_list(qtbot, field):
    at_end_of(field, 2)
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == f"{LIST}\n"


def test_backspace_behind_a_number_takes_the_number_then_the_line(qtbot, field):
    at_end_of(field, 1)
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.toPlainText() == "๑. วางแผน\n\n๒. รายงาน"
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.toPlainText() == "๑. วางแผน\n๒. รายงาน"


def test_lines_that_are_pasted_are_counted(field):
    at_end_of(field, 0)
    source = QMimeData()
    source.setText("\n๑. ก\n๒. ข")
    field.insertFromMimeData(source)
    assert field.toPlainText() == "๑. วางแผน\n๒. ก\n๓. ข\n๔. ทำ\n๕. รายงาน"


def test_lines_without_numbers_stay_without(qtbot, field):
    field.begin("วางแผน")
    at_end_of(field, 0)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    type_text(field, "ทำ")
    assert field.toPlainText() == "วางแผน\nทำ"


def test_counting_keeps_the_style_and_lists_of_their_own():
    assert renumbered("1) ก\n1) ข\n   ต่อ\n5) ค") == "1) ก\n2) ข\n   ต่อ\n3) ค"
    assert renumbered("ระยะแรก\n๑. ก\n๓. ข\nระยะหลัง\n๑. ค") == "ระยะแรก\n๑. ก\n๒. ข\nระยะหลัง\n๑. ค"
    assert renumbered("๑๕๐ คน\n๒.๕ ล้าน") == "๑๕๐ คน\n๒.๕ ล้าน"
    assert numbered("- ก\n๗) ข") == "๑. ก\n๒. ข"
