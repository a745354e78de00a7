"""Faults of the disk and of other programs: nothing saved is lost, each is a sentence."""

import signal
import sqlite3
import subprocess
import sys
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from db import connecting
from db.faults import sentence
from db.opening import open_reader, open_store
from itadesk.errors import BadFile, CannotWrite

from .builders import dump, record

ROOT = Path(__file__).parents[2]
PROLOGUE = """
import sys
from decimal import Decimal
from pathlib import Path
from db.opening import create_store, open_store
from itadesk.errors import CannotWrite
from itadesk.model.assessment import QuestionScore

def record(store, code, value):
    with store.transaction("คะแนน"):
        store.assessments.save_score(2568, QuestionScore(code, Decimal(value)))

path = Path(sys.argv[1])
"""


@cache
def _own_mounts() -> list[str] | None:
    """A command that runs another with mounts of its own, or None where that is not allowed."""
    for command in (["unshare", "-m"], ["unshare", "-rm"]):
        try:
            subprocess.run(
                [*command, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], check=True, capture_output=True
            )
        except (OSError, subprocess.CalledProcessError):
            continue
        return command
    return None


def run_mounted(mount: str, code: str, path: Path) -> list[str]:
    """What `code` prints with the shell command `mount` done first."""
    command = _own_mounts()
    if command is None:
        pytest.skip("mounting is not allowed here")
    done = subprocess.run(
        [*command, "sh", "-ec", f'{mount}; exec "$PYTHON" -c "$CODE" "$FILE"'],
        cwd=ROOT, capture_output=True, text=True,
        env={"FILE": str(path), "FOLDER": str(path.parent), "PYTHON": sys.executable,
             "CODE": PROLOGUE + code, "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
             "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


VIEW = """
store = open_store(path)
print(store.read_only, store.assessments.get(2568).scores["i1"].score)
try:
    record(store, "i1", 1)
except CannotWrite as error:
    print(error)
print(store.assessments.get(2568).scores["i1"].score, store.undo())
"""


@pytest.mark.parametrize("what", ["FILE", "FOLDER"])
def test_a_read_only_file_or_folder_opens_for_viewing(office_file, what):
    mount = f'mount --bind "${what}" "${what}" && mount -o remount,bind,ro "${what}"'
    viewed, said, still = run_mounted(mount, VIEW, office_file)
    assert viewed == "True 90"
    assert "“บ้านทดลอง.itadesk”" in said
    assert "อ่านได้อย่างเดียว โปรดคัดลอก" in said
    assert still == "90 None"


FULL = """
store = create_store(path, Office("ก", OfficeKind.SAO))
with store.transaction("ปี"):
    store.assessments.create(2568, 2569, "c")
saved = 0
while True:
    try:
        with store.transaction("ข้อความ"):
            store.texts.save(2568, "f", str(saved), "ก" * 3000)
            store.texts.save(2568, "g", str(saved), "ก" * 3000)
    except CannotWrite as error:
        print(error)
        break
    saved += 1
texts = len(store.texts.of_year(2568))
print(saved > 5, texts == 2 * saved, store.can_undo())
(path.parent / "other").unlink()
with store.transaction("อีกครั้ง"):
    store.texts.save(2568, "f", "last", "x")
store.undo()
store.close()
again = open_store(path)
print(len(again.texts.of_year(2568)) == texts)
"""


def test_a_full_disk_keeps_what_was_saved_and_saving_works_again_with_room(tmp_path):
    mount = (
        'mount -t tmpfs -o size=1m tmpfs "$FOLDER" && '
        'dd if=/dev/zero of="$FOLDER/other" bs=1k count=100 status=none'
    )
    code = "from itadesk.model.office import Office, OfficeKind\n" + FULL
    said, kept, reopened = run_mounted(mount, code, tmp_path / "ก.itadesk")
    assert "“ก.itadesk”" in said
    assert "ที่ว่างในดิสก์ไม่พอ" in said
    assert "โปรดลบไฟล์ที่ไม่ใช้" in said
    assert kept == "True True ข้อความ"
    assert reopened == "True"


NEW_FULL = """
try:
    create_store(path, Office("ก", OfficeKind.SAO))
except CannotWrite as error:
    print(error)
print([name.name for name in path.parent.iterdir()])
"""


def test_a_new_file_that_does_not_fit_the_disk_leaves_nothing_behind(tmp_path):
    mount = 'mount -t tmpfs -o size=40k tmpfs "$FOLDER"'
    code = "from itadesk.model.office import Office, OfficeKind\n" + NEW_FULL
    said, left = run_mounted(mount, code, tmp_path / "ก.itadesk")
    assert "ที่ว่างในดิสก์ไม่พอ" in said
    assert left == "[]"


OPEN_FULL = """
store = open_store(path)
print(store.read_only, store.assessments.get(2568).scores["i1"].score)
try:
    record(store, "i1", 1)
except CannotWrite as error:
    print(error)
print(store.assessments.get(2568).scores["i1"].score)
"""


def test_a_file_on_a_full_disk_opens_and_says_so_when_saving(office_file):
    mount = (
        'mkdir "$FOLDER/full" && mount -t tmpfs -o size=1m tmpfs "$FOLDER/full" && '
        'cp "$FILE" "$FOLDER/full" && '
        '{ dd if=/dev/zero of="$FOLDER/full/other" bs=1k count=2000 status=none || true; } 2>&- && '
        'FILE="$FOLDER/full/$(basename "$FILE")"'
    )
    viewed, said, still = run_mounted(mount, OPEN_FULL, office_file)
    assert viewed == "False 90"
    assert "ที่ว่างในดิสก์ไม่พอ" in said
    assert still == "90"


WRITER = """
store = open_store(path)
for n in range(1, 100_000):
    with store.transaction("คะแนน"):
        for code in ("i1", "i2", "i3"):
            store.assessments.save_score(2568, QuestionScore(code, Decimal(n) / 1000))
    print(n, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.parametrize("count", range(1, 11))
def test_a_killed_program_loses_nothing_it_confirmed_and_saves_no_half(office_file, count):
    writer = subprocess.Popen(
        [sys.executable, "-c", PROLOGUE + WRITER, office_file], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert writer.stdout is not None
    confirmed = [int(writer.stdout.readline()) for _ in range(count * 3)]
    writer.kill()
    confirmed += [int(line) for line in writer.stdout.read().splitlines()]
    writer.wait()
    writer.stdout.close()
    store = open_store(office_file)
    values = {store.assessments.get(2568).scores[code].score for code in ("i1", "i2", "i3")}
    store.close()
    assert len(values) == 1
    assert values.pop() * 1000 in (confirmed[-1], confirmed[-1] + 1)


HALF = """
store = open_store(path)
store._file._connection.execute("PRAGMA cache_size = 1")  # spills into the file before COMMIT
with store.transaction("ครึ่ง"):
    for n in range(500):
        store.texts.save(2568, "f", str(n), "ก" * 2000)
    store.office.save(store.office.get())
    __import__("os").kill(__import__("os").getpid(), 9)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.parametrize("opener", [open_store, open_reader])
def test_a_program_killed_inside_an_action_leaves_none_of_it(office_file, opener):
    store = open_store(office_file)
    before = dump(store)
    store.close()
    size = office_file.stat().st_size
    subprocess.run([sys.executable, "-c", PROLOGUE + HALF, office_file], cwd=ROOT)
    assert office_file.stat().st_size > size  # half of it was in the file
    store = opener(office_file)
    assert dump(store) == before
    store.close()
    assert office_file.stat().st_size == size


def test_a_file_that_another_program_writes_is_said_to_be_in_use(office_file, monkeypatch):
    monkeypatch.setattr(connecting, "PATIENCE", 0.01)
    store = open_store(office_file)
    other = sqlite3.connect(office_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with (
        pytest.raises(CannotWrite, match=r"“บ้านทดลอง\.itadesk” กำลังถูกใช้งาน.*โปรดปิด"),
        store.transaction("คะแนน"),
    ):
        pytest.fail("the action ran before the file was its own")
    with pytest.raises(CannotWrite, match="กำลังถูกใช้งาน"):
        open_store(office_file)
    other.execute("ROLLBACK")
    other.close()
    record(store, "i1", 2)
    assert store.assessments.get(2568).scores["i1"].score == Decimal(2)
    store.close()


def test_a_commit_that_another_reader_blocks_is_taken_back_and_can_be_tried_again(
    office_file, monkeypatch
):
    monkeypatch.setattr(connecting, "PATIENCE", 0.01)
    store = open_store(office_file)
    other = sqlite3.connect(office_file, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM office").fetchall()
    with pytest.raises(CannotWrite, match="กำลังถูกใช้งาน"):
        record(store, "i1", 1)
    assert store.can_undo() is None
    other.close()
    assert store.assessments.get(2568).scores["i1"].score == Decimal(90)
    record(store, "i1", 2)
    assert store.can_undo() == "คะแนน"
    store.close()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_CORRUPT, "เสียหาย"),
        (sqlite3.SQLITE_NOTADB, "เสียหาย"),
        (sqlite3.SQLITE_BUSY, "กำลังถูกใช้งาน"),
        (sqlite3.SQLITE_FULL, "ที่ว่างในดิสก์"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "อ่านได้อย่างเดียว"),
        (sqlite3.SQLITE_CANTOPEN, "อ่านได้อย่างเดียว"),
        (sqlite3.SQLITE_IOERR_FSYNC, "แฟลชไดรฟ์"),
    ],
)
def test_each_fault_of_the_disk_names_the_file_and_the_next_step(code, said):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    told = str(sentence(error, "ก.itadesk"))
    assert said in told
    assert "“ก.itadesk”" in told
    assert "โปรด" in told


def test_a_file_that_cannot_be_read_as_one_is_a_fault_of_the_disk():
    error = sqlite3.OperationalError("unable to serialize 'main'")
    assert "แฟลชไดรฟ์" in str(sentence(error, "ก"))


def test_a_mistake_of_ours_is_no_sentence():
    assert sentence(sqlite3.OperationalError("no such table: x"), "ก") is None


def test_a_definition_that_is_no_text_any_more_is_said_to_be_damaged(office_file):
    body = office_file.read_bytes()
    office_file.write_bytes(body.replace("อบต.".encode(), b"\xce" * 10, 1))
    with pytest.raises(BadFile, match="เสียหาย"):
        open_store(office_file)
