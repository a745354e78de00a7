"""Measures in small windows, dates and unit of each step, dragging."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from itadesk.model.work import Measure, Step
from itadesk.services.measures import save_measure
from itadesk.services.office import save_settings
from tests.helpers.keys import type_text
from ui.models.measures import ANSWERS
from ui.pages.measures import MeasuresPage

STEPS = (Step("๑. วางแผน", date(2026, 1, 1), date(2026, 1, 31), "กองคลัง"), Step("๒. รายงาน"))
LONG = "ทบทวนคู่มือให้ระบุขั้นตอนและระยะเวลาเป็นมาตรฐานเดียวกันทุกสำนักและทุกกองของหน่วยงาน"


@pytest.fixture
def page(window, session):
    for title in "กขค":
        session.run(save_measure, 2568, Measure(title=title, activities=LONG, steps=STEPS))
    window.frame.show_page("measures")
    made = window.frame.page()
    assert isinstance(made, MeasuresPage)
    return made


def titles(session):
    return "".join(measure.title for measure in session.data.measures)


def steps(session):
    return session.data.measures[0].steps


def retype(field, text):
    field.setFocus()
    field.selectAll()
    type_text(field, text)


@pytest.mark.parametrize("size", [(1024, 500), (1093, 543), (1366, 700)])
def test_no_field_is_cut_at_the_side(window, page, size):
    window.resize(*size)
    page.form.each.open(True)
    page.form.more.open(True)
    QApplication.processEvents()
    assert page.form.width() == page.form.parentWidget().width()
    for field in page.form.findChildren(QWidget):
        if field.isVisible():
            assert field.mapTo(page.form, field.rect().topRight()).x() < page.form.width(), field


def test_in_a_low_window_the_table_stands_beside_the_form(window, page):
    splitter = page.findChild(QSplitter)
    window.resize(1366, 700)
    assert splitter.orientation() == Qt.Orientation.Vertical
    assert not page.table.isColumnHidden(ANSWERS)
    window.resize(1024, 500)
    assert splitter.orientation() == Qt.Orientation.Horizontal
    assert page.table.isColumnHidden(ANSWERS)
    assert page.form.parentWidget().height() > 250


def test_dates_and_unit_of_a_step_are_shown_and_edited(page, session):
    assert page.form.each.is_open
    days, unit = page.form.details.fields(1)
    retype(days.start, "1/2/69")
    retype(days.end, "28/2/69")
    retype(unit, "สำนักปลัด")
    page.form.title.setFocus()
    assert steps(session) == (
        STEPS[0],
        Step("๒. รายงาน", date(2026, 2, 1), date(2026, 2, 28), "สำนักปลัด"),
    )
    session.undo()
    assert steps(session)[1].unit == ""
    assert unit.text() == ""


def test_a_step_typed_anew_gets_a_line_of_its_own(page, session):
    page.form.steps.replace_all("๑. วางแผน\n๑.๕ ประชุม\n๒. รายงาน")
    page.saver.flush()
    assert [step.unit for step in steps(session)] == ["กองคลัง", "", ""]
    retype(page.form.details.fields(1)[1], "กองช่าง")
    page.saver.flush()
    assert [step.unit for step in steps(session)] == ["กองคลัง", "กองช่าง", ""]


def test_a_wrong_date_of_a_step_stays_and_is_explained(page, session):
    days, _unit = page.form.details.fields(0)
    retype(days.end, "๓๑ ก.พ. ๒๕๖๙")
    page.table.selectRow(1)
    page.table.selectRow(0)
    days, _unit = page.form.details.fields(0)
    assert days.end.text() == "๓๑ ก.พ. ๒๕๖๙"
    assert "ไม่มีในปฏิทิน" in days.problem.text()
    assert steps(session)[0].end == date(2026, 1, 31)


def test_the_offices_units_are_offered_for_a_step(page, session):
    from dataclasses import replace

    session.run(save_settings, replace(session.data.settings, units=("กองช่าง", "กองคลัง")))
    completer = page.form.details.fields(1)[1].completer()
    completer.setCompletionPrefix("ช่าง")
    assert completer.currentCompletion() == "กองช่าง"


@pytest.mark.parametrize(
    ("row", "gap", "after"),
    [(0, 2, "ขกค"), (0, 3, "ขคก"), (2, 0, "คกข"), (0, -1, "ขคก"), (1, 1, "กขค"), (1, 2, "กขค")],
)
def test_a_measure_is_dragged_to_another_place(page, session, row, gap, after):
    page.table.drop_row(row, gap)
    assert titles(session) == after


def test_a_drop_moves_the_chosen_row_once(page, session):
    page.table.selectRow(0)
    place = QPointF(30, page.table.viewport().height() - 2)
    event = QDropEvent(
        place,
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.table.dropEvent(event)
    assert titles(session) == "ขคก"
    assert event.dropAction() == Qt.DropAction.IgnoreAction
