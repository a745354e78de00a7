"""Ctrl+H: words found in the whole year, ticked, replaced and taken back by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from itadesk.model.work import Finding, Measure, Step
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from tests.helpers.clerk import ALL, CTRL, ENTER, TAB, UNDO, answered, in_front, press, until
from ui.dialogs.replacing import ReplaceDialog

CTRL_H = (Qt.Key.Key_H, CTRL)


@pytest.fixture
def year(session):
    """กองช่าง three times, in a finding and in a measure."""
    session.run(save_finding, 2568, Finding(indicator=2, cause="กองช่างแจ้งกองช่าง"))
    session.run(save_measure, 2568, Measure(title="ก", steps=(Step("กองช่างรายงาน"),)))
    return session


def test_all_places_are_replaced_and_taken_back_at_once(window, year, monkeypatch, qtbot):
    seen = []

    def fill(dialog):
        press("กองช่าง")
        until(lambda: len(dialog.list.chosen()) == 3)
        seen.append(dialog.agree.text())
        press(TAB, "กองคลัง", ENTER)

    monkeypatch.setattr(QDialog, "exec", answered(fill))
    qtbot.waitUntil(window.deeds.replace.isEnabled)
    window.frame.show_page("scores")
    qtbot.keyClick(window, *CTRL_H)
    assert seen == ["แทนที่ ๓ ตำแหน่ง"]
    assert year.data.findings[0].cause == "กองคลังแจ้งกองคลัง"
    assert year.data.measures[0].steps[0].text == "กองคลังรายงาน"
    assert window.frame.notice.text == "แทนที่แล้ว ๓ ตำแหน่ง"
    qtbot.waitUntil(window.deeds.undo.isEnabled)
    qtbot.keyClick(window, *UNDO)
    assert year.data.findings[0].cause == "กองช่างแจ้งกองช่าง"
    assert year.data.measures[0].steps[0].text == "กองช่างรายงาน"


def test_a_place_without_its_tick_stays(window, year, monkeypatch, qtbot):
    def fill(dialog):
        assert [dialog.list.topLevelItem(n).text(0) for n in range(3)] == [
            "ตัวชี้วัดที่ ๒ · สาเหตุเกิดจาก",
            "ตัวชี้วัดที่ ๒ · สาเหตุเกิดจาก",
            "มาตรการที่ ๑ · ขั้นตอนที่ ๑",
        ]
        dialog.list.setFocus()
        press(Qt.Key.Key_Down, Qt.Key.Key_Space)
        assert dialog.all.checkState() is Qt.CheckState.PartiallyChecked
        dialog.put.setFocus()
        press("กองคลัง", ENTER)

    monkeypatch.setattr(QDialog, "exec", answered(fill))
    window.frame.show_page("analysis:2")
    cause = window.frame.page().findings.boxes[0].cause
    cause.setFocus()
    cursor = cause.textCursor()
    cursor.setPosition(len("กองช่าง"), cursor.MoveMode.KeepAnchor)
    cause.setTextCursor(cursor)
    qtbot.keyClick(cause, *CTRL_H)
    assert year.data.findings[0].cause == "กองคลังแจ้งกองช่าง"
    assert cause.toPlainText() == "กองคลังแจ้งกองช่าง"
    assert year.data.measures[0].steps[0].text == "กองคลังรายงาน"


def test_what_is_not_found_is_said_and_nothing_can_be_replaced(window, year, qtbot):
    dialog = ReplaceDialog(window.frame, year)
    qtbot.addWidget(dialog)
    in_front(dialog)
    assert "พิมพ์คำที่จะค้นหา" in dialog.remark.text()
    press("ไม่มีคำนี้")
    until(lambda: "ไม่พบคำนี้" in dialog.remark.text())
    assert not dialog.agree.isEnabled()
    press(ALL, "กองช่าง")
    until(lambda: len(dialog.list.chosen()) == 3)
    dialog.all.click()
    assert not dialog.agree.isEnabled()


def test_it_begins_with_what_is_selected_in_a_line(window, year, monkeypatch, qtbot):
    seen = []

    def fill(dialog):
        seen.append(dialog.sought.text())
        press(Qt.Key.Key_Escape)

    monkeypatch.setattr(QDialog, "exec", answered(fill))
    window.frame.show_page("measures:1")
    line = window.frame.page().form.title
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, *CTRL_H)
    assert seen == ["ก"]
    assert year.data.measures[0].title == "ก"
