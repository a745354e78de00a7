"""A district gathers first, and the province takes all of it in one go."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from threading import Event

import pytest

from db.opening import create_store, open_store
from itadesk.__main__ import main
from itadesk.model.office import Office, OfficeKind
from itadesk.model.province import FileState
from itadesk.services.consolidating import (
    Result,
    apply_consolidation,
    catalogues_of,
    opener_of,
    plan_consolidation,
    read_files,
    save_standing,
    year_of_office,
)
from itadesk.services.exchange import export_workbook
from itadesk.services.office import save_office
from itadesk.services.sample import fill_sample, sample_office, sample_year
from itadesk.services.scores import record_score

YEAR = sample_year()
GATHERED = datetime(2026, 11, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """Workbooks of three offices older than the gathering, and a later one of the first."""
    folder = tmp_path_factory.mktemp("sent")
    store = open_store(None)
    save_office(store, sample_office())
    fill_sample(store)
    for number in (1, 2, 3):
        save_office(
            store, replace(sample_office(), name=f"อบต.ที่ {number}", code=f"10{number}", id="")
        )
        export_workbook(store, YEAR, folder / f"{number}.xlsx")
        os.utime(folder / f"{number}.xlsx", (number, number))
    save_office(store, replace(sample_office(), name="อบต.ที่ 1", code="101", id=""))
    record_score(store, YEAR, "i1", "50")
    export_workbook(store, YEAR, folder / "ใหม่.xlsx")
    later = GATHERED.timestamp() + 60
    os.utime(folder / "ใหม่.xlsx", (later, later))
    store.close()
    return folder


def new_file(path, name, kind=OfficeKind.OTHER):
    return create_store(path, Office(name, kind, "ตัวอย่าง"))


def read(store, *paths):
    return list(read_files(paths, catalogues_of(store), opener=opener_of(store)))


@pytest.fixture
def district(tmp_path, sent):
    """A district's file with the offices 1 and 2, the second of which it sent back."""
    path = tmp_path / "อำเภอ.itadesk"
    store = new_file(path, "อำเภอตัวอย่าง")
    lines = plan_consolidation(store, read(store, sent / "1.xlsx", sent / "2.xlsx"))
    apply_consolidation(store, lines, lambda: GATHERED)
    save_standing(store, YEAR, store.province.received(YEAR)[1].key, FileState.RETURNED, "แก้ i๑")
    store.close()
    return path


@pytest.fixture
def province(tmp_path):
    store = new_file(tmp_path / "จังหวัด.itadesk", "จังหวัดตัวอย่าง", OfficeKind.PROVINCE)
    yield store
    store.close()


def test_all_that_a_district_gathered_comes_in_with_its_texts(province, district, sent):
    before = district.read_bytes()
    lines = plan_consolidation(province, read(province, district, sent / "3.xlsx"))
    assert [line.result for line in lines] == [Result.ADDED] * 3
    assert [line.office for line in lines] == ["อบต.ที่ 1", "อบต.ที่ 2", "อบต.ที่ 3"]
    assert "ส่งคืนแก้ไขไว้ แก้ i๑" in lines[1].message
    apply_consolidation(province, lines)
    received = province.province.received(YEAR)
    assert [each.file for each in received] == [
        "1.xlsx (จาก อำเภอ.itadesk)",
        "2.xlsx (จาก อำเภอ.itadesk)",
        "3.xlsx",
    ]
    whole = year_of_office(province, received[0])
    assert len(whole.measures) == 10
    assert whole.rounds
    assert received[0].rounds == received[2].rounds != ()
    assert district.read_bytes() == before
    again = plan_consolidation(province, read(province, district))
    assert [line.result for line in again] == [Result.SAME] * 2


def test_a_province_can_be_gathered_again(province, district, tmp_path):
    apply_consolidation(province, plan_consolidation(province, read(province, district)))
    province.close()
    country = new_file(tmp_path / "ประเทศ.itadesk", "ประเทศตัวอย่าง")
    lines = plan_consolidation(country, read(country, tmp_path / "จังหวัด.itadesk"))
    assert [line.result for line in lines] == [Result.ADDED] * 2
    country.close()


def test_what_an_office_sent_later_than_the_district_gathered_counts(province, district, sent):
    arrivals = read(province, sent / "ใหม่.xlsx", district)
    by_name = {each.path.name: each for each in arrivals if each.sent.received.key == "code:101"}
    lines = plan_consolidation(province, arrivals)
    (double,) = [line for line in lines if line.double]
    assert (double.result, double.arrival) == (Result.REFUSED, by_name["อำเภอ.itadesk"])
    chosen = plan_consolidation(province, arrivals, preferred=[by_name["อำเภอ.itadesk"]])
    (other,) = [line for line in chosen if line.double]
    assert other.arrival is by_name["ใหม่.xlsx"]
    assert "ที่เลือกไว้" in other.message


def test_the_file_of_an_office_and_what_is_no_file_of_ours_are_refused(province, tmp_path):
    own, bad = tmp_path / "ของตน.itadesk", tmp_path / "เสีย.itadesk"
    new_file(own, "อบต.ตัวอย่าง", OfficeKind.SAO).close()
    bad.write_bytes(b"nothing of ours")
    lines = plan_consolidation(province, read(province, own, bad, tmp_path / "ไม่มี.itadesk"))
    assert [line.result for line in lines] == [Result.REFUSED] * 3
    assert any("ส่งออกเป็น Excel" in line.message for line in lines)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE received_body SET body = x'00'",
        "UPDATE received_body SET body = (SELECT x'789c030000000001')",
        "UPDATE received SET figures = '[]'",
        "UPDATE received SET office = '{\"name\": 1}'",
        "UPDATE batch SET at = 'gestern'",
    ],
)
def test_rows_that_another_program_spoiled_are_refused(province, district, change):
    store = open_store(district)
    with store._file.atomic():
        store._file.write(change)
    store.close()
    lines = plan_consolidation(province, read(province, district))
    assert lines
    assert {line.result for line in lines} == {Result.REFUSED}
    assert all("เสียหาย" in line.message for line in lines)


def test_a_year_whose_questions_are_not_known_is_refused(province, district):
    found = list(read_files([district], (), opener=opener_of(province)))
    assert len(found) == 2
    assert all("ชุดข้อคำถาม" in each.refusal for each in found)


def test_reading_a_district_can_be_given_up(province, district):
    stop = Event()
    arrivals = read_files([district], catalogues_of(province), stop, opener_of(province))
    assert next(arrivals).sent is not None
    stop.set()
    assert list(arrivals) == []


def test_the_command_takes_a_district_among_workbooks(province, district, sent, capsys, tmp_path):
    province.close()
    words = [tmp_path / "จังหวัด.itadesk", district, sent / "3.xlsx", "--json"]
    assert main(["consolidate", *map(str, words)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["file"], row["result"], row["office"]) for row in rows] == [
        ("อำเภอ.itadesk", "added", "อบต.ที่ 1"),
        ("อำเภอ.itadesk", "added", "อบต.ที่ 2"),
        ("3.xlsx", "added", "อบต.ที่ 3"),
    ]
