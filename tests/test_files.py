"""Replacing a file in one step."""

import errno
import os

import pytest

from itadesk.errors import CannotWrite
from itadesk.files import copy_file, move_in, replace_file


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
