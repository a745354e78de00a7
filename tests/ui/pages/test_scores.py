from __future__ import annotations

from decimal import Decimal

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from itadesk.catalogue.reader import parse_catalogue, shipped_body
from itadesk.model.work import FindingClass
from itadesk.services.scores import record_official, record_score
from itadesk.thai.digits import to_thai
from ui.dialogs import files, message
from ui.dialogs.fill_text import FillText
from ui.entries.scores import progress
from ui.models.scores import ROW, Cell, Column

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
COPY = (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
PASTE = (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
FILL_DOWN = (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
DOWN_CHOOSING = (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
FIFTEEN = [f"9{n % 10}.2{n % 10}" for n in range(15)]


@pytest.fixture
def page(window):
    window.frame.show_page("scores")
    return window.frame.page()


def score(session, code):
    entered = session.data.assessment.scores.get(code)
    return entered.score if entered else None


def go(page, key, column=Column.SCORE):
    page.table.go_to(page.model.place(Cell(key, column)))
    page.table.setFocus()


def here(page):
    return page.model.cell(page.table.currentIndex())


def test_thai_digits_are_typed_and_enter_goes_down(page, session, keys):
    go(page, "i1")
    keys("๙๙.๓๘", ENTER)
    assert score(session, "i1") == Decimal("99.38")
    assert here(page) == Cell("i2", Column.SCORE)
    keys("98.5", ENTER)
    assert score(session, "i2") == Decimal("98.5")


def test_enter_passes_over_the_head_of_the_next_indicator(page, keys):
    go(page, "i3")
    keys("100", ENTER)
    assert here(page) == Cell("i4", Column.SCORE)


def test_typing_over_replaces_and_f2_keeps_what_was_there(page, session, keys):
    session.run(record_score, 2568, "i1", "95")
    go(page, "i1")
    keys("97", ENTER)
    assert score(session, "i1") == 97
    go(page, "i1")
    keys(Qt.Key.Key_F2, Qt.Key.Key_End, ".5", ENTER)
    assert score(session, "i1") == Decimal("97.5")


def test_escape_leaves_the_stored_score(page, session, keys):
    session.run(record_score, 2568, "i1", "95")
    go(page, "i1")
    keys("12", ESC)
    assert score(session, "i1") == 95
    assert page.model.drafts() == {}


def test_delete_empties_the_chosen_cells_as_one_action(page, session, keys):
    for code in ("i1", "i2"):
        session.run(record_score, 2568, code, "95")
    go(page, "i1")
    keys(DOWN_CHOOSING, Qt.Key.Key_Delete)
    assert score(session, "i1") is None
    assert score(session, "i2") is None
    session.undo()
    assert score(session, "i1") == score(session, "i2") == 95


def test_a_wrong_value_stays_and_is_explained(page, session, keys):
    go(page, "i7")
    keys("๑๐๐.๐๑", ENTER, "๙๙", ENTER)
    draft = page.model.draft(page.model.place(Cell("i7", Column.SCORE)))
    assert draft.typed == "๑๐๐.๐๑"
    assert score(session, "i7") is None
    assert score(session, "i8") == 99
    go(page, "i7")
    assert page.drafts.isVisible()
    assert page.drafts.text.text() == (
        "คะแนนข้อ i๗ ต้องอยู่ระหว่าง ๐ ถึง ๑๐๐ (กรอกไว้ ๑๐๐.๐๑) โปรดแก้ไขคะแนน"
    )


def test_a_wrong_value_survives_another_page_and_goes_when_mended(page, window, session, keys):
    go(page, "i1")
    keys("abc", ENTER)
    window.frame.show_page("home")
    window.frame.show_page("scores")
    go(page, "i1")
    assert page.model.typed(page.table.currentIndex()) == "abc"
    keys("90", ENTER)
    assert page.model.drafts() == {}
    assert not page.drafts.isVisible()
    assert score(session, "i1") == 90


def test_escape_on_a_wrong_value_brings_the_stored_one_back(page, session, keys):
    session.run(record_score, 2568, "i1", "95")
    go(page, "i1")
    keys("195", ENTER)
    go(page, "i1")
    keys(ESC)
    assert page.table.currentIndex().data() == "๙๕.๐๐"


def test_an_item_takes_nothing_between_0_and_100(page, session, keys):
    go(page, "o1")
    keys("50", ENTER)
    assert score(session, "o1") is None
    go(page, "o1")
    assert "๐ หรือ ๑๐๐" in page.drafts.text.text().translate(str.maketrans("01", "๐๑"))


def test_space_gives_an_item_100_and_then_0(page, session, keys):
    go(page, "o1")
    keys(Qt.Key.Key_Space)
    assert score(session, "o1") == 100
    keys(Qt.Key.Key_Space)
    assert score(session, "o1") == 0


def test_a_column_of_fifteen_scores_is_pasted_as_one_action(page, session, keys, clipboard):
    go(page, "i1")
    clipboard.setText("\n".join(FIFTEEN))
    keys(PASTE)
    assert [str(score(session, f"i{n}")) for n in range(1, 16)] == FIFTEEN
    session.undo()
    assert session.data.assessment.scores == {}
    session.redo()
    assert len(session.data.assessment.scores) == 15


def test_a_table_with_codes_goes_to_its_questions_wherever_the_cursor_is(
    page, session, keys, clipboard
):
    go(page, "o3")
    clipboard.setText("ข้อ\tคะแนน\ni๒\t๙๘.๗๕\ne1\t91.18")
    keys(PASTE)
    assert score(session, "i2") == Decimal("98.75")
    assert score(session, "e1") == Decimal("91.18")


def test_what_is_wrong_in_a_paste_stays_in_its_cell_and_the_rest_is_saved(
    page, session, keys, clipboard, window
):
    go(page, "i1")
    clipboard.setText("95\n95,5\n97")
    keys(PASTE)
    assert [score(session, code) for code in ("i1", "i2", "i3")] == [95, None, 97]
    assert here(page) == Cell("i2", Column.SCORE)
    assert page.model.typed(page.table.currentIndex()) == "95,5"
    assert "ยังต้องแก้ไข ๑ ช่อง" in window.frame.notice.text


def test_a_block_pasted_into_an_open_cell_is_a_paste_into_the_table(page, session, keys, clipboard):
    go(page, "i1")
    clipboard.setText("95\n96")
    keys(Qt.Key.Key_F2, PASTE)
    assert score(session, "i1") == 95
    assert score(session, "i2") == 96


def test_an_empty_clipboard_is_explained(page, keys, clipboard, window):
    clipboard.clear()
    go(page, "i1")
    keys(PASTE)
    assert "โปรดคัดลอกช่วงคะแนนจาก Excel ก่อน" in window.frame.notice.text


def test_chosen_cells_are_copied_for_excel(page, session, keys, clipboard):
    session.run(record_score, 2568, "i1", "๙๙.๓๘")
    session.run(record_score, 2568, "i2", "100")
    go(page, "i1")
    keys(DOWN_CHOOSING, COPY)
    assert clipboard.text() == "99.38\n100.00"


def test_ctrl_d_takes_the_value_from_above(page, session, keys):
    session.run(record_score, 2568, "o1", "100")
    go(page, "o2")
    keys(FILL_DOWN)
    assert score(session, "o2") == 100


def test_all_items_get_100_where_they_are_empty(page, session, window):
    session.run(record_score, 2568, "o5", "0")
    page.items.trigger()
    scores = session.data.assessment.scores
    assert scores["o5"].score == 0
    assert all(scores[f"o{n}"].score == 100 for n in range(1, 29) if n != 5)
    assert "คงข้อที่ได้ ๐ ไว้ ๑ ข้อ" in window.frame.notice.text


@pytest.mark.parametrize(("agreed", "expected"), [(True, 100), (False, 0)])
def test_items_at_0_change_only_when_agreed(page, session, monkeypatch, agreed, expected):
    page.items.trigger()
    session.run(record_score, 2568, "o5", "0")
    monkeypatch.setattr(message, "confirm", lambda *_args, **_kwargs: agreed)
    page.items.trigger()
    assert score(session, "o5") == expected


def test_an_official_figure_shows_its_difference(page, session, keys):
    for code in ("i1", "i2", "i3"):
        session.run(record_score, 2568, code, "90")
    go(page, "1", Column.OFFICIAL)
    keys("๙๐.๐๑", ENTER)
    place = page.model.place(Cell("1", Column.OFFICIAL))
    assert session.data.assessment.official["1"] == Decimal("90.01")
    assert place.siblingAtColumn(Column.DIFFERENCE).data() == "+๐.๐๑"


def test_a_wrong_official_figure_stays_too(page, session, keys):
    go(page, "IIT", Column.OFFICIAL)
    keys("101", ENTER)
    assert session.data.assessment.official == {}
    assert page.model.drafts()[Cell("IIT", Column.OFFICIAL)].typed == "101"


def test_parts_are_typed_once_they_are_shown(page, session, keys):
    assert not page.table.parts_shown
    page.parts.trigger()
    go(page, "e1", Column.PART1)
    keys("90", Qt.Key.Key_Tab, "100", ENTER)
    entered = session.data.assessment.scores["e1"]
    assert (entered.part1, entered.part2) == (90, 100)
    assert page.model.place(Cell("e1", Column.SCORE)).data() == "๙๕.๐๐"


def test_tab_goes_right_and_then_to_the_next_row(page, keys):
    go(page, "i1")
    keys(Qt.Key.Key_Tab)
    assert here(page) == Cell("i2", Column.SCORE)
    keys(Qt.Key.Key_Backtab)
    assert here(page) == Cell("i1", Column.SCORE)


def test_the_lowest_question_is_marked_in_words_too(page, session):
    for code, value in (("i1", "99"), ("i2", "97"), ("i3", "98")):
        session.run(record_score, 2568, code, value)
    cell = page.model.place(Cell("i2", Column.SCORE))
    assert cell.data(Qt.ItemDataRole.ToolTipRole).startswith("▼")
    assert "น้อยที่สุด" in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.model.place(Cell("i1", Column.SCORE)).data(Qt.ItemDataRole.ToolTipRole) is None


def test_what_is_being_typed_is_saved_before_undo(page, session, keys, window):
    go(page, "i1")
    keys("90", ENTER, "95")
    window.deeds.undo.trigger()
    assert score(session, "i1") == 90
    assert score(session, "i2") is None
    session.redo()
    assert score(session, "i2") == 95


def test_leaving_the_page_saves_the_cell_that_is_typed_in(page, window, session, keys):
    go(page, "i1")
    keys("95")
    window.frame.show_page("home")
    assert score(session, "i1") == 95


def test_all_scores_are_saved_as_a_row_of_excel(page, session, tmp_path, monkeypatch):
    session.run(record_score, 2568, "i2", "99.38")
    target = tmp_path / "คะแนน.xlsx"
    monkeypatch.setattr(files, "pick_save", lambda *_told: target)
    page.sheet.trigger()
    heads, values = load_workbook(target).worksheets[0].values
    assert dict(zip(heads, values, strict=True))["i๒"] == 99.38


def test_an_unknown_text_is_filled_in(page, monkeypatch):
    body = parse_catalogue(shipped_body(2568), "2568")
    unknown = next(q.code for q in body.questions if not q.text.known)
    monkeypatch.setattr(FillText, "ask", lambda *_args: "แผนป้องกันการทุจริตประจำปี")
    index = page.model.place(Cell(unknown, Column.SCORE)).siblingAtColumn(Column.TEXT)
    assert index.data() == body.question(unknown).text.candidates[0]
    assert index.data(ROW).remark.startswith("ข้อความยังไม่ยืนยัน")
    page.table.doubleClicked.emit(index)
    assert index.data() == "แผนป้องกันการทุจริตประจำปี"


def test_a_candidate_is_taken_into_the_field(qtbot):
    body = parse_catalogue(shipped_body(2568), "2568")
    question = next(q for q in body.questions if q.text.candidates)
    dialog = FillText(None, question)
    qtbot.addWidget(dialog)
    dialog.show()
    choice = dialog.findChildren(type(dialog._group.buttons()[0]))[0]
    choice.click()
    assert dialog.field.toPlainText() == question.text.candidates[0]


def test_the_strip_follows_what_is_typed(page, keys):
    go(page, "i1")
    keys("95", ENTER)
    assert page.strip.filled.accessibleName() == "กรอกแล้ว ๑/๕๒"
    assert "๙๕.๐๐" in page.strip.instruments["IIT"].accessibleName()
    assert "ยังไม่ครบ" in page.strip.instruments["IIT"].accessibleName()


def test_progress_tells_how_far(session):
    assert progress(session.data).state == "none"
    session.run(record_score, 2568, "i1", "95")
    assert progress(session.data).words == f"กรอกแล้ว {to_thai('1 จาก 52')} ข้อ"


def test_nothing_has_to_be_scrolled_sideways(page):
    assert page.table.horizontalScrollBar().maximum() == 0


def test_all_wrong_values_are_dropped_at_once(page, session, keys, clipboard):
    session.run(record_score, 2568, "i1", "95")
    go(page, "i1")
    clipboard.setText("abc\n100.01\n#N/A")
    keys(PASTE)
    assert page.drafts.old.text() == "ใช้ค่าเดิมทั้ง ๓ ช่อง"
    page.drafts.old.click()
    assert page.model.drafts() == {}
    assert page.drafts.isHidden()
    assert page.model.typed(page.model.place(Cell("i1", Column.SCORE))) == "๙๕"


def test_a_mean_has_the_sign_of_its_class_once_it_is_complete(page, session):
    place = page.model.place(Cell("1", Column.SCORE))
    session.run(record_score, 2568, "i1", "95")
    assert page.model.row(place.row()).found is None
    for code in ("i2", "i3"):
        session.run(record_score, 2568, code, "95")
    assert page.model.row(place.row()).found is FindingClass.IMPROVE


def test_a_result_known_only_as_announced_is_not_said_to_be_entered(session):
    for number in range(1, 11):
        session.run(record_official, 2568, str(number), "95")
    assert progress(session.data).words == "คะแนนครบแล้วตามที่ประกาศ"
