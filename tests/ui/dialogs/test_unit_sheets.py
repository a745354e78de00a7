"""Sheets out to the units and back, through the page of rounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from itadesk.model.office import OfficeKind
from itadesk.model.unit_sheet import SentSheet
from itadesk.model.work import Measure, RoundReport
from itadesk.services.measures import save_measure
from itadesk.services.office import save_office, save_round_report
from tests.helpers.keys import in_window
from ui import theme
from ui.dialogs import files, folder_set
from ui.dialogs.unit_sheets import UnitSheetsDialog
from ui.dialogs.unit_sheets_in import UnitSheetsIn
from ui.look import Choice
from ui.pages.rounds import RoundsPage
from ui.typesetting import Typesetter

SEND, TAKE = "ส่งให้สำนัก/กอง…", "รับจากสำนัก/กอง…"

DAY = date(2026, 3, 9)


@pytest.fixture
def office(session):
    """Measures of กองคลัง, of both units, and of nobody."""
    for units in (("กองคลัง",), ("กองคลัง", "กองช่าง"), ()):
        session.run(save_measure, 2568, Measure(title="เรื่อง", units=units))
    return session


@pytest.fixture
def dialog(qtbot, office, tmp_path, monkeypatch):
    made = UnitSheetsDialog(None, office, Typesetter(office), tmp_path, 6, lambda: DAY)
    qtbot.addWidget(made)
    monkeypatch.setattr(folder_set, "pick_folder", lambda *_told: tmp_path)
    with qtbot.waitExposed(made):
        made.show()
    return made


def lines(dialog):
    return [dialog.list.item(n).text() for n in range(dialog.list.count())]


def sheets(qtbot, dialog):
    """Writes what is ticked; the files by unit."""
    dialog.agree.click()
    qtbot.waitUntil(lambda: dialog.cancel.text() == "ปิด", timeout=9000)
    return {path.name.split()[0]: path for path in sorted(dialog.folder.glob("*.xlsx"))}


def typed(path, cell, value):
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[1][cell] = value
    workbook.save(path)


def preview(qtbot, session, *paths):
    dialog = UnitSheetsIn(None, session, paths, "สำนัก/กอง", lambda: DAY)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.busy.isHidden())
    return dialog


def reports(session):
    return {each.measure_id: each.output for each in session.data.rounds}


def test_every_unit_stands_there_with_its_measures_and_what_is_out(dialog, office):
    assert lines(dialog) == [
        "กองคลัง · ○ ๒ มาตรการ · รายงานแล้ว ๐\nยังไม่ได้ส่งแบบ",
        "กองช่าง · ○ ๑ มาตรการ · รายงานแล้ว ๐\nยังไม่ได้ส่งแบบ",
    ]
    assert "๒ สำนัก/กอง รวม ๒ ไฟล์" in dialog.state.text()
    assert "มาตรการ ๑ รายการยังไม่ระบุผู้รับผิดชอบ" in dialog.state.text()
    office.run(save_round_report, RoundReport(2, 12, "เสร็จ"))
    dialog.round.choose(12)
    assert "◔ ๒ มาตรการ · รายงานแล้ว ๑" in lines(dialog)[0]
    assert dialog.chosen() == ("กองคลัง",)  # the other has reported all


def test_the_choices_go_on_in_another_line_at_large_text(qapp, qtbot, office, tmp_path):
    theme.choose(qapp, Choice.SYSTEM, 200)
    try:
        made = UnitSheetsDialog(None, office, Typesetter(office), tmp_path, 6, lambda: DAY)
        qtbot.addWidget(made)
        made.resize(800, 600)
        made.show()
        assert made.width() == 800
        qtbot.waitUntil(lambda: made.everything.y() > made.round.y() + made.round.height())
        assert made.everything.geometry().right() < made.list.width()
    finally:
        theme.choose(qapp, Choice.SYSTEM, 100)


def test_sheets_are_written_and_known_to_be_out(qtbot, dialog, office):
    dialog.kinds[".pdf"].setChecked(True)
    assert set(sheets(qtbot, dialog)) == {"กองคลัง", "กองช่าง"}
    assert dialog.folder.name == "แบบรายสำนัก-กอง ปี ๒๕๖๘"
    assert sorted(path.name for path in dialog.folder.glob("*.pdf")) == [
        "กองคลัง รอบ ๖ เดือน ปี ๒๕๖๙.pdf",
        "กองช่าง รอบ ๖ เดือน ปี ๒๕๖๙.pdf",
    ]
    assert "สร้างแล้ว ๔ จาก ๔ ไฟล์" in dialog.state.text()
    assert office.data.sent_sheets == (
        SentSheet("กองคลัง", 6, DAY),
        SentSheet("กองช่าง", 6, DAY),
    )
    assert office.undo_label() == "ส่งแบบเก็บข้อมูล"


def test_what_units_wrote_is_shown_and_taken_as_one_action(qtbot, dialog, office):
    made = sheets(qtbot, dialog)
    typed(made["กองคลัง"], "E5", "คลังทำแล้ว")
    typed(made["กองช่าง"], "E5", "ช่างทำแล้ว")
    shown = preview(qtbot, office, *made.values())
    assert "รับได้ ๒ ไฟล์ จะเพิ่ม ๒ ช่อง เปลี่ยน ๐ ช่อง" in shown.words.text()
    assert shown.clash_line.isHidden()
    qtbot.mouseClick(shown.agree, Qt.MouseButton.LeftButton)
    assert reports(office) == {1: "คลังทำแล้ว", 2: "ช่างทำแล้ว"}
    assert all(each.back_on == DAY for each in office.data.sent_sheets)
    office.undo()
    assert reports(office) == {}


def test_what_both_sides_changed_is_decided_by_a_choice(qtbot, dialog, office):
    made = sheets(qtbot, dialog)
    typed(made["กองคลัง"], "E6", "คลังทำแล้ว")
    office.run(save_round_report, RoundReport(2, 6, "ในโปรแกรม"))
    shown = preview(qtbot, office, made["กองคลัง"])
    assert shown.clash_line.isVisible()
    assert not shown.agree.isEnabled()
    assert "ที่ ๒ ผลผลิต" in shown.warnings.text()
    shown.clash.setCurrentIndex(shown.clash.findText("ต่อท้ายข้อความในโปรแกรม"))
    assert "เปลี่ยน ๑ ช่อง" in shown.words.text()
    shown.agree.click()
    assert reports(office)[2] == "ในโปรแกรม\nคลังทำแล้ว"


def test_a_file_to_mend_is_left_out_and_the_others_can_be_taken(qtbot, dialog, office, tmp_path):
    made = sheets(qtbot, dialog)
    typed(made["กองคลัง"], "G5", 150)
    typed(made["กองช่าง"], "E5", "ช่างทำแล้ว")
    other = tmp_path / "อื่น.xlsx"
    other.write_bytes(b"no workbook")
    shown = preview(qtbot, office, *made.values(), other)
    assert "ไม่รับ ๒ ไฟล์ที่ต้องแก้ไขก่อน" in shown.words.text()
    assert shown.table.model().rowCount() == 2
    texts = [shown.table.model().index(0, column).data() for column in range(4)]
    assert texts == ["▲ ต้องแก้ไข", "กองคลัง", "๕", "ร้อยละ"]
    shown.agree.click()
    assert reports(office) == {2: "ช่างทำแล้ว"}


def test_a_sheet_without_news_has_nothing_to_take(qtbot, dialog, office):
    shown = preview(qtbot, office, *sheets(qtbot, dialog).values())
    assert "ไม่มีผลใหม่ให้รับจาก ๒ ไฟล์" in shown.words.text()
    assert not shown.agree.isEnabled()


@pytest.fixture
def page(qtbot, office):
    return in_window(qtbot, RoundsPage(office, lambda: DAY))


def action(page, words):
    return next(each for each in page.actions() if each.text() == words)


def test_the_page_sends_for_the_round_that_it_shows(page, monkeypatch):
    page.show_round(12)
    seen = []
    monkeypatch.setattr(UnitSheetsDialog, "exec", lambda dialog: seen.append(dialog.months))
    action(page, SEND).trigger()
    assert seen == [12]


def test_the_page_takes_files_and_shows_what_they_brought(qtbot, page, dialog, monkeypatch):
    made = sheets(qtbot, dialog)
    typed(made["กองคลัง"], "E5", "คลังทำแล้ว")
    monkeypatch.setattr(files, "pick_several", lambda *_told: tuple(made.values()))

    def agreed(dialog):
        qtbot.waitUntil(lambda: dialog.plan is not None)
        dialog.agree.click()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(UnitSheetsIn, "exec", agreed)
    action(page, TAKE).trigger()
    assert page.form.output.text() == "คลังทำแล้ว"


def test_a_province_sends_to_its_agencies(qtbot, office):
    known = office.data.office
    office.run(save_office, replace(known, name="จังหวัดตัวอย่าง", kind=OfficeKind.PROVINCE))
    page = RoundsPage(office, lambda: DAY)
    qtbot.addWidget(page)
    assert action(page, "ส่งให้ส่วนราชการ…").isEnabled()
    dialog = UnitSheetsDialog(None, office, Typesetter(office), Path(), 6, lambda: DAY)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "ส่งแบบให้ส่วนราชการ"
    assert dialog.state.text().startswith("๒ ส่วนราชการ รวม ๒ ไฟล์")


def test_giving_up_the_files_changes_nothing(page, office, monkeypatch):
    monkeypatch.setattr(files, "pick_several", lambda *_told: ())
    action(page, TAKE).trigger()
    assert reports(office) == {}
