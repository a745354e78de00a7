"""The change log as the office sees it: newest first, found by words, what stood there before."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from itadesk.services.scores import record_score
from tests.helpers.clerk import answered, press, until
from ui.dialogs import history
from ui.dialogs.history import HistoryDialog


@pytest.fixture
def changed(session):
    for value in ("90", "95"):
        session.run(record_score, 2568, "i1", value)
    session.run(record_score, 2568, "i2", "70")
    return session


def rows(dialog):
    items = (dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount()))
    return [[item.text(column) for column in range(1, 5)] for item in items]


def test_the_newest_change_stands_first_with_what_was_there(window, changed, qtbot):
    dialog = HistoryDialog(window.frame, changed)
    qtbot.addWidget(dialog)
    assert rows(dialog)[0][1:] == ["คะแนนข้อคำถาม", "", "70"]
    assert rows(dialog)[1][1:] == ["คะแนนข้อคำถาม", "90", "95"]
    assert "น." in dialog.list.topLevelItem(0).text(0)


@pytest.mark.usefixtures("changed")
def test_words_find_what_was_written_before(window, monkeypatch):
    found = []

    def fill(dialog):
        press("90")
        until(lambda: len(rows(dialog)) == 2)
        found.extend(rows(dialog))
        press("หาไม่พบ")
        until(lambda: rows(dialog) == [])
        found.append(dialog.remark.text())
        dialog.reject()

    monkeypatch.setattr(QDialog, "exec", answered(fill))
    window.deeds.care.aboutToShow.emit()
    next(e for e in window.deeds.care.actions() if e.text() == "ประวัติการแก้ไข…").trigger()
    assert [row[2:] for row in found[:2]] == [["90", "95"], ["", "90"]]
    assert found[2] == "ไม่พบในประวัติการแก้ไข"


def test_a_long_log_says_that_there_is_more(window, changed, monkeypatch, qtbot):
    monkeypatch.setattr(history, "MOST", 2)
    dialog = HistoryDialog(window.frame, changed)
    qtbot.addWidget(dialog)
    assert "ล่าสุด" in dialog.remark.text()
