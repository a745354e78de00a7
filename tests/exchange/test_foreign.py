"""Workbooks that are not ours: what is recognised, and what the scores would change."""

from __future__ import annotations

import shutil
import subprocess
import time
import zipfile
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from itadesk.errors import BadFile
from itadesk.exchange.foreign import is_foreign, read_foreign
from itadesk.exchange.foreign_guess import fingerprint, guess, heads_of
from itadesk.exchange.foreign_rows import Columns, RowKind, found_rows, naming
from itadesk.exchange.planning.plan import Outcome
from itadesk.services.exchange import apply_import, write_template
from itadesk.services.foreign import plan_foreign
from itadesk.services.years import load_year

YEAR = 2568


@pytest.fixture
def name(store):
    return naming(load_year(store, YEAR).catalogue)


@pytest.fixture
def workbook(tmp_path):
    def made(*rows, merge=(), title="ผลคะแนน", others=()):
        book = Workbook()
        for other in others:
            book.create_sheet(other).append(["บันทึกทั่วไป"])
        sheet = book.worksheets[0]
        sheet.title = title
        for row in rows:
            sheet.append(row)
        for area in merge:
            sheet.merge_cells(area)
        path = tmp_path / "ของจังหวัด.xlsx"
        book.save(path)
        return path

    return made


def planned(store, path, columns=None):
    book, find = read_foreign(path), naming(load_year(store, YEAR).catalogue)
    chosen = columns or guess(book, find, YEAR, {})
    sheet = next(each for each in book.sheets if each.name == chosen.sheet)
    return plan_foreign(store, book, chosen, tuple(found_rows(sheet, chosen, find)), YEAR)


def scores(plan):
    return {score.code: score.score for score in plan.incoming.scores}


PLAIN = (
    ("รายงานผลการประเมิน ประจำปี ๒๕๖๘",),
    (),
    ("ลำดับ", "รหัสข้อ", "รายละเอียด", "คะแนนเต็ม", "คะแนนที่ได้"),
    (1, "i1", "ข้อหนึ่ง", 100, 95.5),
    (2, "I2", "ข้อสอง", 100, "๙๙.๓๘"),
    (3, "ข้อ i๓", "ข้อสาม", 100, 88),
    (None, None, "รวมตัวชี้วัดที่ ๑", 300, 94.29),
    (4, "e1", "ข้อสี่", 100, 90),
)


def test_codes_digits_and_heads_are_recognised(workbook, store, name):
    book = read_foreign(workbook(*PLAIN, others=("หมายเหตุ",)))
    chosen = guess(book, name, YEAR, {})
    assert chosen == Columns("ผลคะแนน", 3, 2, (("คะแนน", 5),))
    plan = planned(store, workbook(*PLAIN))
    assert scores(plan) == {
        "i1": Decimal("95.5"), "i2": Decimal("99.38"), "i3": Decimal(88), "e1": Decimal(90),
    }  # fmt: skip
    assert not plan.refused


def test_a_totals_row_is_left_out_and_told(workbook, store):
    plan = planned(store, workbook(*PLAIN))
    assert plan.warnings == ("เว้น ๑ แถวที่เป็นหัวข้อ ผลรวม หรือค่าเฉลี่ย (แถว ๗)",)


def test_a_number_without_a_question_is_told(workbook, store):
    plan = planned(store, workbook(*PLAIN, (9, "ค่าที่จดไว้", "", "", 77)))
    assert "แต่ไม่พบข้อคำถาม (แถว ๙)" in plan.warnings[-1]
    assert 77 not in scores(plan).values()


def test_rows_are_told_by_the_places_of_their_file(workbook, store):
    plan = planned(store, workbook(*PLAIN, (5, "i4", "ข้อห้า", 100, 195)))
    (refused,) = [row for row in plan.rows if row.result is Outcome.REFUSED]
    assert (refused.sheet, refused.row, refused.column) == ("ผลคะแนน", 9, "E (คะแนนที่ได้)")
    assert refused.message.startswith("ชีต ผลคะแนน แถว ๙ ช่อง E (คะแนนที่ได้): คะแนนข้อ i๔")


def test_a_question_of_another_year_is_refused_with_the_reason(workbook, store):
    plan = planned(store, workbook(*PLAIN, (5, "i29", "ข้อเก่า", 100, 80)))
    (refused,) = [row for row in plan.rows if row.result is Outcome.REFUSED]
    assert "ไม่มีข้อ i๒๙ ในชุดข้อคำถามปี ๒๕๖๘" in refused.message


def test_an_instrument_beside_the_code_makes_no_sum_of_its_row(workbook, store):
    path = workbook(("แบบวัด", "ข้อ", "คะแนน"), ("IIT", "i1", 90), ("IIT", "i29", 80))
    plan = planned(store, path)
    assert [row.row for row in plan.rows if row.result is Outcome.REFUSED] == [3]
    assert not plan.warnings


def test_the_plan_is_one_action_and_leaves_other_scores(workbook, store):
    apply_import(store, planned(store, workbook(*PLAIN)))
    assert load_year(store, YEAR).assessment.scores["i1"].score == Decimal("95.5")
    assert planned(store, workbook(*PLAIN)).changes_nothing
    store.undo()
    assert load_year(store, YEAR).assessment.scores == {}


