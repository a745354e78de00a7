"""Excel in and out through the window."""

from __future__ import annotations

import csv
from decimal import Decimal

import openpyxl
import pytest
from PySide6.QtCore import Qt

from itadesk.services.exchange import export_workbook
from itadesk.services.scores import record_score
from tests.helpers.seeds import office_sheet, scores_sheet, workbook
from ui.dialogs.import_preview import ImportPreview
from ui.models.import_rows import ImportModel


def a_workbook(tmp_path, *rows):
    name = "องค์การบริหารส่วนตำบลตัวอย่าง"
    return workbook(
        tmp_path / "คะแนน.xlsx",
        {"หน่วยงาน": office_sheet(name, 2568), "คะแนนข้อคำถาม": scores_sheet(list(rows))},
    )


@pytest.fixture
def preview(qtbot, session):
    def made(path):
        dialog = ImportPreview(None, session, path)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.busy.isHidden())
        return dialog

    return made


def test_a_workbook_is_shown_and_imported_as_one_action(preview, session, tmp_path, qtbot):
    session.run(record_score, 2568, "i2", "50")
    dialog = preview(a_workbook(tmp_path, ("i1", 95, None, None), ("i2", "๙๙.๓๘", None, None)))
    assert dialog.agree.isEnabled()
    assert "จะเพิ่ม ๑ รายการ และเปลี่ยน ๑ รายการ" in dialog.words.text()
    assert session.data.assessment.scores["i2"].score == 50
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    scores = session.data.assessment.scores
    assert (scores["i1"].score, scores["i2"].score) == (95, Decimal("99.38"))
    session.undo()
    assert session.data.assessment.scores["i2"].score == 50
    assert "i1" not in session.data.assessment.scores


def test_one_refused_row_keeps_everything_out_and_is_shown_first(preview, session, tmp_path):
    dialog = preview(a_workbook(tmp_path, ("i1", 95, None, None), ("i2", 195, None, None)))
    assert not dialog.agree.isEnabled()
    assert dialog.table.model().rowCount() == 1
    texts = [dialog.table.model().index(0, column).data() for column in range(5)]
    assert texts[0] == "▲ ต้องแก้ไข"
    assert texts[1:4] == ["คะแนนข้อคำถาม", "๓", "คะแนน"]
    assert texts[4].startswith("คะแนนข้อ i๒ ต้องอยู่ระหว่าง")
    assert session.data.assessment.scores == {}


def test_rows_are_filtered_by_outcome(preview, tmp_path, qtbot):
    dialog = preview(a_workbook(tmp_path, ("i1", 95, None, None), ("i2", 195, None, None)))
    everything = next(b for b in dialog.filters.buttons() if b.text().startswith("ทั้งหมด"))
    qtbot.mouseClick(everything, Qt.MouseButton.LeftButton)
    assert dialog.table.model().rowCount() == dialog.model.rowCount() > 1


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_the_rows_that_are_shown_are_saved(preview, tmp_path, monkeypatch, ending):
    dialog = preview(a_workbook(tmp_path, ("i1", 95, None, None), ("i2", 195, None, None)))
    target = tmp_path / f"รายการ{ending}"
    monkeypatch.setattr("ui.dialogs.plan_preview.pick_save", lambda *_told: target)
    dialog.save.click()
    if ending == ".xlsx":
        rows = list(openpyxl.load_workbook(target).worksheets[0].values)
    else:
        rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert list(rows[0]) == ["ผล", "ชีต", "แถว", "ช่อง", "รายละเอียด", "ค่าเดิม", "ค่าใหม่"]
    assert [list(row[:4]) for row in rows[1:]] == [["ต้องแก้ไข", "คะแนนข้อคำถาม", "๓", "คะแนน"]]
    assert dialog.saved.text() == f"บันทึก “รายการ{ending}” แล้ว ๑ รายการ"


