"""A file of every released schema: copied, brought up to date, whole, nothing of it lost."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.integrity import verify
from db.migrations import STEPS
from db.opening import open_reader, open_store
from itadesk.errors import DamagedFile, NewerFile

ROOT = Path(__file__).parents[2]
FILES = Path(__file__).parent / "files"
RELEASED = range(1, len(STEPS) + 1)


@pytest.fixture
def old(tmp_path):
    """Puts the file of a version where it may be changed."""

    def put(version):
        path = tmp_path / "เก่า.itadesk"
        path.write_bytes((FILES / f"{version:03}.itadesk").read_bytes())
        return path

    return put


def rows(path):
    """Every row by table, each as a mapping of its columns; not those of the steps."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> '_sqlite_migrations'"
        ).fetchall()
        return {
            table: [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            for (table,) in tables
        }


def copies(path):
    return [each for each in path.parent.iterdir() if each != path]


@pytest.mark.parametrize("version", RELEASED)
def test_every_released_schema_has_its_file_with_a_row_in_every_table(version):
    path = FILES / f"{version:03}.itadesk"
    assert path.exists(), f"run tools/old_files.py {version}"
    assert int.from_bytes(path.read_bytes()[60:64], "big") == version
    assert [table for table, found in rows(path).items() if not found] == []


@pytest.mark.parametrize("version", RELEASED)
def test_a_file_of_each_release_is_copied_brought_up_to_date_and_keeps_every_row(old, version):
    path = old(version)
    body, before = path.read_bytes(), rows(path)
    store = open_store(path)
    assert not store.read_only
    assert store.assessments.get(2567).scores["i1"].score is not None
    store.close()
    after = rows(path)
    for table, found in before.items():
        kept = [{name: row[name] for name in found[0]} for row in after[table]]
        assert kept == found, table
    assert verify(path) == ()
    assert [each.read_bytes() for each in copies(path)] == [body] * (version < len(STEPS))
    open_store(path).close()
    assert len(copies(path)) == (version < len(STEPS))


@pytest.mark.parametrize("version", [4, len(STEPS)])
def test_a_large_file_of_each_time_opens(old, version):
    path = old(version)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"INSERT INTO content VALUES ('{'a' * 64}', zeroblob(36000000))")
    with closing(open_store(path)) as store:
        assert not store.read_only
        assert store.assessments.years()


@pytest.mark.parametrize("version", RELEASED)
def test_looking_at_an_old_file_leaves_it_as_it_is(old, version):
    path = old(version)
    body = path.read_bytes()
    reader = open_reader(path)
    assert reader.documents.of_year(2567) is not None
    reader.close()
    assert path.read_bytes() == body
    assert copies(path) == []


@pytest.mark.parametrize("version", RELEASED)
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON finding BEGIN DELETE FROM measure; END",
        "CREATE VIEW v AS SELECT load_extension('x')",
        "CREATE TABLE answered_check_2 (a)",
        "ALTER TABLE office ADD COLUMN more TEXT",
        "CREATE INDEX i ON finding (cause)",
    ],
)
def test_an_old_file_with_other_tables_than_those_of_its_time_is_refused(old, version, statement):
    path = old(version)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
    body = path.read_bytes()
    with pytest.raises(DamagedFile, match="โปรดเปิดสำเนาสำรอง"):
        open_store(path)
    assert path.read_bytes() == body
    assert copies(path) == []


@pytest.mark.parametrize("claimed", [0, 2, len(STEPS), 2**31])
def test_a_file_that_claims_another_version_than_its_own_is_refused(old, claimed):
    path = old(1)
    body = bytearray(path.read_bytes())
    body[60:64] = claimed.to_bytes(4, "big")
    path.write_bytes(body)
    with pytest.raises(DamagedFile):
        open_store(path)
    assert path.read_bytes() == body


def test_a_file_of_a_newer_program_stays_untouched(old):
    path = old(len(STEPS))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    body = path.read_bytes()
    for opener in (open_store, open_reader):
        with pytest.raises(NewerFile, match="ติดตั้งรุ่นล่าสุด"):
            opener(path)
    assert path.read_bytes() == body
    assert copies(path) == []


def test_a_later_step_that_fails_takes_all_steps_back_and_trying_again_makes_no_second_copy(
    old, monkeypatch
):
    path = old(3)
    body = path.read_bytes()
    step = sys.modules.get(f"db.migrations.{STEPS[-1]}") or __import__(
        f"db.migrations.{STEPS[-1]}", fromlist=["x"]
    )

    def fails(database):
        database.execute("CREATE TABLE half (a)")
        raise ZeroDivisionError

    with monkeypatch.context() as now:
        now.setattr(step, STEPS[-1], fails)
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                open_store(path)
            assert path.read_bytes() == body
    open_store(path).close()
    assert [each.read_bytes() for each in copies(path)] == [body]


def test_steps_that_leave_other_tables_than_ours_are_taken_back(old, monkeypatch):
    path = old(len(STEPS) - 1)
    body = path.read_bytes()
    step = __import__(f"db.migrations.{STEPS[-1]}", fromlist=["x"])
    monkeypatch.setattr(step, STEPS[-1], lambda database: database.execute("CREATE TABLE x (a)"))
    with pytest.raises(DamagedFile):
        open_store(path)
    assert path.read_bytes() == body


KILLED = """
import os, sys
from importlib import import_module
from pathlib import Path
from db.migrations import STEPS
from db.opening import open_store
name = STEPS[int(sys.argv[2])]
step = import_module(f"db.migrations.{name}")
real = getattr(step, name)
def killed(database):
    database.execute("PRAGMA cache_size = 1")  # spills into the file
    real(database)
    database.execute("UPDATE form_text SET text = text || text")
    os.kill(os.getpid(), 9)
setattr(step, name, killed)
open_store(Path(sys.argv[1]))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.parametrize("at", range(3, len(STEPS)))
def test_a_program_killed_in_any_step_leaves_a_file_that_the_next_start_brings_up_to_date(old, at):
    path = old(3)
    body, before = path.read_bytes(), rows(path)
    subprocess.run([sys.executable, "-c", KILLED, path, str(at)], cwd=ROOT)
    open_store(path).close()
    after = rows(path)
    assert {table: after[table] for table in before if table != "sqlite_sequence"} == {
        table: found for table, found in before.items() if table != "sqlite_sequence"
    }
    assert [each.read_bytes() for each in copies(path)] == [body]
