"""The status line counts mistakes while one types, on every page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.services.findings import save_finding
from ui.attendants.reading_over import ReadingOver
from ui.entries import pages
from ui.frame import Frame
from ui.session import Session


@pytest.fixture
def frame(qtbot, filled_store):
    from PySide6.QtWidgets import QMenu

    made = Frame(Session(filled_store), pages(), QMenu())
    qtbot.addWidget(made)
    made.show()
    ReadingOver(made)
    return made


def wrong(session):
    third = next(each for each in session.data.findings if each.indicator == 3)
    session.run(save_finding, 2568, replace(third, codes=("i8",)))


def test_a_mistake_is_counted_when_it_is_made_and_no_more_when_it_is_undone(qtbot, frame):
    status = frame.status
    assert not status.mistakes.isVisible()
    wrong(frame.session)
    qtbot.waitUntil(status.mistakes.isVisible)
    assert status.mistakes.text() == "▲ ต้องแก้ไข ๑ เรื่อง"
    assert "i๗" in status.mistakes.toolTip()
    frame.session.undo()
    qtbot.waitUntil(lambda: not status.mistakes.isVisible())


def test_pressing_the_count_leads_to_the_one_that_is_chosen(qtbot, frame, monkeypatch):
    wrong(frame.session)
    qtbot.waitUntil(frame.status.mistakes.isVisible)
    monkeypatch.setattr("ui.dialogs.checking.look_over", lambda *_: "analysis:3")
    frame.status.mistakes.click()
    assert frame.shown == "analysis"


def test_a_file_that_is_closed_is_read_no_more(frame):
    reader = frame.findChild(ReadingOver)
    frame.close_file()
    reader.look()
    assert not frame.status.mistakes.isVisible()
