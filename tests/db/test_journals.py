"""What lies beside a file: rolled back when it is the file's, set aside when not, never lost."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from db import journals
from db.backups import back_up, restore
from db.journals import belongs, rolled_back, waits
from db.opening import create_store, open_reader, open_store
from itadesk.errors import DamagedFile

from .builders import OFFICE, dump, record, start

ROOT = Path(__file__).parents[2]
# Leaves a journal that has to be rolled back, and half of an action in the file.
HALF = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE question_score SET score = '1'")
for n in range(int(sys.argv[2])):
    connection.execute("INSERT INTO form_text VALUES (2568, 'f', ?, ?)", (str(n), "ก" * 2000))
os.kill(os.getpid(), 9)
"""
needs_kill = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")


def beside(path, ending="-journal"):
    return path.with_name(f"{path.name}{ending}")


def interrupt(path, rows=300):
    """A program that is killed inside an action; gives the journal it leaves."""
    subprocess.run([sys.executable, "-c", HALF, path, str(rows)], cwd=ROOT)
    return beside(path)


def rows(path, opener=open_store):
    store = opener(path)
    found = dump(store)
    store.close()
    return found


@pytest.fixture(autouse=True)
def set_aside(caplog):
    """What is set aside leaves a line in the log, which is no fault here."""
    yield
    caplog.get_records("call").clear()


@pytest.fixture
def other(tmp_path):
    """A second office's file, in a folder of its own."""
    path = tmp_path / "อีกแห่ง" / "บ้านอื่น.itadesk"
    path.parent.mkdir()
    store = create_store(path, OFFICE)
    start(store)
    with store.transaction("คะแนน"):
        for n in range(1, 60):
            record(store, f"i{n}", 50)
    store.close()
    return path


@needs_kill
@pytest.mark.parametrize("opener", [open_store, open_reader])
def test_a_journal_of_the_file_itself_is_rolled_back(office_file, opener):
    before = rows(office_file)
    whole = office_file.read_bytes()
    interrupt(office_file)
    assert waits(office_file)
    assert office_file.read_bytes() != whole
    assert rows(office_file, opener) == before
    assert [each.name for each in office_file.parent.iterdir()] == [office_file.name]


