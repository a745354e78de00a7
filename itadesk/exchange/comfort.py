"""What makes the exchange workbook easy to fill: a first sheet that says how, choices, locks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from itadesk.exchange import layout as at
from itadesk.exchange.looks import Looks, fit
from itadesk.labels import OIT_ANSWER, ROUND_STATUS
from itadesk.model.office import OfficeKind

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

GUIDE = "คำแนะนำ"  # no sheet of the exchange: an import passes it by
LINES = (
    ("", "แฟ้มข้อมูลผลการประเมิน ITA"),
    ("", "แฟ้มนี้ใช้ส่งข้อมูลให้จังหวัด และนำกลับเข้าโปรแกรม itadesk ได้ครบทุกช่อง"),
    ("๑", f"{at.OFFICE}: ตรวจชื่อเต็ม ประเภท อำเภอ จังหวัด และปี"),
    ("๒", f"{at.QUESTIONS}: กรอกคะแนนในช่องสีเหลือง ๐ ถึง ๑๐๐ ข้อ OIT กรอก ๐ หรือ ๑๐๐ ช่องสีเทาแก้ไขไม่ได้"),
    ("๓", f"{at.INDICATORS}: กรอกเฉพาะคะแนนที่ประกาศ คะแนนที่คำนวณโปรแกรมคิดให้เอง"),
    ("๔", f"{at.FINDINGS} และ {at.MEASURES}: เพิ่มแถวได้ หลายบรรทัดในช่องเดียวใช้ Alt+Enter"),
    ("๕", f"{at.ROUNDS}: อ้างมาตรการด้วยลำดับ เลือกสถานะจากรายการ"),
    ("๖", "ช่องที่ว่างไว้คงค่าเดิมในโปรแกรม แถวที่ไม่มีในแฟ้มไม่ถูกลบ"),
    ("๗", "บันทึกเป็นชนิด .xlsx แล้วนำเข้า โปรแกรมแสดงทุกแถวให้ตรวจก่อนบันทึกเสมอ"),
)
FREE, LOCKED = "FFFFF8DC", "FFF2F2F2"
_TYPED = {
    at.QUESTIONS: (at.SCORE, at.PART1, at.PART2),
    at.INDICATORS: (at.OFFICIAL,),
}
_MOST_ROWS = 2000  # as far down as choices reach in sheets that grow
_ROOM = {at.FINDINGS, at.MEASURES, at.ROUNDS, at.OIT}


def add_guide(sheet: Worksheet, look: Looks) -> None:
    """Fills the first sheet."""
    from openpyxl.worksheet.properties import PageSetupProperties

    for row, (number, words) in enumerate(LINES, start=1):
        sheet.cell(row, 1, number)
        sheet.cell(row, 2, words)
    for row_cells in sheet.iter_rows(max_col=2):
        for cell in row_cells:
            cell.font = look.head if cell.row == 1 else look.text
            if cell.row != 1:
                cell.alignment = look.wrap
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 5, 104
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    fit(sheet, 1)
    sheet.protection.enable()


def add_comfort(sheet: Worksheet) -> None:
    """Choices and limits in the cells meant for typing; locks without a password elsewhere."""
    for rule, columns in _rules(sheet.title):
        last = _MOST_ROWS if sheet.title in _ROOM else max(2, sheet.max_row)
        letters = (_letter(sheet.title, column) for column in columns)
        for letter in letters:
            rule.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(rule)
    if sheet.title == at.OFFICE:
        _offer_kinds(sheet)
    if sheet.title in _TYPED:
        _lock(sheet, _TYPED[sheet.title])


def _rules(name: str) -> Iterable[tuple[DataValidation, tuple[str, ...]]]:
    if name == at.QUESTIONS:
        yield _number("คะแนน"), _TYPED[name]
    elif name == at.ROUNDS:
        yield _list("สถานะ", ROUND_STATUS.values()), (at.STATUS,)
        yield _number("ร้อยละความก้าวหน้า"), (at.PROGRESS,)
    elif name == at.OIT:
        yield _list("มี/ไม่มี", OIT_ANSWER.values()), (at.ANSWER,)


def _offer_kinds(sheet: Worksheet) -> None:
    """The kinds of office in the cell beside ประเภท."""
    for row in sheet.iter_rows(min_row=2, max_col=2):
        if row[0].value == at.KIND:
            rule = _list("ประเภท", OfficeKind)
            rule.add(row[1].coordinate)
            sheet.add_data_validation(rule)


def _list(name: str, words: Iterable[str]) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    formula = f'"{",".join(words)}"'
    rule = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = name, f"โปรดเลือก{name}จากรายการในช่อง"
    return rule


def _number(name: str) -> DataValidation:
    """A warning only: Thai digits are text to Excel, and read all the same."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation("decimal", formula1="0", formula2="100", allow_blank=True)
    rule.showErrorMessage, rule.errorStyle = True, "warning"
    rule.errorTitle, rule.error = name, f"{name}ต้องเป็นตัวเลข ๐ ถึง ๑๐๐"
    return rule


def _lock(sheet: Worksheet, typed: tuple[str, ...]) -> None:
    from openpyxl.styles import PatternFill, Protection

    free, locked = PatternFill("solid", fgColor=FREE), PatternFill("solid", fgColor=LOCKED)
    columns = {at.COLUMNS[sheet.title].index(column) + 1 for column in typed}
    for row in sheet.iter_rows(min_row=2, max_col=len(at.COLUMNS[sheet.title])):
        for cell in row:
            is_free = cell.column in columns
            cell.protection = Protection(locked=not is_free)
            cell.fill = free if is_free else locked
    sheet.protection.enable()
    sheet.protection.formatRows = sheet.protection.formatColumns = False  # False allows it


def _letter(sheet: str, column: str) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(at.COLUMNS[sheet].index(column) + 1)
