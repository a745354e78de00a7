"""What comes in: added, changed, the same or refused, and nothing before it is confirmed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from itadesk.errors import ImportRefused
from itadesk.model.assessment import QuestionScore
from itadesk.model.changes import Kind
from itadesk.model.work import Measure
from itadesk.services.exchange import apply_import, export_workbook, plan_import, write_template
from itadesk.services.office import save_office
from itadesk.services.scores import record_official, record_score
from itadesk.services.years import load_year, score_years, start_year

from .workbooks import (
    MEASURE,
    office_rows,
    outcomes,
    raw,
    refusals,
    score_rows,
    take,
)

# scores


def test_scores_are_added_changed_or_the_same(store, made):
    record_score(store, 2568, "i2", 90)
    record_score(store, 2568, "i3", 95)
    path = made({"คะแนนข้อคำถาม": score_rows({"i1": 99.38, "i2": 91, "i3": "๙๕.๐๐"})})
    plan = plan_import(store, path)
    assert outcomes(plan) == ["added", "changed", "same"]
    changed = plan.rows[2]
    place = (changed.sheet, changed.row, changed.column, changed.before, changed.after)
    assert place == ("คะแนนข้อคำถาม", 3, "คะแนน", "๙๐", "๙๑")
    assert load_year(store, 2568).assessment.scores["i2"].score == 90
    apply_import(store, plan)
    scores = load_year(store, 2568).assessment.scores
    assert {code: scores[code].score for code in ("i1", "i2", "i3")} == {
        "i1": Decimal("99.38"),
        "i2": Decimal(91),
        "i3": Decimal(95),
    }


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"ข้อ": "i๑"}, "i1"),
        ({"ข้อ": "I1"}, "i1"),
        ({"ข้อ": "ข้อ i1"}, "i1"),
        ({"ข้อ": "๐๑๒"}, "o12"),
        ({"ข้อ": "O12"}, "o12"),
        ({"ข้อ": "o๑๒"}, "o12"),
        ({"ข้อ": 12, "แบบวัด": "OIT"}, "o12"),
        ({"ข้อ": "๑๒", "แบบวัด": "แบบวัด OIT"}, "o12"),
        ({"ข้อ": 2, "ตัวชี้วัดที่": 6}, "e2"),
    ],
)
def test_codes_are_taken_as_offices_write_them(store, made, cells, code):
    take(store, made({"คะแนนข้อคำถาม": [{**cells, "คะแนน": 100}]}))
    assert set(load_year(store, 2568).assessment.scores) == {code}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("ดีมาก", "ต้องเป็นตัวเลข"),
        (100.01, "๐ ถึง ๑๐๐"),
        ("๑๐๐.๐๑", "๐ ถึง ๑๐๐"),
        (-1, "๐ ถึง ๑๐๐"),
        ("95,5", "95.5"),
        ("=1+1", "ยังไม่ได้คำนวณ"),
        ("=NA()", "ยังไม่ได้คำนวณ"),
        (True, "ต้องเป็นตัวเลข"),
        (date(2025, 10, 1), "วันที่"),
        ("99%", "%"),
    ],
)
def test_a_bad_score_is_refused_with_place_and_reason_and_nothing_is_written(
    store, made, value, words
):
    path = made({"คะแนนข้อคำถาม": score_rows({"i1": 99, "i7": value})})
    plan = plan_import(store, path)
    (row,) = refusals(plan)
    assert (row.sheet, row.row, row.column) == ("คะแนนข้อคำถาม", 3, "คะแนน")
    assert row.message.startswith("ชีต คะแนนข้อคำถาม แถว ๓ ช่อง คะแนน: คะแนนข้อ i๗ ")
    assert words in row.message
    assert "โปรด" in row.message
    with pytest.raises(ImportRefused, match="i๗"):
        apply_import(store, plan)
    assert not load_year(store, 2568).assessment.scores
    assert store.can_undo() == "เพิ่มปี ๒๕๖๘"


def test_the_refusal_says_what_was_filled_in(store, made):
    path = made({"คะแนนข้อคำถาม": score_rows({"i1": 99, "i2": 1, "i3": 1, "i7": 100.01})})
    (row,) = refusals(plan_import(store, path))
    assert row.message == (
        "ชีต คะแนนข้อคำถาม แถว ๕ ช่อง คะแนน: คะแนนข้อ i๗ ต้องอยู่ระหว่าง ๐ ถึง ๑๐๐ "
        "(กรอกไว้ ๑๐๐.๐๑) โปรดแก้ไขคะแนน"
    )


def test_an_error_of_excel_in_a_score_is_refused(store, made):
    path = made({"คะแนนข้อคำถาม": score_rows({"i1": 1})})
    workbook = load_workbook(path)
    workbook["คะแนนข้อคำถาม"]["E2"] = "#N/A"
    workbook.save(path)
    (row,) = refusals(plan_import(store, path))
    assert "#N/A" in row.message


def test_an_item_takes_only_0_or_100(store, made):
    (row,) = refusals(plan_import(store, made({"คะแนนข้อคำถาม": score_rows({"o1": 50})})))
    assert "เท่านั้น" in row.message


def test_a_question_of_another_year_is_refused_by_its_year(store, made):
    plan = plan_import(store, made({"คะแนนข้อคำถาม": score_rows({"i30": 90})}))
    (row,) = refusals(plan)
    assert "๒๕๖๖" in row.message
    assert "๒๕๖๘" in row.message


def test_a_question_with_the_text_of_another_year_is_refused(store, made, empty):
    start_year(empty, 2566)
    texts = {
        year: load_year(empty, year).catalogue.question("i1").text.text for year in (2566, 2568)
    }
    assert texts[2566] != texts[2568]
    for year, refused in ((2566, True), (2568, False)):
        rows = [{"ข้อ": "i1", "ข้อคำถาม": texts[year], "คะแนน": 90}]
        plan = plan_import(store, made({"คะแนนข้อคำถาม": rows}))
        assert plan.refused is refused
        if refused:
            assert "๒๕๖๖" in refusals(plan)[0].message


def test_a_wrong_indicator_beside_a_code_is_only_a_warning(store, made):
    plan = plan_import(store, made({"คะแนนข้อคำถาม": [{"ตัวชี้วัดที่": 2, "ข้อ": "i1", "คะแนน": 90}]}))
    assert not plan.refused
    assert len(plan.warnings) == 1
    assert "ตัวชี้วัดที่ ๑" in plan.warnings[0]


def test_an_empty_cell_leaves_the_value_and_an_absent_row_is_kept(store, made):
    record_score(store, 2568, "e1", 80, part=1)
    record_score(store, 2568, "i9", 70)
    take(store, made({"คะแนนข้อคำถาม": score_rows({"e1": (None, None, 90), "i1": ("-",)})}))
    scores = load_year(store, 2568).assessment.scores
    assert scores["e1"] == QuestionScore("e1", None, Decimal(80), Decimal(90))
    assert scores["i9"].score == 70
    assert "i1" not in scores


def test_a_row_given_twice_is_the_same_or_refused(store, made):
    twice = made({"คะแนนข้อคำถาม": score_rows({"i1": 90, "I1": "๙๐.๐"})})
    assert outcomes(plan_import(store, twice)) == ["added", "same"]
    differing = plan_import(store, made({"คะแนนข้อคำถาม": score_rows({"i1": 90, "i๑": 91})}))
    (row,) = refusals(differing)
    assert (row.row, row.column) == (3, "ข้อ")
    assert "แถว ๒" in row.message


def test_a_part_where_the_year_has_none_is_refused(store, made):
    (row,) = refusals(plan_import(store, made({"คะแนนข้อคำถาม": score_rows({"i1": (None, 90)})})))
    assert row.column == "คะแนนส่วนที่ ๑"


@pytest.mark.parametrize("code", [None, "x1", "12"])
def test_a_score_without_a_known_code_is_refused(store, made, code):
    rows = [{"ข้อ": code, "คะแนน": 90}]
    (row,) = refusals(plan_import(store, made({"คะแนนข้อคำถาม": rows})))
    assert row.column == "ข้อ"


def test_a_sheet_without_its_key_column_is_refused(store, made):
    path = made({"คะแนนข้อคำถาม": score_rows({"i1": 90})})
    workbook = load_workbook(path)
    workbook["คะแนนข้อคำถาม"]["C1"] = "รหัส"
    workbook.save(path)
    (row,) = refusals(plan_import(store, path))
    assert (row.row, row.column) == (1, "ข้อ")


# official figures


def test_official_figures_are_taken_and_computed_ones_ignored(store, made):
    rows = [
        {"ตัวชี้วัดที่": "๑", "คะแนนที่คำนวณ": 1, "คะแนนที่ประกาศ": "๙๙.๗๙"},
        {"ตัวชี้วัดที่": 10, "คะแนนที่คำนวณ": 55},
        {"ตัวชี้วัดที่": "EIT ส่วนที่ 2", "คะแนนที่ประกาศ": 80.5},
        {"ตัวชี้วัดที่": "คะแนนภาพรวม", "คะแนนที่ประกาศ": 91.23},
        {"ตัวชี้วัดที่": "ระดับ", "คะแนนที่ประกาศ": "ผ่าน"},
    ]
    take(store, made({"คะแนนตัวชี้วัด": rows}))
    head = load_year(store, 2568).assessment
    assert head.official == {
        "1": Decimal("99.79"),
        "EIT2": Decimal("80.5"),
        "overall": Decimal("91.23"),
    }
    assert head.official_rating == "ผ่าน"


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        (11, 90, "๒๕๖๘"),
        (None, 90, "ยังไม่ได้กรอก"),
        (1, "มาก", "คะแนนที่ประกาศของตัวชี้วัดที่ ๑ ต้อง"),
        ("IIT", 101, "คะแนนที่ประกาศของ IIT ต้อง"),
        ("ระดับ", "AA", "ผ่านดีเยี่ยม"),
    ],
)
def test_a_bad_official_figure_is_refused(store, made, key, value, words):
    rows = [{"ตัวชี้วัดที่": key, "คะแนนที่ประกาศ": value}]
    (row,) = refusals(plan_import(store, made({"คะแนนตัวชี้วัด": rows})))
    assert words in row.message


# office and year


def test_another_offices_name_is_a_warning_and_never_taken_over(store, made):
    save_office(store, replace(store.office.get(), name="องค์การบริหารส่วนตำบลบ้านหนึ่ง"))
    values = {
        "ชื่อหน่วยงาน": "องค์การบริหารส่วนตำบลบ้านสอง",
        "อำเภอ": "อำเภอสมมติ",
        "ปีงบประมาณที่ประเมิน": 2568,
    }
    plan = plan_import(store, made({"หน่วยงาน": office_rows(values)}, year=None))
    assert len(plan.warnings) == 1
    assert "บ้านสอง" in plan.warnings[0]
    assert [row.result for row in plan.rows if row.message == plan.warnings[0]] == ["same"]
    apply_import(store, plan)
    office = store.office.get()
    assert (office.name, office.district) == ("องค์การบริหารส่วนตำบลบ้านหนึ่ง", "")


def test_what_the_office_left_empty_is_taken_from_its_own_workbook(store, made):
    save_office(store, replace(store.office.get(), name="องค์การบริหารส่วนตำบลบ้านหนึ่ง"))
    values = {
        "ชื่อหน่วยงาน": "องค์การบริหารส่วนตำบล บ้านหนึ่ง",
        "รหัสหน่วยงาน": "0๑",
        "ปีงบประมาณที่ประเมิน": 2568,
    }
    take(store, made({"หน่วยงาน": office_rows(values)}, year=None))
    assert store.office.get().code == "0๑"
    plan = plan_import(store, made({"หน่วยงาน": office_rows({**values, "รหัสหน่วยงาน": 2})}, None))
    assert ["“2”" in warning and "“0๑”" in warning for warning in plan.warnings] == [True]


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("ประเภท", "โรงเรียน"),
        ("ปีงบประมาณที่ประเมิน", "ปีที่แล้ว"),
        ("ปีงบประมาณที่ประเมิน", 2025),
        ("ปีงบประมาณที่ดำเนินมาตรการ", "ก"),
    ],
)
def test_a_bad_label_of_the_office_is_refused(store, made, label, value):
    rows = office_rows({"ปีงบประมาณที่ประเมิน": 2568, label: value})
    plan = plan_import(store, made({"หน่วยงาน": rows}, year=None))
    assert len(refusals(plan)) == 1
    assert refusals(plan)[0].sheet == "หน่วยงาน"


def test_an_import_starts_a_year_that_a_catalogue_is_known_for(empty, made):
    path = made({"คะแนนข้อคำถาม": score_rows({"i1": 90})}, year="พ.ศ. ๒๕๖๗")
    plan = plan_import(empty, path)
    assert (plan.year, plan.starts_year) == (2567, True)
    assert score_years(empty) == ()
    changes = apply_import(empty, plan)
    assert score_years(empty) == (2567,)
    assert changes.touches(Kind.YEARS)
    assert load_year(empty, 2567).assessment.plan_year == 2568


def test_a_year_without_a_catalogue_is_refused(store, made):
    plan = plan_import(store, made({"คะแนนข้อคำถาม": score_rows({"i1": 90})}, year=2560))
    (row,) = refusals(plan)
    assert "๒๕๖๐" in row.message


def test_a_workbook_that_tells_no_year_goes_to_the_only_one_or_nowhere(store, made):
    path = made({"คะแนนข้อคำถาม": score_rows({"i1": 90})}, year=None)
    plan = plan_import(store, path)
    assert (plan.year, len(plan.warnings)) == (2568, 1)
    start_year(store, 2567)
    assert refusals(plan_import(store, path))


def test_the_year_of_the_measures_is_changed(store, made):
    rows = office_rows({"ปีงบประมาณที่ประเมิน": 2568, "ปีงบประมาณที่ดำเนินมาตรการ": "๒๕๗๐"})
    take(store, made({"หน่วยงาน": rows}, year=None))
    assert load_year(store, 2568).assessment.plan_year == 2570


def test_a_workbook_of_a_newer_program_is_refused(store, tmp_path):
    path = tmp_path / "a.xlsx"
    write_template(2568, path)
    workbook = load_workbook(path)
    workbook["_meta"]["A2"] = 2
    workbook.save(path)
    (row,) = refusals(plan_import(store, path))
    assert row.sheet == "_meta"
    assert "ปรับปรุงโปรแกรม" in row.message


def test_an_empty_template_changes_nothing(store, tmp_path):
    write_template(2568, tmp_path / "a.xlsx")
    plan = plan_import(store, tmp_path / "a.xlsx")
    assert plan.changes_nothing
    assert apply_import(store, plan).kinds == frozenset()
    assert store.can_undo() == "เพิ่มปี ๒๕๖๘"


# the whole


def test_planning_writes_nothing(store, made):
    path = made({"คะแนนข้อคำถาม": score_rows({"i1": 90}), "มาตรการ": [MEASURE]})
    before = load_year(store, 2568)
    plan_import(store, path)
    assert load_year(store, 2568) == before
    assert store.can_undo() == "เพิ่มปี ๒๕๖๘"


def test_an_import_is_taken_back_in_one_step(store, made):
    before = load_year(store, 2568)
    sheets = {
        "คะแนนข้อคำถาม": score_rows({"i1": 90, "i2": 80}),
        "การวิเคราะห์": [{"ตัวชี้วัดที่": 1, "สาเหตุเกิดจาก": "ก"}],
        "มาตรการ": [MEASURE],
        "ข้อจำกัด": [{"ข้อจำกัด": "ก"}],
    }
    take(store, made(sheets))
    assert load_year(store, 2568) != before
    assert store.can_undo() == "นำเข้าจาก Excel"
    store.undo()
    assert load_year(store, 2568) == before


def test_one_refused_row_stops_everything(store, made):
    sheets = {
        "คะแนนข้อคำถาม": score_rows({"i1": 90}),
        "การวิเคราะห์": [{"ตัวชี้วัดที่": 99, "สาเหตุเกิดจาก": "ก"}],
    }
    plan = plan_import(store, made(sheets))
    with pytest.raises(ImportRefused, match=r"เข้า\.xlsx.*การวิเคราะห์"):
        apply_import(store, plan)
    assert not load_year(store, 2568).assessment.scores


def test_a_plan_that_was_overtaken_is_not_applied(store, made):
    plan = plan_import(store, made({"คะแนนข้อคำถาม": score_rows({"e1": (None, 90)})}))
    record_score(store, 2568, "e1", 70, part=2)
    with pytest.raises(ImportRefused, match="เปลี่ยนไป"):
        apply_import(store, plan)


def test_texts_are_normalised_on_the_way_in(store, made):
    rows = [{"ตัวชี้วัดที่": 1, "สาเหตุเกิดจาก": "นํ้า\u00a0ใส  \r\nเเดง\ufeff"}]
    take(store, made({"การวิเคราะห์": rows}))
    assert load_year(store, 2568).findings[0].cause == "น้ำ ใส\nแดง"


def test_numbers_and_days_in_text_cells_become_text(store, made):
    rows = [{"ตัวชี้วัดที่": 1, "สาเหตุเกิดจาก": 12, "แนวทางการยกระดับ": date(2025, 10, 1), "สรุป": 1.5}]
    take(store, made({"การวิเคราะห์": rows}))
    finding = load_year(store, 2568).findings[0]
    assert (finding.cause, finding.guideline, finding.conclusion) == ("12", "๑ ต.ค. ๒๕๖๘", "1.5")


def test_every_message_is_a_sentence_with_its_place(store, made):
    record_official(store, 2568, "1", 90)
    sheets = {
        "คะแนนข้อคำถาม": score_rows({"i1": 90, "i2": "x"}),
        "คะแนนตัวชี้วัด": [{"ตัวชี้วัดที่": 1, "คะแนนที่ประกาศ": 91}],
        "มาตรการ": [MEASURE],
    }
    plan = plan_import(store, made(sheets))
    for row in plan.rows:
        assert row.message.startswith(f"ชีต {row.sheet} แถว ")
        assert row.column in row.message
    assert {str(row.result) for row in plan.rows} == {"added", "changed", "same", "refused"}


def test_an_export_changed_by_hand_comes_back_with_the_change(store, tmp_path):
    record_score(store, 2568, "i1", 90)
    raw(store, measures=Measure(title="ก", units=("กองคลัง",)))
    path = tmp_path / "a.xlsx"
    export_workbook(store, 2568, path)
    workbook = load_workbook(path)
    workbook["คะแนนข้อคำถาม"]["E2"] = 95
    workbook["มาตรการ"]["D2"] = "ชื่อใหม่"
    workbook.save(path)
    plan = plan_import(store, path)
    changed = [(row.sheet, row.column) for row in plan.rows if row.result == "changed"]
    assert changed == [("คะแนนข้อคำถาม", "คะแนน"), ("มาตรการ", "หัวข้อ")]
