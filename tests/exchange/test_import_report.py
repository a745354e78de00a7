"""The list of an import as a file."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from itadesk.errors import BadValue
from itadesk.exchange.import_report import write_import_report
from itadesk.exchange.planning.plan import ImportRow, Outcome

ROW = ImportRow(
    "มาตรการ", 4, "หัวข้อ", Outcome.CHANGED, "ชีต มาตรการ แถว ๔ ช่อง หัวข้อ: แก้ไขหัวข้อ", "เดิม", "ใหม่"
)
TOLD = ["เปลี่ยน", "มาตรการ", "๔", "หัวข้อ", "แก้ไขหัวข้อ", "เดิม", "ใหม่"]


def test_place_reason_before_and_after_are_columns(tmp_path):
    write_import_report([ROW], "รายการ", tmp_path / "ก.csv")
    rows = list(csv.reader((tmp_path / "ก.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1] == TOLD
    write_import_report([ROW], "รายการ", tmp_path / "ก.xlsx")
    assert [cell.value for cell in load_workbook(tmp_path / "ก.xlsx").worksheets[0][2]] == TOLD


@pytest.mark.parametrize("mark", ["=", "+", "-", "@"])
def test_no_program_takes_a_text_for_a_formula(tmp_path, mark):
    row = replace(ROW, after=f"{mark}1+1")
    write_import_report([row], "รายการ", tmp_path / "ก.csv")
    assert f",'{mark}1+1" in (tmp_path / "ก.csv").read_text(encoding="utf-8-sig")
    write_import_report([row], "รายการ", tmp_path / "ก.xlsx")
    cell = load_workbook(tmp_path / "ก.xlsx").worksheets[0]["G2"]
    assert (cell.value, cell.data_type) == (f"{mark}1+1", "s")


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(BadValue, match=r"\.xlsx หรือ \.csv"):
        write_import_report([ROW], "รายการ", tmp_path / "ก.pdf")
