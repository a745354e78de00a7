"""Files from offices in the window: doubles and other years are asked about, the list is saved."""

from __future__ import annotations

import os
from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import Qt

from db.opening import create_store, open_store
from itadesk.model.office import Office, OfficeKind
from itadesk.services.consolidating import (
    apply_consolidation,
    catalogues_of,
    plan_consolidation,
    read_files,
)
from itadesk.services.exchange import export_workbook
from itadesk.services.office import save_office
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.scores import record_score
from itadesk.services.years import start_year
from ui.dialogs import files
from ui.dialogs.consolidate import ConsolidateDialog
from ui.dialogs.imports import ImportsDialog
from ui.models.arrivals import DOUBLE
from ui.session import Session

YEAR = sample_year()
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
ROLE = Qt.ItemDataRole.CheckStateRole


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """An office's file of the year, an older one of it, and one of another year."""
    folder = tmp_path_factory.mktemp("sent")
    store = open_store(None)
    save_office(store, replace(sample_office(), name="อบต.หนึ่ง", code="101"))
    fill_sample(store)
    export_workbook(store, YEAR, folder / "เก่า.xlsx")
    record_score(store, YEAR, "i1", "50")
    export_workbook(store, YEAR, folder / "ใหม่.xlsx")
    record_score(store, YEAR - 1, "i1", "50")
    export_workbook(store, YEAR - 1, folder / "ปีก่อน.xlsx")
    for time, name in enumerate(("เก่า", "ใหม่", "ปีก่อน"), start=1):
        os.utime(folder / f"{name}.xlsx", (time, time))
    store.close()
    return folder


@pytest.fixture
def session(qapp):  # noqa: ARG001
    store = open_store(None)
    save_office(store, Office("จังหวัดตัวอย่าง", OfficeKind.PROVINCE, "ตัวอย่าง"))
    start_year(store, YEAR)
    yield Session(store)
    store.close()


@pytest.fixture
def dialog(session, sent, qtbot):
    made = ConsolidateDialog(None, session, sorted(sent.glob("*.xlsx")))
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: bool(made.lines))
    return made


def row_of(dialog, name):
    names = [line.arrival.path.name for line in dialog.model.lines]
    return dialog.model.index(names.index(f"{name}.xlsx"), 0)


def tick(dialog, name, state):
    dialog.model.setData(row_of(dialog, name), state.value, ROLE)


def wanted(dialog):
    return [line.arrival.path.name for line in dialog.wanted()]


def test_a_double_is_named_and_chosen_by_its_tick(dialog, session, qtbot):
    assert row_of(dialog, "เก่า").data() == DOUBLE
    assert row_of(dialog, "เก่า").data(ROLE) is UNCHECKED
    assert "ส่งซ้ำ ๑ ไฟล์" in dialog.words.text()
    assert wanted(dialog) == ["ใหม่.xlsx"]
    tick(dialog, "เก่า", CHECKED)
    qtbot.waitUntil(lambda: wanted(dialog) == ["เก่า.xlsx"])
    assert row_of(dialog, "ใหม่").data() == DOUBLE
    tick(dialog, "ใหม่", CHECKED)
    qtbot.waitUntil(lambda: wanted(dialog) == ["ใหม่.xlsx"])
    tick(dialog, "เก่า", CHECKED)
    qtbot.waitUntil(lambda: wanted(dialog) == ["เก่า.xlsx"])
    dialog.agree.click()
    assert [each.file for each in session.ask(lambda store: store.province.received(YEAR))] == [
        "เก่า.xlsx"
    ]


def test_a_file_of_another_year_is_kept_only_when_it_is_ticked(dialog, session, qtbot):
    assert row_of(dialog, "ปีก่อน").data(ROLE) is UNCHECKED
    assert "ไม่ใช่ปี ๒๕๖๘ ๑ ไฟล์" in dialog.words.text()
    tick(dialog, "ปีก่อน", CHECKED)
    qtbot.waitUntil(lambda: len(wanted(dialog)) == 2)
    dialog.agree.click()
    assert len(session.ask(lambda store: store.province.received(YEAR - 1))) == 1


def test_nothing_can_be_agreed_to_when_nothing_is_ticked(dialog, qtbot):
    tick(dialog, "ใหม่", UNCHECKED)
    qtbot.waitUntil(lambda: not dialog.agree.isEnabled())
    tick(dialog, "ใหม่", CHECKED)
    qtbot.waitUntil(lambda: dialog.agree.isEnabled())


def test_the_list_is_saved_with_what_was_not_wanted(dialog, tmp_path, monkeypatch):
    path = tmp_path / "รายการ.xlsx"
    monkeypatch.setattr(files, "pick_save", lambda *_: path)
    dialog.save.click()
    sheet = openpyxl.load_workbook(path).active
    rows = {row[1]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert rows["ใหม่.xlsx"][:2] == ("รับใหม่", "ใหม่.xlsx")
    assert rows["ใหม่.xlsx"][6] == "ครบ"
    assert rows["เก่า.xlsx"][0] == "ไม่รับ"
    assert "ซึ่งใหม่กว่า" in rows["เก่า.xlsx"][-1]
    assert rows["ปีก่อน.xlsx"][0] == "ไม่เลือกรับ"


def test_a_file_of_a_district_comes_in_through_the_window(session, sent, qtbot, tmp_path):
    path = tmp_path / "อำเภอ.itadesk"
    store = create_store(path, Office("อำเภอตัวอย่าง", OfficeKind.OTHER))
    apply_consolidation(
        store,
        plan_consolidation(store, list(read_files([sent / "ใหม่.xlsx"], catalogues_of(store)))),
    )
    store.close()
    dialog = ConsolidateDialog(None, session, [path])
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog.lines))
    assert dialog.progress.value() == 1
    dialog.agree.click()
    (received,) = session.ask(lambda store: store.province.received(YEAR))
    assert received.file == "ใหม่.xlsx (จาก อำเภอ.itadesk)"


def test_an_import_is_taken_back_from_its_history_and_brought_back_by_undo(dialog, session, qtbot):
    dialog.agree.click()
    history = ImportsDialog(None, session)
    qtbot.addWidget(history)
    assert [history.table.item(0, column).text() for column in (1, 2, 3)] == [
        "ไฟล์จากหน่วยงาน",
        "๒๕๖๘",
        "๑ แห่ง",
    ]
    history.back.click()
    assert history.table.rowCount() == 0
    assert not history.back.isEnabled()
    assert session.ask(lambda store: store.province.received(YEAR)) == ()
    session.undo()
    assert history.table.rowCount() == 1
    assert len(session.ask(lambda store: store.province.received(YEAR))) == 1
