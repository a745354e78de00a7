"""The table of scores as a spreadsheet: leaps, blocks, the clipboard both ways, notes, items."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest

from itadesk.services.scores import note_score, record_official, record_score
from ui.models.scores import Cell, Column

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier
ENTER, TAB, DOWN, UP = Key.Key_Return, Key.Key_Tab, Key.Key_Down, Key.Key_Up
COPY, COPY_HEADS = (Key.Key_C, CTRL), (Key.Key_C, CTRL | SHIFT)
PASTE, ALL, DELETE = (Key.Key_V, CTRL), (Key.Key_A, CTRL), Key.Key_Delete
DOWN_CHOOSING, NOTE = (DOWN, SHIFT), (Key.Key_F2, SHIFT)
EXCEL = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel">'
    "<body><table><tr>{}</tr></table></body></html>"
)


@pytest.fixture
def page(window):
    window.frame.show_page("scores")
    return window.frame.page()


@pytest.fixture
def scored(session):
    """i1 to i6 at 91 to 96."""
    for number in range(1, 7):
        session.run(record_score, 2568, f"i{number}", f"{90 + number}")


def score(session, code):
    entered = session.data.assessment.scores.get(code)
    return entered.score if entered else None


def go(page, key, column=Column.SCORE):
    page.table.go_to(page.model.place(Cell(key, column)))
    page.table.setFocus()


def here(page):
    return page.model.cell(page.table.currentIndex())


def test_shift_enter_goes_up(page, session, keys):
    go(page, "i4")
    keys("95", (ENTER, SHIFT))
    assert score(session, "i4") == 95
    assert here(page) == Cell("i3", Column.SCORE)
    keys((ENTER, SHIFT))
    assert here(page) == Cell("i2", Column.SCORE)


def test_enter_after_tab_goes_below_where_tab_began(page, keys):
    page.table.show_parts(True)
    go(page, "e1")
    keys("90", TAB, "91", TAB, "92", ENTER)
    assert here(page) == Cell("e2", Column.SCORE)


@pytest.mark.usefixtures("scored")
@pytest.mark.parametrize(
    ("start", "stroke", "there"),
    [
        ("i2", (DOWN, CTRL), "i6"),  # to the end of what is filled
        ("i6", (DOWN, CTRL), "o28"),  # nothing below is
        ("i5", (UP, CTRL), "i1"),
        ("i9", (UP, CTRL), "i6"),  # to the next that is
        ("o3", (Key.Key_Home, CTRL), "i1"),
    ],
)
def test_ctrl_and_an_arrow_leap_over_what_is_filled(page, keys, start, stroke, there):
    go(page, start)
    keys(stroke)
    assert here(page) == Cell(there, Column.SCORE)
    assert [i.row() for i in page.table.selectedIndexes()] == [page.table.currentIndex().row()]


def test_the_heads_above_the_first_question_come_into_sight_with_it(page, keys):
    go(page, "o3")
    keys((Key.Key_Home, CTRL))
    assert page.table.rowAt(0) == 0
    assert here(page) == Cell("i1", Column.SCORE)


def test_arrows_pass_over_heads_among_texts_too(page, keys):
    go(page, "i3", Column.TEXT)
    keys(DOWN)
    index = page.table.currentIndex()
    assert (page.model.row(index.row()).key, index.column()) == ("i4", Column.TEXT)


def test_f6_leaves_the_table_both_ways(page, keys):
    go(page, "i2")
    keys(Key.Key_F6)
    assert not page.table.hasFocus()
    page.table.setFocus()
    keys((Key.Key_F6, SHIFT))
    assert not page.table.hasFocus()
    assert here(page) == Cell("i2", Column.SCORE)


def test_home_and_end_go_to_the_first_and_last_cell_of_a_row(page, keys):
    page.table.show_parts(True)
    go(page, "e1", Column.PART1)
    keys(Key.Key_End)
    assert here(page) == Cell("e1", Column.PART2)
    keys(Key.Key_Home)
    assert here(page) == Cell("e1", Column.SCORE)


@pytest.mark.usefixtures("scored")
def test_ctrl_shift_and_an_arrow_choose_what_is_filled(page, session, keys):
    go(page, "i2")
    keys((DOWN, CTRL | SHIFT), DELETE)
    assert [score(session, f"i{number}") for number in range(1, 7)] == [91, *[None] * 5]
    session.undo()
    assert score(session, "i6") == 96


def test_one_value_fills_a_chosen_block_as_one_action(page, session, keys, clipboard):
    clipboard.setText("88.5")
    go(page, "i2")
    keys(DOWN_CHOOSING, DOWN_CHOOSING, PASTE)
    assert [score(session, f"i{n}") for n in (1, 2, 3, 4, 5)] == [
        None,
        *[Decimal("88.5")] * 3,
        None,
    ]
    session.undo()
    assert session.data.assessment.scores == {}


@pytest.mark.usefixtures("scored")
def test_a_column_copied_over_a_head_fits_where_it_is_pasted(page, session, keys, clipboard):
    go(page, "i1")
    keys(*[DOWN_CHOOSING] * 5, COPY)
    assert clipboard.text().split("\n") == [f"9{n}.00" for n in range(1, 7)]
    go(page, "i10")
    keys(PASTE)
    assert [score(session, f"i{n}") for n in range(10, 16)] == [91, 92, 93, 94, 95, 96]


@pytest.mark.usefixtures("scored", "clipboard")
def test_what_is_cut_is_moved(page, session, keys):
    go(page, "i1")
    keys(DOWN_CHOOSING, (Key.Key_X, CTRL))
    go(page, "i8")
    keys(PASTE)
    assert [score(session, f"i{n}") for n in (1, 2, 8, 9)] == [None, None, 91, 92]


@pytest.mark.parametrize(("row", "column"), [("i5", Column.TEXT), ("2", Column.SCORE)])
def test_a_paste_beside_the_scores_begins_at_the_next_one(
    page, session, keys, clipboard, row, column
):
    clipboard.setText("81\r\n82\r\n")
    go(page, row, column)
    keys(PASTE)
    first = {"i5": 5, "2": 4}[row]
    assert [score(session, f"i{n}") for n in (1, first, first + 1)] == [None, 81, 82]


def test_the_quick_keys_are_said_where_items_begin(page):
    remarks = {
        page.model.row(n).key: page.model.row(n).remark for n in range(page.model.rowCount())
    }
    assert remarks["OIT"].startswith("กด Y ได้ ๑๐๐ กด N ได้ ๐")
    assert "กด" not in remarks["IIT"]


@pytest.mark.usefixtures("scored")
def test_heads_and_codes_are_copied_when_wanted(page, keys, clipboard):
    go(page, "i3")
    keys(DOWN_CHOOSING, COPY_HEADS)
    lines = clipboard.text().split("\n")
    assert (lines[0], lines[1], lines[-1]) == ("ข้อ\tคะแนน", "i๓\t93.00", "i๔\t94.00")
    assert lines[2].startswith("ตัวชี้วัดที่ ๒")
    assert "<td>i๓</td><td>93.00</td>" in clipboard.mimeData().html()


@pytest.mark.usefixtures("clipboard")
def test_the_whole_table_goes_into_another_year_and_is_the_same(page, session, keys):
    page.table.show_parts(True)
    session.run(record_score, 2568, "i1", "91.25")
    session.run(record_score, 2568, "e1", "80", 1)
    session.run(record_score, 2568, "o1", "100")
    for key, value in (("1", "90.5"), ("EIT1", "88"), ("overall", "89.99")):
        session.run(record_official, 2568, key, value)
    before = session.data.assessment
    go(page, "i1")
    keys(ALL, COPY)
    while session.undo_label() != "เพิ่มปี ๒๕๖๘":
        session.undo()
    assert session.data.assessment.scores == {}
    go(page, "o5")
    keys(PASTE)
    after = session.data.assessment
    assert after.scores["i1"] == before.scores["i1"]
    assert after.scores["e1"].part1 == before.scores["e1"].part1
    assert after.scores["o1"] == before.scores["o1"]
    assert after.official == before.official


def test_what_excel_shows_as_hashes_is_pasted_as_the_number_behind(page, session, keys, clipboard):
    mime = QMimeData()
    mime.setText("###\n")
    mime.setHtml(EXCEL.format('<td x:num="98.75">###</td>'))
    clipboard.setMimeData(mime)
    go(page, "i1")
    keys(PASTE)
    assert score(session, "i1") == Decimal("98.75")


def test_a_table_that_comes_as_html_only_is_pasted(page, session, keys, clipboard):
    mime = QMimeData()
    mime.setHtml("<table><tr><th>ข้อ</th><th>คะแนน</th></tr><tr><td>i๒</td><td>๙๕</td></tr></table>")
    clipboard.setMimeData(mime)
    go(page, "o1")
    keys(PASTE)
    assert score(session, "i2") == 95


@pytest.mark.parametrize(
    ("letter", "value"), [("Y", 100), ("\u0e31", 100), ("n", 0), ("\u0e37", 0)]
)
def test_one_key_fills_an_item_and_goes_on(page, session, keys, letter, value):
    go(page, "o1")
    keys(letter)
    assert score(session, "o1") == value
    assert here(page) == Cell("o2", Column.SCORE)


@pytest.mark.parametrize(
    ("typed", "value"), [("1", 100), ("๑", 100), ("/", 100), ("มี", 100), ("๐", 0)]
)
def test_short_words_stand_for_the_score_of_an_item(page, session, keys, typed, value):
    go(page, "o1")
    keys(typed, ENTER)
    assert score(session, "o1") == value


def test_one_stays_one_where_it_is_no_item(page, session, keys):
    go(page, "i1")
    keys("1", ENTER)
    assert score(session, "i1") == 1


def test_a_note_is_written_kept_and_said(page, session, keys):
    go(page, "i2")
    keys(NOTE, "รอผลอุทธรณ์", ENTER)
    assert session.data.notes == {"i2": "รอผลอุทธรณ์"}
    assert here(page) == Cell("i2", Column.SCORE)
    assert page.table.hasFocus()
    assert page.note.isVisible()
    assert page.note.text.text() == "รอผลอุทธรณ์"
    cell = page.table.currentIndex()
    assert "รอผลอุทธรณ์" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert "หมายเหตุ รอผลอุทธรณ์" in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    keys(DOWN)
    assert not page.note.isVisible()


def test_a_note_has_its_corner(page, session):
    place = page.model.place(Cell("i2", Column.SCORE))

    def corner():
        cell = page.table.visualRect(place)
        picture = page.table.viewport().grab(cell).toImage()
        return picture.pixelColor(picture.width() - 2, 2).name()

    go(page, "i1")
    before = corner()
    session.run(note_score, 2568, "i2", "ตรวจแล้ว")
    assert corner() != before


def test_esc_leaves_a_note_as_it_was_and_an_empty_one_goes(page, session, keys):
    session.run(note_score, 2568, "i2", "เดิม")
    go(page, "i2")
    keys(NOTE, "ใหม่", Key.Key_Escape)
    assert session.data.notes == {"i2": "เดิม"}
    keys(NOTE, DELETE, ENTER)
    assert session.data.notes == {}
    session.undo()
    assert session.data.notes == {"i2": "เดิม"}


def test_a_note_that_is_being_written_is_saved_by_leaving_the_page(page, session, window, keys):
    go(page, "i2")
    keys(NOTE, "กำลังเขียน")
    window.frame.show_page("home")
    assert session.data.notes == {"i2": "กำลังเขียน"}


@pytest.mark.usefixtures("scored")
def test_the_mouse_chooses_a_block(page, session, keys):
    table = page.table
    go(page, "i1")
    first, last = (page.model.place(Cell(code, Column.SCORE)) for code in ("i1", "i3"))
    view, left = table.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(view, left, Modifier.NoModifier, table.visualRect(first).center())
    QTest.mouseClick(view, left, SHIFT, table.visualRect(last).center())
    keys(DELETE)
    assert [score(session, f"i{n}") for n in (1, 2, 3, 4)] == [None, None, None, 94]


@pytest.mark.parametrize("width", [1024, 1093, 1366])
@pytest.mark.parametrize("parts", [True, False])
def test_question_and_score_are_always_beside_each_other(page, window, width, parts):
    window.resize(width, 500)
    page.table.show_parts(parts)
    head = page.table.horizontalHeader()
    assert head.length() <= page.table.viewport().width()
    assert head.sectionSize(Column.TEXT) >= 150
