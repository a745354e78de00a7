"""Writes the workbook of a unit: a page that says what to do, the sheet, and the hidden one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from itadesk import __version__
from itadesk.exchange import layout as at
from itadesk.exchange.datacode import code_of
from itadesk.exchange.looks import Looks, looks
from itadesk.exchange.unit_sheet import (
    BASES,
    BASES_FROM,
    COLUMNS,
    FILLED,
    GUIDE,
    META,
    OBSTACLES,
    ORDER,
    OUTPUT,
    PERIOD,
    PLANNED,
    PROGRESS,
    SheetRow,
    cell_of,
    content_hash,
    sheet_rows,
)
from itadesk.exchange.unit_sheet import MEASURE as MEASURE_TEXT
from itadesk.exchange.writing import packed, put
from itadesk.labels import ROUND_STATUS
from itadesk.model.year import YearData
from itadesk.reports.parts.names import owner_unit, parts_word
from itadesk.rounds import round_over
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEAD = 4  # the row of the columns' heads
WIDTHS = {
    ORDER: 6, MEASURE_TEXT: 30, at.STEPS: 34, PERIOD: 15, OUTPUT: 30, at.OUTCOME: 30,
    PROGRESS: 9, at.STATUS: 20, at.EVIDENCE: 24, OBSTACLES: 24,
}  # fmt: skip
FREE, LOCKED = "FFFFF8DC", "FFF2F2F2"
_HEAD_HEIGHT = 26  # pt
_LOWEST = 96  # pt, so that an empty row has room to write in
_UNFIT = re.compile(r"[\[\]:*?/\\]")  # in the name of a sheet
_LONGEST_NAME = 31


def write_unit_workbook(data: YearData, unit: str, months: int) -> bytes:
    """The sheet of a unit for a round; BadValue names the place of a text too long for a cell."""
    from openpyxl import Workbook
    from openpyxl.workbook.protection import WorkbookProtection

    workbook, look = Workbook(), looks()
    del workbook[workbook.sheetnames[0]]
    rows = sheet_rows(data, unit, months)
    name = sheet_name(unit)
    _fill_guide(workbook.create_sheet(GUIDE), data, unit, months, name, look)
    _fill_sheet(workbook.create_sheet(name), data, unit, months, rows, look)
    _fill_meta(workbook.create_sheet(at.META), data, unit, months, rows)
    workbook[at.META].sheet_state = "hidden"
    workbook.active = 0
    workbook.security = WorkbookProtection(lockStructure=True)
    return packed(workbook, data.office.name, code=code_of(data))


def sheet_name(unit: str) -> str:
    """The unit's name as Excel allows it."""
    name = _UNFIT.sub("-", unit).strip("'- ")[:_LONGEST_NAME].strip()
    return f"{name}." if name in (GUIDE, at.META, *at.COLUMNS) else name or "แบบ"


def guide_lines(data: YearData, months: int, name: str) -> tuple[str, ...]:
    """What to do, step by step."""
    day = format_date(round_over(data, months))
    return (
        f"เปิดแผ่นงาน “{name}” ด้านล่าง แล้วกรอกเฉพาะช่องสีเหลือง ช่องสีเทาเป็นแผนที่กำหนดไว้ แก้ไขไม่ได้",
        "ผลผลิต: สิ่งที่ได้ทำหรือจัดทำแล้วในรอบนี้ เช่น จัดทำคู่มือแล้ว ๑๒ งานบริการ",
        "ผลลัพธ์: สิ่งที่ดีขึ้นจากการทำนั้น เช่น ประชาชนได้รับบริการตามลำดับคิว",
        "ร้อยละ: ความก้าวหน้าของมาตรการเป็นตัวเลข ๐ ถึง ๑๐๐ · สถานะ: เลือกจากรายการในช่อง",
        "หลักฐาน: ชื่อเอกสาร ภาพถ่าย หรือที่อยู่เว็บไซต์ ถ้ามีไฟล์ให้ส่งไฟล์แนบมาพร้อมกัน",
        "มาตรการที่ยังไม่มีผลให้เว้นว่างไว้ ขึ้นบรรทัดใหม่ในช่องด้วย Alt+Enter ไม่ต้องเพิ่ม ลบ หรือเรียงแถวใหม่",
        f"บันทึกไฟล์ แล้วส่งไฟล์นี้คืน{owner_unit(data.office)} ภายในวันที่ {day}",
    )


def _title(data: YearData, months: int) -> str:
    year = data.assessment.plan_year
    parts = parts_word(data.office)
    return to_thai(f"แบบเก็บข้อมูลราย{parts} รอบ {months} เดือน ปีงบประมาณ พ.ศ. {year}")


def _fill_guide(
    sheet: Worksheet, data: YearData, unit: str, months: int, name: str, look: Looks
) -> None:
    put(sheet, 1, 1, _title(data, months), GUIDE)
    put(sheet, 2, 1, f"{unit} {data.office.name}", GUIDE)
    for number, line in enumerate(guide_lines(data, months, name), start=1):
        put(sheet, number + 3, 1, to_thai(str(number)), GUIDE)
        put(sheet, number + 3, 2, line, GUIDE)
    for row in sheet.iter_rows(min_col=1, max_col=2):
        for cell in row:
            head = (cell.row or 0) < 3
            cell.font = look.head if head else look.text
            if not head:
                cell.alignment = look.wrap
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 6, 104
    sheet.sheet_view.showGridLines = False
    _fit(sheet, 4, 0.0)
    _on_paper(sheet)
    sheet.protection.enable()


