"""Opening, making and refusing files."""

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from threading import Thread

import pytest

from db.connecting import APPLICATION_ID, uri
from db.migrations import STEPS
from db.opening import create_store, open_reader, open_store
from itadesk.errors import BadFile, CannotWrite

from .builders import OFFICE, dump, record

ROOT = Path(__file__).parents[2]


def test_closing_and_reopening_finds_everything(office_file):
    store = open_store(office_file)
    rows, lines = dump(store), store.change_log.lines()
    store.close()
    assert rows["question_score"] == [(2568, "i1", "90", None, None)]
    assert lines
    again = open_store(office_file)
    assert again.office.get() == replace(OFFICE, id=again.office.get().id)
    assert dump(again) == rows
    assert again.change_log.lines() == lines
    assert again.can_undo() is None
    again.close()


def test_a_file_is_one_file_with_our_mark_and_no_trigger(office_file):
    header = office_file.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert header[18:20] == b"\x01\x01"  # rollback journal
    store = open_store(office_file)
    record(store, "i2", 1)
    assert store._file.rows("SELECT * FROM sqlite_schema WHERE type IN ('trigger','view')") == []
    store.close()
    assert [path.name for path in office_file.parent.iterdir()] == [office_file.name]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"), ("synchronous", 3), ("foreign_keys", 1), ("secure_delete", 1),
        ("trusted_schema", 0), ("cell_size_check", 1), ("mmap_size", 0), ("temp_store", 2),
    ],
)  # fmt: skip
def test_a_file_is_used_under_safe_pragmas(office_file, pragma, value):
    store = open_store(office_file)
    assert store._file.row(f"PRAGMA {pragma}")[0] == value
    store.close()


@pytest.mark.parametrize("name", ["a?b#c%41.itadesk", "ที่ทำการ (สำเนา) ๑.itadesk", "~ 'x'.itadesk"])
def test_any_name_opens_the_file_of_that_name(tmp_path, name):
    create_store(tmp_path / name, OFFICE).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    open_store(tmp_path / name).close()


def test_a_share_has_its_server_after_four_slashes():
    class Share:
        def absolute(self):
            return self

        def as_posix(self):
            return "//server/งาน/a.itadesk"

    assert uri(Share()).startswith("file:////server/%E0")


def test_a_file_that_another_tool_set_to_wal_is_one_file_again(office_file):
    connection = sqlite3.connect(office_file)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    store = open_store(office_file)
    assert len(list(office_file.parent.iterdir())) == 1
    assert store.assessments.get(2568).scores
    store.close()
    assert office_file.read_bytes()[18:20] == b"\x01\x01"


def test_an_action_that_changes_nothing_does_not_touch_the_file(office_file):
    store = open_store(office_file)
    before = office_file.read_bytes()
    record(store, "i1", 90)
    assert office_file.read_bytes() == before
    store.close()


def test_a_new_file_never_overwrites(office_file):
    before = office_file.read_bytes()
    with pytest.raises(CannotWrite, match=r"“บ้านทดลอง\.itadesk” อยู่แล้ว โปรด"):
        create_store(office_file, OFFICE)
    assert office_file.read_bytes() == before


def test_a_new_file_in_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(CannotWrite, match=r"สร้างไฟล์.*โปรดเลือกโฟลเดอร์"):
        create_store(tmp_path / "ไม่มี" / "a.itadesk", OFFICE)


def other_program(path):
    connection = sqlite3.connect(path)
    connection.executescript(
        "PRAGMA application_id = 7; CREATE TABLE t (a); INSERT INTO t VALUES (1)"
    )
    connection.close()


def unmarked(path):
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE t (a)")
    connection.close()


def marked_only(path):
    connection = sqlite3.connect(path)
    connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; CREATE TABLE t (a)")
    connection.close()


