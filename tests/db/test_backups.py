"""Copies are whole before they count, a bad file costs none, and restoring keeps what was there."""

import os
import sqlite3
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import backups, copying
from db.backup_index import mark_at, remember
from db.backups import back_up, backups_in, mark_of, restore, save_copy, superfluous
from db.migrations import STEPS
from db.opening import create_store, open_store
from itadesk.__main__ import Files
from itadesk.errors import BadFile, CannotWrite
from itadesk.model.backup import Backup

from .builders import OFFICE, dump, record, start

OLDER = sorted((Path(__file__).parent / "files").glob("*.itadesk"))[: len(STEPS) - 1]
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


def mark(path):
    store = open_store(path)
    found = mark_of(store.office.get().id)
    store.close()
    return found


def kept(path, folder):
    return backups_in(folder, mark(path))


def damage(path):
    body = bytearray(path.read_bytes())
    body[4096 : 4096 * 6] = os.urandom(4096 * 5)
    path.write_bytes(body)


def test_a_copy_has_all_that_was_saved_and_a_name_of_the_office(office, folder):
    made = back_up(office, folder, NOW)
    assert made.path.name.startswith(f"000001-0001 2026-11-20 09.30 {OFFICE.name} ")
    assert score(made.path) == "90"
    change(office, "80")
    assert back_up(office, folder, NOW).number == 2
    assert [score(each.path) for each in kept(office, folder)] == ["90", "80"]


def test_what_a_name_tells_is_read_back(office, folder):
    made = back_up(office, folder, NOW)
    assert kept(office, folder) == (made,)
    assert made.size == made.path.stat().st_size


def test_a_file_that_is_open_can_be_copied(office, folder):
    store = open_store(office)
    record(store, "i1", "70")
    assert score(back_up(office, folder, NOW).path) == "70"
    store.close()


def test_the_file_can_be_written_while_its_copy_is_looked_through(office, folder):
    store = open_store(office)
    made = back_up(office, folder, NOW, lambda: record(store, "i1", "70"))
    store.close()
    assert (score(made.path), score(office)) == ("90", "70")


def test_a_file_as_it_was_gets_no_second_copy(office, folder):
    first = back_up(office, folder, NOW)
    assert back_up(office, folder, NOW + timedelta(days=9)) == first
    change(office, "80")
    assert back_up(office, folder, NOW).number == 2
    assert len(list(folder.iterdir())) == 2


def test_a_newest_copy_that_went_bad_is_made_again(office, folder):
    damage(back_up(office, folder, NOW).path)
    assert back_up(office, folder, NOW).number == 2


def test_a_copy_of_a_copy_is_equal_so_two_places_agree(office, folder, tmp_path):
    first = back_up(office, folder, NOW)
    second = back_up(first.path, tmp_path / "แฟลชไดรฟ์", NOW)
    assert second.path.read_bytes() == first.path.read_bytes()
    assert back_up(office, second.path.parent, NOW) == second


def test_a_damaged_file_is_not_copied_and_costs_no_good_copy(office, folder):
    whose = mark(office)
    back_up(office, folder, NOW)
    damage(office)
    with pytest.raises(BadFile, match="ยังอยู่ครบ"):
        back_up(office, folder, NOW)
    assert [each.number for each in backups_in(folder, whose)] == [1]
    assert len(list(folder.iterdir())) == 1


def test_references_to_nothing_are_no_copy(office, folder):
    connection = sqlite3.connect(office)
    connection.execute("UPDATE question_score SET year = 1")
    connection.commit()
    connection.close()
    with pytest.raises(BadFile, match="อ้างถึงข้อมูลที่ไม่มีแล้ว"):
        back_up(office, folder, NOW)
    assert list(folder.iterdir()) == []


def test_a_trigger_in_the_file_is_no_copy(office, folder):
    connection = sqlite3.connect(office)
    connection.execute("CREATE TRIGGER t AFTER UPDATE ON office BEGIN SELECT 1; END")
    connection.close()
    with pytest.raises(BadFile):
        back_up(office, folder, NOW)


