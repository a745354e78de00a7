"""The province's desk: files of offices come in, newer ones take their place, all can go again."""

import os
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest

from db.opening import create_store, open_store
from itadesk.errors import BadFile, NotFound
from itadesk.exchange.sent import packed, unpacked
from itadesk.model.office import Office, OfficeKind
from itadesk.model.province import Announced, BatchKind, ExpectedOffice, FileState, Standing
from itadesk.services.arrivals import read_arrivals
from itadesk.services.consolidating import (
    Result,
    apply_consolidation,
    plan_consolidation,
    save_standing,
    take_back,
    year_of_office,
)
from itadesk.services.exchange import export_workbook
from itadesk.services.office import save_office
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.scores import record_score
from itadesk.services.years import catalogue_of, load_year

YEAR = sample_year()
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def named(number):
    return replace(
        sample_office(), name=f"องค์การบริหารส่วนตำบลที่ {number}", code=f"100{number}", id=""
    )


@pytest.fixture
def office():
    store = open_store(None)
    save_office(store, named(1))
    fill_sample(store)
    yield store
    store.close()


@pytest.fixture
def province():
    store = open_store(None)
    save_office(store, Office("จังหวัดตัวอย่าง", OfficeKind.PROVINCE, "ตัวอย่าง"))
    yield store
    store.close()


@pytest.fixture
def sent(office, tmp_path):
    """Exports the office's year into a file of that name, newer than those before."""

    def make(name, number=1):
        save_office(office, named(number))
        path = tmp_path / name
        export_workbook(office, YEAR, path)
        made = len(list(tmp_path.iterdir()))
        os.utime(path, (made, made))
        return path

    return make


def consolidate(store, *paths, year=None):
    lines = plan_consolidation(
        store, list(read_arrivals(paths, partial(catalogue_of, store))), year
    )
    apply_consolidation(store, lines, lambda: NOW)
    return lines


def results(lines):
    return [line.result for line in lines]


def test_a_file_comes_in_with_its_figures_and_all_that_was_written(province, office, sent):
    (line,) = consolidate(province, sent("ก.xlsx"))
    assert (line.result, line.office, line.year) == (Result.ADDED, named(1).name, YEAR)
    (received,) = province.province.received(YEAR)
    data = load_year(office, YEAR)
    assert str(received.figures["overall"]) == "92.17"
    assert received.figures["8"] == received.figures["8"].quantize(received.figures["overall"])
    assert (received.rating, received.complete, received.edited) == ("ผ่านดี", True, False)
    assert (received.measures, received.received_at) == (10, NOW.isoformat())
    assert dict(zip(received.codes, received.scores, strict=True))["i1"] == 9813
    again = year_of_office(province, received)
    assert again.findings == tuple(replace(each, id=None) for each in data.findings)
    assert [m.steps for m in again.measures] == [m.steps for m in data.measures]
    assert again.result == data.result
    assert [(r.months, r.output) for r in again.rounds] == [
        (r.months, r.output) for r in data.rounds
    ]


def test_the_same_file_again_is_the_same_and_a_newer_one_takes_its_place(province, office, sent):
    first = sent("ก.xlsx")
    assert results(consolidate(province, first)) == [Result.ADDED]
    assert results(consolidate(province, first)) == [Result.SAME]
    record_score(office, YEAR, "i1", "50")
    (line,) = consolidate(province, sent("ข.xlsx"))
    assert line.result is Result.CHANGED
    assert "ก.xlsx" in line.message
    (received,) = province.province.received(YEAR)
    assert received.file == "ข.xlsx"


@pytest.mark.parametrize(("days", "asked"), [(-1, True), (1, False)])
def test_a_file_older_than_the_last_import_is_asked_about(province, office, sent, days, asked):
    consolidate(province, sent("ก.xlsx"))
    record_score(office, YEAR, "i1", "50")
    path = sent("ข.xlsx")
    saved = NOW.timestamp() + days * 86400
    os.utime(path, (saved, saved))
    (line,) = consolidate(province, path)
    assert line.result is Result.CHANGED
    assert ("โปรดตรวจว่าเป็นฉบับที่ใหม่กว่า" in line.message) is asked


