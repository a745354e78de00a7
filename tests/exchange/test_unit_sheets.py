"""The sheets of units: out as workbooks, filled in, back, and merged field by field."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from db.opening import open_store
from itadesk.errors import BadFile, ImportRefused
from itadesk.exchange.planning.unit_fields import Clash
from itadesk.exchange.reading import read_workbook
from itadesk.exchange.unit_sheet import FILLED
from itadesk.exchange.unit_sheet_writing import sheet_name
from itadesk.labels import ROUND_STATUS
from itadesk.model.unit_sheet import SentSheet
from itadesk.model.work import Measure, RoundReport, RoundStatus, Step
from itadesk.services.measures import move_measure, remove_measure, save_measure
from itadesk.services.office import save_office, save_round_report
from itadesk.services.sample import sample_office
from itadesk.services.unit_sheets import (
    apply_returned,
    note_sent,
    plan_sheets,
    read_returned,
    unit_files,
    unit_states,
    write_unit_sheet,
)
from itadesk.services.years import load_year, start_year
from itadesk.thai.numbers import parse_score

from .test_round_trip import lines, scores, steps, texts
from .workbooks import raw

YEAR, MONTHS = 2568, 6
COLUMNS = "ABCDEFGHIJ"
FIELDS = {"output": "E", "outcome": "F", "progress": "G", "status": "H"}
FIELDS |= {"evidence": "I", "obstacles": "J"}
TODAY = date(2026, 3, 20)


@pytest.fixture
def store(empty):
    """Three measures: of กองคลัง, of both units, of กองช่าง."""
    save_office(empty, sample_office())
    start_year(empty, YEAR)
    shares = (("กองคลัง",), ("กองคลัง", "กองช่าง"), ("กองช่าง",))
    for number, units in enumerate(shares, start=1):
        steps = (Step(f"๑. ทำเรื่อง {number}", date(2025, 10, 1), date(2026, 3, 31)),)
        save_measure(empty, YEAR, Measure(title=f"=มาตรการ {number}", steps=steps, units=units))
    return empty


@pytest.fixture
def sent(store, tmp_path):
    """The sheets of the round, by unit."""

    def send(*units):
        paths = [tmp_path / f"{unit}.xlsx" for unit in units]
        for unit, path in zip(units, paths, strict=True):
            write_unit_sheet(load_year(store, YEAR), unit, MONTHS, path)
        note_sent(store, YEAR, units, MONTHS, date(2026, 3, 1))
        return paths

    return send


def fill(path, row=5, **values):
    """Types into the free cells of a row."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[1]
    for field, value in values.items():
        sheet[f"{FIELDS.get(field, field)}{row}"] = value
    workbook.save(path)
    return path


def planned(store, *paths, clash=Clash.KEEP):
    return plan_sheets(store, YEAR, read_returned(paths), clash)


def taken(store, *paths, clash=Clash.KEEP):
    return apply_returned(store, YEAR, planned(store, *paths, clash=clash), TODAY)


def report(store, order=1):
    wanted = store.measures.of_year(YEAR)[order - 1].id
    return next((r for r in store.rounds.of_year(YEAR) if r.measure_id == wanted), None)


def told(plan):
    return [(str(row.result), row.row, row.column) for row in plan.rows]


def test_a_sheet_holds_the_units_measures_and_waits_for_its_words(sent):
    (path,) = sent("กองคลัง")
    workbook = openpyxl.load_workbook(path)
    assert workbook.sheetnames == ["วิธีกรอก", "กองคลัง", "_meta"]
    assert workbook["_meta"].sheet_state == "hidden"
    sheet = workbook["กองคลัง"]
    assert [cell.value for cell in sheet[4]] == [
        *("ที่", "มาตรการ โครงการ หรือกิจกรรม", "ขั้นตอนหรือวิธีการปฏิบัติ", "ระยะเวลา"),
        *("ผลผลิต", "ผลลัพธ์", "ร้อยละ", "สถานะ", "หลักฐาน", "ปัญหาอุปสรรค"),
    ]
    assert [row[0] for row in sheet.iter_rows(min_row=5, values_only=True)] == [1, 2]
    assert sheet["B5"].value == "=มาตรการ 1"
    assert sheet["B5"].data_type == "s"
    assert sheet["C5"].value == "๑. ทำเรื่อง 1 (๑ ต.ค. ๒๕๖๘ – ๓๑ มี.ค. ๒๕๖๙)"
    assert sheet.protection.sheet
    assert [sheet[f"{letter}5"].protection.locked for letter in COLUMNS] == [True] * 4 + [False] * 6
    offered = {rule.formula1: str(rule.sqref) for rule in sheet.data_validations.dataValidation}
    assert offered['"ยังไม่เริ่ม,อยู่ระหว่างดำเนินการ,แล้วเสร็จ,ยกเลิก"'] == "H5:H6"
    assert offered["0"] == "G5:G6"


