"""The workbook that goes out."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from itadesk.errors import BadValue, CannotWrite, NotFound
from itadesk.exchange.writing import template, write_workbook
from itadesk.model.work import Finding, Measure, RoundReport, RoundStatus, Step
from itadesk.services.exchange import export_workbook, write_template
from itadesk.services.findings import save_finding
from itadesk.services.measures import save_measure
from itadesk.services.office import save_limitations, save_office, save_round_report
from itadesk.services.scores import record_official, record_rating, record_score
from itadesk.services.years import catalogue_of, load_year

from .workbooks import HEADS, META, raw

ODD = ("=1+1", "+66", "-ก", "@ข", "#N/A", "๙๙", "ก\nข", " ช่องว่าง", "_x0041_", "\tแท็บ", "'")


@pytest.fixture
def filled(store):
    office = replace(store.office.get(), name="องค์การบริหารส่วนตำบลบ้านตัวอย่าง", district="สมมติ")
    save_office(store, office)
    record_score(store, 2568, "i1", "99.38")
    record_score(store, 2568, "e1", "90.5", part=1)
    record_official(store, 2568, "1", "99.79")
    record_official(store, 2568, "EIT1", "88")
    record_rating(store, 2568, load_year(store, 2568).catalogue.rating.levels[0].name)
    save_finding(store, 2568, Finding(indicator=1, codes=("i1", "i2"), cause="=สาเหตุ"))
    steps = (Step("๑. ประชุม", date(2025, 10, 1), None, "กองคลัง"), Step("๒. แจ้งเวียน"))
    measure = Measure(
        indicator=1,
        activities="๑. ก\n๒. ข",
        steps=steps,
        start=date(2025, 10, 1),
        units=("สำนักปลัด", "กองคลัง"),
    )
    made = save_measure(store, 2568, measure).created
    report = RoundReport(made, 6, "ทำแล้ว", progress=Decimal(50), status=RoundStatus.UNDER_WAY)
    save_round_report(store, report)
    save_limitations(store, 2568, ("งบประมาณจำกัด",))
    return store


def opened(store):
    return load_workbook(BytesIO(write_workbook(load_year(store, 2568))))


def test_every_sheet_and_column_stands_in_its_place_even_without_data(store):
    workbook = opened(store)
    assert workbook.sheetnames == ["คำแนะนำ", *HEADS, "_meta"]
    for name, columns in {**HEADS, "_meta": META}.items():
        head = [cell.value for cell in workbook[name][1]]
        assert tuple(head[: len(columns)]) == columns
    assert workbook["_meta"].sheet_state == "hidden"
    assert [workbook[name].sheet_state for name in HEADS] == ["visible"] * len(HEADS)


def test_values_are_what_they_are_for_other_programs(filled):
    workbook = opened(filled)
    scores = workbook["คะแนนข้อคำถาม"]
    assert [cell.value for cell in scores[2]][:3] == ["IIT", 1, "i1"]
    assert (scores["E2"].value, scores["E2"].number_format) == (99.38, "0.00")
    measure = {a.value: b for a, b in zip(*workbook["มาตรการ"].iter_rows(), strict=True)}
    assert measure["วันเริ่ม"].is_date
    assert measure["วันเริ่ม"].value.date() == date(2025, 10, 1)
    assert measure["ผู้รับผิดชอบ"].value == "สำนักปลัด\nกองคลัง"
    assert workbook["การวิเคราะห์"]["C2"].value == "i1, i2"
    assert workbook["ผลการดำเนินงาน"]["F2"].value == "อยู่ระหว่างดำเนินการ"


def test_official_figures_follow_the_indicators_with_the_rating_last(filled):
    rows = list(opened(filled)["คะแนนตัวชี้วัด"].iter_rows(min_row=2, values_only=True))
    keys = [row[0] for row in rows]
    assert keys[:10] == list(range(1, 11))
    assert keys[10:] == ["IIT", "EIT", "EIT ส่วนที่ ๑", "EIT ส่วนที่ ๒", "OIT", "คะแนนภาพรวม", "ระดับ"]
    official = {row[0]: row[3] for row in rows}
    assert (official[1], official["EIT ส่วนที่ ๑"], official["ระดับ"]) == (99.79, 88, "ผ่านดีเยี่ยม")
    assert rows[0][2] == 99.38


def test_calamine_reads_the_same(filled):
    body = write_workbook(load_year(filled, 2568))
    workbook = CalamineWorkbook.from_filelike(BytesIO(body))
    scores = workbook.get_sheet_by_name("คะแนนข้อคำถาม").to_python()
    assert scores[0] == list(HEADS["คะแนนข้อคำถาม"])
    assert scores[1][4] == 99.38
    assert workbook.get_sheet_by_name("มาตรการ").to_python()[1][7] == date(2025, 10, 1)
    assert workbook.get_sheet_by_name("การวิเคราะห์").to_python()[1][3] == "=สาเหตุ"


@pytest.mark.parametrize("text", ODD)
def test_text_is_never_a_formula_and_never_changed(store, text):
    raw(store, findings=Finding(indicator=1, cause=text))
    body = write_workbook(load_year(store, 2568))
    cell = load_workbook(BytesIO(body))["การวิเคราะห์"]["D2"]
    assert cell.data_type != "f"
    assert cell.value.replace("_x005F_", "_") == text
    sheet = zipfile.ZipFile(BytesIO(body)).read("xl/worksheets/sheet4.xml").decode()
    assert "<f>" not in sheet
    assert cell.quotePrefix == (text[0] in "=+-@")


def test_control_characters_and_lone_surrogates_never_break_an_export(store):
    raw(store, findings=Finding(indicator=1, cause="ก\x00ข\x0bค\x1f"))
    measure = Measure(title="\x07หัวข้อ\x02")
    raw(store, measures=measure)
    data = load_year(store, 2568)
    broken = replace(data, limitations=("ก\ud800ข",))
    workbook = load_workbook(BytesIO(write_workbook(broken)))
    assert workbook["การวิเคราะห์"]["D2"].value == "กข\nค"
    assert workbook["ข้อจำกัด"]["B2"].value == "กข"


def test_a_text_too_long_for_a_cell_is_refused_with_its_place(store):
    raw(store, findings=Finding(indicator=1, guideline="ก" * 32_767))
    write_workbook(load_year(store, 2568))
    raw(store, findings=Finding(indicator=2, guideline="ก" * 32_766 + "😀"))
    with pytest.raises(BadValue, match="ชีต การวิเคราะห์ แถว ๓ ช่อง แนวทางการยกระดับ"):
        write_workbook(load_year(store, 2568))


def test_the_same_data_gives_the_same_bytes(filled):
    first = write_workbook(load_year(filled, 2568))
    assert write_workbook(load_year(filled, 2568)) == first
    record_score(filled, 2568, "i2", 100)
    assert write_workbook(load_year(filled, 2568)) != first


def test_no_user_no_computer_and_no_clock_is_in_the_file(filled):
    archive = zipfile.ZipFile(BytesIO(write_workbook(load_year(filled, 2568))))
    core = archive.read("docProps/core.xml").decode()
    assert re.search(r"<dc:creator[^>]*>องค์การบริหารส่วนตำบลบ้านตัวอย่าง</dc:creator>", core)
    assert set(re.findall(r"\d{4}-\d\d-\d\d", core)) == {"2000-01-01"}
    assert "lastModifiedBy" not in core
    assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_pages_print_on_a4_with_the_head_on_each(store):
    for sheet in opened(store).worksheets[1:]:
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.freeze_panes == "A2"
        assert sheet["A1"].font.bold
        assert sheet["A1"].font.name == "TH SarabunPSK"


def test_a_score_too_fine_for_a_number_goes_out_as_text(store):
    record_score(store, 2568, "i1", "99.1234567891")
    assert opened(store)["คะแนนข้อคำถาม"]["E2"].value == "99.1234567891"


def test_findings_alike_are_told_apart(store):
    for cause in ("ก", "ข"):
        raw(store, findings=Finding(indicator=1, cause=cause))
    rows = list(opened(store)["การวิเคราะห์"].iter_rows(min_row=2, values_only=True))
    assert [row[6] for row in rows] == [None, 2]


def test_an_export_is_on_disk_and_reads_back(filled, tmp_path):
    path = tmp_path / "ออก.xlsx"
    export_workbook(filled, 2568, path)
    assert path.read_bytes() == write_workbook(load_year(filled, 2568))


def test_what_would_not_come_back_is_not_exported(store, tmp_path):
    path = tmp_path / "ออก.xlsx"
    path.write_bytes(b"before")
    raw(store, findings=Finding(indicator=1, codes=("i99",), cause="ก"))
    with pytest.raises(CannotWrite, match=r"ออก\.xlsx.*i๙๙"):
        export_workbook(store, 2568, path)
    assert path.read_bytes() == b"before"


def test_a_year_that_is_not_there_is_not_exported(store, tmp_path):
    with pytest.raises(NotFound):
        export_workbook(store, 2567, tmp_path / "ออก.xlsx")


def test_the_template_names_the_questions_of_its_year(store, tmp_path):
    workbook = load_workbook(BytesIO(template(catalogue_of(store, 2568))))
    assert workbook.sheetnames == ["คำแนะนำ", *HEADS, "_meta"]
    scores = list(workbook["คะแนนข้อคำถาม"].iter_rows(min_row=2, values_only=True))
    questions = list(catalogue_of(store, 2568).questions)
    assert [row[2] for row in scores] == [question.code for question in questions]
    assert [row[3] or "" for row in scores] == [question.text.text for question in questions]
    assert all(row[4:7] == (None, None, None) for row in scores)
    office = dict(workbook["หน่วยงาน"].iter_rows(min_row=2, values_only=True))
    assert office["ปีงบประมาณที่ประเมิน"] == 2568
    assert office["ชื่อหน่วยงาน"] is None
    write_template(2568, tmp_path / "แบบ.xlsx")
    assert (tmp_path / "แบบ.xlsx").read_bytes() == template(catalogue_of(store, 2568))
    with pytest.raises(NotFound):
        write_template(2500, tmp_path / "แบบ.xlsx")


def test_a_computed_mean_is_a_number_as_it_is_printed(store):
    for code, score in (("i1", "100"), ("i2", "99.38"), ("i3", "100")):
        record_score(store, 2568, code, score)
    cell = opened(store)["คะแนนตัวชี้วัด"]["C2"]
    assert (cell.value, cell.number_format) == (99.79, "0.00")


def test_the_first_sheet_says_what_to_do(store):
    workbook = opened(store)
    guide = workbook.worksheets[0]
    text = " ".join(str(cell.value) for row in guide.iter_rows() for cell in row if cell.value)
    assert all(name in text for name in ("คะแนนข้อคำถาม", "คะแนนที่ประกาศ", "Alt+Enter"))
    assert workbook.active.title == "คำแนะนำ"


def rules(sheet):
    return {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}


def test_cells_meant_for_typing_offer_choices_and_warn_of_wrong_numbers(filled):
    workbook = opened(filled)
    score = next(iter(rules(workbook["คะแนนข้อคำถาม"]).values()))
    assert (score.type, score.formula1, score.formula2) == ("decimal", "0", "100")
    assert score.errorStyle == "warning"  # Thai digits are text to Excel
    kinds = [rule.formula1 for rule in rules(workbook["หน่วยงาน"]).values()]
    assert "เทศบาลเมือง" in kinds[0]
    status = [rule.formula1 or "" for rule in rules(workbook["ผลการดำเนินงาน"]).values()]
    assert any("แล้วเสร็จ" in formula for formula in status)


def test_computed_cells_are_locked_without_a_password_and_scores_are_free(store):
    workbook = opened(store)
    for name, free in (("คะแนนข้อคำถาม", {5, 6, 7}), ("คะแนนตัวชี้วัด", {4})):
        sheet = workbook[name]
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        unlocked = {cell.column for cell in sheet[2] if not cell.protection.locked}
        assert unlocked == free
    assert not workbook["มาตรการ"].protection.sheet  # rows can be added