def test_a_disk_that_fails_leaves_the_copies_and_nothing_half_done(office, folder, monkeypatch):
    first = back_up(office, folder, NOW)
    change(office, "80")

    def fail(_handle):
        raise OSError(5, "gone")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CannotWrite):
        back_up(office, folder, NOW)
    assert list(folder.iterdir()) == [first.path]


def test_a_folder_that_cannot_be_made_is_told(office, tmp_path):
    (tmp_path / "แฟ้ม").write_bytes(b"")
    with pytest.raises(CannotWrite, match="ที่เก็บ “"):
        back_up(office, tmp_path / "แฟ้ม" / "ใน", NOW)


def test_what_a_killed_backup_left_goes_with_the_next(office, folder):
    folder.mkdir()
    for n, body in enumerate((b"", b"SQLite format 3\0 half a page", office.read_bytes())):
        (folder / f".{n:016x}.copying").write_bytes(body)
    (folder / ".อื่น.tmp").write_bytes(b"")
    made = back_up(office, folder, NOW)
    assert sorted(each.name for each in folder.iterdir()) == sorted([".อื่น.tmp", made.path.name])


def test_a_copy_that_another_window_makes_now_is_left_alone(office, folder):
    folder.mkdir()
    writing = folder / ".00000000000000aa.copying"
    lock = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    lock += "c.execute('BEGIN EXCLUSIVE'); print('locked', flush=True); sys.stdin.read()"
    words = [sys.executable, "-c", lock, str(writing)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"locked\n"
        back_up(office, folder, NOW)
        assert writing.exists()
        other.stdin.close()
    change(office, "80")
    back_up(office, folder, NOW)
    assert not writing.exists()


def made_at(clocks):
    """The copies as they are kept when one is made at each of these times, thinned each time."""
    stay, days, last = [], [], None
    for number, clock in enumerate(clocks, 1):
        day = 1 if last is None else last.day + (last.made.date() != clock.date())
        last = Backup(Path(str(number)), number, day, clock, 0, "")
        days.append(day)
        stay.append(last)
        gone = {each.number for each in superfluous(stay)}
        stay = [each for each in stay if each.number not in gone]
    return stay, days


CLOCKS = st.lists(
    st.one_of(
        st.integers(0, 3).map(lambda n: timedelta(hours=9 * n)),
        st.integers(-900, 900).map(lambda n: timedelta(days=n)),
    ),
    min_size=1,
    max_size=200,
)


@given(CLOCKS)
def test_whatever_the_clock_says_the_newest_stay_and_one_of_each_day_week_and_month(steps):
    clock, clocks = NOW, []
    for step in steps:
        clock = min(max(clock + step, datetime(2000, 1, 1)), datetime(2200, 1, 1))
        clocks.append(clock)
    stay, days = made_at(clocks)
    numbers = {each.number for each in stay}
    assert set(range(max(1, len(steps) - 9), len(steps) + 1)) <= numbers
    assert sorted(days) == days
    for length, most in ((1, 7), (7, 8), (30, 12)):
        newest = {day // length: number for number, day in enumerate(days, 1)}
        assert set(list(newest.values())[-most:]) <= numbers
    assert len(stay) <= 10 + 7 + 8 + 12


def test_a_year_of_work_leaves_days_weeks_and_months():
    clocks = [NOW + timedelta(days=n // 8, hours=n % 8) for n in range(8 * 400)]
    stay, _ = made_at(clocks)
    gaps = [(clocks[-1].date() - each.made.date()).days for each in reversed(stay)]
    assert gaps[:10] == [0] * 8 + [1] * 2
    assert set(range(7)) <= set(gaps)
    assert 300 <= max(gaps) <= 360
    assert len(stay) < 35


def test_copies_count_days_by_the_date_of_the_copy_before(office, folder):
    clocks = (NOW, NOW + timedelta(hours=2), NOW - timedelta(days=700), NOW)
    days = []
    for value, clock in enumerate(clocks):
        change(office, str(value))
        days.append(back_up(office, folder, clock).day)
    assert days == [1, 1, 2, 3]
    assert [each.number for each in kept(office, folder)] == [1, 2, 3, 4]


def test_old_copies_leave_the_folder(office, folder, monkeypatch):
    monkeypatch.setattr(backups, "_NEWEST", 2)
    for value in range(5):
        change(office, str(value))
        back_up(office, folder, NOW)
    assert [each.number for each in kept(office, folder)] == [4, 5]


def test_offices_that_share_a_folder_do_not_thin_each_others_copies(
    office, folder, tmp_path, monkeypatch
):
    monkeypatch.setattr(backups, "_NEWEST", 2)
    other = tmp_path / "อีกแห่ง.itadesk"
    store = create_store(other, OFFICE)
    store.close()
    first = back_up(other, folder, NOW)
    for value in range(4):
        change(office, str(value))
        back_up(office, folder, NOW)
    assert first.path.exists()
    start(store := open_store(other))
    store.close()
    assert back_up(other, folder, NOW).number == 2


def test_other_files_in_the_folder_are_no_copies(office, folder):
    back_up(office, folder, NOW)
    whose = mark(office)
    (folder / "จดไว้.txt").write_text("x", encoding="utf-8")
    (folder / f"เก่า {whose}.itadesk").write_bytes(b"")
    (folder / f"000009-0009 2026-19-39 99.99 เก่า {whose}.itadesk").write_bytes(b"")
    assert len(kept(office, folder)) == 1
    assert backups_in(folder / "ไม่มี", whose) == ()


def test_an_id_or_a_name_from_elsewhere_leads_out_of_no_folder(office, folder):
    connection = sqlite3.connect(office)
    connection.execute("UPDATE office SET id = '../../x', name = ?", ("../../etc/ชื่อ\x00/..\\..",))
    connection.commit()
    connection.close()
    assert back_up(office, folder, NOW).path.parent == folder
    assert len(list(folder.iterdir())) == 1


def test_a_copy_can_be_saved_anywhere_and_is_whole(office, tmp_path):
    target = tmp_path / "ส่งต่อ.itadesk"
    target.write_bytes(b"old")
    save_copy(office, target)
    assert score(target) == "90"
    damage(office)
    with pytest.raises(BadFile):
        save_copy(office, target)
    assert score(target) == "90"
    assert len(list(tmp_path.iterdir())) == 2


def test_whose_copies_a_path_has_is_known_when_its_file_is_not(office, folder):
    made = back_up(office, folder, NOW)
    assert mark_at(folder, office) == made.mark
    remember(folder, office, made.mark)
    office.write_bytes(b"")
    assert mark_at(folder, office) == made.mark
    assert mark_at(folder, office.with_name("อื่น.itadesk")) == ""
    (folder / "index.json").write_text("[", encoding="utf-8")
    assert mark_at(folder, office) == ""
    remember(folder, office, made.mark)
    assert mark_at(folder, office) == made.mark


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


def test_a_file_that_is_gone_comes_back(office, folder):
    made = back_up(office, folder, NOW)
    office.unlink()
    assert restore(office, made.path) is None
    assert score(office) == "90"


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


def test_a_file_that_is_written_all_the_time_is_copied_at_last(office, folder, monkeypatch):
    monkeypatch.setattr(copying, "_PAGES", 1)
    monkeypatch.setattr(copying, "_BEGINNINGS", 0)
    made = back_up(office, folder, NOW)
    assert score(made.path) == "90"
    assert [each.path for each in kept(office, folder)] == [made.path]


@pytest.mark.parametrize("old", OLDER, ids=lambda old: old.stem)
def test_a_file_of_an_earlier_program_is_copied_before_it_is_brought_up_to_date(old, tmp_path):
    path, files = tmp_path / "เดิม.itadesk", Files(tmp_path / "home")
    path.write_bytes(old.read_bytes())
    files.open(path).close()
    (copy,) = files.backups(path)
    version = (len(STEPS)).to_bytes(4, "big")
    assert path.read_bytes()[60:64] == version
    assert copy.path.read_bytes()[60:64] == old.read_bytes()[60:64] != version