def test_the_first_page_says_what_to_do_and_until_when(sent):
    (path,) = sent("กองคลัง")
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("วิธีกรอก").to_python()
    text = "\n".join(str(cell) for row in rows for cell in row)
    assert "แผ่นงาน “กองคลัง”" in text
    assert "คืนสำนักปลัด ภายในวันที่ ๓๑ มีนาคม ๒๕๖๙" in text


def test_a_sheet_that_comes_back_as_it_went_changes_nothing(store, sent):
    save_round_report(store, RoundReport(1, MONTHS, "ทำแล้ว", progress=Decimal("62.5")))
    plan = planned(store, *sent("กองคลัง"))
    assert plan.changes_nothing
    assert {str(row.result) for row in plan.rows} == {"same"}
    assert not plan.warnings


def test_what_the_unit_wrote_is_added_as_one_action(store, sent):
    (path,) = sent("กองคลัง")
    fill(path, output="ทำแล้ว\n๒ ครั้ง", outcome="ดีขึ้น", progress="๖๒.๕", status="แล้วเสร็จ")
    fill(path, evidence="ภาพถ่าย", obstacles="ฝนตก")
    plan = planned(store, path)
    assert told(plan) == [("added", 5, column) for column in (
        "ผลผลิต", "ผลลัพธ์", "ร้อยละ", "สถานะ", "หลักฐาน", "ปัญหาอุปสรรค",
    )]  # fmt: skip
    assert {row.sheet for row in plan.rows} == {"กองคลัง"}
    apply_returned(store, YEAR, plan, TODAY)
    kept = report(store)
    assert replace(kept, id=None) == RoundReport(
        *(1, MONTHS, "ทำแล้ว\n๒ ครั้ง", "ดีขึ้น", Decimal("62.5"), RoundStatus.DONE, "ภาพถ่าย", "ฝนตก")
    )
    assert store.unit_sheets.of_year(YEAR) == (
        SentSheet("กองคลัง", MONTHS, date(2026, 3, 1), TODAY),
    )
    store.undo()
    assert report(store) is None
    assert store.unit_sheets.of_year(YEAR)[0].back_on is None


def test_a_change_shows_before_and_after_and_empty_cells_leave_what_is_there(store, sent):
    save_round_report(store, RoundReport(1, MONTHS, "ทำครั้งเดียว", "ดี"))
    (path,) = sent("กองคลัง")
    fill(path, output="ทำสองครั้ง", outcome=None)
    plan = planned(store, path)
    (row,) = plan.rows
    assert (str(row.result), row.before, row.after) == ("changed", "ทำครั้งเดียว", "ทำสองครั้ง")
    assert "จาก “ทำครั้งเดียว” เป็น “ทำสองครั้ง”" in row.message
    apply_returned(store, YEAR, plan, TODAY)
    assert (report(store).output, report(store).outcome) == ("ทำสองครั้ง", "ดี")


def test_what_only_the_program_changed_stays_and_is_told(store, sent):
    save_round_report(store, RoundReport(1, MONTHS, "เดิม"))
    (path,) = sent("กองคลัง")
    save_round_report(store, replace(report(store), output="แก้ในโปรแกรม"))
    fill(path, outcome="ดีขึ้น")
    plan = planned(store, path)
    assert told(plan) == [("same", 5, "ผลผลิต"), ("added", 5, "ผลลัพธ์")]
    assert "แก้ไขในโปรแกรมหลังส่งแบบ" in plan.rows[0].message
    apply_returned(store, YEAR, plan, TODAY)
    assert (report(store).output, report(store).outcome) == ("แก้ในโปรแกรม", "ดีขึ้น")


@pytest.mark.parametrize(
    ("clash", "output", "status"),
    [
        (Clash.KEEP, "ของโปรแกรม", RoundStatus.UNDER_WAY),
        (Clash.TAKE, "ของหน่วย", RoundStatus.DONE),
        (Clash.APPEND, "ของโปรแกรม\nของหน่วย", RoundStatus.UNDER_WAY),
    ],
)
def test_what_both_changed_is_never_overwritten_unasked(store, sent, clash, output, status):
    (path,) = sent("กองคลัง")
    save_round_report(store, RoundReport(1, MONTHS, "ของโปรแกรม", status=RoundStatus.UNDER_WAY))
    fill(path, output="ของหน่วย", status="แล้วเสร็จ")
    plan = planned(store, path, clash=clash)
    assert plan.clashes == 2
    (warning,) = plan.warnings
    assert warning.startswith("กองคลัง: แก้ไขต่างกัน")
    assert "(ที่ ๑ ผลผลิต · ที่ ๑ สถานะ)" in warning
    if clash is Clash.KEEP:
        assert plan.changes_nothing
        return
    apply_returned(store, YEAR, plan, TODAY)
    assert (report(store).output, report(store).status) == (output, status)


