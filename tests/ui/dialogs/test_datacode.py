"""A code typed from paper is answered while one types."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from itadesk.exchange.datacode import code_of
from itadesk.services.scores import record_score
from tests.helpers.clerk import answered, press
from ui.dialogs.datacode import CodeDialog


@pytest.fixture
def dialog(window, qtbot):
    made = CodeDialog(window.frame, window.session)
    qtbot.addWidget(made)
    return made


def test_paper_of_now_agrees_from_the_menu(window, monkeypatch):
    seen = []

    def fill(dialog):
        press(code_of(window.session.data).lower())
        seen.append(dialog.answer.text())
        dialog.reject()

    monkeypatch.setattr(QDialog, "exec", answered(fill))
    window.deeds.care.aboutToShow.emit()
    words = "ตรวจรหัสข้อมูลท้ายกระดาษ…"
    next(each for each in window.deeds.care.actions() if each.text() == words).trigger()
    assert seen == ["✓ ตรงกับข้อมูลปัจจุบันของปีงบประมาณที่ประเมิน พ.ศ. ๒๕๖๘"]


def test_paper_of_before_a_change_is_told_with_what_changed(dialog, window):
    code = code_of(window.session.data)
    window.session.run(record_score, 2568, "i1", "12.5")
    dialog.code.setText(code)
    assert "เปลี่ยนไปหลังพิมพ์: คะแนน " in dialog.answer.text()


def test_a_slip_and_another_offices_paper_are_told_apart(dialog, window):
    code = code_of(window.session.data)
    dialog.code.setText(("1" if code[0] != "1" else "2") + code[1:])
    assert "พิมพ์ผิด" in dialog.answer.text()
    dialog.code.setText("000-000-000-000-0")
    assert "ไม่ตรงกับปีใด" in dialog.answer.text()
    dialog.code.setText("")
    assert dialog.answer.text() == ""
