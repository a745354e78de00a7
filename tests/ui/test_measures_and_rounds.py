"""From findings to a finished round, through the real window, with keys and clicks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from itadesk.model.kept import FileRole
from itadesk.model.work import Finding, RoundStatus
from itadesk.services.findings import save_finding
from itadesk.services.office import save_settings
from tests.helpers.keys import type_text
from ui.dialogs import files
from ui.dialogs.rounds import RoundsDialog

NONE, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
ENTER, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down


def press(key, modifier=NONE):
    widget = QApplication.focusWidget()
    assert widget is not None, "no widget has the focus"
    QTest.keyClick(widget, key, modifier)


def write(field, text):
    """Into a field instead of what is there, a key a letter, Enter between lines."""
    field.setFocus()
    field.selectAll()
    for line, part in enumerate(text.split("\n")):
        if line:
            press(ENTER)
        type_text(field, part)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def from_menu(menu, words):
    next(each for each in menu.actions() if each.text().startswith(words)).trigger()


def action(page, words):
    return next(each for each in page.actions() if each.text() == words)


@pytest.fixture
def findings(session):
    """Of two indicators; and the units of the office."""
    for indicator, cause in ((3, "ขาดการสื่อสาร"), (7, "ช่องทางรับฟังมีน้อย")):
        session.run(save_finding, 2568, Finding(indicator=indicator, cause=cause))
    units = ("สำนักปลัด", "กองคลัง")
    session.run(save_settings, replace(session.data.settings, units=units))
    return {each.indicator: each.id for each in session.data.findings}


@pytest.fixture
def planned(qtbot, window, findings):  # noqa: ARG001
    """The page of measures, one written out in full and another begun."""
    window.frame.show_page("measures")
    page = window.frame.page()
    form = page.form
    from_menu(page.menu(), "๓")
    write(form.title, "อบรมเจ้าหน้าที่")
    popup = form.findings.drop()
    type_text(popup.filter, "ตัวชี้วัดที่ ๗")
    press(ENTER)
    popup.close()
    write(form.steps, "วางแผน\nจัดอบรม")
    form.steps.left.emit()
    form.number.click()
    form.each.head.click()
    days, unit = form.details.fields(1)
    write(days.start, "๑ ม.ค. ๒๕๖๙")
    write(days.end, "๓๑ ม.ค. ๒๕๖๙")
    write(unit, "กองคลัง")
    press(Qt.Key.Key_Escape)  # the suggestions
    from_menu(form.period.menu(), "ครึ่งปีแรก")
    form.units._buttons["สำนักปลัด"].click()
    write(form.units.line, "กองช่าง")
    press(ENTER)
    from_menu(page.menu(), "๗")
    write(form.title, "เปิดช่องทางรับฟัง")
    form.units._buttons["กองช่าง"].click()
    page.saver.flush()
    QApplication.processEvents()
    with qtbot.waitActive(window):  # popups that are not on a screen leave it inactive
        window.activateWindow()
    return page


def test_a_measure_is_written_for_its_findings_and_moved_by_keys(planned, session, findings):
    first, second = session.data.measures
    assert first.findings == (findings[3], findings[7])
    assert [(s.text, s.end, s.unit) for s in first.steps] == [
        ("๑. วางแผน", None, ""),
        ("๒. จัดอบรม", date(2026, 1, 31), "กองคลัง"),
    ]
    assert (first.start, first.end) == (date(2025, 10, 1), date(2026, 3, 31))
    assert first.units == ("สำนักปลัด", "กองช่าง")
    assert "กองช่าง" in session.data.settings.units
    assert second.findings == (findings[7],)
    planned.form.title.setFocus()
    press(UP, ALT)
    assert [each.id for each in session.data.measures] == [second.id, first.id]
    press(DOWN, ALT)
    assert [each.id for each in session.data.measures] == [first.id, second.id]


@pytest.mark.usefixtures("planned")
def test_a_round_is_reported_and_what_is_late_goes(window, session, monkeypatch, tmp_path):
    monkeypatch.setattr(RoundsDialog, "exec", _quarters)
    Image.new("RGB", (800, 600), "teal").save(tmp_path / "อบรม.jpg")
    monkeypatch.setattr(files, "pick_several", lambda *_: (tmp_path / "อบรม.jpg",))
    window.frame.show_page("rounds")
    page = window.frame.page()
    monkeypatch.setattr(page, "_today", lambda: date(2026, 4, 10))
    action(page, "กำหนดรอบรายงาน").trigger()
    assert page.choice.rounds() == (3, 6, 9, 12)
    assert page.bar.board.text() == "▲ งานล่าช้า ๒"
    click(page.bar.board)
    units = page.views.board.tree
    assert [units.topLevelItem(n).text(0) for n in range(2)] == [
        "สำนักปลัด  ๑ มาตรการ",
        "กองช่าง  ๒ มาตรการ",
    ]
    units.setFocus()
    units.setCurrentItem(units.topLevelItem(0).child(0))
    press(ENTER)
    assert (page.months, page.form.output.hasFocus()) == (3, True)
    write(page.form.output, "จัดอบรม ๒ รุ่น")
    write(page.form.progress, "๕๐")
    click(page.form.files.attach)
    write(page.form.files.rows[0].caption, "วันอบรม")
    click(page.choice.button(6))
    click(page.copy)
    write(page.form.output, "จัดอบรมครบ ๓ รุ่น")
    page.measures.setFocus()
    press(DOWN, SHIFT)
    click(page.views.several.buttons[RoundStatus.DONE])
    assert page.bar.board.text() == "งานล่าช้า"
    reports = {(each.measure_id, each.months): each for each in session.data.rounds}
    first, second = (each.id for each in session.data.measures)
    assert reports[first, 3].output == "จัดอบรม ๒ รุ่น"
    assert (reports[first, 6].output, reports[first, 6].progress) == (
        "จัดอบรมครบ ๓ รุ่น",
        Decimal(50),
    )
    assert {reports[each, 6].status for each in (first, second)} == {RoundStatus.DONE}
    kept = [each for each in session.data.files if each.role is FileRole.PHOTO]
    assert [(each.measure, each.months, each.caption) for each in kept] == [(first, 3, "วันอบรม")]


def _quarters(dialog):
    dialog.presets[(3, 6, 9, 12)].click()
    return QDialog.DialogCode.Accepted