def test_two_units_that_share_a_measure_do_not_overwrite_each_other(store, sent):
    first, second = sent("กองคลัง", "กองช่าง")
    fill(first, 6, output="คลังทำแล้ว")
    fill(second, 5, output="ช่างทำแล้ว")
    assert planned(store, first, second).clashes == 1
    taken(store, first, second, clash=Clash.APPEND)
    assert report(store, 2).output == "คลังทำแล้ว\nช่างทำแล้ว"


def test_measures_are_known_after_they_were_moved_and_gone_ones_are_told(store, sent):
    (path,) = sent("กองคลัง")
    moved, gone = (each.id for each in store.measures.of_year(YEAR)[:2])
    move_measure(store, YEAR, moved, 3)
    remove_measure(store, YEAR, gone)
    fill(path, 5, output="ของมาตรการที่ย้าย")
    fill(path, 6, output="ของมาตรการที่ลบ")
    plan = planned(store, path)
    assert [each.measure_id for each in plan.reports] == [moved]
    assert any("ถูกลบจากโปรแกรม" in warning and "(ที่ ๒)" in warning for warning in plan.warnings)


def test_a_plan_that_was_changed_here_or_there_is_told_and_not_taken_in(store, sent):
    (path,) = sent("กองคลัง")
    measure = store.measures.of_year(YEAR)[0]
    save_measure(store, YEAR, replace(measure, title="ชื่อใหม่"))
    fill(path, 5, output="ก")
    fill(path, 6, output="ข", B="แก้แผนเอง")
    plan = planned(store, path)
    assert [warning.split(": ")[1][:12] for warning in plan.warnings] == [
        "แผนแก้ไขในโป",
        "ช่องแผนในแบบ",
    ]
    apply_returned(store, YEAR, plan, TODAY)
    assert [each.title for each in store.measures.of_year(YEAR)[:2]] == ["ชื่อใหม่", "=มาตรการ 2"]


@pytest.mark.parametrize(
    ("values", "column", "said"),
    [
        ({"progress": 120}, "ร้อยละ", "ระหว่าง"),
        ({"status": "เสร็จมั้ง"}, "สถานะ", "โปรดเลือกจาก ยังไม่เริ่ม"),
        ({"A": 77, "output": "ก"}, "ที่", "ไม่ใช่แถวของมาตรการ"),
        ({"A": None, "output": "ก"}, "ที่", "ไม่ใช่แถวของมาตรการ"),
        ({"output": "=1/0"}, "ผลผลิต", "สูตร"),
    ],
)
def test_a_refused_row_keeps_its_file_out_and_names_sheet_row_and_column(
    store, sent, values, column, said
):
    bad, good = sent("กองคลัง", "กองช่าง")
    fill(bad, 6, output="ไม่ควรเข้า")
    fill(bad, 5, **values)
    fill(good, 6, output="เข้าได้")
    plan = planned(store, bad, good)
    (refused,) = (row for row in plan.rows if str(row.result) == "refused")
    assert (refused.sheet, refused.row, refused.column) == ("กองคลัง", 5, column)
    assert said in refused.message
    assert plan.left_out == ("กองคลัง.xlsx",)
    assert [each.output for each in plan.reports] == ["เข้าได้"]


def test_a_row_given_twice_is_refused_unless_it_is_the_same(store, sent):
    (path,) = sent("กองคลัง")
    fill(path, 5, output="ก")
    fill(path, 7, A=1, output="ข")
    assert planned(store, path).refused
    fill(path, 7, output="ก")
    assert not planned(store, path).refused


def test_sheets_of_another_office_and_year_are_refused_with_a_sentence(store, sent):
    (path,) = sent("กองคลัง")
    fill(path, output="ก")
    other = open_store(None)
    save_office(other, sample_office())
    start_year(other, YEAR)
    (row,) = plan_sheets(other, YEAR, read_returned([path])).rows
    assert "ไฟล์ของหน่วยงานอื่น" in row.message
    other.close()
    start_year(store, 2567)
    plan = plan_sheets(store, 2567, read_returned([path]))
    assert "เป็นของปีงบประมาณที่ประเมิน ๒๕๖๘ ไม่ใช่ ๒๕๖๗" in plan.rows[0].message
    assert plan.reports == ()


