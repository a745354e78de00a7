"""Replacing a file in one step."""

import errno
import os

import pytest

from itadesk import files
from itadesk.errors import CannotWrite
from itadesk.files import copy_file, move_in, read_file, replace_file


def test_a_new_file_holds_the_data(tmp_path):
    replace_file(tmp_path / "รายงาน.pdf", b"new")
    assert (tmp_path / "รายงาน.pdf").read_bytes() == b"new"


def test_an_old_file_is_replaced_and_nothing_else_is_left(tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old and longer")
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_as_long_as_the_disk_allows_is_written(tmp_path):
    target = tmp_path / ("ก" * 85)
    replace_file(target, b"x")
    assert target.read_bytes() == b"x"


def test_a_missing_folder_is_said_with_the_next_step(tmp_path):
    with pytest.raises(CannotWrite, match=r"“a\.pdf”.*ไม่พบโฟลเดอร์.*โปรดเลือก"):
        replace_file(tmp_path / "none" / "a.pdf", b"x")


def test_a_folder_of_that_name_is_refused(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(CannotWrite, match="โฟลเดอร์ชื่อนี้"):
        replace_file(tmp_path / "a.pdf", b"x")


@pytest.mark.parametrize("name", ["ก" * 100 + ".pdf", "ก" * 300 + ".pdf"])
def test_a_name_that_is_too_long_says_so(tmp_path, name):
    with pytest.raises(CannotWrite, match="ยาวเกินไป โปรดตั้งชื่อให้สั้นลง"):
        replace_file(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_itself_is_said_to_be_unusable(tmp_path):
    link = tmp_path / "link.pdf"
    link.symlink_to(link)
    with pytest.raises(CannotWrite, match=r"“link\.pdf” ไม่ได้.*โปรด"):
        replace_file(link, b"x")
    assert list(tmp_path.iterdir()) == [link]


@pytest.mark.skipif(os.name == "nt", reason="the limit is a POSIX one")
def test_a_write_that_stops_half_way_keeps_the_old_file(tmp_path):
    import resource
    import signal

    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(CannotWrite, match="ที่ว่างในดิสก์ไม่พอ"):
            replace_file(target, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_keeps_being_a_link(tmp_path):
    real = tmp_path / "real.pdf"
    real.write_bytes(b"old")
    link = tmp_path / "link.pdf"
    link.symlink_to(real)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (PermissionError(errno.EACCES, "denied"), "ปิดไฟล์นี้ในโปรแกรมอื่น"),
        (OSError(errno.EROFS, "read-only"), "อ่านได้อย่างเดียว"),
        (OSError(errno.EIO, "broken"), "โปรดตรวจที่เก็บ"),
    ],
)
def test_each_fault_names_the_file_and_the_next_step(tmp_path, fault, said):
    from itadesk.files import _sentence

    assert said in _sentence(tmp_path / "a.pdf", fault)
    assert "“a.pdf”" in _sentence(tmp_path / "a.pdf", fault)


def test_a_copy_has_what_the_other_file_holds_and_replaces_in_one_step(tmp_path, monkeypatch):
    source, target = tmp_path / "a.itadesk", tmp_path / "b.itadesk"
    source.write_bytes(b"x" * 3_000_000)
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "gone")))
    with pytest.raises(CannotWrite, match=r"“b\.itadesk”"):
        copy_file(source, target)
    assert target.read_bytes() == b"old"
    monkeypatch.undo()
    copy_file(source, target)
    assert target.read_bytes() == source.read_bytes()
    assert sorted(tmp_path.iterdir()) == [source, target]


def test_a_finished_file_takes_its_place_or_stays_where_it_is(tmp_path):
    made = tmp_path / ".made.tmp"
    made.write_bytes(b"new")
    with pytest.raises(CannotWrite, match="ไม่พบโฟลเดอร์"):
        move_in(made, tmp_path / "none" / "a.itadesk")
    move_in(made, tmp_path / "a.itadesk")
    assert [each.name for each in tmp_path.iterdir()] == ["a.itadesk"]


