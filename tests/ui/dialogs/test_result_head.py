from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from ui.dialogs.result_head import ResultHead


@pytest.fixture
def dialog(qtbot, session):
    made = ResultHead(None, session.data)
    qtbot.addWidget(made)
    return made


def test_what_was_announced_is_saved_as_one_action(session, monkeypatch):
    def fill(dialog):
        dialog.day.setText("๑๘ ส.ค. ๒๕๖๘")
        dialog.rating.setCurrentText("ผ่านดี")
        dialog.respondents["IIT"].setText("๓๒")
        dialog.respondents["EIT1"].setText("1,034")
        dialog.recommendations.setPlainText("เผยแพร่ข้อมูลให้ครบ")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ResultHead, "exec", fill)
    ResultHead.ask(None, session)
    found = session.data.assessment
    assert found.announced_on == "2025-08-18"
    assert found.official_rating == "ผ่านดี"
    assert found.respondents == {"IIT": 32, "EIT1": 1034}
    assert found.recommendations == "เผยแพร่ข้อมูลให้ครบ"
    session.undo()
    assert session.data.assessment.announced_on == ""


def test_giving_up_changes_nothing(session, monkeypatch):
    monkeypatch.setattr(ResultHead, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    ResultHead.ask(None, session)
    assert session.undo_label() == "เพิ่มปี ๒๕๖๘"


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [("day", "๓๑ ก.พ. ๒๕๖๘", "วันที่ประกาศผล"), ("IIT", "สามสิบ", "ต้องเป็นจำนวนเต็ม")],
)
def test_a_wrong_field_is_explained(dialog, field, text, words):
    (dialog.day if field == "day" else dialog.respondents[field]).setText(text)
    dialog.try_accept()
    assert words in dialog.problem.text()
    assert dialog.result() != QDialog.DialogCode.Accepted


def test_items_have_no_respondents(dialog):
    assert list(dialog.respondents) == ["IIT", "EIT1", "EIT2"]
