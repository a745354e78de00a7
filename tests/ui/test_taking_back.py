"""Ctrl+Z and Ctrl+Y across pages and years, and in the box that is typed in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from itadesk.model.work import Finding, Measure
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.office import save_settings
from itadesk.services.scores import record_score
from itadesk.services.years import start_year
from ui.models.scores import Cell, Column

CTRL = Qt.KeyboardModifier.ControlModifier
UNDO, REDO = (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Y, CTRL)


def test_an_action_of_another_page_is_shown_there_and_told(window, session, qtbot):
    for title in ("ก", "ข"):
        session.run(save_measure, 2568, Measure(title=title))
    session.run(save_measure, 2568, replace(session.data.measures[1], title="ค"))
    session.run(record_score, 2568, "i7", "90")
    window.frame.show_page("settings")
    qtbot.waitUntil(window.deeds.undo.isEnabled)
    qtbot.keyClick(window, *UNDO)
    scores = window.frame.page()
    assert window.frame.shown == "scores"
    assert scores.model.cell(scores.table.currentIndex()) == Cell("i7", Column.SCORE)
    assert window.frame.notice.text == "เลิกทำแล้ว: คะแนนข้อ i๗"
    qtbot.keyClick(window, *UNDO)
    assert window.frame.shown == "measures"
    assert window.frame.page().form.title.text() == "ข"
    qtbot.waitUntil(window.deeds.redo.isEnabled)
    qtbot.keyClick(window, *REDO)
    assert window.frame.page().form.title.text() == "ค"
    assert window.frame.notice.text == "ทำซ้ำแล้ว: มาตรการลำดับที่ ๒"
    window.frame.notice._action.click()
    assert window.frame.page().form.title.text() == "ข"


def test_an_action_of_another_year_is_shown_there(window, session, qtbot):
    session.run(start_year, 2567)
    session.run(record_score, 2567, "i1", "90")
    qtbot.waitUntil(window.deeds.undo.isEnabled)
    assert session.year == 2568
    qtbot.keyClick(window, *UNDO)
    assert session.year == 2567
    assert window.frame.shown == "scores"


def test_a_setting_is_shown_where_it_is_set(window, session, qtbot):
    units = replace(session.data.settings, units=("กองคลัง",))
    session.run(save_settings, units)
    qtbot.waitUntil(window.deeds.undo.isEnabled)
    qtbot.keyClick(window, *UNDO)
    assert window.frame.shown == "settings"


def test_typing_is_taken_back_in_the_box_first_then_in_the_file(window, session, keys, qtbot):
    session.run(save_finding, 2568, Finding(indicator=1, cause="เดิม"))
    window.frame.show_page("analysis:1")
    page = window.frame.page()
    field = page.findings.boxes[0].guideline
    field.setFocus()
    keys("หนึ่ง")
    page.saver.flush()
    keys("สอง")
    keys(UNDO)
    assert field.toPlainText() == "หนึ่ง"
    qtbot.waitUntil(window.deeds.undo.isEnabled)
    qtbot.keyClick(field, *UNDO)
    assert field.toPlainText() == ""
    assert field.hasFocus()
    qtbot.keyClick(field, *UNDO)
    assert session.data.findings == ()
    for _ in range(2):
        qtbot.waitUntil(window.deeds.redo.isEnabled)
        qtbot.keyClick(window, *REDO)
    assert [each.guideline for each in session.data.findings] == ["หนึ่ง"]


def test_a_field_without_typing_of_its_own_leaves_the_key_to_the_window(window, session, qtbot):
    session.run(record_score, 2568, "i1", "90")
    qtbot.waitUntil(window.deeds.undo.isEnabled)
    window.frame.show_page("settings")
    page = window.frame.page()
    page.printing.body_size.setFocus()
    qtbot.keyClick(page.printing.body_size, *UNDO)
    assert session.data.assessment.scores == {}
    assert window.frame.shown == "scores"


def test_a_number_that_is_being_typed_is_taken_back_in_its_field(window, session, keys, qtbot):
    session.run(record_score, 2568, "i1", "90")
    qtbot.waitUntil(window.deeds.undo.isEnabled)
    window.frame.show_page("settings")
    size = window.frame.page().printing.body_size
    size.setFocus()
    keys((Qt.Key.Key_A, CTRL), "18")
    qtbot.keyClick(size, *UNDO)
    assert len(session.data.assessment.scores) == 1
    assert window.frame.shown == "settings"


def test_the_search_of_a_page_leaves_the_key_too(window, session, qtbot):
    session.run(record_score, 2568, "i1", "90")
    qtbot.waitUntil(window.deeds.undo.isEnabled)
    window.frame.show_page("documents")
    search = window.frame.page().pane.search
    search.setFocus()
    qtbot.keyClick(search, *UNDO)
    assert session.data.assessment.scores == {}