def _fill_sheet(
    sheet: Worksheet,
    data: YearData,
    unit: str,
    months: int,
    rows: tuple[SheetRow, ...],
    look: Looks,
) -> None:
    put(sheet, 1, 1, _title(data, months), unit)
    day = format_date(round_over(data, months))
    put(sheet, 2, 1, f"{unit} {data.office.name} · ส่งคืนภายในวันที่ {day}", unit)
    put(sheet, 3, 1, "แผน (แก้ไขไม่ได้)", unit)
    filled_from = len(PLANNED) + 1
    put(sheet, 3, filled_from, "ผลของรอบนี้ (กรอกช่องสีเหลือง)", unit)
    for column, head in enumerate(COLUMNS, start=1):
        put(sheet, HEAD, column, head, unit)
    for number, each in enumerate(rows, start=HEAD + 1):
        results = (cell_of(each.report, field) for field in FILLED.values())
        values = (each.measure.position, *each.planned, *results)
        for column, value in enumerate(values, start=1):
            head = COLUMNS[column - 1]
            place = f"แบบของ{unit} มาตรการที่ {to_thai(str(each.measure.position))} ช่อง {head}"
            put(sheet, number, column, value, place)
    _dress(sheet, look, HEAD + len(rows))
    _guard(sheet, HEAD + len(rows))


def _dress(sheet: Worksheet, look: Looks, last: int) -> None:
    from openpyxl.styles import Alignment, PatternFill, Protection
    from openpyxl.utils import get_column_letter

    top = Alignment(horizontal="center", vertical="top")
    free, locked = PatternFill("solid", fgColor=FREE), PatternFill("solid", fgColor=LOCKED)
    for row in sheet.iter_rows(min_row=1, max_row=last, max_col=len(COLUMNS)):
        for cell in row:
            head = (cell.row or 0) <= HEAD
            cell.font = look.head if head else look.text
            if (cell.row or 0) < 3:
                continue
            planned = (cell.column or 0) <= len(PLANNED)
            narrow = COLUMNS[(cell.column or 1) - 1] in (ORDER, PROGRESS)
            cell.alignment = look.middle if head else top if narrow else look.wrap
            if cell.data_type == "n":
                cell.number_format = "General"
            cell.border = look.border
            cell.fill = look.shade if head else locked if planned else free
            cell.protection = Protection(locked=head or planned)
    for number, name in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS[name]
    end, start = get_column_letter(len(COLUMNS)), get_column_letter(len(PLANNED) + 1)
    sheet.merge_cells(f"A3:{get_column_letter(len(PLANNED))}3")
    sheet.merge_cells(f"{start}3:{end}3")
    sheet.freeze_panes = f"C{HEAD + 1}"
    sheet.print_title_rows = f"1:{HEAD}"
    _fit(sheet, HEAD + 1, _LOWEST)
    _on_paper(sheet)


def _fit(sheet: Worksheet, first: int, lowest: float) -> None:
    """From row `first` on rows as high as their texts, at least `lowest` points; heads above."""
    from openpyxl.cell.cell import Cell

    from itadesk.reports.templates.excel_heights import fit_heights

    for column in sheet.column_dimensions.values():
        column.reindex()
    for number in range(1, first):
        sheet.row_dimensions[number].height = _HEAD_HEIGHT
    cells = [cell for row in sheet.iter_rows(min_row=first) for cell in row]
    for cell in cells:
        sheet.row_dimensions[cell.row or 0].height = lowest or None
    fit_heights(sheet, [cell for cell in cells if isinstance(cell, Cell) and cell.value])


def _on_paper(sheet: Worksheet) -> None:
    """A4 lying on its side, as wide as the columns."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _guard(sheet: Worksheet, last: int) -> None:
    """Locks the plan without a password, and offers the words of the status."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    words = ",".join(ROUND_STATUS.values())
    status = DataValidation("list", formula1=f'"{words}"', allow_blank=True)
    status.errorTitle, status.error = "สถานะ", "โปรดเลือกสถานะจากรายการในช่อง"
    percent = DataValidation("decimal", formula1="0", formula2="100", allow_blank=True)
    percent.errorTitle, percent.error = "ร้อยละ", "ร้อยละต้องเป็นตัวเลข ๐ ถึง ๑๐๐"
    percent.errorStyle = "warning"  # Thai digits are text to Excel, and read all the same
    for rule, head in ((status, at.STATUS), (percent, PROGRESS)):
        rule.showErrorMessage = True
        letter = get_column_letter(COLUMNS.index(head) + 1)
        rule.add(f"{letter}{HEAD + 1}:{letter}{max(last, HEAD + 1)}")
        sheet.add_data_validation(rule)
    sheet.protection.enable()
    sheet.protection.formatRows = sheet.protection.formatColumns = False  # False allows it


def _fill_meta(
    sheet: Worksheet, data: YearData, unit: str, months: int, rows: tuple[SheetRow, ...]
) -> None:
    bases = [row.base for row in rows]
    first = (at.UNIT_SHEET, __version__, data.catalogue.id, data.office.id, data.year)
    last = (months, unit)
    head = (*first, content_hash((*first, *last), bases), *last)
    lines: list[tuple[str | int, ...]] = [META, head, (), BASES]
    assert len(lines) == BASES_FROM
    lines += [(b.order, b.measure_id, b.plan, *b.fields.values()) for b in bases]
    for number, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            put(sheet, number, column, value, at.META)
