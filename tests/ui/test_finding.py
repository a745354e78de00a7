"""Ctrl+F, Ctrl+Shift+F and Ctrl+K with the keys only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from db.opening import open_store
from itadesk.__main__ import Files
from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.model.work import Measure
from itadesk.services.measures import save_measure
from itadesk.services.phrases import save_phrase
from itadesk.services.years import start_year
from tests.helpers.clerk import press, until
from ui.app import make_window
from ui.models.scores import Cell, Column
from ui.session import Session
from ui.widgets.finder import Finder

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIND, FIND_ALL = (Qt.Key.Key_F, CTRL), (Qt.Key.Key_F, CTRL | SHIFT)
PALETTE = (Qt.Key.Key_K, CTRL)
ENTER, DOWN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape


@pytest.fixture
def session(qapp, filled_store):  # noqa: ARG001
    made = Session(filled_store)
    yield made
    made.closed = True


@pytest.fixture
def opened(window):
    """Presses keys and gives the finder that they opened, with what is typed into it."""

    def press_and_type(keys, words=""):
        press(keys)
        finder = window.findChildren(Finder)[-1]
        until(finder.isVisible)
        press(words)
        until(lambda: not finder._timer.isActive())
        return finder

    return press_and_type


def titles(finder):
    return [choice.title for choice in finder.rows.choices]


def gone(window):
    until(lambda: not [each for each in window.findChildren(Finder) if each.isVisible()])


def enter(window):
    """Takes the choice that is marked, and waits until it is done."""
    press(ENTER)
    gone(window)
    QCoreApplication.processEvents()


def test_a_question_is_found_by_its_code_and_its_cell_is_ready(window, opened):
    finder = opened(FIND, "I๗")
    assert titles(finder)[0] == "ข้อคำถาม"
    enter(window)
    assert window.frame.shown == "scores"
    scores = window.frame.page()
    assert scores.model.cell(scores.table.currentIndex()) == Cell("i7", Column.SCORE)
    until(scores.table.hasFocus)


def test_a_measure_is_found_by_a_word_inside_it_and_is_chosen(window, session, opened):
    session.run(save_measure, 2568, Measure(title="ป้าย", activities="ติดตั้งตู้รับฟังความเห็น"))
    finder = opened(FIND_ALL, "ตู้รับฟัง")
    assert titles(finder) == [
        "มาตรการ",
        f"{session.data.measures[-1].position} ป้าย".translate(
            str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
        ),
    ]
    assert finder.rows.choices[1].around == "ติดตั้งตู้รับฟังความเห็น"
    enter(window)
    assert window.frame.page().form.title.text() == "ป้าย"


def test_the_report_of_a_round_is_found_and_shown(window, session, opened):
    report = next(each for each in session.data.rounds if each.months == 12 and each.outcome)
    finder = opened(FIND_ALL, report.outcome[:30])
    while finder.list.currentIndex().data() and "รอบ ๑๒" not in finder.list.currentIndex().data():
        press(DOWN)
    enter(window)
    rounds = window.frame.page()
    assert window.frame.shown == "rounds"
    assert rounds.months == 12
    assert rounds.form.report().measure_id == report.measure_id


def test_other_years_come_after_the_shown_one_and_are_opened(window, session, opened):
    session.run(start_year, 2569)
    session.run(save_measure, 2569, Measure(title="งานของปีหน้าเท่านั้น"))
    finder = opened(FIND_ALL, "ปีหน้าเท่านั้น")
    assert titles(finder) == ["ปี ๒๕๖๙ · มาตรการ", "๑ งานของปีหน้าเท่านั้น"]
    enter(window)
    assert session.year == 2569
    assert window.frame.page().form.title.text() == "งานของปีหน้าเท่านั้น"


def test_nothing_found_is_said_with_what_to_do_and_escape_closes(window, opened):
    finder = opened(FIND, "ไม่มีคำนี้แน่")
    assert titles(finder) == []
    assert finder.none.text().startswith("ไม่พบ “ไม่มีคำนี้แน่” ลองใช้คำที่สั้นกว่านี้")
    press(ENTER)  # nothing to go to
    assert finder.isVisible()
    press(ESCAPE)
    gone(window)
    assert window.frame.shown == "home"


def test_heads_are_passed_by_with_the_arrows(opened):
    finder = opened(FIND_ALL, "เจ้าหน้าที่")
    seen = []
    for _step in range(12):
        seen.append(finder.rows.choices[finder.list.currentIndex().row()])
        press(DOWN)
    assert all(choice.do is not None for choice in seen)
    assert len({id(choice) for choice in seen}) == 12


def test_a_phrase_of_the_library_is_found_and_chosen(window, session, opened):
    for text in ("แจ้งเวียนให้ทราบทุกกอง", "จัดทำป้ายคิวอาร์โค้ด"):
        session.run(save_phrase, Phrase(PhraseKind.GUIDELINE, text))
    finder = opened(FIND_ALL, "คิวอาร์")
    assert titles(finder)[-2:] == ["คลังข้อความ", "จัดทำป้ายคิวอาร์โค้ด"]
    while finder.list.currentIndex().data() != "จัดทำป้ายคิวอาร์โค้ด":
        press(DOWN)
    enter(window)
    assert window.frame.shown == "phrases"
    assert window.frame.page().table.phrase().text == "จัดทำป้ายคิวอาร์โค้ด"
    press(FIND)
    assert window.frame.page().filter.words.hasFocus()


def test_on_the_documents_ctrl_f_is_the_search_of_the_preview(window):
    window.frame.show_page("documents")
    press(FIND)
    assert window.frame.page().pane.search.hasFocus()
    assert not window.findChildren(Finder)


def test_the_palette_goes_to_a_page_named_roughly(window, opened):
    finder = opened(PALETTE)
    assert titles(finder)[:2] == ["หน้า", "หน้าแรก"]
    press("ตังคา")
    enter(window)
    assert window.frame.shown == "settings"


def test_the_palette_does_what_the_page_and_the_menu_can_do(window, session, opened):
    session.run(save_measure, 2568, Measure(title="ชั่วคราว"))
    before = len(session.data.measures)
    until(window.deeds.undo.isEnabled)
    finder = opened(PALETTE, "เลิกทำ")
    assert finder.rows.choices[0].remark == "Ctrl+Z"
    enter(window)
    assert len(session.data.measures) == before - 1
    window.frame.show_page("scores")
    table = window.frame.page().table
    shown = table.parts_shown
    assert "แยกส่วน EIT" in titles(opened(PALETTE))
    press("แยกส่วน")
    enter(window)
    assert table.parts_shown is not shown


def test_the_palette_knows_years_questions_and_documents(window, session, opened):
    assert titles(opened(PALETTE, "o๑๐"))[0].startswith("o๑๐ ")
    enter(window)
    assert window.frame.shown == "scores"
    opened(PALETTE, "ปี ๒๕๖๗")
    enter(window)
    assert session.year == 2567
    opened(PALETTE, "บันทึกข้อความ")
    enter(window)
    assert window.frame.page()._shown == "memo"


def test_the_palette_goes_to_a_section_of_the_settings(window, opened):
    finder = opened(PALETTE, "ตราครุฑ")
    assert (finder.rows.choices[0].title, finder.rows.choices[0].remark) == (
        "ตราครุฑและตรา",
        "ตั้งค่า",
    )
    enter(window)
    page = window.frame.page()
    assert page.sections.index.currentItem().text() == "ตราครุฑและตรา"
    assert page.emblems.visibleRegion().boundingRect().height() > 0


def test_without_a_file_there_is_nothing_to_find(qtbot, settings, tmp_path):
    made = make_window(None, Files(tmp_path / "home"), settings)
    qtbot.addWidget(made)
    assert not made.deeds.find_all.isEnabled()
    assert not made.deeds.palette.isEnabled()


def test_a_file_without_a_year_offers_what_can_be_done_in_it(qtbot, settings, tmp_path):
    store = open_store(None)
    made = make_window(None, Files(tmp_path / "home"), settings)
    qtbot.addWidget(made)
    made.show_session(Session(store))
    made.deeds.palette.trigger()
    offered = titles(made.findChildren(Finder)[-1])
    assert "เพิ่มปี…" in offered
    assert "ตั้งค่า" in offered
    assert "คะแนน" not in offered
    made.deeds.find_all.trigger()
    empty = made.findChildren(Finder)[-1]
    assert empty.none.text().startswith("พิมพ์คำ")
    made.close_file()
