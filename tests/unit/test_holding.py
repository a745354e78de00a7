"""Who may write a file: one process of all that can reach it, and never one that is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from itadesk import locking
from itadesk.errors import CannotWrite
from itadesk.holders import Holder, holder_of, in_words, refusal
from itadesk.holding import Holding
from itadesk.locking import Locked, LockFile
from itadesk.reach import on_share

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 20, 10, 30)
HOLD = """
import sys
from pathlib import Path
from itadesk.holding import Holding
holding = Holding(Path(sys.argv[1]), sys.argv[2])
hold = holding.take(Path(sys.argv[3]))
print("held" if hold else "refused", flush=True)
for line in sys.stdin:
    holding.let_go(hold)
    print("left", flush=True)
"""


@pytest.fixture
def office(tmp_path):
    path = tmp_path / "ที่ทำงาน" / "บ้านตัวอย่าง.itadesk"
    path.parent.mkdir()
    path.write_bytes(b"what is in it is not looked at")
    return path


@pytest.fixture
def others(office):
    """Starts a process that takes the file; ends what is left of them."""
    begun = []

    def begin(home, pc="PC-2"):
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, home, pc, office],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        begun.append(process)
        return process, process.stdout.readline().strip()

    yield begin
    for process in begun:
        process.kill()
        process.communicate()


def kill(process):
    os.kill(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture
def shared(monkeypatch):
    """A share that knows no locks."""
    monkeypatch.setattr("itadesk.holding.on_share", lambda _path: True)
    monkeypatch.setattr("itadesk.locking._lock", lambda _handle: False)
    monkeypatch.setattr("itadesk.holding.is_locked", lambda _path: False)


def until(true, seconds=5):
    """Lets other threads run until it holds."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.005)