def test_of_two_files_of_an_office_the_newer_counts(province, office, sent):
    old = sent("ก.xlsx")
    record_score(office, YEAR, "i1", "50")
    new = sent("ข.xlsx")
    assert results(consolidate(province, new, old)) == [Result.ADDED, Result.REFUSED]
    assert province.province.received(YEAR)[0].file == "ข.xlsx"


def test_a_copy_of_the_same_file_is_no_fault(province, sent):
    assert results(consolidate(province, sent("ก.xlsx"), sent("ข.xlsx"))) == [
        Result.SAME,
        Result.ADDED,
    ]


def test_bad_files_and_wrong_years_are_refused_and_the_rest_comes_in(province, sent, tmp_path):
    bad, gone = tmp_path / "เสีย.xlsx", tmp_path / "ไม่มี.xlsx"
    bad.write_bytes(b"PK")
    lines = consolidate(province, bad, sent("ก.xlsx"), gone)
    assert results(lines) == [Result.REFUSED, Result.ADDED, Result.REFUSED]
    assert all(line.message for line in lines)
    (line,) = consolidate(province, sent("ข.xlsx", 2), year=2567)
    assert line.result is Result.REFUSED
    assert "๒๕๖๗" in line.message
    assert len(province.province.received(YEAR)) == 1