@needs_kill
@pytest.mark.parametrize("count", [0, 1, 20, 300])
def test_what_is_tried_in_memory_is_what_the_library_makes_of_the_file(office_file, count):
    journal = interrupt(office_file, count).read_bytes()
    file = office_file.read_bytes()
    tried = rolled_back(file, journal) if belongs(journal, file) else file
    with closing(sqlite3.connect(office_file)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    assert office_file.read_bytes() == tried
    assert (file != tried) == (count > 0)


@needs_kill
@pytest.mark.parametrize("size", [0, 40])
def test_a_journal_of_another_file_is_set_aside_and_changes_nothing(office_file, other, size):
    for n in range(size):
        store = open_store(office_file)
        record(store, f"e{n}", 40)
        store.close()
    before = rows(office_file)
    foreign = interrupt(other).rename(beside(office_file)).read_bytes()
    assert waits(office_file)
    assert rows(office_file) == before
    assert beside(office_file, "-journal.damaged").read_bytes() == foreign
    assert not beside(office_file).exists()


@needs_kill
def test_a_journal_of_a_later_state_of_the_same_file_is_set_aside(office_file):
    older = office_file.read_bytes()
    store = open_store(office_file)
    record(store, "i2", 70)
    store.close()
    interrupt(office_file)
    office_file.write_bytes(older)  # a copy from yesterday is put in its place
    assert rows(office_file)["question_score"] == [(2568, "i1", "90", None, None)]
    assert beside(office_file, "-journal.damaged").exists()


@needs_kill
def test_restoring_a_copy_keeps_the_present_file_free_of_another_files_journal(
    office_file, other, tmp_path
):
    before = rows(office_file)
    copy = tmp_path / "สำเนา.itadesk"
    copy.write_bytes(office_file.read_bytes())
    interrupt(other).rename(beside(office_file))
    aside = restore(office_file, copy)
    assert rows(aside) == rows(office_file) == before
    assert beside(office_file, "-journal.damaged").exists()


@needs_kill
def test_a_copy_is_made_of_the_file_without_another_files_journal(office_file, other, tmp_path):
    before = rows(office_file)
    interrupt(other).rename(beside(office_file))
    made = back_up(office_file, tmp_path / "สำรอง", datetime(2026, 11, 20, 9, 30))
    assert rows(made.path) == rows(office_file) == before


@needs_kill
def test_the_bare_library_would_have_taken_the_other_files_journal(office_file, other):
    """What the two tests above protect from is real."""
    before = office_file.read_bytes()
    interrupt(other).rename(beside(office_file))
    connection = sqlite3.connect(office_file)
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    connection.close()
    assert office_file.read_bytes() != before


@needs_kill
def test_a_journal_that_fits_but_spoils_the_file_is_set_aside(office_file):
    before = rows(office_file)
    whole = office_file.read_bytes()
    journal = interrupt(office_file)
    body = bytearray(journal.read_bytes())
    office_file.write_bytes(whole)
    # Another page's content under this number, with a sum that is right.
    sector = int.from_bytes(body[20:24], "big")
    page = bytes(4096)
    body[sector + 4 : sector + 4 + 4096] = page
    nonce = int.from_bytes(body[12:16], "big")
    body[sector + 4100 : sector + 4104] = journals._sum(page, nonce).to_bytes(4, "big")
    journal.write_bytes(body)
    assert rows(office_file) == before
    assert beside(office_file, "-journal.damaged").read_bytes() == body


@needs_kill
def test_a_file_that_is_whole_neither_with_nor_without_keeps_its_journal(office_file):
    journal = interrupt(office_file)
    body = bytearray(office_file.read_bytes())
    body[4096 * 3 : 4096 * 30] = os.urandom(4096 * 27)
    office_file.write_bytes(body)
    waiting = journal.read_bytes()
    spoiled = bytearray(waiting)
    spoiled[-3000:] = bytes(3000)
    journal.write_bytes(spoiled)
    with pytest.raises(DamagedFile):
        open_store(office_file)
    assert journal.read_bytes() == spoiled
    assert office_file.read_bytes() == body


@needs_kill
def test_a_journal_that_names_further_journals_is_not_ours(office_file):
    journal = interrupt(office_file).read_bytes()
    file = office_file.read_bytes()
    assert belongs(journal, file)
    assert not belongs(journal + bytes(20) + journals._MAGIC, file)
    assert not belongs(b"x" * len(journal), file)
    assert not belongs(journal, b"x" * 100)


def test_a_journal_of_somebody_who_is_writing_stays_where_it_is(office_file):
    writer = sqlite3.connect(office_file, isolation_level=None)
    writer.execute("PRAGMA cache_size = 1")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE question_score SET score = '1'")
    assert beside(office_file).exists()
    assert not waits(office_file)
    reader = open_reader(office_file)
    assert dump(reader)["question_score"] == [(2568, "i1", "90", None, None)]
    reader.close()
    writer.execute("COMMIT")
    writer.close()
    assert rows(office_file)["question_score"] == [(2568, "i1", "1", None, None)]


@pytest.mark.parametrize("body", [b"", bytes(2000)])
def test_a_journal_that_says_nothing_is_left_to_sqlite(office_file, body):
    before = rows(office_file)
    beside(office_file).write_bytes(body)
    assert rows(office_file) == before


def test_a_wal_of_another_file_is_never_read(office_file, other):
    before = rows(office_file)
    connection = sqlite3.connect(other, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE question_score SET score = '1'")
    wal = beside(other, "-wal").read_bytes()
    connection.close()
    assert wal
    for _ in range(2):
        beside(office_file, "-wal").write_bytes(wal)
        beside(office_file, "-shm").write_bytes(b"x" * 100)
        assert rows(office_file) == before
    for ending in ("-wal.damaged", "-wal.damaged-2"):
        assert beside(office_file, ending).read_bytes() == wal
    assert not beside(office_file, "-wal").exists()
    assert not beside(office_file, "-shm").exists()


@needs_kill
def test_a_link_to_a_file_is_looked_at_where_the_file_lies(office_file, tmp_path):
    before = rows(office_file)
    link = tmp_path / "ทางลัด" / "บ้าน.itadesk"
    link.parent.mkdir()
    link.symlink_to(office_file)
    interrupt(office_file)
    assert rows(link) == before
    assert not beside(office_file).exists()


@needs_kill
@pytest.mark.parametrize("own", [True, False])
def test_what_cannot_be_set_aside_or_rolled_back_is_looked_at_in_a_copy(
    office_file, other, own, monkeypatch
):
    """As on a medium that cannot be written; tests/faults has the real ones."""
    before = rows(office_file)
    if own:
        interrupt(office_file)
        monkeypatch.setattr(journals, "_roll_back", lambda _: False)
    else:
        interrupt(other).rename(beside(office_file))
        monkeypatch.setattr(journals, "_set_aside", lambda path: not path.exists())
    lying = office_file.read_bytes(), beside(office_file).read_bytes()
    store = open_store(office_file)
    assert store.read_only
    assert dump(store) == before
    store.close()
    assert (office_file.read_bytes(), beside(office_file).read_bytes()) == lying


def test_files_made_one_after_another_count_their_changes_from_different_numbers(tmp_path):
    starts = set()
    for name in ("ก.itadesk", "ข.itadesk"):
        create_store(tmp_path / name, OFFICE).close()
        starts.add((tmp_path / name).read_bytes()[24:28])
    assert len(starts) == 2