def listed(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_held_once_and_its_marks_go_with_the_hold(office, tmp_path):
    holding = Holding(tmp_path / "home")
    hold = holding.take(office)
    assert listed(office.parent) == [f".~lock.{office.name}#", office.name]
    assert not hold.unclean
    holding.let_go(hold)
    assert listed(office.parent) == [office.name]
    assert listed(tmp_path / "home" / "open") == []


def test_a_process_may_take_its_file_again_and_lets_go_at_the_last(office, tmp_path):
    holding = Holding(tmp_path / "home")
    hold = holding.take(office)
    assert holding.take(office.parent / ".." / office.parent.name / office.name) is hold
    holding.let_go(hold)
    assert len(listed(office.parent)) == 2
    holding.let_go(hold)
    assert len(listed(office.parent)) == 1


def test_another_pc_is_refused_and_learns_who_holds_it_until_it_leaves(office, tmp_path, others):
    process, said = others(tmp_path / "there", "ห้องบัญชี")
    assert said == "held"
    here = Holding(tmp_path / "here", "PC-1")
    assert here.take(office) is None
    holder = here.holder(office)
    assert (holder.pc, holder.here, holder.heard) == ("ห้องบัญชี", False, True)
    assert holder.user
    assert abs(datetime.now() - holder.since).total_seconds() < 60
    with pytest.raises(CannotWrite, match="ห้องบัญชี"), here.alone(office):
        pytest.fail("it is not alone")
    print("leave", file=process.stdin, flush=True)
    assert process.stdout.readline().strip() == "left"
    assert here.holder(office) is None
    with here.alone(office):
        assert here.holder(office) is None


def test_another_window_of_this_pc_is_known_as_such(office, tmp_path, others):
    others(tmp_path / "home")
    here = Holding(tmp_path / "home")
    assert here.take(office) is None
    assert here.holder(office).here


@pytest.mark.parametrize("home", ["home", "there"])
def test_a_killed_holder_asks_nothing(office, tmp_path, others, home):
    process, _ = others(tmp_path / home)
    kill(process)
    assert len(listed(office.parent)) == 2
    here = Holding(tmp_path / "home")
    assert here.holder(office) is None
    hold = here.take(office)
    assert here.unclean(office) == (home == "home")  # the other PC tells its own user
    assert not here.unclean(office)  # told once
    here.let_go(hold)
    assert listed(office.parent) == [office.name]
    again = here.take(office)
    assert not here.unclean(office)
    here.let_go(again)


def test_being_refused_forgets_no_unclean_end(office, tmp_path, others):
    process, _ = others(tmp_path / "home")
    kill(process)
    other, said = others(tmp_path / "there", "PC-3")
    assert said == "held"
    here = Holding(tmp_path / "home")
    assert here.take(office) is None
    kill(other)
    hold = here.take(office)
    assert hold.unclean
    here.let_go(hold)


def test_where_no_lock_can_be_made_the_file_is_opened_as_it_may_be(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    holding = Holding(blocked)
    hold = holding.take(blocked / "x.itadesk")
    assert hold is not None
    assert not hold.unclean
    holding.let_go(hold)


@pytest.mark.usefixtures("shared")
def test_without_locks_a_count_that_goes_on_is_a_holder(office, tmp_path):
    there = Holding(tmp_path / "there", "PC-2", beat=0.01)
    hold = there.take(office)
    here = Holding(tmp_path / "here", "PC-1", silence=60)
    assert here.take(office) is None
    until(lambda: (holder := here.holder(office)) and holder.heard)
    there.let_go(hold)
    assert here.holder(office) is None


@pytest.mark.usefixtures("shared")
def test_without_locks_a_silent_holder_is_gone_after_a_while(office, tmp_path):
    there = Holding(tmp_path / "there", "PC-2", beat=60)
    there.take(office)
    here = Holding(tmp_path / "here", "PC-1", silence=0.1)
    assert here.take(office) is None
    assert here.holder(office).heard is False
    until(lambda: here.holder(office) is None)
    assert here.take(office) is not None


@pytest.mark.usefixtures("shared")
def test_without_locks_what_this_pc_left_itself_is_no_holder(office, tmp_path):
    Holding(tmp_path / "home", "PC-1", beat=60).take(office)  # and its process is gone
    assert Holding(tmp_path / "home", "PC-1").take(office) is not None


@pytest.mark.usefixtures("shared")
def test_who_slept_too_long_on_a_share_notices_that_the_file_is_another_s(office, tmp_path):
    there = Holding(tmp_path / "there", "PC-2", beat=0.05)
    slept = there.take(office)
    here = Holding(tmp_path / "here", "PC-1", beat=60, silence=0)
    here.take(office)
    taken = here.take(office)
    assert taken is not None
    until(lambda: slept.lost)
    assert there.holder(office).pc == "PC-1"
    there.let_go(slept)
    assert len(listed(office.parent)) == 2  # the other's mark stays


@pytest.mark.parametrize("left", [b"", b"{", b"[1]", "ไม่ใช่".encode("tis-620"), b'{"since": 5}'])
def test_a_mark_that_says_nothing_is_no_holder(office, tmp_path, left):
    office.with_name(f".~lock.{office.name}#").write_bytes(left)
    here = Holding(tmp_path / "home")
    assert here.holder(office) is None
    hold = here.take(office)
    assert hold is not None
    here.let_go(hold)


def test_a_lock_taken_away_in_the_same_moment_is_made_anew(tmp_path):
    path = tmp_path / "lock"
    first = LockFile(path)
    first.let_go()
    second = LockFile(path)
    assert path.exists()
    second.let_go(remove=False)
    assert path.exists()


def test_a_lock_of_a_file_that_was_just_taken_away_is_none(tmp_path, monkeypatch):
    path, lock = tmp_path / "lock", locking._lock
    left = [lambda: path.unlink()]

    def lock_late(handle):
        if left:
            left.pop()()  # its owner leaves between our opening and locking
        return lock(handle)

    monkeypatch.setattr(locking, "_lock", lock_late)
    LockFile(path)
    assert path.exists()
    with pytest.raises(Locked):
        LockFile(path)


class Stored:
    """A store as far as holding knows it."""

    def __init__(self, *, read_only):
        self.read_only, self.deeds = read_only, []

    def when_closed(self, deed):
        self.deeds.append(deed)


def test_a_file_is_held_until_its_store_is_closed(office, tmp_path):
    here, there = Holding(tmp_path / "here"), Holding(tmp_path / "there")
    made = here.opened(office, lambda: Stored(read_only=False), lambda: pytest.fail("held"))
    assert there.opened(office, lambda: pytest.fail("not held"), lambda: "viewed") == "viewed"
    made.deeds[0]()
    assert there.holder(office) is None
    assert listed(office.parent) == [office.name]


def test_a_file_that_cannot_be_written_or_opened_is_left_to_others(office, tmp_path):
    here = Holding(tmp_path / "here")
    here.opened(office, lambda: Stored(read_only=True), lambda: pytest.fail("held"))
    assert listed(office.parent) == [office.name]
    with pytest.raises(CannotWrite), here.alone(office):
        here.opened(office, _broken, lambda: pytest.fail("held"))
    assert listed(office.parent) == [office.name]


def _broken():
    raise CannotWrite("ไฟล์เสียหาย")


def test_a_very_long_name_can_be_held(tmp_path):
    office = tmp_path / f"{'ก' * 80}.itadesk"  # 248 bytes
    office.touch()
    holding = Holding(tmp_path / "home")
    hold = holding.take(office)
    assert len(listed(tmp_path)) == 3
    assert Holding(tmp_path / "other").take(office) is None
    holding.let_go(hold)


@pytest.mark.parametrize(
    ("user", "pc", "day", "words"),
    [
        ("มานี", "PC-2", 20, "มานี กำลังแก้ไขไฟล์ “ก” ที่เครื่อง “PC-2” ตั้งแต่เวลา ๐๙.๑๕ น."),
        ("", "PC-2", 0, "ผู้ใช้อื่น กำลังแก้ไขไฟล์ “ก” ที่เครื่อง “PC-2”"),
        ("มานี", "", 19, "ไฟล์ “ก” เปิดแก้ไขอยู่ที่เครื่องอื่น ตั้งแต่วันที่ ๑๙ พ.ย. ๒๕๖๙ เวลา ๐๙.๑๕ น."),
    ],
)
def test_who_holds_a_file_is_said_in_words(user, pc, day, words):
    holder = Holder(user, pc, datetime(2026, 11, day, 9, 15) if day else None)
    assert in_words(holder, "ก", NOW) == words
    assert str(refusal(holder, "ก", NOW)).startswith(f"{words} จึงยังไม่ได้แก้ไขไฟล์")


def test_the_same_pc_is_not_named():
    words = "ไฟล์ “ก” เปิดอยู่ในอีกหน้าต่างหนึ่งของเครื่องนี้"
    assert in_words(Holder("มานี", "PC-1", None, here=True), "ก", NOW) == words


def test_what_others_wrote_into_a_mark_stays_one_short_line():
    found = holder_of({"user": "ก\n" * 99, "pc": 5, "since": "เมื่อวาน"}, here=False)
    assert (len(found.user) <= 60, "\n" in found.user, found.pc, found.since) == (
        True,
        False,
        "5",
        None,
    )


def test_shares_are_told_by_the_list_of_mounts(tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda / ext4 rw 0 0\n//server/ita /mnt/ส่วน\\040กลาง cifs rw 0 0\n"
        "/dev/sdb /mnt/ส่วน\\040กลาง/usb vfat rw 0 0\n"
    )
    assert on_share(Path("/mnt/ส่วน กลาง/a.itadesk"), mounts)
    assert not on_share(Path("/mnt/ส่วน กลาง/usb/a.itadesk"), mounts)
    assert not on_share(Path("/home/a.itadesk"), mounts)
    assert not on_share(Path("/home/a.itadesk"), tmp_path / "none")
