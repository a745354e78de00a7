"""A file that goes away, or becomes another one, while it is open."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from decimal import Decimal
from pathlib import Path

import pytest

from db import ground
from db.opening import open_store
from itadesk.errors import PlaceFails

from .builders import record
from .test_faults import run_mounted


@pytest.fixture
def opened(office_file):
    """The open store of `office_file`, where i1 = 90."""
    store = open_store(office_file)
    yield store
    with suppress(PlaceFails):
        store.close()


def score(store, code="i1"):
    return store.assessments.get(2568).scores[code].score


def break_file(path):
    """The system's handle of the file answers no more, as that of a stick that was pulled out."""
    reading, writing = os.pipe()
    os.close(writing)
    for handle in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            if handle.readlink() == path:
                os.dup2(reading, int(handle.name))
    os.close(reading)
    path.unlink()


linux = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs Linux's /proc")
renaming = pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file go")


@renaming
@pytest.mark.parametrize("go", [Path.unlink, lambda path: path.rename(path.with_name("b"))])
def test_a_file_that_is_gone_is_noticed_before_the_next_write(opened, office_file, go):
    go(office_file)
    with pytest.raises(PlaceFails, match=r"“บ้านทดลอง\.itadesk” ถูกลบ ย้าย หรือเปลี่ยนชื่อ"):
        record(opened, "i1", 10)
    assert score(opened) == 90
    assert opened.strayed


@renaming
def test_what_a_deleted_file_held_can_be_written_elsewhere(opened, office_file, tmp_path):
    record(opened, "i2", 55)
    office_file.unlink()
    other = tmp_path / "อื่น.itadesk"
    other.write_bytes(opened.whole())
    again = open_store(other)
    assert (score(again), score(again, "i2")) == (90, 55)
    again.close()


@renaming
def test_an_older_copy_put_in_its_place_is_never_written(opened, office_file, tmp_path):
    older = tmp_path / "older"
    shutil.copy(office_file, older)
    body = older.read_bytes()
    record(opened, "i1", 70)
    older.replace(office_file)
    with pytest.raises(PlaceFails, match="มีไฟล์อื่นชื่อ"):
        record(opened, "i1", 10)
    opened.close()
    assert office_file.read_bytes() == body


def test_an_older_copy_written_over_it_is_never_written(opened, office_file):
    body = office_file.read_bytes()
    record(opened, "i1", 70)
    with office_file.open("rb+") as file:
        file.write(body)
        file.truncate()
    with pytest.raises(PlaceFails, match="ถูกเปลี่ยนเนื้อหาจากที่อื่น"):
        record(opened, "i1", 10)
    assert office_file.read_bytes() == body


def test_what_another_program_saved_is_not_written_over(opened, office_file):
    other = open_store(office_file)
    record(other, "i1", 33)
    other.close()
    with pytest.raises(PlaceFails, match="ถูกเปลี่ยนเนื้อหาจากที่อื่น"):
        record(opened, "i1", 10)
    opened.close()
    with closing(open_store(office_file)) as again:
        assert score(again) == 33


@renaming
def test_a_commit_into_a_file_that_was_deleted_meanwhile_is_told(opened, office_file):
    with opened.transaction("คะแนน"):
        record(opened, "i1", 70)
        office_file.unlink()
    assert "ถูกลบ" in opened.strayed
    assert score(opened) == 70


def test_nothing_is_astray_as_long_as_all_is_well(opened):
    for value in range(5):
        record(opened, "i1", value)
    assert (opened.strayed, opened.astray()) == ("", "")


def test_the_whole_is_byte_for_byte_what_the_file_holds(opened, office_file):
    record(opened, "i1", Decimal("12.34"))
    assert opened.whole() == office_file.read_bytes()


@linux
def test_after_a_broken_line_the_last_commit_is_still_there(office_file):
    store = open_store(office_file)
    record(store, "i1", 70)
    body = office_file.read_bytes()
    break_file(office_file)
    with pytest.raises(PlaceFails, match=r"ถูกลบ|ติดต่อที่เก็บ"):
        record(store, "i1", 10)
    assert store.whole() == body
    store.close()


@linux
def test_a_file_too_large_to_be_kept_says_that_it_cannot_be_read(office_file, monkeypatch):
    monkeypatch.setattr(ground, "MOST", 1000)
    store = open_store(office_file)
    assert store.whole() == office_file.read_bytes()
    record(store, "i1", 70)
    break_file(office_file)
    with pytest.raises(PlaceFails):
        store.whole()
    with suppress(PlaceFails, sqlite3.Error):
        store.close()


@pytest.mark.parametrize("body", [b"", b"x" * 9000, bytes(9000)])
def test_a_file_emptied_or_spoilt_from_outside_is_noticed_and_what_it_held_is_kept(
    opened, office_file, body
):
    record(opened, "i1", 70)
    before = office_file.read_bytes()
    office_file.write_bytes(body)
    with pytest.raises(PlaceFails):
        record(opened, "i1", 10)
    with pytest.raises(PlaceFails):
        score(opened)
    assert opened.whole() == before
    assert office_file.read_bytes() == body


@linux
def test_a_large_file_is_kept_with_each_commit_where_its_place_can_go_away(
    office_file, monkeypatch, tmp_path
):
    monkeypatch.setattr(ground, "MOST", 1000)
    cloud = tmp_path / "OneDrive" / office_file.name
    cloud.parent.mkdir()
    office_file.rename(cloud)
    store = open_store(cloud)
    record(store, "i1", 70)
    body = cloud.read_bytes()
    break_file(cloud)
    with pytest.raises(PlaceFails):
        record(store, "i1", 10)
    assert store.whole() == body
    store.close()


def test_a_large_file_that_is_asked_for_again_and_again_is_read_once_a_commit(
    opened, office_file, monkeypatch
):
    monkeypatch.setattr(ground, "MOST", 1000)
    for score in (70, 60):
        record(opened, "i1", score)
        assert opened.whole() is opened.whole()
        assert opened.whole() == office_file.read_bytes()


def test_a_large_file_changed_from_outside_is_not_taken_for_ours(opened, office_file, monkeypatch):
    monkeypatch.setattr(ground, "MOST", 1000)
    record(opened, "i1", 70)
    other = open_store(office_file)
    record(other, "i1", 33)
    other.close()
    with pytest.raises(PlaceFails, match="ถูกเปลี่ยนเนื้อหา"):
        opened.whole()


VANISHED = """
import subprocess
store = open_store(path)
record(store, "i1", 70)
subprocess.run(["umount", "-l", str(path.parent)], check=True)
try:
    record(store, "i1", 10)
except CannotWrite as error:
    print(type(error).__name__, error)
print(store.assessments.get(2568).scores["i1"].score, len(store.whole()) > 10_000)
print(bool(store.astray()))
"""


def test_a_stick_that_is_pulled_out_is_noticed_and_its_content_kept(office_file, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    mount = f'mount -t tmpfs -o size=4m tmpfs "$FOLDER" && cp "{office_file}" "$FILE"'
    said, kept, astray = run_mounted(mount, VANISHED, stick / office_file.name)
    assert said.startswith("PlaceFails")
    assert "ยังไม่ได้บันทึกลงไฟล์เดิม" in said
    assert (kept, astray) == ("70 True", "True")


def test_where_the_system_cannot_tell_files_apart_nothing_is_suspected(opened, monkeypatch):
    monkeypatch.setattr(ground, "_identity", lambda _path: (0, 0))
    record(opened, "i1", 70)
    assert opened.strayed == ""
