"""What a cell of a workbook is read as."""

from datetime import date

import pytest
from openpyxl import load_workbook

from itadesk.exchange.book import Fault
from itadesk.exchange.reading import read_workbook

from .workbooks import raw_workbook, save

STYLES = (
    "<numFmts>"
    '<numFmt numFmtId="170" formatCode="[$-107041E]d mmm yyyy;@"/>'
    '<numFmt numFmtId="171" formatCode="0.0%"/>'
    '<numFmt numFmtId="172" formatCode="0&quot;%d&quot;"/>'
    "</numFmts>"
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="10"/>'
    '<xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="71"/></cellXfs>'
)
HEAD = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>ลำดับ</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>ข้อจำกัด</t></is></c></row>'
)


def cell(tmp_path, xml, strings="", properties=""):
    rows = f'{HEAD}<row r="2">{xml}</row>'
    path = raw_workbook(tmp_path / "a.xlsx", "ข้อจำกัด", rows, strings, STYLES, properties)
    found = read_workbook(path).rows("ข้อจำกัด")
    return found[0].cells.get("ข้อจำกัด") if found else None


@pytest.mark.parametrize(
    ("xml", "value"),
    [
        ('<c r="B2"><v>99.38</v></c>', 99.38),
        ('<c r="B2"><v>99.379999999999995</v></c>', 99.38),
        ('<c r="B2"><v>12</v></c>', 12),
        ('<c r="B2"><v>1.0E2</v></c>', 100),
        ('<c r="B2" t="b"><v>1</v></c>', True),
        ('<c r="B2" t="s"><v>0</v></c>', "ก ข"),
        ('<c r="B2" t="s"><v>1</v></c>', "สองตอน"),
        ('<c r="B2" t="inlineStr"><is><r><t>ก</t></r><r><t>ข</t></r></is></c>', "กข"),
        ('<c r="B2" t="str"><v>a_x000A_b_x005F_x0041_</v></c>', "a\nb_x0041_"),
        ('<c r="B2" s="1"><v>45931</v></c>', date(2025, 10, 1)),
        ('<c r="B2" s="2"><v>45931.75</v></c>', date(2025, 10, 1)),
        ('<c r="B2" s="6"><v>45931</v></c>', date(2025, 10, 1)),
        ('<c r="B2" t="d"><v>2025-10-01T00:00:00</v></c>', date(2025, 10, 1)),
        ('<c r="B2" s="3"><v>0.95</v></c>', "95%"),
        ('<c r="B2" s="4"><v>0.9938</v></c>', "99.38%"),
        ('<c r="B2" s="5"><v>7</v></c>', 7),
        ('<c/><c><v>5</v></c>', 5),
        ('<c r="B2"><f>1+1</f><v>2</v></c>', 2),
        ('<c r="B2" t="str"><f>A1&amp;"x"</f><v>ข้อความ</v></c>', "ข้อความ"),
    ],
)  # fmt: skip
def test_a_value_is_read_as_the_office_sees_it(tmp_path, xml, value):
    strings = (
        "<si><t>ก ข</t></si><si><r><t>สอง</t></r><rPh><t>ไม่เอา</t></rPh><r><t>ตอน</t></r></si>"
    )
    found = cell(tmp_path, xml, strings)
    assert found == value
    assert type(found) is type(value)


def test_days_of_a_mac_workbook_count_from_1904(tmp_path):
    xml = '<c r="B2" s="1"><v>44469</v></c>'
    assert cell(tmp_path, xml, properties='<workbookPr date1904="1"/>') == date(2025, 10, 1)


def test_a_formula_without_result_an_error_and_a_blank_are_three_things(tmp_path):
    not_calculated = cell(tmp_path, '<c r="B2"><f>1+1</f><v></v></c>')
    error = cell(tmp_path, '<c r="B2" t="e"><f>NA()</f><v>#N/A</v></c>')
    assert isinstance(not_calculated, Fault)
    assert "ยังไม่ได้คำนวณ" in not_calculated.words
    assert isinstance(error, Fault)
    assert "#N/A" in error.words
    assert cell(tmp_path, '<c r="B2" s="1"/>') is None


def test_a_formula_whose_result_is_an_empty_text_is_a_blank(tmp_path):
    assert cell(tmp_path, '<c r="B2" t="str"><f>IF(A1="","",1)</f><v></v></c>') is None


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="B2"><v>1e999</v></c>',
        '<c r="B2"><v>x</v></c>',
        '<c r="B2" t="s"><v>99</v></c>',
        '<c r="B2" s="1"><v>-5</v></c>',
        '<c r="B2" s="1"><v>99999999</v></c>',
        '<c r="B2" t="d"><v>ก</v></c>',
    ],
)
def test_a_value_that_cannot_be_is_a_fault_of_its_cell(tmp_path, xml):
    assert isinstance(cell(tmp_path, xml), Fault)


def test_names_are_matched_whatever_their_spaces_and_digits(tmp_path):
    path = save(tmp_path / "a.xlsx", {"คะแนนข้อคำถาม": [{"ข้อ": "i1", "คะแนนส่วนที่ ๑": 90}]})
    workbook = load_workbook(path)
    sheet = workbook["คะแนนข้อคำถาม"]
    sheet.title = " คะแนนข้อคำถาม "
    sheet["F1"] = "คะแนน\nส่วนที่  1"
    sheet["H1"], sheet["H2"] = "หมายเหตุ", "ไม่อ่าน"
    workbook.save(path)
    (row,) = read_workbook(path).rows("คะแนนข้อคำถาม")
    assert row.cells == {"ข้อ": "i1", "คะแนนส่วนที่ ๑": 90}


def test_a_merged_instrument_counts_for_its_rows_and_a_merged_score_does_not(tmp_path):
    rows = [{"แบบวัด": "OIT", "ข้อ": 1, "คะแนน": 100}, {"ข้อ": 2}, {"ข้อ": 3, "คะแนน": 0}]
    path = save(tmp_path / "a.xlsx", {"คะแนนข้อคำถาม": rows})
    workbook = load_workbook(path)
    workbook["คะแนนข้อคำถาม"].merge_cells("A2:A4")
    workbook["คะแนนข้อคำถาม"].merge_cells("E2:E3")
    workbook.save(path)
    read = read_workbook(path).rows("คะแนนข้อคำถาม")
    assert [row.cells.get("แบบวัด") for row in read] == ["OIT"] * 3
    assert [row.cells.get("คะแนน") for row in read] == [100, None, 0]


def test_blank_rows_keep_the_numbers_of_the_others(tmp_path):
    path = save(tmp_path / "a.xlsx", {"ข้อจำกัด": [{}, {"ข้อจำกัด": "ก"}, {"ข้อจำกัด": "  "}]})
    assert [row.number for row in read_workbook(path).rows("ข้อจำกัด")] == [3]


def test_what_openpyxl_writes_for_a_formula_has_no_result(tmp_path):
    path = save(tmp_path / "a.xlsx", {"ข้อจำกัด": [{"ข้อจำกัด": "=1+1"}]}, year=None)
    (row,) = read_workbook(path).rows("ข้อจำกัด")
    assert isinstance(row.cells["ข้อจำกัด"], Fault)
