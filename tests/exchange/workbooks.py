"""Workbooks as an office or a stranger might make them."""

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from itadesk.services.exchange import apply_import, plan_import

MEASURE = {
    "ลำดับ": 1,
    "ตัวชี้วัดที่": "๑",
    "มาตรการ โครงการ หรือกิจกรรม": "๑. ก\n๒. ข",
    "ขั้นตอนหรือวิธีการปฏิบัติ": "๑. ประชุม\n๒. แจ้งเวียน",
    "วันเริ่ม": "๑ ต.ค. ๒๕๖๘",
    "วันสิ้นสุด": date(2026, 9, 30),
    "ผู้รับผิดชอบ": "กองคลัง, สำนักปลัด",
}
HEADS = {
    "หน่วยงาน": ("รายการ", "ค่า"),
    "คะแนนข้อคำถาม": (
        *("แบบวัด", "ตัวชี้วัดที่", "ข้อ", "ข้อคำถาม"),
        *("คะแนน", "คะแนนส่วนที่ ๑", "คะแนนส่วนที่ ๒"),
    ),
    "คะแนนตัวชี้วัด": ("ตัวชี้วัดที่", "ชื่อตัวชี้วัด", "คะแนนที่คำนวณ", "คะแนนที่ประกาศ"),
    "การวิเคราะห์": (
        *("ตัวชี้วัดที่", "ประเด็นที่", "ข้อ"),
        *("สาเหตุเกิดจาก", "แนวทางการยกระดับ", "สรุป"),
    ),
    "มาตรการ": (
        *("ลำดับ", "ตัวชี้วัดที่", "ประเด็นที่", "หัวข้อ", "มาตรการ โครงการ หรือกิจกรรม"),
        *("ผลการวิเคราะห์", "ขั้นตอนหรือวิธีการปฏิบัติ", "วันเริ่ม", "วันสิ้นสุด", "ผู้รับผิดชอบ"),
    ),
    "ผลการดำเนินงาน": (
        *("ลำดับมาตรการ", "รอบ", "ผลการดำเนินการ", "ผลลัพธ์"),
        *("ร้อยละความก้าวหน้า", "สถานะ", "หลักฐาน", "ปัญหาอุปสรรค"),
    ),
    "ข้อจำกัด": ("ลำดับ", "ข้อจำกัด"),
    "ทะเบียน OIT": (*("ข้อ", "รายการข้อมูล", "มี/ไม่มี", "URL", "คำอธิบาย", "หน่วยงานรับผิดชอบ", "ตรวจล่าสุด"),),
}
META = ("format", "program version", "catalogue id", "office id", "year", "content hash")


def save(path: Path, sheets, year=2568) -> Path:
    """A workbook with the sheets by name; rows are mappings of columns to values."""
    workbook = Workbook()
    del workbook["Sheet"]
    if year is not None:
        sheets = {"หน่วยงาน": [{"รายการ": "ปีงบประมาณที่ประเมิน", "ค่า": year}], **sheets}
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        columns = HEADS[name]
        sheet.append(columns)
        for row in rows:
            assert set(row) <= set(columns), row
            sheet.append([row.get(column) for column in columns])
    workbook.save(path)
    return path


def office_rows(values):
    """Rows of the office sheet from values by label."""
    return [{"รายการ": label, "ค่า": value} for label, value in values.items()]


def score_rows(scores):
    """Rows of ข้อ and คะแนน, or of ข้อ and all three scores."""
    columns = ("คะแนน", "คะแนนส่วนที่ ๑", "คะแนนส่วนที่ ๒")
    rows = []
    for code, given in scores.items():
        given = given if isinstance(given, tuple) else (given,)
        rows.append({"ข้อ": code, **dict(zip(columns, given, strict=False))})
    return rows


def with_part(path: Path, name: str, change) -> Path:
    """Rewrites one part of a workbook; `change` maps its bytes, which are b"" when it is new."""
    source = zipfile.ZipFile(BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            body = source.read(entry)
            target.writestr(entry, change(body) if entry == name else body)
        if name not in source.namelist():
            target.writestr(name, change(b""))
    return path


def with_cell(path: Path, sheet_number: int, reference: str, inner: str, kind="") -> Path:
    """Puts raw XML into one cell of a sheet that has it already."""
    cell = re.compile(rf'<c r="{reference}"[^>]*?(/>|>.*?</c>)', re.DOTALL)
    new = f'<c r="{reference}"{kind}>{inner}</c>'

    def change(body: bytes) -> bytes:
        text, count = cell.subn(lambda _: new, body.decode())
        assert count == 1
        return text.encode()

    return with_part(path, f"xl/worksheets/sheet{sheet_number}.xml", change)


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def raw_workbook(path: Path, sheet: str, rows: str, strings="", styles="", properties="") -> Path:
    """A workbook as Excel writes it: shared texts, number formats, stored results of formulas."""
    parts = {
        "[Content_Types].xml": "<Types>"
        f'<Override PartName="/xl/w.xml" ContentType="{_KIND}"/></Types>',
        "xl/w.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">{properties}<sheets>'
        f'<sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/w.xml.rels": "<Relationships>"
        f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="/xl/s.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELATIONS}/sharedStrings" Target="t.xml"/>'
        f'<Relationship Id="rId3" Type="{_RELATIONS}/styles" Target="../xl/f.xml"/>'
        "</Relationships>",
        "xl/s.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>',
        "xl/t.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
        "xl/f.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, body in parts.items():
            target.writestr(name, body)
    return path


def raw(store, **records):
    """Puts records of 2568 into a store past the services, as another release might have."""
    with store.transaction("ทดสอบ"):
        for part, record in records.items():
            getattr(store, part).save(2568, record)


def outcomes(plan):
    """Results of the rows but those of the office."""
    return [str(row.result) for row in plan.rows if row.sheet != "หน่วยงาน"]


def refusals(plan):
    return [row for row in plan.rows if row.result == "refused"]


def take(store, path):
    """Imports a workbook that nothing stands against."""
    plan = plan_import(store, path)
    assert not refusals(plan)
    return apply_import(store, plan)
