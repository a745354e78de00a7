"""The first page as a clerk uses it: along the year's road by keys and clicks."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

from db.opening import create_store
from itadesk.__main__ import Files
from itadesk.model.document import DocumentRecord, DocumentState
from itadesk.services.documents import save_document
from itadesk.services.sample import fill_sample, sample_office
from itadesk.services.scores import record_score
from itadesk.services.years import start_year
from tests.helpers import clerk
from tests.helpers.clerk import ALL, ENTER, TAB, UNDO, press, until
from ui import theme
from ui.app import make_window
from ui.fonts import load_fonts
from ui.pages.home import HomePage
from ui.settings import UiSettings
from ui.tokens import LIGHT

MOUSE = Qt.MouseButton.LeftButton
DOWN, RIGHT, LEFTWARD = Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left


@pytest.fixture
def opened(qtbot, qapp, tmp_path, monkeypatch):
    """Opens a file with the year 2568 at the size an office PC leaves, on a day of March 2569."""
    monkeypatch.setattr(HomePage.__init__, "__defaults__", (lambda: date(2026, 3, 20),))

    load_fonts()
    theme.apply_theme(qapp, LIGHT)

    def make(fill):
        path = tmp_path / "หน่วยงาน.itadesk"
        store = create_store(path, sample_office())
        fill(store)
        store.close()
        window = make_window(path, Files(tmp_path / "home"), UiSettings(tmp_path / "w.ini"))
        qtbot.addWidget(window)
        window.resize(1093, 543)
        clerk.in_front(window)
        return window

    return make


def button_of(home, key):
    return next(each for each in home.road.strip.buttons if each.step.key == key)


def click(widget):
    QTest.mouseClick(widget, MOUSE)


def undo(window):
    until(window.deeds.undo.isEnabled)
    press(UNDO)


def test_the_keys_begin_on_the_next_step_and_enter_goes_there(opened):
    window = opened(lambda store: start_year(store, 2568))
    assert window.frame.page().road.go.hasFocus()
    press(ENTER)
    assert window.frame.shown == "scores"


def test_the_road_follows_the_work_and_each_step_is_clicked_to_its_place(opened):
    window = opened(lambda store: start_year(store, 2568))
    home = window.frame.page()
    click(button_of(home, "result"))
    press("๙๕", ENTER)
    click(window.frame.rail.items()["home"])
    assert button_of(home, "result").step.how == "๑/๕๒ ข้อ"
    assert "ทำแล้ว ๐ จาก ๑๔ ขั้น" in window.frame.head.subtitle.text()
    click(button_of(home, "order"))
    forms = window.frame.page().list
    assert forms.rows.row(forms.currentIndex()).id == "order"


def test_arrow_keys_go_along_the_road_and_enter_opens_a_step(opened):
    window = opened(fill_sample)
    home = window.frame.page()
    here = button_of(home, "order")
    assert "ขั้นต่อไป: ตั้งคณะทำงาน" in home.road.title.text()
    press(TAB)
    assert here.hasFocus()
    press(RIGHT, RIGHT)
    assert button_of(home, "measures").hasFocus()
    press(LEFTWARD, LEFTWARD, DOWN, ENTER)
    assert window.frame.shown == "rounds"
    assert window.frame.page().choice.button(6).isChecked()


def test_a_step_done_elsewhere_is_marked_undone_and_unmarked_again(opened):
    window = opened(fill_sample)
    home = window.frame.page()
    click(home.road.mark)
    assert button_of(home, "order").step.marked
    assert "ขออนุมัติ" in home.road.title.text()
    undo(window)
    until(lambda: not button_of(home, "order").step.marked)
    click(home.road.mark)
    menu = button_of(home, "order").menu()
    clerk.choose(menu, "ทำแล้วนอกโปรแกรม")
    assert not button_of(home, "order").step.marked


def test_a_signed_order_makes_the_road_go_on(opened):
    window = opened(fill_sample)
    home = window.frame.page()
    (order,) = (each for each in window.session.data.documents if each.form == "order")
    signed = DocumentRecord(order.id, "order", order.number, order.day, state=DocumentState.SIGNED)
    window.session.run(save_document, 2568, signed)
    assert "ขออนุมัติ" in home.road.title.text()


def test_a_step_of_a_year_that_is_not_there_offers_to_add_it(opened, monkeypatch):
    window = opened(fill_sample)
    home = window.frame.page()

    def add(dialog):
        dialog.year.setCurrentIndex(dialog.year.findData(2569))
        click(dialog.agree)

    monkeypatch.setattr(QDialog, "exec", clerk.answered(add))
    click(button_of(home, "oit"))
    assert (window.session.year, window.frame.shown) == (2569, "oit")
    window.session.show_year(2568)
    click(window.frame.rail.items()["home"])
    click(button_of(home, "next-result"))
    assert (window.session.year, window.frame.shown) == (2569, "scores")


def test_an_indicator_is_clicked_or_chosen_by_keys_to_its_analysis(opened):
    window = opened(fill_sample)
    home = window.frame.page()
    lowest = home.indicators.rows[0]
    assert lowest.bar.name.startswith("๘ ")
    QTest.mouseClick(lowest, MOUSE, pos=QPoint(20, 8))
    analysis = window.frame.page()
    assert analysis.name.text().startswith("ตัวชี้วัดที่ ๘")
    click(window.frame.rail.items()["home"])
    lowest.setFocus()
    press(DOWN, ENTER)
    assert analysis.name.text().startswith("ตัวชี้วัดที่ ๑๐")


def test_the_score_of_an_instrument_is_clicked_to_its_announced_figure(opened):
    window = opened(fill_sample)
    click(window.frame.page().instruments.rows[1])
    scores = window.frame.page()
    assert scores.model.cell(scores.table.currentIndex()).key == "EIT"


def test_what_was_found_is_clicked_to_where_it_is_mended(opened):
    def fill(store):
        start_year(store, 2568)
        record_score(store, 2568, "i8", "70")

    window = opened(fill)
    found = window.frame.page().found
    line = next(each for each in found.lines if "ยังไม่มีสาเหตุ" in each.text())
    click(line)
    assert window.frame.page().findings.boxes[0].cause.hasFocus()


def test_deadlines_are_changed_added_removed_and_undone_as_one(opened, monkeypatch):
    window = opened(fill_sample)
    home = window.frame.page()

    def change(dialog):
        dialog.rows[1].day.setFocus()
        press(ALL, "๑๕ พ.ค. ๒๕๖๙", TAB)
        click(dialog.rows[2].remove)
        click(dialog.more)
        press("๑ เม.ย. ๒๕๖๙", TAB, "ส่งตารางให้จังหวัด")
        click(dialog.agree)

    monkeypatch.setattr(QDialog, "exec", clerk.answered(change))
    click(home.deadlines.change)
    assert [line.accessibleName() for line in home.deadlines.lines] == [
        "ส่งตารางให้จังหวัด ๑ เม.ย. ๒๕๖๙ อีก ๑๒ วัน",
        "ปิดรับข้อมูล OIT ๑๕ พ.ค. ๒๕๖๙ อีก ๕๖ วัน",
    ]
    assert "๑๕ พ.ค." in button_of(home, "oit").step.how
    undo(window)
    until(lambda: home.deadlines.lines[0].text() == "ปิดรับข้อมูล OIT")
    assert window.session.data.own_deadlines == {}


def test_what_is_wrong_in_the_deadlines_is_said_and_usual_days_come_back(opened, monkeypatch):
    window = opened(fill_sample)
    home = window.frame.page()

    def change(dialog):
        dialog.rows[0].day.setFocus()
        press(ALL, "๓๑ ก.พ. ๒๕๖๙", ENTER)
        assert "ไม่มีในปฏิทิน" in dialog.problem.text()
        assert dialog.isVisible()
        click(dialog.again)
        assert dialog.problem.isHidden()
        assert [row.what.text() for row in dialog.rows][-1] == "รายงานรอบ ๑๒ เดือน"
        click(dialog.cancel)

    monkeypatch.setattr(QDialog, "exec", clerk.answered(change))
    click(home.deadlines.change)
    assert window.session.data.own_deadlines == {}


def test_all_of_home_is_seen_without_scrolling(opened):
    home = opened(fill_sample).frame.page()
    area = home.findChild(QScrollArea)
    until(lambda: area.verticalScrollBar().maximum() == 0)
    assert area.horizontalScrollBar().maximum() == 0
    for row in (*home.indicators.rows, *home.found.lines, *home.deadlines.lines):
        below = row.mapTo(area.viewport(), QPoint(0, row.height())).y()
        assert 0 < below <= area.viewport().height()


def test_tab_goes_as_the_page_is_read(opened):
    home = opened(fill_sample).frame.page()
    stops = []
    while (widget := QApplication.focusWidget()) not in stops:
        stops.append(widget)
        press(TAB)
    mine = [each for each in stops if home.isAncestorOf(each)]
    assert mine[:6] == [
        home.road.go,
        button_of(home, "order"),
        home.instruments.rows[0],
        home.indicators.rows[0],
        home.deadlines.give,
        home.deadlines.change,
    ]
    assert home.deadlines.lines[0] in mine


def test_home_does_not_read_the_year_while_another_page_is_typed_on(opened):
    window = opened(lambda store: start_year(store, 2568))
    home = window.frame.page()
    before = button_of(home, "result").step
    window.frame.show_page("scores")
    press("๙๕", ENTER)
    assert button_of(home, "result").step is before
    window.frame.show_page("home")
    assert button_of(home, "result").step.how == "๑/๕๒ ข้อ"