def test_files_that_are_no_sheet_of_a_unit_are_told_by_name(store, sent, tmp_path):
    (path,) = sent("กองคลัง")
    fill(path, output="ก")
    text = tmp_path / "จดหมาย.xlsx"
    text.write_bytes(b"no workbook")
    plain = tmp_path / "เปล่า.xlsx"
    openpyxl.Workbook().save(plain)
    plan = planned(store, text, plain, tmp_path / "ไม่มี.xlsx", path)
    assert plan.left_out == ("จดหมาย.xlsx", "เปล่า.xlsx", "ไม่มี.xlsx")
    assert len(plan.reports) == 1
    with pytest.raises(BadFile, match="หน้าติดตามผล"):
        read_workbook(path)


def test_a_hidden_sheet_that_was_changed_is_refused(store, sent):
    (path,) = sent("กองคลัง")
    workbook = openpyxl.load_workbook(path)
    workbook["_meta"]["B5"] = 3
    workbook.save(path)
    assert "ข้อมูลที่ซ่อนไว้" in planned(store, path).rows[0].message


def test_what_changed_since_the_preview_stops_the_taking_in(store, sent):
    (path,) = sent("กองคลัง")
    plan = planned(store, fill(path, output="ก"))
    save_round_report(store, RoundReport(1, MONTHS, "ข"))
    with pytest.raises(ImportRefused):
        apply_returned(store, YEAR, plan, TODAY)
    assert report(store).output == "ข"


def test_the_state_of_every_unit_is_known(store, sent):
    save_round_report(store, RoundReport(1, MONTHS, "ทำแล้ว"))
    sent("กองคลัง")
    states = {each.unit: each for each in unit_states(load_year(store, YEAR), MONTHS)}
    assert [(s.unit, s.measures, s.reported) for s in states.values()] == [
        ("กองคลัง", 2, 1),
        ("กองช่าง", 2, 0),
    ]
    assert states["กองคลัง"].sheet.sent_on == date(2026, 3, 1)
    assert states["กองช่าง"].sheet == SentSheet("กองช่าง", MONTHS)


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("สำนัก/กอง: [๑]", "สำนัก-กอง- -๑"),
        ("ก" * 40, "ก" * 31),
        ("มาตรการ", "มาตรการ."),
        ("?", "แบบ"),
    ],
)
def test_names_of_sheets_are_what_excel_allows(unit, name):
    assert sheet_name(unit) == name


def test_files_of_units_whose_names_are_alike_stand_side_by_side(store):
    data = load_year(store, YEAR)
    made = unit_files(data, ("ก/ข", "ก:ข"), MONTHS, (".xlsx", ".pdf"))
    assert [each.name for each in made] == [
        *("ก-ข รอบ ๖ เดือน ปี ๒๕๖๙.xlsx", "ก-ข รอบ ๖ เดือน ปี ๒๕๖๙.pdf"),
        *("ก-ข รอบ ๖ เดือน ปี ๒๕๖๙ (2).xlsx", "ก-ข รอบ ๖ เดือน ปี ๒๕๖๙ (2).pdf"),
    ]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    title=lines,
    activities=texts,
    steps=st.lists(steps, max_size=3),
    written=st.tuples(texts, texts, scores, st.none() | st.sampled_from(RoundStatus), texts, texts),
)
def test_whatever_an_office_wrote_goes_out_and_is_the_same_when_it_comes_back(
    tmp_path, title, activities, steps, written
):
    made = open_store(None)
    start_year(made, YEAR)
    measure = Measure(title=title, activities=activities, steps=tuple(steps), units=("กองคลัง",))
    raw(made, measures=measure)
    with made.transaction("ทดสอบ"):
        made.rounds.save(RoundReport(1, MONTHS, *written))
    path = tmp_path / "กองคลัง.xlsx"
    write_unit_sheet(load_year(made, YEAR), "กองคลัง", MONTHS, path)
    made.close()
    (sheet,) = read_returned([path])
    (row,) = sheet.rows
    came = {field: row.cells.get(column, "") for column, field in FILLED.items()}
    report = RoundReport(1, MONTHS, *written)
    for field in ("output", "outcome", "evidence", "obstacles"):
        assert came[field] == getattr(report, field)
    assert came["status"] == ROUND_STATUS.get(report.status, "")
    assert parse_score(came["progress"]) == report.progress


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_sheet_saved_by_libreoffice_is_read_the_same(store, sent, tmp_path):
    (path,) = sent("กองคลัง")
    fill(path, output="=+ทำแล้ว\nสองบรรทัด".lstrip("="), progress=60, status="แล้วเสร็จ")
    out = tmp_path / "lo"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", out, path]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    plan = planned(store, out / path.name)
    assert [row.message for row in plan.rows if str(row.result) == "refused"] == []
    assert not plan.warnings
    assert plan.reports == planned(store, path).reports
    assert plan.reports[0].output == "+ทำแล้ว\nสองบรรทัด"
