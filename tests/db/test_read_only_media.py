"""A medium that cannot be written: whatever lies beside the file, it is shown as it was saved."""

import sqlite3
from contextlib import closing

import pytest

from .test_faults import run_mounted
from .test_journals import beside, interrupt, needs_kill, other, set_aside

__all__ = ["other", "set_aside"]  # fixtures
READ_ONLY = 'mount --bind "$FOLDER" "$FOLDER" && mount -o remount,bind,ro "$FOLDER"'
LOOK = """
import logging
logging.disable()
store = open_store(path)
print(store.read_only, store.assessments.get(2568).scores["i1"].score)
try:
    record(store, "i1", 1)
except CannotWrite as error:
    print(error)
"""


def look(path):
    lying = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    shown, said = run_mounted(READ_ONLY, LOOK, path)
    assert "อ่านได้อย่างเดียว" in said
    assert lying == {
        each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()
    }
    return shown


@needs_kill
def test_a_waiting_journal_is_rolled_back_in_a_copy(office_file):
    interrupt(office_file)
    assert look(office_file) == "True 90"


@needs_kill
def test_a_journal_of_another_file_is_passed_over(office_file, other):
    interrupt(other).rename(beside(office_file))
    assert look(office_file) == "True 90"


def test_a_file_that_another_tool_set_to_wal_opens(office_file):
    with closing(sqlite3.connect(office_file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert look(office_file) == "True 90"


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_what_lies_beside_is_passed_over(office_file, ending):
    beside(office_file, ending).write_bytes(b"x" * 5000)
    assert look(office_file) == "True 90"


def test_an_old_file_is_shown_as_one_of_today(tmp_path):
    from .test_old_files import FILES

    path = tmp_path / "เก่า.itadesk"
    path.write_bytes((FILES / "001.itadesk").read_bytes())
    code = LOOK.replace("2568", "2567")
    shown, _ = run_mounted(READ_ONLY, code, path)
    assert shown == "True 98.75"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
