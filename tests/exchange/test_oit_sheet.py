"""Sheet ทะเบียน OIT of the exchange workbook."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from db.opening import open_store
from itadesk.model.oit import OitEntry
from itadesk.services.exchange import apply_import, export_workbook, plan_import, write_template
from itadesk.services.oit import save_oit_entry

from .workbooks import raw, refusals, take

SHEET = "ทะเบียน OIT"
KEPT = OitEntry("o2", True, ("www.example.go.th/ก",), "รวมไว้หน้าเดียว", "กองคลัง", date(2026, 3, 9))


def row(code, answer=None, url=None, told=None, unit=None, day=None):
    cells = {"มี/ไม่มี": answer, "URL": url, "คำอธิบาย": told, "หน่วยงานรับผิดชอบ": unit}
    return {"ข้อ": code, "ตรวจล่าสุด": day, **cells}


def test_every_item_has_a_row_to_fill_in(store, tmp_path):
    path = tmp_path / "a.xlsx"
    write_template(2568, path)
    rows = list(openpyxl.load_workbook(path)[SHEET].iter_rows(min_row=2, values_only=True))
    assert [each[0] for each in rows] == [f"o{n}" for n in range(1, 29)]
    assert rows[0][1:] == ("โครงสร้างและอำนาจหน้าที่", None, None, None, None, None)
    assert plan_import(store, path).changes_nothing


def test_entries_come_back_and_those_of_no_item_stay_at_home(store, tmp_path):
    save_oit_entry(store, 2568, KEPT)
    raw(store, oit=OitEntry("o43", True))
    path = tmp_path / "a.xlsx"
    export_workbook(store, 2568, path)
    assert [cell.value for cell in openpyxl.load_workbook(path)[SHEET][3]][2:6] == [
        *("มี", "www.example.go.th/ก", "รวมไว้หน้าเดียว", "กองคลัง")
    ]
    other = open_store(None)
    take(other, path)
    assert other.oit.of_year(2568) == (KEPT,)
    other.close()


def test_cells_are_read_as_offices_write_them(store, made):
    rows = [
        row("o๑", "มี ", "a.go.th/1\n\nb.go.th/2", None, "กองช่าง", "๙ มี.ค. ๒๕๖๙"),
        row("o3", "-", None, "ยังจัดทำอยู่"),
        row("o4"),
    ]
    take(store, made({SHEET: rows}))
    assert store.oit.of_year(2568) == (
        OitEntry("o1", True, ("a.go.th/1", "b.go.th/2"), "", "กองช่าง", date(2026, 3, 9)),
        OitEntry("o3", None, (), "ยังจัดทำอยู่"),
    )


def test_an_empty_cell_leaves_what_is_there_and_one_undo_takes_all_back(store, made):
    save_oit_entry(store, 2568, KEPT)
    plan = plan_import(store, made({SHEET: [row("o2", "ไม่มี"), row("o5", "มี")]}))
    results = [(str(r.result), r.column, r.before, r.after) for r in plan.rows if r.sheet == SHEET]
    assert results == [("changed", "มี/ไม่มี", "มี", "ไม่มี"), ("added", "ข้อ", "", "")]
    apply_import(store, plan)
    changed, added = store.oit.of_year(2568)
    assert (changed.answer, changed.urls, added.answer) == (False, KEPT.urls, True)
    store.undo()
    assert store.oit.of_year(2568) == (KEPT,)


@pytest.mark.parametrize(
    ("given", "column", "said"),
    [
        (row("o1", "อาจจะ"), "มี/ไม่มี", "ต้องเป็นมี หรือ ไม่มี"),
        (row("o1", "มี", "หน้าเว็บของเรา"), "URL", "ยังไม่ถูกต้อง"),
        (row("o99", "มี"), "ข้อ", "ไม่มีข้อ o๙๙"),
        (row("i1", "มี"), "ข้อ", "ไม่ใช่รายการ OIT"),
        (row("o1", "มี", None, None, None, "วันศุกร์"), "ตรวจล่าสุด", ""),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_place(store, made, given, column, said):
    (refused,) = refusals(plan_import(store, made({SHEET: [given]})))
    assert (refused.sheet, refused.row, refused.column) == (SHEET, 2, column)
    assert said in refused.message


def test_a_workbook_without_the_sheet_changes_no_entry(store, made):
    save_oit_entry(store, 2568, KEPT)
    take(store, made({"ข้อจำกัด": [{"ข้อจำกัด": "งบประมาณ"}]}))
    assert store.oit.of_year(2568) == (KEPT,)