WRONG = {
    "jpg": (lambda path: path.write_bytes(b"\xff\xd8\xff\xe0" + b"x" * 5000), "ไม่ใช่ไฟล์ของโปรแกรมนี้"),
    "short": (lambda path: path.write_bytes(b"SQLite format 3\x00"), "เสียหายตั้งแต่ต้นไฟล์"),
    "empty": (lambda path: path.write_bytes(b""), "ว่าง"),
    "other": (other_program, "โปรแกรมอื่น"),
    "unmarked": (unmarked, "โปรแกรมอื่น"),
    "marked": (marked_only, "เสียหาย"),
    "folder": (lambda path: path.mkdir(), "เป็นโฟลเดอร์"),
    "absent": (Path, "ไม่พบไฟล์"),
}
if hasattr(os, "mkfifo"):
    WRONG["pipe"] = (os.mkfifo, "ไม่ใช่ไฟล์ในที่เก็บ")


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize("opener", [open_store, open_reader])
def test_what_is_not_our_file_is_refused_in_a_sentence_and_untouched(tmp_path, kind, opener):
    path = tmp_path / "ไฟล์.itadesk"
    make, said = WRONG[kind]
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(BadFile, match=rf"{said}.*โปรด") as told:
        opener(path)
    assert "“ไฟล์.itadesk”" in str(told.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert len(list(tmp_path.iterdir())) == (kind != "absent")


def change(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_file_of_a_newer_program_asks_for_a_newer_program(office_file):
    change(office_file, f"PRAGMA user_version = {len(STEPS) + 1}")
    before = office_file.read_bytes()
    with pytest.raises(BadFile, match="ต้องปรับรุ่นโปรแกรม"):
        open_store(office_file)
    assert office_file.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON finding BEGIN DELETE FROM measure; END",
        "CREATE VIEW v AS SELECT * FROM measure",
        "CREATE TABLE extra (a)",
        "ALTER TABLE office ADD COLUMN more TEXT",
        "DROP TABLE limitation",
        "UPDATE _sqlite_migrations SET name = 'm001_other' WHERE name LIKE 'm001%'",
        "DELETE FROM _sqlite_migrations",
    ],
)
def test_tables_that_are_not_ours_are_refused(office_file, statement):
    change(office_file, statement)
    with pytest.raises(BadFile, match=r"เสียหาย.*โปรดเปิดสำเนาสำรอง"):
        open_store(office_file)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99, 0.9999])
def test_a_truncated_file_is_found_damaged(office_file, share):
    body = office_file.read_bytes()
    office_file.write_bytes(body[: int(len(body) * share)])
    with pytest.raises(BadFile, match="เสียหาย"):
        open_store(office_file)


@pytest.mark.parametrize("page", range(1, 20))
def test_a_page_of_rubbish_never_ends_in_a_traceback(office_file, page):
    body = bytearray(office_file.read_bytes())
    body[page * 4096 : page * 4096 + 200] = b"\xa5" * 200
    office_file.write_bytes(body)
    with pytest.raises(BadFile, match="เสียหาย"):
        open_store(office_file)


def test_text_that_is_no_text_is_said_to_be_damaged(office_file):
    change(office_file, "UPDATE office SET name = CAST(x'ff41' AS TEXT)")
    store = open_store(office_file)
    with pytest.raises(BadFile, match="เสียหาย"):
        store.office.get()
    store.close()


@pytest.mark.parametrize("body", ["{", "[1]"])
def test_a_catalogue_that_is_no_object_is_said_to_be_damaged(store, body):
    with store.transaction("ชุด"):
        store._file.write("INSERT INTO catalogue VALUES (2568, 'c', '1', ?)", body)
    with pytest.raises(BadFile, match="เสียหาย"):
        store.catalogues.get(2568)


def test_a_reader_in_another_thread_sees_what_is_saved_and_cannot_write(office_file):
    store, seen = open_store(office_file), []

    def read():
        reader = open_reader(office_file)
        seen.append((reader.read_only, reader.assessments.get(2568).scores["i1"].score))
        with pytest.raises(CannotWrite, match="อ่านได้อย่างเดียว"):
            record(reader, "i1", 1)
        seen.append(reader.assessments.get(2568).scores["i1"].score)
        reader.close()

    record(store, "i1", 95)
    thread = Thread(target=read)
    thread.start()
    thread.join()
    assert seen == [(True, Decimal(95)), Decimal(95)]
    store.close()


def test_opening_imports_no_migration_machinery_and_nothing_heavy(office_file):
    code = (
        "import sys; from pathlib import Path; from db.opening import open_store; "
        "store = open_store(Path(sys.argv[1])); store.office.get(); "
        "print(*sorted(name for name in sys.modules if name.split('.')[0] in "
        "{'sqlite_utils', 'PySide6', 'ui', 'openpyxl', 'reportlab', 'pythainlp', 'click'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, office_file], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_a_large_file_opens_without_looking_through_what_was_gathered(office_file):
    change(office_file, "INSERT INTO received_body VALUES (1, randomblob(34000000))")
    body = bytearray(office_file.read_bytes())
    last = 4096 * (len(body) // 4096 - 1)
    body[last : last + 4] = b"\xff" * 4  # the chain of pages of the blob
    office_file.write_bytes(body)
    open_store(office_file).close()
    body[4096 : 4096 + 200] = b"\xa5" * 200
    office_file.write_bytes(body)
    with pytest.raises(BadFile, match="เสียหาย"):
        open_store(office_file)