@pytest.fixture
def waits(monkeypatch):
    """How long was waited, without waiting."""
    waited = []
    monkeypatch.setattr(files.time, "sleep", waited.append)
    return waited


def held(winerror):
    """What Windows says while a virus scanner has the file."""
    fault = PermissionError(errno.EACCES, "in use")
    fault.winerror = winerror
    return fault


def failing(times, fault, deed):
    """`deed`, after so many faults."""
    left = [fault] * times

    def attempt(*args):
        if left:
            raise left.pop()
        return deed(*args)

    return attempt


def test_a_file_held_for_some_seconds_is_replaced_all_the_same(tmp_path, monkeypatch, waits):
    target = tmp_path / "a.pdf"
    replace = type(target).replace
    monkeypatch.setattr(type(target), "replace", failing(7, held(32), replace))
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert sum(waits) == pytest.approx(5.0)


def test_a_file_held_for_longer_stays_and_is_said(tmp_path, monkeypatch, waits):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(type(target), "replace", failing(99, held(32), None))
    with pytest.raises(CannotWrite, match="โปรดปิดไฟล์นี้ในโปรแกรมอื่น"):
        replace_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert sum(waits) <= 5.0
    assert list(tmp_path.iterdir()) == [target]


def test_reading_waits_for_a_file_that_is_held_and_for_no_other(tmp_path, monkeypatch, waits):
    target = tmp_path / "a.itadesk"
    target.write_bytes(b"x")
    read = type(target).read_bytes
    monkeypatch.setattr(type(target), "read_bytes", failing(3, held(33), read))
    assert read_file(target) == b"x"
    assert len(waits) == 3
    monkeypatch.setattr(type(target), "read_bytes", failing(1, held(5), read))
    with pytest.raises(PermissionError):
        read_file(target)
    assert len(waits) == 3


@pytest.mark.parametrize("write", [replace_file, lambda to, _: copy_file(to, to)])
def test_what_reads_otherwise_than_written_never_takes_the_place(tmp_path, monkeypatch, write):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(files.filecmp, "cmp", lambda *_, **__: False)
    real = type(target).read_bytes
    monkeypatch.setattr(
        type(target), "read_bytes", lambda path: b"?" if path.suffix == ".tmp" else real(path)
    )
    with pytest.raises(CannotWrite, match="โปรดตรวจที่เก็บ"):
        write(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_killed_program_left_goes_after_a_day_and_nothing_else(tmp_path):
    old, young = tmp_path / ".0123456789abcdef.tmp", tmp_path / ".fedcba9876543210.tmp"
    others = tmp_path / ".0123456789abcdef.tmp.txt", tmp_path / "0123456789abcdef.tmp"
    for each in (old, young, *others):
        each.write_bytes(b"x")
        os.utime(each, (1, 1) if each != young else None)
    replace_file(tmp_path / "a.pdf", b"new")
    assert sorted(tmp_path.iterdir()) == sorted([young, *others, tmp_path / "a.pdf"])


def test_a_full_disk_is_said_with_the_room_that_is_left(tmp_path):
    from itadesk.files import _sentence

    assert "เหลือ " in _sentence(tmp_path / "a.pdf", OSError(errno.ENOSPC, "full"))


def test_a_folder_that_windows_guards_is_said_to_be_guarded(tmp_path):
    from itadesk.files import _sentence

    fault = FileNotFoundError(errno.ENOENT, "no such file")
    assert "ไม่อนุญาตให้โปรแกรมเขียน" in _sentence(tmp_path / "a.pdf", fault)


def test_the_first_look_at_an_office_file_waits_too(tmp_path, monkeypatch, waits):
    from db.header import check_header
    from itadesk.errors import ForeignFile

    target = tmp_path / "a.itadesk"
    target.write_bytes(b"x" * 200)
    monkeypatch.setattr(type(target), "open", failing(4, held(32), type(target).open))
    with pytest.raises(ForeignFile):
        check_header(target)
    assert len(waits) == 4
