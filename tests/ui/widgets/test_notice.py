"""เลิกทำ in a notice is for the action it tells of."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QPushButton

from itadesk.services.scores import record_score
from ui.widgets import notice
from ui.widgets.notice import notify, notify_done


@pytest.fixture
def bar(window):
    return window.frame.notice


def action(bar):
    return next(b for b in bar.findChildren(QPushButton) if b.text() == "เลิกทำ")


def score(session, code):
    entered = session.data.assessment.scores.get(code)
    return entered.score if entered else None


def test_it_undoes_what_was_just_done(window, session, bar):
    session.run(record_score, 2568, "i1", "90")
    notify_done(window.frame, "กรอกแล้ว", session)
    action(bar).click()
    assert score(session, "i1") is None


def test_it_can_no_longer_be_chosen_once_something_else_happened(window, session, bar, qtbot):
    session.run(record_score, 2568, "i1", "90")
    notify_done(window.frame, "กรอกแล้ว", session)
    qtbot.waitUntil(lambda: "บันทึกแล้ว" in window.frame.status.saved.text())
    assert action(bar).isEnabled()
    session.run(record_score, 2568, "i2", "80")
    assert not action(bar).isEnabled()
    action(bar).click()
    assert score(session, "i2") == 80


def test_the_next_notice_can_be_chosen_again(window, session, bar):
    session.run(record_score, 2568, "i1", "90")
    notify_done(window.frame, "กรอกแล้ว", session)
    session.run(record_score, 2568, "i2", "80")
    notify_done(window.frame, "กรอกอีกข้อแล้ว", session)
    assert action(bar).isEnabled()
    done = []
    notify(window.frame, "สร้างแล้ว", action=("เลิกทำ", lambda: done.append(1)))
    session.run(record_score, 2568, "i3", "70")
    action(bar).click()
    assert done


def test_a_notice_does_not_go_from_under_a_pointer_on_its_way(window, bar, qtbot, monkeypatch):
    monkeypatch.setattr(notice, "STILL", 10)
    notify(window.frame, "กรอกแล้ว")
    for x in (40, 80, 120):
        QCursor.setPos(x, 60)
        bar._timer.timeout.emit()
        assert bar.text == "กรอกแล้ว"
    qtbot.waitUntil(lambda: bar.text == "")
