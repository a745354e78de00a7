from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from itadesk.model.office import OfficeKind
from ui.dialogs.frame import FieldRoom
from ui.dialogs.new_office import NewOfficeDialog, provinces


def dialog_on(qtbot, folder, day):
    made = NewOfficeDialog(None, folder, lambda: day)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot, tmp_path):
    return dialog_on(qtbot, tmp_path, date(2026, 9, 30))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2025, 9, 30), 2567),
        (date(2025, 10, 1), 2568),
        (date(2026, 10, 1), 2569),
        (date(2040, 1, 1), 2569),  # later than any catalogue: the newest there is
    ],
)
def test_the_year_of_the_last_result_is_offered_first(qtbot, tmp_path, day, year):
    assert dialog_on(qtbot, tmp_path, day).year.currentData() == year


def test_the_kind_begins_the_name(dialog):
    assert dialog.name.text() == "องค์การบริหารส่วนตำบล"
    dialog.kind.setCurrentText("เทศบาลเมือง")
    assert dialog.name.text() == "เทศบาลเมือง"
    dialog.name.setText("เทศบาลเมืองทดสอบ")
    dialog.kind.setCurrentText("จังหวัด")
    assert dialog.name.text() == "เทศบาลเมืองทดสอบ"


def test_a_name_that_is_only_its_beginning_is_not_taken(dialog):
    dialog.try_accept()
    assert "โปรดพิมพ์ชื่อต่อ" in dialog.problem.text()
    assert dialog.result() != QDialog.DialogCode.Accepted


def test_an_empty_name_is_explained(dialog):
    dialog.kind.setCurrentText(str(OfficeKind.OTHER))
    dialog.name.clear()
    dialog.try_accept()
    assert "ยังไม่ได้กรอกชื่อหน่วยงาน" in dialog.problem.text()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("ศูนย์บริการ 1/2", "ศูนย์บริการ 1-2.itadesk"),
        ('ก\\ข:ค*ง?จ"ฉ<ช>ซ|ฌ', "ก-ข-ค-ง-จ-ฉ-ช-ซ-ฌ.itadesk"),
        ("CON", "-CON.itadesk"),
        ("ลงท้ายด้วยจุด.", "ลงท้ายด้วยจุด.itadesk"),
    ],
)
def test_the_file_name_follows_the_office_name(dialog, tmp_path, name, file):
    dialog.kind.setCurrentText(str(OfficeKind.OTHER))
    dialog.name.setText(name)
    assert dialog.path == tmp_path / file
    dialog.try_accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.answer().office.name == name


def test_a_long_name_makes_a_file_name_of_at_most_120_characters(dialog, tmp_path):
    dialog.name.setText("องค์การบริหารส่วนตำบล" + "ยาว" * 100)
    assert len(dialog.path.name) <= 120
    assert dialog.path.parent == tmp_path


def test_a_file_of_that_name_is_not_written_over(dialog, tmp_path):
    dialog.name.setText("เทศบาลทดสอบ")
    (tmp_path / "เทศบาลทดสอบ.itadesk").touch()
    dialog.try_accept()
    assert "มีไฟล์ “เทศบาลทดสอบ.itadesk” อยู่แล้ว" in dialog.problem.text()


def test_another_place_can_be_picked(dialog, tmp_path, monkeypatch):
    other = tmp_path / "usb" / "งาน.itadesk"
    monkeypatch.setattr("ui.dialogs.new_office.pick_save", lambda *_args: other)
    dialog._pick()
    dialog.name.setText("ชื่ออื่น")
    assert dialog.path == other


def test_the_answer_holds_every_field(dialog):
    dialog.kind.setCurrentText("เทศบาลตำบล")
    dialog.name.setText(" เทศบาลตำบลทดสอบ ")
    dialog.district.setText("เมือง")
    dialog.province.setText("เลย")
    answer = dialog.answer()
    assert (answer.office.name, answer.office.kind) == ("เทศบาลตำบลทดสอบ", OfficeKind.TOWN)
    assert (answer.office.district, answer.office.province) == ("เมือง", "เลย")
    assert answer.year == 2568


def test_there_are_77_provinces():
    assert len(set(provinces())) == 77


def test_tab_goes_through_the_fields_and_then_to_the_buttons(dialog, qtbot):
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    assert dialog.focusWidget() is dialog.name
    passed = []
    for _ in range(7):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        passed.append(dialog.focusWidget())
    fields = [dialog.district, dialog.province, dialog.year, dialog.units]
    assert passed == [*fields, dialog.change, dialog.cancel, dialog.agree]


def test_typing_goes_on_after_the_beginning_of_the_name(dialog, qtbot):
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.name.hasSelectedText())
    assert dialog.name.cursorPosition() == len("องค์การบริหารส่วนตำบล")


def test_what_is_mended_is_no_longer_said_to_be_wrong(dialog):
    dialog.show()
    dialog.try_accept()
    assert dialog.problem.isVisible()
    dialog.name.setText("องค์การบริหารส่วนตำบลทดสอบ")
    assert not dialog.problem.isVisible()


def test_the_units_that_such_offices_have_are_offered_with_the_file(dialog):
    dialog.name.setText("องค์การบริหารส่วนตำบลทดสอบ")
    assert "กองคลัง" in dialog.usual.text()
    assert dialog.answer().units[0] == "สำนักปลัด"
    dialog.units.setChecked(False)
    assert dialog.answer().units == ()
    dialog.kind.setCurrentText(str(OfficeKind.OTHER))
    assert dialog.units.isHidden()


def test_the_fields_scroll_where_the_screen_is_low(dialog, qtbot):
    dialog.show()
    dialog.resize(560, 360)
    room = dialog.findChild(FieldRoom)
    qtbot.waitUntil(lambda: room.verticalScrollBar().maximum() > 0)
    dialog.units.setFocus()
    qtbot.keyClick(dialog.units, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.change
    qtbot.waitUntil(lambda: room.verticalScrollBar().value() > 0)
    assert dialog.agree.visibleRegion().boundingRect().height() == dialog.agree.height()


def test_a_longer_name_makes_room_for_its_place(qtbot, dialog):
    with qtbot.waitExposed(dialog):
        dialog.show()
    before = dialog.height()
    dialog.name.setText("องค์การบริหารส่วนตำบล" + "ที่มีชื่อยาวกว่าปกติ" * 5)
    qtbot.waitUntil(lambda: dialog.height() > before + dialog.file.fontMetrics().height() // 2)
