"""Copies are whole before they count, a bad file costs none, and restoring keeps what was there."""

import os
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from db import backups
from db.backups import Backup, back_up, backups_in, restore, superfluous, usual_folder
from db.integrity import verify
from db.opening import create_store, open_store
from itadesk.errors import BadFile, CannotWrite

from .builders import OFFICE, dump, record, start

NOW = datetime(2026, 11, 20, 9, 30)


@pytest.fixture
def office(tmp_path):
    path = tmp_path / "ข้อมูล" / "หน่วยงาน.itadesk"
    path.parent.mkdir()
    store = create_store(path, OFFICE)
    start(store)
    record(store, "i1", "90")
    store.close()
    return path


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "สำรอง"


def change(path, value):
    store = open_store(path)
    record(store, "i1", value)
    store.close()


def score(path):
    store = open_store(path)
    found = dump(store)["question_score"][0][2]
    store.close()
    return found


def damage(path):
    body = bytearray(path.read_bytes())
    body[4096 : 4096 * 6] = os.urandom(4096 * 5)
    path.write_bytes(body)


def test_a_copy_has_all_that_was_saved_and_a_name_of_the_office(office, folder):
    made = back_up(office, folder, NOW)
    assert made.path.name.startswith(f"000001 2026-11-20 09.30 {OFFICE.name} ")
    assert score(made.path) == "90"
    change(office, "80")
    assert back_up(office, folder, NOW).number == 2
    assert [score(each.path) for each in backups_in(folder)] == ["90", "80"]


def test_a_file_that_is_open_can_be_copied(office, folder):
    store = open_store(office)
    record(store, "i1", "70")
    assert score(back_up(office, folder, NOW).path) == "70"
    store.close()


def test_a_damaged_file_is_not_copied_and_costs_no_good_copy(office, folder):
    back_up(office, folder, NOW)
    damage(office)
    with pytest.raises(BadFile):
        back_up(office, folder, NOW)
    assert [each.number for each in backups_in(folder)] == [1]


def test_a_copy_that_reads_back_differently_does_not_count(office, folder, monkeypatch):
    real = backups.replace_file
    monkeypatch.setattr(backups, "replace_file", lambda path, body: real(path, body[:-1]))
    with pytest.raises(CannotWrite, match="อ่านกลับไม่ตรง"):
        back_up(office, folder, NOW)
    assert backups_in(folder) == ()


def test_a_folder_that_cannot_be_made_is_told(office, tmp_path):
    (tmp_path / "แฟ้ม").write_bytes(b"")
    with pytest.raises(CannotWrite, match="โฟลเดอร์"):
        back_up(office, tmp_path / "แฟ้ม" / "ใน", NOW)


def test_copies_are_thinned_by_number_whatever_the_clock_says():
    kept = [Backup(Path(f"{n}"), n) for n in range(1, 401)]
    gone = {each.number for each in superfluous(kept)}
    left = [each.number for each in kept if each.number not in gone]
    assert left[-10:] == list(range(391, 401))
    assert {385, 378, 371} <= set(left)
    assert {390, 360, 330, 60} <= set(left)
    assert len(left) < 32
    assert superfluous(kept[:10]) == ()


def test_old_copies_leave_the_folder(office, folder, monkeypatch):
    monkeypatch.setattr(backups, "_NEWEST", 2)
    for _ in range(5):
        back_up(office, folder, NOW)
    assert [each.number for each in backups_in(folder)] == [4, 5]


def test_offices_that_share_a_folder_do_not_thin_each_others_copies(
    office, folder, tmp_path, monkeypatch
):
    monkeypatch.setattr(backups, "_NEWEST", 2)
    other = tmp_path / "อีกแห่ง.itadesk"
    store = create_store(other, OFFICE)
    store.close()
    first = back_up(other, folder, NOW)
    for _ in range(4):
        back_up(office, folder, NOW)
    assert first.path.exists()
    assert back_up(other, folder, NOW).number == 2


def test_other_files_in_the_folder_are_no_copies(office, folder):
    back_up(office, folder, NOW)
    (folder / "จดไว้.txt").write_text("x", encoding="utf-8")
    (folder / "เก่า.itadesk").write_bytes(b"")
    assert len(backups_in(folder)) == 1


def test_restoring_keeps_the_present_file_beside(office, folder):
    made = back_up(office, folder, NOW)
    change(office, "80")
    aside = restore(office, made.path)
    assert (score(office), score(aside)) == ("90", "80")
    assert aside.parent == office.parent
    assert restore(office, made.path) != aside


def test_restoring_over_a_damaged_file_keeps_that_too(office, folder):
    made = back_up(office, folder, NOW)
    damage(office)
    broken = office.read_bytes()
    aside = restore(office, made.path)
    assert score(office) == "90"
    assert aside.read_bytes() == broken


def test_a_journal_of_the_present_file_never_reaches_the_restored_one(office, folder):
    made = back_up(office, folder, NOW)
    connection = sqlite3.connect(office, isolation_level=None)
    connection.execute("PRAGMA journal_mode = PERSIST")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE question_score SET score = '1'")
    connection.execute("COMMIT")
    connection.close()
    restore(office, made.path)
    assert not office.with_name(f"{office.name}-journal").exists()
    assert score(office) == "90"


def test_a_bad_copy_is_not_restored(office, folder):
    made = back_up(office, folder, NOW)
    damage(made.path)
    before = office.read_bytes()
    with pytest.raises(BadFile):
        restore(office, made.path)
    assert office.read_bytes() == before


def test_verifying_says_what_is_wrong(office):
    assert verify(office) == ()
    connection = sqlite3.connect(office)
    connection.execute("UPDATE question_score SET year = 1")
    connection.commit()
    connection.close()
    (problem,) = verify(office)
    assert "อ้างถึงข้อมูลที่ไม่มีแล้ว" in problem
    damage(office)
    with pytest.raises(BadFile):
        verify(office)


def test_the_usual_folder_is_that_of_the_office_and_not_of_the_file(office, tmp_path):
    home = tmp_path / "ของผู้ใช้"
    copy = office.with_name("ย้ายแล้ว.itadesk")
    copy.write_bytes(office.read_bytes())
    assert usual_folder(office, home) == usual_folder(copy, home)
    assert office.parent not in usual_folder(office, home).parents
