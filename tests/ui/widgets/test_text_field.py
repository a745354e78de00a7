"""Typing and pasting Thai text in the boxes of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.text_field import LineField, TextField

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, TAB, BACK = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backspace
BACKTAB = (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
UNDO, PASTE = (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_V, CTRL)
NIKHAHIT, AA = "\u0e4d", "\u0e32"


@pytest.fixture
def form(qtbot):
    """A box, a line and a button in a window that has the keys."""
    made = QWidget()
    made.box, made.line, made.button = TextField(4), LineField(), QPushButton("ต่อไป")
    column = QVBoxLayout(made)
    for each in (made.box, made.line, made.button):
        column.addWidget(each)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.box.setFocus()
    return made


def at_line(box, number, column=0):
    """The cursor in a line, from 0."""
    block = box.document().findBlockByNumber(number)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + (column if column >= 0 else block.length() - 1))
    box.setTextCursor(cursor)


def test_pasted_text_is_tidied_in_one_step_of_undo(form, keys, clipboard):
    pasted = QMimeData()
    pasted.setText(f"ทำ{NIKHAHIT}{AA}\u0e08น{NIKHAHIT}{AA}\x0bต่อ\u00a0ไป\u00ad\tจบ")
    pasted.setHtml("<b style='font-size:40px'>ตัวหนา</b>")
    clipboard.setMimeData(pasted)
    form.box.begin("เดิม")
    at_line(form.box, 0, -1)
    keys(PASTE)
    assert form.box.toPlainText() == "เดิมทำจนำ\nต่อ ไป จบ"
    keys(UNDO)
    assert form.box.toPlainText() == "เดิม"


def test_a_line_takes_several_lines_as_one(form, keys, clipboard):
    clipboard.setText("นาย\u00a0ก\r\nตำแหน่ง")
    form.line.setFocus()
    keys(PASTE)
    assert form.line.text() == "นาย ก ตำแหน่ง"
    keys(UNDO)
    assert form.line.text() == ""


def test_enter_goes_on_with_the_next_number(form, keys):
    keys("๑. ก", ENTER, "ข", ENTER, "ค")
    assert form.box.text() == "๑. ก\n๒. ข\n๓. ค"


@pytest.mark.parametrize(
    ("first", "second"), [("(๙)", "(๑๐)"), ("1)", "2)"), ("-", "-"), ("๑.๑.", "๑.๒.")]
)
def test_each_kind_of_number_goes_on_as_it_is(form, keys, first, second):
    keys(f"{first} ก", ENTER, "ข")
    assert form.box.text() == f"{first} ก\n{second} ข"


def test_an_amount_is_no_number_of_a_list(form, keys):
    keys("๑.๕ ล้านบาท", ENTER, "๒๕๖๘", ENTER)
    assert form.box.toPlainText() == "๑.๕ ล้านบาท\n๒๕๖๘\n"


def test_a_number_that_is_typed_all_the_same_stands_once(form, keys):
    keys("๑. ก", ENTER, "๒. ข", ENTER, "๓.ค", ENTER, "๔ คน")
    assert form.box.text() == "๑. ก\n๒. ข\n๓. ค\n๔. ๔ คน"
    form.box.begin("- ก")
    at_line(form.box, 0, -1)
    keys(ENTER, "- ข")
    assert form.box.text() == "- ก\n- ข"


def test_an_empty_numbered_line_ends_the_list(form, keys):
    keys("๑. ก", ENTER, ENTER, "จบ")
    assert form.box.text() == "๑. ก\nจบ"


def test_a_line_put_between_moves_the_numbers_below(form, keys):
    form.box.begin("๑. ก\n๒. ข\n๓. ค")
    at_line(form.box, 0, -1)
    keys(ENTER, "ใหม่")
    assert form.box.text() == "๑. ก\n๒. ใหม่\n๓. ข\n๔. ค"
    keys(UNDO, UNDO)
    assert form.box.text() == "๑. ก\n๒. ข\n๓. ค"


def test_lines_pasted_into_a_list_are_counted_with_it(form, keys, clipboard):
    clipboard.setText("1.\tใหม่\n2.\tใหม่กว่า\n")
    form.box.begin("๑. ก\n๒. ข")
    at_line(form.box, 1)
    keys(PASTE)
    assert form.box.text() == "๑. ก\n๒. ใหม่\n๓. ใหม่กว่า\n๔. ข"
    keys(UNDO)
    assert form.box.text() == "๑. ก\n๒. ข"


def test_a_line_taken_away_closes_the_gap(form, keys):
    form.box.begin("๑. ก\n๒. ข\n๓. ค")
    at_line(form.box, 0)
    cursor = form.box.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Down, QTextCursor.MoveMode.KeepAnchor)
    form.box.setTextCursor(cursor)
    keys((Qt.Key.Key_X, CTRL))
    assert form.box.text() == "๑. ข\n๒. ค"
    keys(UNDO)
    assert form.box.text() == "๑. ก\n๒. ข\n๓. ค"


def test_numbers_out_of_order_are_left_as_typed(form, keys):
    form.box.begin("๑. ก\n๑. ข\n๕. ค")
    at_line(form.box, 1)
    cursor = form.box.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Down, QTextCursor.MoveMode.KeepAnchor)
    form.box.setTextCursor(cursor)
    keys(BACK)
    assert form.box.text() == "๑. ก\n๕. ค"


def test_tab_after_a_number_goes_a_level_down_and_back(form, keys):
    keys("๑. ก", ENTER, TAB, "ข", ENTER, "ค", ENTER, BACKTAB, "ง")
    assert form.box.text() == "๑. ก\n๑.๑ ข\n๑.๒ ค\n๒. ง"


def test_going_down_a_level_moves_the_numbers_below(form, keys):
    form.box.begin("๑. ก\n๒. ข\n๓. ค")
    at_line(form.box, 1, len("๒. "))
    keys(TAB)
    assert form.box.text() == "๑. ก\n๑.๑ ข\n๒. ค"
    keys(UNDO)
    assert form.box.text() == "๑. ก\n๒. ข\n๓. ค"


def test_tab_leaves_the_box_anywhere_else(form, keys):
    keys("๑. ก", TAB)
    assert form.line.hasFocus()
    keys(BACKTAB)
    assert form.box.hasFocus()
    assert form.box.text() == "๑. ก"


def test_backspace_behind_a_number_takes_it(form, keys):
    keys("๑. ก", ENTER, BACK, "ต่อ")
    assert form.box.text() == "๑. ก\nต่อ"


def test_a_text_from_the_file_leaves_the_cursor_where_it_stood(form, keys):
    form.box.begin("หนึ่ง สอง สาม")
    at_line(form.box, 0, len("หนึ่ง"))
    form.box.show_text("หนึ่ง สอง สี่")
    keys("!")
    assert form.box.text() == "หนึ่ง! สอง สี่"


@pytest.mark.parametrize("name", ["box", "line"])
def test_what_the_file_holds_is_no_longer_taken_back_in_the_box(form, keys, name):
    field = getattr(form, name)
    field.setFocus()
    keys("กข")
    field.show_text("กข")
    keys(UNDO, "ค")
    assert field.text() == "กขค"


def test_a_box_grows_with_a_line_that_wraps(qtbot, form):
    form.resize(300, 500)
    form.box.begin("ก่อน")
    cursor = form.box.textCursor()
    for _ in range(8):
        cursor.insertText("ปรับปรุงคู่มือการปฏิบัติงานให้ชัดเจน ")
    lines = form.box.document().size().height
    qtbot.waitUntil(lambda: lines() > 5 and form.box.height() == form.box.sizeHint().height())
