"""Documents as Excel: the same words as on paper, and numbers that are numbers."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from db.opening import open_store
from itadesk.errors import BadValue
from itadesk.exchange.guard import package_of
from itadesk.exchange.shapes import has_shape, shape_of
from itadesk.model.assessment import OVERALL
from itadesk.model.office import Digits
from itadesk.reports.content import Table
from itadesk.reports.forms import Options, form_of, forms
from itadesk.services.reporting import write_report
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.sample_province import PROVINCE, sample_province
from itadesk.services.years import load_year
from itadesk.thai.digits import to_arabic

SHAPES = ("progress", "ranking", "scores", "province")


@pytest.fixture(scope="module")
def data():
    store = open_store(None)
    fill_sample(store)
    yield replace(load_year(store, sample_year()), office=sample_office())
    store.close()


def book_of(form_id, data, **options):
    return load_workbook(BytesIO(shape_of(form_id)(data, Options(**options))), rich_text=True)


def column(sheet, number, first=2):
    rows = sheet.iter_rows(min_row=first, min_col=number, max_col=number, values_only=True)
    return [value for (value,) in rows]


@pytest.mark.parametrize("form_id", SHAPES)
def test_a_shape_is_the_same_whenever_it_is_written_and_passes_the_guard(data, form_id):
    options = Options(province=sample_province())
    written = shape_of(form_id)(data, options)
    assert written == shape_of(form_id)(data, options)
    package_of(written, "แบบ.xlsx")
    assert CalamineWorkbook.from_filelike(BytesIO(written)).sheet_names


def test_every_shape_but_the_scores_is_that_of_a_form():
    assert [form.id for form in forms() if has_shape(form.id)] == [
        "ranking",
        "progress",
        "province",
    ]


def test_a_document_without_a_shape_is_refused_with_those_that_have_one(store, tmp_path):
    with pytest.raises(BadValue, match=r"แบบ letter บันทึกเป็น Excel ไม่ได้.*progress"):
        write_report(store, 2568, "letter", tmp_path / "หนังสือ.xlsx")
    assert not list(tmp_path.iterdir())


def test_a_mistyped_text_of_a_form_is_refused_as_on_paper(store, tmp_path):
    with pytest.raises(BadValue, match="ไม่มีข้อความ “ttile”"):
        write_report(store, 2568, "progress", tmp_path / "ก.xlsx", Options(texts={"ttile": "ก"}))


@pytest.mark.parametrize("form_id", ["progress", "ranking"])
def test_the_sheet_holds_every_word_of_the_printed_table(data, form_id):
    document = form_of(form_id).build(data, Options())
    table = next(b for s in document.sections for b in s.blocks if isinstance(b, Table))
    printed = [
        to_arabic(paragraph.text)
        for row in (*table.head, *table.rows)
        for cell in row.cells
        for paragraph in cell.blocks
    ]
    sheet = book_of(form_id, data).worksheets[0]
    found = "\n".join(
        f"{cell.value:{'.2f' if '.' in cell.number_format else '.0f'}}"
        if isinstance(cell.value, int | float)
        else to_arabic(str(cell.value))
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    )
    assert [text for text in printed if text not in found] == []


def test_title_and_head_of_the_progress_sheet_repeat_on_every_page(data):
    sheet = book_of("progress", data).worksheets[0]
    assert sheet.print_title_rows == "$1:$2"
    assert str(sheet["A1"].value).startswith("แบบรายงานมาตรการปรับปรุงและพัฒนา")
    assert [cell.value for cell in sheet[2]][1:3] == ["ตัวชี้วัดที่", "วิธีการ/ขั้นตอนการดำเนินการ"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.freeze_panes == "A3"


def test_lines_above_the_title_stand_once_and_signing_places_below(data):
    texts = {"above_1": "ระดับคะแนน ๕", "above_2": "จังหวัดรายงาน\nสองบรรทัด", "with_preparers": "1"}
    sheet = book_of("progress", data, texts=texts).worksheets[0]
    assert [cell.value for (cell,) in sheet["A1:A2"]] == list(texts.values())[:2]
    assert sheet.print_title_rows == "$3:$4"
    below = [value for value in column(sheet, 1, 5) if value and "ผู้เห็นชอบ" in str(value)]
    assert len(below) == 1


def test_an_instrument_spans_its_indicators(data):
    sheet = book_of("progress", data).worksheets[0]
    spans = [area for area in sheet.merged_cells.ranges if area.min_col == 1 == area.max_col]
    assert [
        sheet.cell(area.min_row, 1).value for area in sorted(spans, key=lambda a: a.min_row)
    ] == [each.code for each in data.catalogue.instruments]


def test_a_row_that_is_higher_than_a_page_is_divided_and_loses_nothing(data):
    steps = tuple(f"ขั้นที่ทดลอง {n} ทำตามแผนแล้วรายงานผู้บริหาร" for n in range(60))
    first = replace(data.measures[0], activities="\n".join(steps))
    long = replace(data, measures=(first, *data.measures[1:]))
    sheet = book_of("progress", long).worksheets[0]
    heights = [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)]
    assert max(heights) < 409
    found = "\n".join(to_arabic(str(value)) for value in column(sheet, 3) if value)
    assert all(step in found for step in steps)


def test_the_ranking_rises_by_scores_that_are_numbers(data):
    sheet = book_of("ranking", data).worksheets[0]
    head = next(row for row in range(1, 9) if sheet.cell(row, 1).value == "ลำดับที่")
    scores = [value for value in column(sheet, 3, head + 1) if isinstance(value, int | float)]
    assert scores == sorted(scores)
    assert len(scores) == len(list(data.catalogue.indicators))
    assert sheet.cell(head + 1, 3).number_format == "[$-D00041E]0.00"


def test_numbers_stay_in_arabic_digits_where_the_office_wants_them(data):
    sheet = book_of("ranking", data, digits=Digits.ARABIC).worksheets[0]
    assert {sheet.cell(row, 3).number_format for row in range(3, 12)} == {"0.00"}


@pytest.mark.parametrize("mark", ["=", "+", "-", "@"])
def test_text_that_looks_like_a_formula_stays_text(data, mark):
    text = f"{mark}SUM(A1:A9) มาตรการทดลอง"
    first = replace(data.measures[0], title="", activities=text, steps=())
    changed = replace(data, measures=(first, *data.measures[1:]))
    cells = [c for row in book_of("progress", changed).worksheets[0].iter_rows() for c in row]
    found = next(cell for cell in cells if to_arabic(str(cell.value)).startswith(mark))
    assert found.data_type == "s"
    assert found.quotePrefix


def test_the_scores_stand_in_one_row_as_numbers(data):
    sheet = book_of("scores", data).worksheets[0]
    heads, values = ([cell.value for cell in row] for row in sheet.iter_rows())
    row = dict(zip(heads, values, strict=True))
    assert row["ชื่อหน่วยงาน"] == data.office.name
    assert row["คะแนนภาพรวม"] == pytest.approx(float(data.result.overall.value), abs=0.005)
    assert row["ระดับ"] == data.result.rating
    assert row["i๑"] == float(data.result.questions["i1"].value)
    assert len([head for head in heads if head[1:].isdecimal()]) == len(data.result.questions)


def test_the_province_is_ranked_in_numbers(data):
    found = sample_province()
    book = book_of("province", replace(data, office=PROVINCE), province=found)
    assert book.sheetnames[0] == "ลำดับคะแนน"
    assert "ยังไม่ส่ง" in book.sheetnames
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    overall = column(sheet, heads.index("คะแนนภาพรวม") + 1)
    scored = [value for value in overall if value is not None]
    assert scored == sorted(scored, reverse=True)
    assert scored[0] == float(max(each.figures[OVERALL] for each in found.received))
    assert column(sheet, 1)[0] == 1
    assert sheet.auto_filter.ref.startswith("A1:")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_ranking_keeps_numbers_and_words_through_libreoffice(data, tmp_path):
    target = tmp_path / "ก.xlsx"
    target.write_bytes(shape_of("ranking")(data, Options()))
    profile, out = f"-env:UserInstallation=file://{tmp_path}/profile", str(tmp_path / "out")
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", out, target]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    before, after = (
        load_workbook(path).worksheets[0] for path in (target, tmp_path / "out/ก.xlsx")
    )
    assert list(after.values) == list(before.values)
    assert after.print_title_rows == before.print_title_rows


def test_a_province_that_gathered_nothing_has_an_empty_ranking(data):
    book = book_of("province", replace(data, office=PROVINCE))
    assert book.sheetnames == ["ลำดับคะแนน"]
    assert book.worksheets[0].max_row == 1
