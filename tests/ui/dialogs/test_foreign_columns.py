"""Scores from a workbook that is not ours, through the real dialogs and the real window."""

from __future__ import annotations

from decimal import Decimal

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt

from ui.dialogs.foreign_columns import ForeignColumns
from ui.dialogs.foreign_preview import ForeignPreview
from ui.foreign_memory import kept_columns
from ui.models.foreign_cells import ForeignCells


@pytest.fixture
def path(tmp_path):
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "ผลคะแนน"
    for row in (
        ("ผลการประเมิน ๒๕๖๘",),
        ("ข้อ", "ประเด็น", "คะแนนรอบแรก", "คะแนนรอบสอง"),
        ("i1", "ก", 91, 81),
        ("i2", "ข", "๙๒.๕", 82),
        ("รวม", "", 91.75, 81.5),
    ):
        sheet.append(row)
    book.create_sheet("หมายเหตุ").append(["ไม่มี"])
    made = tmp_path / "ของอำเภอ.xlsx"
    book.save(made)
    return made


@pytest.fixture
def dialog(qtbot, session, settings, path):
    made = ForeignColumns(None, session.data, settings, path)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.busy.isHidden())
    return made


def pick(field, words):
    """As the user does: the entry that begins with these words."""
    place = next(n for n in range(field.count()) if field.itemText(n).startswith(words))
    field.setCurrentIndex(place)
    field.activated.emit(place)


def test_it_begins_with_a_guess_and_says_what_it_found(dialog):
    assert dialog.head.currentText().startswith("แถว ๒")
    assert dialog.code.currentText() == "A ข้อ"
    assert dialog.scores["คะแนน"].currentText() == "C คะแนนรอบแรก"
    assert dialog.found.text() == "✓ พบคะแนน ๒ จาก ๕๒ ข้อ · เว้น ๑ แถวที่ไม่ใช่ข้อคำถาม"
    assert "(แถว ๕)" in dialog.found.toolTip()
    assert dialog.agree.isEnabled()


def test_rows_and_columns_that_are_taken_are_set_off(dialog):
    model = dialog.model
    vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
    assert [model.headerData(row, vertical) for row in range(5)] == [
        "  ๑",
        "  ๒",
        "✓ ๓",
        "✓ ๔",
        "– ๕",
    ]
    assert [model.headerData(column, horizontal) for column in range(4)] == [
        "A · ข้อ", "B", "C · คะแนน", "D",
    ]  # fmt: skip
    assert model.index(3, 2).data() == "๙๒.๕"


def test_another_column_is_chosen_and_known_again(qtbot, dialog, session, settings, path):
    pick(dialog.scores["คะแนน"], "D")
    assert dialog.chosen().columns.column_of("คะแนน") == 4
    dialog.accept()
    again = ForeignColumns(None, session.data, settings, path)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.busy.isHidden())
    assert again.chosen().columns == dialog.chosen().columns


def test_a_damaged_memory_is_passed_over(settings):
    settings.foreign_columns = ("อะไรก็ไม่รู้", "ข้อ|คะแนน\t1,x,0,0", "ข้อ|ผล\t1,2,0,0")
    assert list(kept_columns(settings)) == ["ข้อ|ผล"]


def test_a_sheet_without_scores_says_what_to_do(dialog):
    pick(dialog.sheet, "หมายเหตุ")
    assert dialog.found.text().startswith("▲ ยังไม่พบคะแนน โปรดเลือก")
    assert not dialog.agree.isEnabled()
    pick(dialog.sheet, "ผลคะแนน")
    assert dialog.agree.isEnabled()


def test_a_damaged_file_is_explained(qtbot, session, settings, tmp_path):
    broken = tmp_path / "เสีย.xlsx"
    broken.write_bytes(b"nothing")
    made = ForeignColumns(None, session.data, settings, broken)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.busy.isHidden())
    assert "เสีย.xlsx" in made.words.text()
    assert made.cancel.text() == "ปิด"


def test_the_cells_are_a_sound_model(qtmodeltester, dialog):
    qtmodeltester.check(dialog.model)
    qtmodeltester.check(ForeignCells())


def test_the_menu_leads_a_foreign_file_through_both_dialogs(
    window, session, path, monkeypatch, qtbot
):
    def choose(parent, data, settings, file):
        made = ForeignColumns(parent, data, settings, file)
        qtbot.waitUntil(lambda: made.busy.isHidden())
        qtbot.mouseClick(made.agree, Qt.MouseButton.LeftButton)
        return made.chosen()

    def confirm(parent, open_session, chosen):
        made = ForeignPreview(parent, open_session, chosen)
        qtbot.waitUntil(lambda: made.busy.isHidden())
        assert "จะเพิ่ม ๒ รายการ" in made.words.text()
        assert session.data.assessment.scores == {}
        qtbot.mouseClick(made.agree, Qt.MouseButton.LeftButton)
        return made.result() == 1

    monkeypatch.setattr("ui.exchange.pick_open", lambda *_args: path)
    monkeypatch.setattr(ForeignColumns, "ask", choose)
    monkeypatch.setattr(ForeignPreview, "ask", confirm)
    window.deeds.import_excel.trigger()
    scores = session.data.assessment.scores
    assert (scores["i1"].score, scores["i2"].score) == (91, Decimal("92.5"))
    assert window.frame.notice.text == "นำเข้าคะแนนจาก “ของอำเภอ.xlsx” แล้ว"
    session.undo()
    assert session.data.assessment.scores == {}