def test_merged_heads_and_parts_of_eit_are_found(workbook, store, name):
    path = workbook(
        ("แบบวัด", "ข้อ", "ผลคะแนน", None, None),
        (None, None, "รวม", "ส่วนที่ ๑", "ส่วนที่ ๒"),
        ("EIT", "e1", 90, 91, 89),
        (None, "e2", 80, 81, 79),
        (None, "e3", 70, 71, 69),
        merge=("A1:A2", "B1:B2", "C1:E1", "A3:A5"),
    )
    chosen = guess(read_foreign(path), name, YEAR, {})
    assert (chosen.head, chosen.code) == (2, 2)
    assert chosen.scores == (("คะแนน", 3), ("คะแนนส่วนที่ ๑", 4), ("คะแนนส่วนที่ ๒", 5))
    sheet = read_foreign(path).sheets[0]
    assert heads_of(sheet, 2, 4) == "ผลคะแนน ส่วนที่ ๑"
    found = planned(store, path).incoming.scores
    assert [(each.code, each.part1, each.part2) for each in found][:2] == [
        ("e1", 91, 89),
        ("e2", 81, 79),
    ]


def test_bare_numbers_belong_to_the_instrument_above_them(workbook, store):
    path = workbook(
        ("ข้อที่", "ประเด็น", "คะแนน"),
        ("แบบวัด IIT",),
        ("1", "ก", 91),
        ("๒", "ข", 92),
        ("แบบวัด EIT",),
        ("1", "ค", 81),
    )
    plan = planned(store, path, Columns("ผลคะแนน", 1, 1, (("คะแนน", 3),)))
    assert scores(plan) == {"i1": 91, "i2": 92, "e1": 81}


def test_questions_are_known_by_their_texts(workbook, store):
    questions = list(load_year(store, YEAR).catalogue.questions)[:5]
    rows = [(each.text.text, 80 + n) for n, each in enumerate(questions)]
    plan = planned(store, workbook(("ประเด็นการประเมิน", "ร้อยละ"), *rows))
    assert scores(plan) == {each.code: 80 + n for n, each in enumerate(questions)}


def test_the_column_of_the_year_is_preferred(workbook, name):
    path = workbook(
        ("ข้อ", "คะแนนปี ๒๕๖๗", "คะแนนปี ๒๕๖๘", "ผลต่าง"),
        ("i1", 80, 90, 10),
        ("i2", 81, 91, 10),
    )
    assert guess(read_foreign(path), name, YEAR, {}).scores == (("คะแนน", 3),)


def test_a_percent_is_the_number_that_excel_shows(workbook, store):
    path = workbook(("ข้อ", "คะแนน"), ("i1", 0.955), ("i2", "88%"))
    book = load_workbook(path)
    book.worksheets[0]["B2"].number_format = "0.0%"
    book.save(path)
    assert scores(planned(store, path)) == {"i1": Decimal("95.5"), "i2": 88}


def test_what_was_chosen_for_the_same_heads_is_taken_again(workbook, name):
    book = read_foreign(workbook(*PLAIN))
    chosen = Columns("ผลคะแนน", 3, 2, (("คะแนน", 4),))
    known = {fingerprint(book.sheets[0], 3): chosen}
    assert guess(book, name, YEAR, known) == chosen


def test_a_sheet_without_questions_guesses_nothing(workbook, name):
    book = read_foreign(workbook(("วันที่", "เรื่อง"), ("๑ ต.ค.", "ประชุม")))
    assert guess(book, name, YEAR, {}) == Columns("ผลคะแนน")
    kinds = {row.kind for row in found_rows(book.sheets[0], Columns("ผลคะแนน", 1, 1), name)}
    assert RowKind.SCORED not in kinds


def test_only_other_peoples_workbooks_are_foreign(workbook, tmp_path):
    write_template(YEAR, tmp_path / "ของเรา.xlsx")
    assert not is_foreign(tmp_path / "ของเรา.xlsx")
    assert is_foreign(workbook(*PLAIN))
    assert is_foreign(workbook(("อะไรก็ได้",), title="มาตรการ"))
    (tmp_path / "เสีย.xlsx").write_bytes(b"nothing")
    assert not is_foreign(tmp_path / "เสีย.xlsx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_workbook_saved_by_libreoffice_is_read_the_same(workbook, store, tmp_path):
    path = workbook(*PLAIN, ("=1+1", "i4", "=ข้อสี่", None, "=80+5"), merge=("A1:E1", "A7:B7"))
    profile, out = f"-env:UserInstallation=file://{tmp_path}/profile", tmp_path / "out"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", out, path]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    plan = planned(store, out / path.name)
    assert scores(plan)["i4"] == 85  # as LibreOffice calculated it
    assert {**scores(plan), "i4": None} == {**scores(planned(store, workbook(*PLAIN))), "i4": None}


def test_a_formula_that_was_never_calculated_is_refused(workbook, store):
    plan = planned(store, workbook(*PLAIN, (None, "i4", "", None, "=80+5")))
    (refused,) = [row for row in plan.rows if row.result is Outcome.REFUSED]
    assert "สูตรที่ยังไม่ได้คำนวณ" in refused.message


def test_merged_areas_without_end_take_no_time(workbook, tmp_path):
    path, swollen = workbook(*PLAIN, *[(None,) * 99 + (1,)] * 900), tmp_path / "มาก.xlsx"
    areas = b'<mergeCells><mergeCell ref="A1:CV5000"/>' + b'<mergeCell ref="A1:CV5000"/>' * 4000
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(swollen, "w") as target:
        for entry in source.infolist():
            body = source.read(entry)
            target.writestr(
                entry, body.replace(b"</sheetData>", b"</sheetData>" + areas + b"</mergeCells>")
            )
    begun = time.monotonic()
    (sheet,) = read_foreign(swollen).sheets
    assert time.monotonic() - begun < 5
    assert sheet.rows == 908


def test_an_empty_workbook_is_explained(workbook):
    with pytest.raises(BadFile, match="ไม่มีข้อมูลในแผ่นงานใดเลย"):
        read_foreign(workbook())