def test_a_file_without_an_office_is_refused(province, sent):
    import openpyxl

    path = sent("ก.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book["หน่วยงาน"]
    for row in sheet.iter_rows(min_row=2):
        if row[0].value == "ชื่อหน่วยงาน":
            row[1].value = None
    book.save(path)
    (line,) = consolidate(province, path)
    assert line.result is Result.REFUSED
    assert "ชื่อหน่วยงาน" in line.message


def test_a_file_that_was_changed_in_excel_is_told(province, sent):
    import openpyxl

    path = sent("ก.xlsx")
    book = openpyxl.load_workbook(path)
    book["คะแนนข้อคำถาม"]["E2"].value = 55.5
    book.save(path)
    (line,) = consolidate(province, path)
    assert line.result is Result.ADDED
    assert "แก้ไขในไฟล์ Excel" in line.message
    assert province.province.received(YEAR)[0].edited is True


def test_an_import_is_one_step_of_undo_and_not_a_line_a_file(province, sent):
    consolidate(province, sent("ก.xlsx", 1), sent("ข.xlsx", 2))
    assert len(province.province.received(YEAR)) == 2
    logged = {line.table for line in province.change_log.lines()}
    assert logged == {"office", "batch"}
    province.undo()
    assert province.province.received(YEAR) == ()
    province.redo()
    assert len(province.province.received(YEAR)) == 2


def test_an_earlier_import_taken_back_brings_back_what_it_replaced(province, office, sent):
    consolidate(province, sent("ก.xlsx"))
    record_score(office, YEAR, "i1", "50")
    consolidate(province, sent("ข.xlsx"))
    take_back(province, province.province.received(YEAR)[0].batch)
    assert [each.file for each in province.province.received(YEAR)] == ["ก.xlsx"]
    with pytest.raises(NotFound):
        take_back(province, 99)


def test_what_was_taken_back_leaves_the_file_when_it_is_closed(sent, tmp_path):
    path = tmp_path / "จังหวัด.itadesk"
    store = create_store(path, Office("จังหวัดตัวอย่าง", OfficeKind.PROVINCE))
    consolidate(store, sent("ก.xlsx"))
    store.undo()
    assert store._file.row("SELECT count(*) FROM received")[0] == 1
    store.close()
    again = open_store(path)
    assert again._file.row("SELECT count(*) FROM received")[0] == 0
    assert again._file.row("SELECT count(*) FROM received_body")[0] == 0
    again.close()


def test_expected_offices_and_announced_results_are_the_newest_list(province):
    for names in (("ก", "ข"), ("ค",)):
        with province.transaction("รายชื่อ"):
            batch = province.province.add_batch(BatchKind.EXPECTED, None, "รายชื่อ", "")
            province.province.save_expected(batch, [ExpectedOffice(each) for each in names])
    assert [each.name for each in province.province.expected()] == ["ค"]
    province.undo()
    assert [each.name for each in province.province.expected()] == ["ก", "ข"]
    known = Announced(ExpectedOffice("ก", "1"), {"overall": 90}, "ผ่าน")
    with province.transaction("ผลที่ประกาศ"):
        batch = province.province.add_batch(BatchKind.ANNOUNCED, YEAR, "ผลที่ประกาศ", "")
        province.province.save_announced(batch, [known])
    assert province.province.announced(YEAR) == (known,)
    assert province.province.announced(YEAR - 1) == ()
    assert province.province.years() == (YEAR,)


def test_the_state_of_a_file_is_kept_and_undone(province):
    save_standing(province, YEAR, "code:1", FileState.RETURNED, " แก้คะแนน ")
    assert province.province.standings(YEAR) == {"code:1": Standing(FileState.RETURNED, "แก้คะแนน")}
    province.undo()
    assert province.province.standings(YEAR) == {}


@pytest.mark.parametrize("state", [FileState.RETURNED, FileState.ACCEPTED])
def test_a_new_file_is_looked_at_anew_and_the_remark_stays(province, office, sent, state):
    consolidate(province, sent("ก.xlsx"))
    (received,) = province.province.received(YEAR)
    save_standing(province, YEAR, received.key, state, "แก้คะแนน")
    consolidate(province, sent("ก.xlsx"))
    assert province.province.standings(YEAR)[received.key].state is state
    record_score(office, YEAR, "i1", "50")
    consolidate(province, sent("ข.xlsx"))
    wanted = Standing(FileState.RECEIVED, "แก้คะแนน")
    assert province.province.standings(YEAR) == {received.key: wanted}
    province.undo()
    assert province.province.standings(YEAR)[received.key].state is state


def test_a_body_that_is_too_large_is_refused(province, sent, monkeypatch):
    from itadesk.exchange import sent as module

    consolidate(province, sent("ก.xlsx"))
    (received,) = province.province.received(YEAR)
    monkeypatch.setattr(module, "LARGEST", 10)
    with pytest.raises(BadFile, match="ใหญ่ผิดปกติ"):
        year_of_office(province, received)


def test_equal_years_have_equal_bytes(office):
    data = load_year(office, YEAR)
    assert packed(data) == packed(load_year(office, YEAR))


@pytest.mark.parametrize("keep", [0, 100, -1])
def test_a_damaged_body_is_said(office, keep):
    data = load_year(office, YEAR)
    body = zlib.compress(packed(data))
    with pytest.raises(BadFile, match="เสียหาย"):
        unpacked(body[:keep], data.catalogue, data.settings)
    with pytest.raises(BadFile, match="เสียหาย"):
        unpacked(body[:20] + b"\0\0" + body[22:], data.catalogue, data.settings)


def test_a_year_is_read_once_until_a_batch_comes_or_goes(province, office, sent):
    consolidate(province, sent("ก.xlsx"))
    first = province.province.received(YEAR)
    assert province.province.received(YEAR) is first
    record_score(office, YEAR, "i1", "50")
    consolidate(province, sent("ข.xlsx"))
    assert province.province.received(YEAR)[0].file == "ข.xlsx"
    province.undo()
    assert province.province.received(YEAR) == first
    province.redo()
    assert province.province.received(YEAR)[0].file == "ข.xlsx"
    consolidate(province, sent("ค.xlsx", 2))
    assert len(province.province.received(YEAR)) == 2
