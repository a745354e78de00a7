"""A clerk's second year with the keyboard alone: open, add, take over, paste, compare, find."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QDialog

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.model.work import Measure
from itadesk.services.measures import save_measure
from itadesk.services.sample import sample_office
from itadesk.services.scores import ScoreEntry, record_scores
from itadesk.services.years import load_year, score_years, start_year
from tests.helpers.clerk import (
    CTRL,
    ENTER,
    TAB,
    UNDO,
    answered,
    in_front,
    paste,
    press,
    until,
)
from ui.app import make_window
from ui.widgets.finder import Finder

PALETTE, FIND = (Qt.Key.Key_K, CTRL), (Qt.Key.Key_F, CTRL)
RIGHT = Qt.Key.Key_Right
TITLE = "เพิ่มช่องทางแจ้งเรื่องร้องเรียนตามข้อ o๔"


@pytest.fixture
def last_year(tmp_path):
    """A file with the whole of 2567."""
    path = tmp_path / "อบต.ตัวอย่าง.itadesk"
    store = create_store(path, sample_office())
    start_year(store, 2567)
    entries = [ScoreEntry(f"i{n}", "90") for n in range(1, 16)]
    record_scores(store, 2567, entries)
    save_measure(
        store,
        2567,
        Measure(
            indicator=9,
            title=TITLE,
            units=("สำนักปลัด",),
            start=date(2024, 10, 1),
            end=date(2025, 9, 30),
        ),
    )
    store.close()
    return path


def choose_by_name(window, words):
    """Types into the finder that is open and takes what is marked."""
    until(lambda: isinstance(QApplication.activePopupWidget(), Finder))
    press(words, ENTER)
    until(lambda: QApplication.activePopupWidget() is None)
    QCoreApplication.processEvents()
    in_front(window)
    until(QApplication.focusWidget)


def tab_to(there):
    """Tab until the focus is there; every widget is passed at most once."""
    passed = []
    while not there(QApplication.focusWidget()):
        assert QApplication.focusWidget() not in passed, passed
        passed.append(QApplication.focusWidget())
        press(TAB)


def test_the_second_year_of_an_office(qtbot, settings, last_year, monkeypatch, tmp_path):
    settings.remember(last_year)
    window = make_window(None, Files(tmp_path / "home"), settings)
    qtbot.addWidget(window)
    window.resize(1093, 543)
    in_front(window)
    tab_to(lambda at: at.accessibleName().endswith(last_year.stem))
    press(ENTER)
    until(lambda: window.session is not None)

    def add_2568(dialog):
        assert dialog.year.currentData() == 2568
        assert dialog.carry.year() == 2567
        press(ENTER)

    monkeypatch.setattr(QDialog, "exec", answered(add_2568))
    press(PALETTE)
    choose_by_name(window, "เพิ่มปี")
    session = window.session
    until(lambda: session.year == 2568)
    (measure,) = session.data.measures
    assert measure.title == TITLE.replace("o๔", "o๓")
    assert measure.start == date(2025, 10, 1)

    press((Qt.Key.Key_1, CTRL))
    paste("\n".join(f"{80 + n}" for n in range(1, 16)))
    assert len(session.data.assessment.scores) == 15
    until(lambda: window.deeds.undo.text().startswith("เลิกทำ: คะแนน"))
    press(UNDO)
    assert not session.data.assessment.scores
    until(window.deeds.redo.isEnabled)
    press((Qt.Key.Key_Y, CTRL))

    press(PALETTE)
    choose_by_name(window, "เปรียบเทียบ")
    page = window.frame.page()
    assert page.filters["loss"].text() == "▼ ลดลง ๑๓"  # nine questions, three indicators, IIT
    tab_to(lambda at: at is page.filters["all"])
    press(RIGHT, RIGHT)
    assert page.filters["loss"].isChecked()
    assert page.table.rows.lines[0].code == "i1"

    press(FIND)
    choose_by_name(window, "ร้องเรียน o3")
    assert window.frame.shown == "measures"
    assert window.frame.page().form.title.text() == measure.title
    press(PALETTE)
    choose_by_name(window, "ปี ๒๕๖๗")
    assert session.year == 2567
    assert session.ask(load_year, 2567).measures[0].title == TITLE
    assert session.ask(score_years) == (2568, 2567)
    window.close_file()
