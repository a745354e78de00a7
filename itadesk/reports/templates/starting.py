"""Templates to start from, with the placeholders already in place."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.run import Run
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from itadesk.reports.templates.names import score_format

_TITLE = "รายงานผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. {{ ปีที่ประเมิน }}"
_OVERALL = "คะแนนภาพรวม {{ คะแนนภาพรวม }} คะแนน ระดับ {{ ระดับ }}"
_INDICATORS = (
    ("ที่", "{{ ตัวชี้วัด.ลำดับ }}", 1.2),
    ("ตัวชี้วัด", "{{ ตัวชี้วัด.ชื่อ }}", 5.0),
    ("คะแนน", "{{ ตัวชี้วัด.คะแนน }}", 2.2),
    ("แนวทางการยกระดับ", "{{ ตัวชี้วัด.แนวทาง }}", 7.6),
)
_MEASURES = (
    ("ที่", "{{ มาตรการ.ลำดับ }}", 1.2),
    ("มาตรการ โครงการ หรือกิจกรรม", "{{ มาตรการ.กิจกรรม }}", 5.2),
    ("ขั้นตอนหรือวิธีการปฏิบัติ", "{{ มาตรการ.ขั้นตอน }}", 4.8),
    ("ระยะเวลา", "{{ มาตรการ.ช่วงเวลา }}", 2.3),
    ("ผู้รับผิดชอบ", "{{ มาตรการ.ผู้รับผิดชอบ }}", 2.5),
)
_CENTRED = ("ที่", "คะแนน", "ระยะเวลา")
Columns = tuple[tuple[str, str, float], ...]  # head, placeholder, width in cm


def starting_word(font: str) -> bytes:
    """A report with two tables and a list, in a font by its name."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    _set_font(word, font)
    for line in (_TITLE, "{{ ชื่อหน่วยงาน }} อำเภอ{{ อำเภอ }} จังหวัด{{ จังหวัด }}"):
        paragraph = word.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _bold(paragraph.add_run(line))
    word.add_paragraph(f"ตามที่หน่วยงานได้รับการประเมิน มีผล{_OVERALL} ดังนี้")
    _word_table(word.add_table(2, len(_INDICATORS)), _INDICATORS)
    word.add_paragraph().paragraph_format.space_before = Pt(6)
    word.add_paragraph("มาตรการที่ดำเนินการในปีงบประมาณ พ.ศ. {{ ปีที่ดำเนินมาตรการ }}")
    _word_table(word.add_table(2, len(_MEASURES)), _MEASURES)
    word.add_paragraph().paragraph_format.space_before = Pt(6)
    word.add_paragraph("ข้อจำกัด")
    word.add_paragraph("{{ ข้อจำกัด.ลำดับ }}. {{ ข้อจำกัด.ข้อความ }}")
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def starting_excel(font: str, *, thai: bool) -> bytes:
    """A workbook of two sheets, with a mean below the indicators."""
    workbook = Workbook()
    del workbook["Sheet"]
    scores = workbook.create_sheet("ตัวชี้วัด")
    _sheet(scores, font, _INDICATORS)
    scores["B6"], scores["C6"] = "เฉลี่ย", "=AVERAGE(C5)"
    _frame(scores, 6, len(_INDICATORS), font, bold=True)
    scores["C6"].number_format = score_format(thai=thai)
    measures = workbook.create_sheet("มาตรการ")
    _sheet(measures, font, _MEASURES)
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def _set_font(word: docx.document.Document, font: str) -> None:
    style = word.styles["Normal"]
    style.font.name, style.font.size = font, Pt(16)
    style.paragraph_format.space_after = Pt(0)
    properties = style.element.get_or_add_rPr()
    properties.rFonts.set(qn("w:cs"), font)
    size = properties.makeelement(qn("w:szCs"), {qn("w:val"): "32"})
    properties.append(size)


def _bold(run: Run) -> None:
    run.bold = run.font.cs_bold = True


def _word_table(table: Table, columns: Columns) -> None:
    table.style, table.autofit = "Table Grid", False
    head, row = table.rows
    properties = head._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(properties.makeelement(qn("w:tblHeader"), {}))
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(properties.makeelement(qn("w:cantSplit"), {}))
    for n, (title, slot, width) in enumerate(columns):
        table.columns[n].width = head.cells[n].width = row.cells[n].width = Cm(width)
        first = head.cells[n].paragraphs[0]
        first.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _bold(first.add_run(title))
        row.cells[n].text = slot
        if title in _CENTRED:
            row.cells[n].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _sheet(sheet: Worksheet, font: str, columns: Columns) -> None:
    """Titles in rows 1 and 2, heads in row 4, and the row that is repeated."""
    for row, text in ((1, f"{{{{ ชื่อหน่วยงาน }}}} {_TITLE}"), (2, _OVERALL)):
        sheet.cell(row, 1, text).font = Font(name=font, size=16, bold=True)
        sheet.cell(row, 1).alignment = Alignment(horizontal="center", wrap_text=True)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(columns))
    sheet.row_dimensions[1].height = 48
    for n, (title, slot, width) in enumerate(columns, 1):
        sheet.cell(4, n, title)
        sheet.cell(5, n, slot)
        sheet.column_dimensions[get_column_letter(n)].width = round(width * 8)
    _frame(sheet, 4, len(columns), font, bold=True)
    _frame(sheet, 5, len(columns), font, bold=False)
    sheet.freeze_panes = "A5"
    sheet.print_title_rows = "4:4"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _frame(sheet: Worksheet, row: int, columns: int, font: str, *, bold: bool) -> None:
    line = Side(style="thin")
    sheet.row_dimensions[row].height = 26
    for column in range(1, columns + 1):
        cell = sheet.cell(row, column)
        centred = bold or sheet.cell(4, column).value in _CENTRED
        cell.font = Font(name=font, size=16, bold=bold)
        cell.border = Border(line, line, line, line)
        cell.alignment = Alignment("center" if centred else "left", "top", wrap_text=True)
        if row == 4:
            cell.fill = PatternFill("solid", fgColor="E8EEF2")