def test_a_list_that_cannot_be_saved_is_explained(preview, tmp_path, monkeypatch):
    dialog = preview(a_workbook(tmp_path, ("i1", 95, None, None)))
    target = tmp_path / "ไม่มีโฟลเดอร์" / "รายการ.csv"
    monkeypatch.setattr("ui.dialogs.plan_preview.pick_save", lambda *_told: target)
    dialog.save.click()
    assert dialog.saved.text().startswith("▲ ")
    assert "รายการ.csv" in dialog.saved.text()


def test_a_file_that_is_no_workbook_is_explained(preview, tmp_path):
    path = tmp_path / "เอกสาร.xlsx"
    path.write_bytes(b"no workbook")
    dialog = preview(path)
    assert "เอกสาร.xlsx" in dialog.words.text()
    assert not dialog.agree.isEnabled()
    assert dialog.cancel.text() == "ปิด"


def test_the_same_data_again_has_nothing_to_import(preview, session, store, tmp_path):
    session.run(record_score, 2568, "i1", "95")
    path = tmp_path / "เดิม.xlsx"
    export_workbook(store, 2568, path)
    dialog = preview(path)
    assert "ไม่มีอะไรต้องนำเข้า" in dialog.words.text()
    assert not dialog.agree.isEnabled()


def test_the_menu_imports_and_offers_undo(window, session, tmp_path, monkeypatch):
    path = a_workbook(tmp_path, ("i1", 95, None, None))
    asked = []
    monkeypatch.setattr("ui.exchange.pick_open", lambda *_args: path)
    monkeypatch.setattr(ImportPreview, "ask", lambda *args: asked.append(args[2]) or True)
    window.deeds.import_excel.trigger()
    assert asked == [path]
    assert window.frame.notice.text == "นำเข้าข้อมูลจาก “คะแนน.xlsx” แล้ว"
    assert window.settings.folder == tmp_path
    assert session.data is not None


def test_a_year_is_exported_and_reads_back(window, session, tmp_path, monkeypatch, qtbot):
    session.run(record_score, 2568, "i1", "95")
    path = tmp_path / "ออก.xlsx"
    monkeypatch.setattr("ui.exchange.pick_save", lambda *_args: path)
    window.deeds.export_excel.trigger()
    qtbot.waitUntil(lambda: "ส่งออกไฟล์ “ออก.xlsx” แล้ว" in window.frame.notice.text, timeout=10000)
    sheet = openpyxl.load_workbook(path)["คะแนนข้อคำถาม"]
    assert [cell.value for cell in sheet[1]][2] == "ข้อ"
    assert sheet["E2"].value == 95
    assert not window.frame.status.progress.isVisible()


def test_an_export_that_cannot_be_written_is_explained(window, tmp_path, monkeypatch, qtbot):
    path = tmp_path / "ไม่มีโฟลเดอร์" / "ออก.xlsx"
    monkeypatch.setattr("ui.exchange.pick_save", lambda *_args: path)
    window.deeds.export_excel.trigger()
    qtbot.waitUntil(lambda: "ออก.xlsx" in window.frame.notice.text, timeout=10000)
    assert window.frame.notice.property("kind") == "problem"


def test_the_rows_are_a_sound_model(qtmodeltester, preview, tmp_path):
    dialog = preview(a_workbook(tmp_path, ("i1", 95, None, None)))
    qtmodeltester.check(dialog.model)
    qtmodeltester.check(ImportModel())


def test_what_would_change_stands_above_what_stays(preview, session, tmp_path):
    for code in ("i1", "i2", "i3"):
        session.run(record_score, 2568, code, "95")
    rows = [(code, score, None, None) for code, score in (("i1", 95), ("i2", 95), ("i3", 50))]
    model = preview(a_workbook(tmp_path, *rows)).model
    results = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert results[0] == "● เปลี่ยน"
    assert set(results[1:]) == {"= เหมือนเดิม"}
