"""A round with the units through the real window: out, filled in elsewhere, back, taken back."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import Qt

from itadesk.model.work import Measure
from itadesk.services.measures import save_measure
from itadesk.services.unit_sheets import write_unit_sheet
from tests.helpers import clerk
from tests.helpers.clerk import CTRL, ENTER, UNDO, press, until
from ui.dialogs import files, folder_set
from ui.dialogs.unit_sheets import UnitSheetsDialog
from ui.dialogs.unit_sheets_in import UnitSheetsIn
from ui.dropping import take_dropped
from ui.pages.rounds import RoundsPage

SEND, TAKE = "ส่งให้สำนัก/กอง…", "รับจากสำนัก/กอง…"

FILLED = {"E": "ทำแล้ว", "F": "ดีขึ้น", "G": "๘๐", "H": "แล้วเสร็จ", "I": "ภาพถ่าย", "J": "ฝนตก"}


@pytest.fixture
def office(window, session):
    for unit in ("กองคลัง", "กองช่าง"):
        session.run(save_measure, 2568, Measure(title=f"เรื่องของ{unit}", units=(unit,)))
    clerk.open_page(window, 5)
    return window


def sent(dialog):
    """Enter writes into the folder that the picker gave; another Enter closes."""
    dialog.agree.setFocus()
    press(ENTER)
    until(lambda: dialog.cancel.text() == "ปิด")
    press(ENTER)


def taken(dialog):
    until(lambda: dialog.agree.isEnabled())
    press(ENTER)


def fill(path):
    workbook = openpyxl.load_workbook(path)
    for letter, value in FILLED.items():
        workbook.worksheets[1][f"{letter}5"] = value
    workbook.save(path)


def test_sheets_go_out_and_come_back_and_one_undo_takes_all_back(
    office, session, tmp_path, monkeypatch
):
    page = clerk.open_page(office, 5)
    page.show_round(6)
    monkeypatch.setattr(folder_set, "pick_folder", lambda *_told: tmp_path)
    monkeypatch.setattr(UnitSheetsDialog, "exec", clerk.answered(sent))
    clerk.press_button(page, SEND)
    made = sorted(tmp_path.rglob("*.xlsx"))
    assert [path.name for path in made] == [
        "กองคลัง รอบ ๖ เดือน ปี ๒๕๖๙.xlsx",
        "กองช่าง รอบ ๖ เดือน ปี ๒๕๖๙.xlsx",
    ]
    for path in made:
        fill(path)
    monkeypatch.setattr(files, "pick_several", lambda *_told: tuple(made))
    monkeypatch.setattr(UnitSheetsIn, "exec", clerk.answered(taken))
    clerk.press_button(page, TAKE)
    assert "รับแบบจากสำนัก/กอง ๒ ไฟล์แล้ว เพิ่ม ๑๒ ช่อง" in office.frame.notice.text
    assert page.form.output.text() == "ทำแล้ว"
    assert [each.progress for each in session.data.rounds] == [80, 80]
    press(UNDO)
    assert session.data.rounds == ()
    until(office.deeds.redo.isEnabled)
    press((Qt.Key.Key_Y, CTRL))
    assert len(session.data.rounds) == 2


def test_a_sheet_let_go_over_the_window_is_taken_where_rounds_are(
    office, session, tmp_path, monkeypatch
):
    path = tmp_path / "กองคลัง.xlsx"
    write_unit_sheet(session.data, "กองคลัง", 3, path)
    fill(path)
    clerk.open_page(office, 1)
    monkeypatch.setattr(UnitSheetsIn, "exec", clerk.answered(taken))
    take_dropped(office, [path])
    assert [each.output for each in session.data.rounds] == ["ทำแล้ว"]
    page = office.frame.page()
    assert isinstance(page, RoundsPage)
    assert (page.months, page.form.output.text()) == (3, "ทำแล้ว")
