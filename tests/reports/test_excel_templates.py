"""The office's own workbook: names filled, rows repeated, formulas kept, strangers refused."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import PIL.Image
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from python_calamine import CalamineWorkbook

from itadesk.errors import BadFile, BadValue
from itadesk.model.office import Digits
from itadesk.model.work import Measure
from itadesk.reports.templates import fill_template, try_template

FILE = "แบบจังหวัด.xlsx"
THREE = (Measure(title="หนึ่ง"), Measure(title="สอง"), Measure(title="สาม"))


def book(cells, **sheets):
    """A template with cells of its first sheet by place, and more sheets by name."""
    workbook = Workbook()
    workbook.active.title = "ผล"
    for name in sheets:
        workbook.create_sheet(name)
    for title, places in {"ผล": cells, **sheets}.items():
        for place, value in places.items():
            workbook[title][place] = value
    return workbook


def saved(workbook):
    target = BytesIO()
    workbook.save(target)
    return target.getvalue()


def opened(data, workbook):
    return load_workbook(BytesIO(fill_template(saved(workbook), data, FILE)), rich_text=True)


def filled(data, cells):
    return opened(data, book(cells)).active


def column(sheet, letter="A"):
    return [cell.value for cell in sheet[letter]]


@pytest.fixture
def three(data):
    """The sample year with three measures of a short title."""
    return replace(data, measures=THREE)


def test_names_are_replaced_in_both_languages_and_the_rest_stays(data):
    sheet = filled(data, {"A1": "{{office}} ปี {{ ปีที่ประเมิน }}", "B2": "คงเดิม", "C3": 7})
    assert sheet["A1"].value == f"{data.office.name} ปี ๒๕๖๘"
    assert (sheet["B2"].value, sheet["C3"].value) == ("คงเดิม", 7)


def test_a_row_with_fields_of_a_list_is_repeated_with_its_looks(three):
    workbook = book(
        {"A1": "หัว", "A2": "{{ มาตรการ.ลำดับ }}", "B2": "{{ measures.title }}", "C2": "คง"}
    )
    sheet = workbook.active
    line = Side(style="thin")
    for cell in sheet[2]:
        cell.font, cell.border = Font(name="TH SarabunPSK", bold=True), Border(bottom=line)
        cell.fill = PatternFill("solid", fgColor="FFEE00")
    sheet.row_dimensions[2].height = 33
    made = opened(three, workbook).active
    assert column(made) == ["หัว", "๑", "๒", "๓"]
    assert column(made, "B")[1:] == ["หนึ่ง", "สอง", "สาม"]
    assert column(made, "C")[1:] == ["คง"] * 3
    for row in (2, 3, 4):
        assert made.row_dimensions[row].height == 33
        for cell in made[row]:
            assert cell.font.bold
            assert cell.border.bottom.style == "thin"
            assert cell.fill.fgColor.rgb == "00FFEE00"


def test_a_row_of_an_empty_list_stays_as_one_empty_row(data):
    sheet = filled(replace(data, measures=()), {"A1": "{{ measures.title }}", "A2": "ท้าย"})
    assert column(sheet) == [None, "ท้าย"]


def test_what_stands_below_moves_with_merged_cells_and_heights(three):
    workbook = book({"A1": "{{ measures.title }}", "A2": "ท้าย", "A3": "สูง"})
    sheet = workbook.active
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A2:B3")
    sheet["B1"].border = Border(right=Side(style="thick"))
    sheet.row_dimensions[3].height = 40
    sheet.print_area = "A1:C3"
    sheet.freeze_panes = "B2"
    made = opened(three, workbook).active
    assert {str(each) for each in made.merged_cells.ranges} == {"A1:B1", "A2:B2", "A3:B3", "A4:B5"}
    assert made["A4"].value == "ท้าย"
    assert made.row_dimensions[5].height == 40
    assert made.print_area == "'ผล'!$A$1:$C$5"
    assert made.freeze_panes == "B4"
    assert {made.cell(row, 2).border.right.style for row in (1, 2, 3)} == {"thick"}


def test_formulas_follow_and_grow_with_the_rows(three):
    cells = {
        "A3": "{{ measures.no }}",
        "B3": "=A3&B2",
        "C3": "=B3/B$4+SUM(B$3:B3)",
        "D3": "=RANK(B3,B$3:B$3)",
        "B4": "=SUM(B3)",
        "C4": "=SUM(B3:B3)+B3*2",
        "D4": '=IF(B3>1,"B3",ROUND(B3,2))',
        "B5": "=B4",
    }
    made = opened(
        three, book(cells, สอง={"A1": "=ผล!B4", "A2": "=AVERAGE('ผล'!B3:B3)", "A3": "=A1"})
    )
    sheet, other = made["ผล"], made["สอง"]
    assert [sheet[f"B{row}"].value for row in (3, 4, 5)] == ["=A3&B2", "=A4&B3", "=A5&B4"]
    assert sheet["C3"].value == "=B3/B$6+SUM(B$3:B3)"
    assert sheet["C5"].value == "=B5/B$6+SUM(B$3:B5)"
    assert sheet["D4"].value == "=RANK(B4,B$3:B$5)"
    assert sheet["B6"].value == "=SUM(B3:B5)"
    assert sheet["C6"].value == "=SUM(B3:B5)+B3*2"
    assert sheet["D6"].value == '=IF(B3>1,"B3",ROUND(B3,2))'
    assert sheet["B7"].value == "=B6"
    assert column(other) == ["=ผล!B6", "=AVERAGE('ผล'!B3:B5)", "=A1"]


def test_looks_by_rule_lists_to_choose_from_and_names_follow(three):
    workbook = book({"A2": "{{ measures.title }}", "A4": "ท้าย"})
    sheet = workbook.active
    sheet.conditional_formatting.add(
        "A2:A2", CellIsRule("lessThan", ["$A$4"], font=Font(bold=True))
    )
    choice = DataValidation("list", formula1="$A$4:$A$4")
    choice.add("B2")
    sheet.add_data_validation(choice)
    workbook.defined_names["รวม"] = DefinedName("รวม", attr_text="'ผล'!$A$2:$A$4")
    made = opened(three, workbook)
    (rule,) = made.active.conditional_formatting
    assert (str(rule.sqref), rule.rules[0].formula) == ("A2:A4", ["$A$6"])
    (valid,) = made.active.data_validations.dataValidation
    assert (str(valid.sqref), valid.formula1) == ("B2:B4", "$A$6:$A$6")
    assert made.defined_names["รวม"].attr_text == "'ผล'!$A$2:$A$6"


def test_pictures_and_charts_move_and_charts_show_all_rows(three):
    workbook = book({"A1": "ที่", "A2": "{{ measures.no }}", "B2": 5})
    sheet = workbook.active
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=2))
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=3))
    sheet.add_chart(chart, "D5")
    for place in ("A1", "A3"):
        picture = BytesIO()
        PIL.Image.new("RGB", (4, 4), "red").save(picture, "PNG")
        sheet.add_image(Image(picture), place)
    made = opened(three, workbook).active
    assert [each.anchor._from.row for each in made._images] == [0, 4]
    (found,) = made._charts
    assert found.anchor._from.row == 6
    assert found.series[0].val.numRef.f == "'ผล'!$B$2:$B$4"
    assert found.series[0].cat.numRef.f == "'ผล'!$A$2:$A$5"


def test_two_lists_stand_below_each_other(three):
    sheet = filled(
        replace(three, limitations=("ก", "ข")),
        {"A1": "{{ measures.title }}", "A2": "=A1", "A3": "{{ ข้อจำกัด.ข้อความ }}", "A4": "=SUM(A3)"},
    )
    assert column(sheet) == ["หนึ่ง", "สอง", "สาม", "=A1", "ก", "ข", "=SUM(A5:A6)"]


def test_a_score_alone_in_a_cell_is_a_number_in_the_digits_of_the_office(data):
    cells = {"A1": "{{ overall }}", "A2": "{{ คะแนนภาพรวม }} คะแนน", "A3": "{{ ตัวชี้วัด.คะแนน }}"}
    sheet = filled(data, cells)
    assert sheet["A1"].value == 92.17
    assert sheet["A1"].number_format == "[$-D00041E]0.00"
    assert sheet["A2"].value == "๙๒.๑๗ คะแนน"
    assert isinstance(sheet["A3"].value, float)
    arabic = replace(data, settings=replace(data.settings, digits=Digits.ARABIC))
    assert filled(arabic, cells)["A1"].number_format == "0.00"


def test_a_number_format_of_the_template_stays(data):
    workbook = book({"A1": "{{ overall }}"})
    workbook.active["A1"].number_format = '0.0" คะแนน"'
    assert opened(data, workbook).active["A1"].number_format == '0.0" คะแนน"'


@pytest.mark.parametrize("text", ["=1+1", "+66", "-", "@SUM(A1)", '=HYPERLINK("x")'])
def test_text_of_the_data_never_becomes_a_formula(data, text):
    arabic = replace(data.settings, digits=Digits.ARABIC)
    data = replace(data, measures=(Measure(title=text),), settings=arabic)
    body = fill_template(saved(book({"A1": "{{ measures.title }}"})), data, FILE)
    cell = load_workbook(BytesIO(body)).active["A1"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    assert CalamineWorkbook.from_filelike(BytesIO(body)).get_sheet_by_index(0).to_python() == [
        [text]
    ]


def test_what_looks_like_an_escape_or_a_placeholder_in_the_data_is_text(data):
    data = replace(data, measures=(Measure(title="_xABCD_ {{ office }}"),))
    body = fill_template(saved(book({"A1": "{{ measures.title }}"})), data, FILE)
    cell = load_workbook(BytesIO(body)).active["A1"]
    rows = CalamineWorkbook.from_filelike(BytesIO(body)).get_sheet_by_index(0).to_python()
    assert (cell.data_type, rows) == ("s", [["_xABCD_ {{ office }}"]])


def test_a_wrapped_row_is_as_high_as_its_text_needs(data):
    workbook = book({"A1": "{{ measures.title }}", "A2": "{{ measures.no }}"})
    workbook.active["A1"].alignment = Alignment(wrap_text=True)
    workbook.active.row_dimensions[1].height = 20
    measures = (Measure(title="สั้น"), Measure(title="ข้อความยาว" * 30))
    made = opened(replace(data, measures=measures), workbook).active
    assert made.row_dimensions[1].height == 20
    assert made.row_dimensions[2].height > 300


def test_heads_and_feet_of_pages_are_filled(data):
    workbook = book({"A1": "{{ year }}"})
    workbook.active.oddHeader.center.text = "{{ office }} หน้า &P"
    named = replace(data, office=replace(data.office, name="ก & ข"))
    assert opened(named, workbook).active.oddHeader.center.text == "ก && ข หน้า &P"


def test_trying_says_which_names_a_template_uses(data):
    made = saved(book({"A1": "{{ ระดับ }} {{ office }}", "A2": "{{ questions.score }}"}))
    assert try_template(made, data, FILE) == ("office", "rating", "questions")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ โอฟฟิศ }}", "“โอฟฟิศ” ที่โปรแกรมไม่รู้จัก"),
        ("{{ measures }}", "“measures” ที่โปรแกรมไม่รู้จัก"),
        ("{{ measures.score }}", "“measures.score” ที่โปรแกรมไม่รู้จัก"),
        ("{{ office.__class__ }}", "“office.__class__” ที่โปรแกรมไม่รู้จัก"),
        ("{{ office", "วงเล็บปีกกา"),
        ("{{ 9 * 9 }}", "วงเล็บปีกกา"),
        ("{% for m in measures %}", "วงเล็บปีกกา"),
        ("{{ office|upper() }}", "ที่โปรแกรมไม่รู้จัก"),
        ('="ปี {{ year }}"', "อยู่ในสูตร"),
        ("{{ measures.title }} {{ questions.code }}", "คนละแถว"),
    ],
)
def test_what_is_wrong_is_said_with_its_cell(data, text, words):
    with pytest.raises(BadValue, match="ช่อง B3 ของชีต ผล") as told:
        try_template(saved(book({"B3": text})), data, FILE)
    assert words in str(told.value)


def test_a_template_without_a_placeholder_is_not_kept(data):
    with pytest.raises(BadValue, match="ยังไม่มีช่องเติมข้อมูล"):
        try_template(saved(book({"A1": "ข้อความ"})), data, FILE)


def repacked(change, extra=()):
    source = zipfile.ZipFile(BytesIO(saved(book({"A1": "{{ office }}"}))))
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, change(name, source.read(name)))
        for name, part in extra:
            archive.writestr(name, part)
    return target.getvalue()


def same(_name, part):
    return part


SHEET = "xl/worksheets/sheet1.xml"
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"%PDF-1.7",
        saved(book({}))[:900],
        repacked(lambda _, part: part.replace(b"sheet.main+xml", b"template.main+xml")),
        repacked(lambda name, part: b"<!DOCTYPE a>" + part if name == "xl/styles.xml" else part),
        repacked(same, [("xl/vbaProject.bin", b"1")]),
        repacked(same, [("xl/media/a.bin", bytes(101 * 1024**2))]),
        repacked(lambda n, p: p.replace(b"</sheetData>", FAR) if n == SHEET else p),
        repacked(lambda n, p: p[: len(p) // 2] if n == SHEET else p),
        repacked(lambda n, p: p[: len(p) // 2] if n == "xl/styles.xml" else p),
    ],
    ids=["empty", "pdf", "cut", "kind", "doctype", "macros", "bomb", "far", "sheet", "styles"],
)
def test_what_is_no_safe_workbook_is_refused(data, raw):
    with pytest.raises(BadFile, match="แบบจังหวัด"):
        try_template(raw, data, FILE)


def test_a_text_box_is_not_lost_without_a_word(data):
    drawing = b'<xdr:wsDr xmlns:xdr="x"><xdr:sp macro=""/></xdr:wsDr>'
    with pytest.raises(BadValue, match="กล่องข้อความ"):
        try_template(repacked(same, [("xl/drawings/drawing1.xml", drawing)]), data, FILE)


def test_a_picture_that_cannot_be_kept_is_said(data):
    with pytest.raises(BadValue, match="EMF"):
        try_template(repacked(same, [("xl/media/image1.emf", b"1")]), data, FILE)


def test_too_many_rows_are_refused(data):
    many = book({f"A{row}": "{{ questions.code }}" for row in range(1, 200)})
    with pytest.raises(BadValue, match="๕,๐๐๐ แถว"):
        try_template(saved(many), data, FILE)
