"""The published documents as data, where they lie beside the repository, and as workbooks."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

SHARED = Path(__file__).parents[3] / "shared"


def seed(name: str) -> dict:
    """The data of a seed; the test is skipped with a reason where there is none."""
    path = SHARED / "seed-data" / f"{name}.json"
    if not path.exists():
        pytest.skip("the seeds are not beside this checkout")
    return json.loads(path.read_text(encoding="utf-8"))


def workbook(path: Path, sheets: dict[str, list[list]]) -> Path:
    """A plain workbook as an office would type it: sheet name → head and rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def scores_sheet(rows: list[tuple]) -> list[list]:
    """(ข้อ, คะแนน, ส่วนที่ ๑, ส่วนที่ ๒) rows with the head of the exchange workbook."""
    return [["ข้อ", "คะแนน", "คะแนนส่วนที่ ๑", "คะแนนส่วนที่ ๒"], *map(list, rows)]


def office_sheet(name: str, year: int, plan_year: int | None = None) -> list[list]:
    rows = [["รายการ", "ค่า"], ["ชื่อหน่วยงาน", name], ["ปีงบประมาณที่ประเมิน", year]]
    return [*rows, ["ปีงบประมาณที่ดำเนินมาตรการ", plan_year]] if plan_year else rows


def seed_002_sheets(data: dict) -> dict[str, list[list]]:
    """Scores, analysis and measures of seed 002, digits as printed there."""
    scored = [
        (question["code_text"], question["score_text"], None, None)
        for each in data["indicators"]
        for question in each["questions"]
    ]
    analysis = [["ตัวชี้วัดที่", "ข้อ", "สาเหตุเกิดจาก", "แนวทางการยกระดับ"]]
    for each in data["indicators"]:
        found = each["analysis"]
        if not found["cause"]:
            continue
        documents = "nos" in each
        codes = ", ".join(low["code"] for low in found["lowest"]) if documents else None
        number = each["nos"][0] if documents else each["no"]
        analysis.append([number, codes, found["cause"], "\n".join(found["guideline"])])
    measures = [
        ["ลำดับ", "ตัวชี้วัดที่", "มาตรการ โครงการ หรือกิจกรรม", "ผลการวิเคราะห์",
         "ขั้นตอนหรือวิธีการปฏิบัติ", "วันเริ่ม", "วันสิ้นสุด", "ผู้รับผิดชอบ"]
    ]  # fmt: skip
    columns = data["measure_columns"]
    for order, each in enumerate(data["measures"], 1):
        activities, result, steps = ("\n".join(each[column]) for column in columns[:3])
        measures.append(
            [order, each["indicator_no"], activities, result, steps, each["period_start"],
             "๓๐ ก.ย. ๒๕๖๙", each["ผู้รับผิดชอบ"]]
        )  # fmt: skip
    return {
        "หน่วยงาน": office_sheet(data["agency"]["name_th"], 2568, 2569),
        "คะแนนข้อคำถาม": scores_sheet(scored),
        "การวิเคราะห์": analysis,
        "มาตรการ": measures,
    }
