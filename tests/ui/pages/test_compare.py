"""เปรียบเทียบปี through the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from itadesk.comparing import Level
from itadesk.model.work import Measure
from itadesk.services.measures import save_measure
from itadesk.services.scores import record_score
from itadesk.services.years import score_years, start_year
from tests.helpers.clerk import answered, press
from ui.models.compare import AFTER, BEFORE, CHANGE, CODE, NAME, Shown
from ui.session import Session

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(qapp, store):  # noqa: ARG001
    made = Session(store)
    yield made
    made.closed = True


@pytest.fixture
def two_years(session):
    session.run(start_year, 2567)
    for year, code, value in (
        (2567, "i1", "95"),
        (2567, "i2", "80"),
        (2567, "o4", "0"),
        (2568, "i1", "๙๐.๕"),
        (2568, "i2", "๙๐"),
        (2568, "o3", "๑๐๐"),
    ):
        session.run(record_score, year, code, value)
    return session


def open_compare(window, qtbot):
    qtbot.mouseClick(window.frame.rail.items()["compare"], Qt.MouseButton.LeftButton)
    return window.frame.page()


def cells(page, code):
    rows = page.table.rows
    place = next(
        n
        for n, line in enumerate(rows.lines)
        if line.code == code and line.level is Level.QUESTION and line.alone != "before"
    )
    return [rows.index(place, column).data() for column in (CODE, NAME, BEFORE, AFTER, CHANGE)]


@pytest.mark.usefixtures("two_years")
def test_a_question_stands_beside_the_one_of_its_meaning(window, qtbot):
    page = open_compare(window, qtbot)
    code, name, before, after, change = cells(page, "o3")
    assert (code, before, after, change) == ("o๓", "๐.๐๐", "๑๐๐.๐๐", "+๑๐๐.๐๐")
    assert name.startswith("(เดิมข้อ o๔)")
    assert cells(page, "i1")[2:] == ["๙๕.๐๐", "๙๐.๕๐", "-๔.๕๐"]
    assert page.table.hasFocus()


def test_gains_and_losses_are_filtered_the_largest_first(two_years, window, qtbot):
    page = open_compare(window, qtbot)
    gain, loss = (page.filters[each] for each in ("gain", "loss"))
    assert gain.text() == "▲ ดีขึ้น ๒"
    qtbot.mouseClick(gain, Qt.MouseButton.LeftButton)
    assert [line.code for line in page.table.rows.lines] == ["o3", "i2"]
    loss.setFocus()
    qtbot.keyClick(loss, Qt.Key.Key_Space)
    assert [line.code for line in page.table.rows.lines] == ["i1"]
    two_years.undo()  # the last score; the filter stays
    assert loss.isChecked()
    assert [line.code for line in page.table.rows.lines] == ["i1"]


def test_nothing_to_show_is_said_in_words(two_years, window, qtbot):
    page = open_compare(window, qtbot)
    page.filters["loss"].click()
    two_years.run(record_score, 2568, "i1", "95")
    assert not page.table.isVisible()
    assert page.nothing.text() == "ไม่มีรายการที่คะแนนลดลงในสองปีนี้"


def test_other_years_are_chosen_and_stay_until_another_year_is_shown(two_years, window, qtbot):
    two_years.run(start_year, 2566)
    page = open_compare(window, qtbot)
    page.before.setFocus()
    qtbot.keyClick(page.before, Qt.Key.Key_Down)
    assert page.before.currentData() == 2566
    assert "ปี ๒๕๖๖ เทียบกับ ปี ๒๕๖๘" in window.frame.head.subtitle.text()
    two_years.run(record_score, 2568, "i3", "95")
    assert page.before.currentData() == 2566
    page.swap.click()
    assert (page.before.currentData(), page.after.currentData()) == (2568, 2566)
    two_years.show_year(2567)
    assert (page.before.currentData(), page.after.currentData()) == (2566, 2567)


def test_a_file_of_one_year_is_invited_to_another(session, window, qtbot, monkeypatch):
    page = open_compare(window, qtbot)
    assert page._stack.currentIndex() == 1

    def fill(dialog):
        dialog.year.setCurrentIndex(dialog.year.findData(2567))
        dialog.agree.click()

    monkeypatch.setattr(QDialog, "exec", answered(fill))
    page._stack.currentWidget().findChild(QPushButton).click()
    assert session.ask(score_years) == (2568, 2567)
    assert page._stack.currentIndex() == 0
    session.undo()
    assert page._stack.currentIndex() == 1


@pytest.mark.usefixtures("two_years")
def test_the_table_is_copied_for_a_spreadsheet(window, qtbot, clipboard):
    page = open_compare(window, qtbot)
    qtbot.keyClick(page.table, Qt.Key.Key_C, CTRL)
    lines = [line.split("\t") for line in clipboard.text().split("\n")]
    assert lines[0] == ["ข้อ", "รายการ", "ปี ๒๕๖๗", "ปี ๒๕๖๘", "เปลี่ยนแปลง"]
    assert ["๙๕.๐๐", "๙๐.๕๐", "-๔.๕๐"] in [line[2:] for line in lines]


@pytest.mark.usefixtures("two_years")
def test_all_years_are_told_to_who_cannot_see_the_chart(window, qtbot):
    page = open_compare(window, qtbot)
    assert "IIT ปี ๒๕๖๗ ๘๗.๕๐, ปี ๒๕๖๘ ๙๐.๒๕" in page.chart.accessibleName()


def test_what_changed_meanwhile_is_there_when_the_page_is_seen_again(two_years, window, qtbot):
    page = open_compare(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    two_years.run(record_score, 2568, "i1", "100")
    two_years.show_year(2567)
    assert cells(page, "i1")[2:] == ["๙๕.๐๐", "๙๐.๕๐", "-๔.๕๐"]  # not read for nobody
    two_years.show_year(2568)
    assert open_compare(window, qtbot) is page
    assert cells(page, "i1")[2:] == ["๙๕.๐๐", "๑๐๐.๐๐", "+๕.๐๐"]


@pytest.mark.usefixtures("two_years")
def test_tab_goes_from_the_table_through_years_and_filter_and_arrows_choose(window, qtbot):
    page = open_compare(window, qtbot)
    for stop in (page.before, page.after, page.swap, page.filters["all"]):
        press(Qt.Key.Key_Tab)
        assert stop.hasFocus()
    press(Qt.Key.Key_Right)
    assert page.filters["gain"].isChecked()
    assert len(page.table.rows.lines) == 2


def test_enter_goes_to_the_score_in_the_year_that_has_it(two_years, window, qtbot):
    page = open_compare(window, qtbot)
    lines = page.table.rows.lines
    page.table.selectRow(next(n for n, line in enumerate(lines) if line.code == "o3"))
    press(Qt.Key.Key_Return)
    assert window.frame.shown == "scores"
    scores = window.frame.page()
    assert scores.model.cell(scores.table.currentIndex()).key == "o3"
    open_compare(window, qtbot)
    gone = next(n for n, line in enumerate(lines) if line.alone == "before")
    page.table.selectRow(gone)
    press(Qt.Key.Key_Return)
    assert two_years.year == 2567
    assert scores.model.cell(scores.table.currentIndex()).key == lines[gone].code


def test_what_the_measures_aimed_at_is_marked_counted_and_filtered(window, two_years, qtbot):
    for code, value in (("i1", "60"), ("i2", "99")):
        two_years.run(record_score, 2567, code, value)
    two_years.run(save_measure, 2567, Measure(title="ก", indicator=1))
    page = open_compare(window, qtbot)
    assert cells(page, "i1")[0] == "◎ i๑*"
    assert page.moved.text() == "◎ มาตรการของปีก่อนมุ่งแก้ ๑ ข้อ คะแนนเพิ่มขึ้น ๑ ข้อ ลดลง ๐ ข้อ"
    page.filters[Shown.AIMED].click()
    assert [line.code for line in page.table.rows.lines] == ["i1"]
