"""Steps of the schema."""

import sqlite3
import sys
from types import ModuleType

import pytest

from db import checking, header, migrating
from db.connecting import connect
from db.fingerprints import FINGERPRINTS
from db.migrating import apply_pending
from db.migrations import STEPS
from db.opening import open_reader, open_store
from db.schema import data_tables, expected_schema, fingerprint, schema_text
from itadesk.errors import BadFile

from .builders import dump

NEXT = f"m{len(STEPS) + 1:03}_next"


def test_all_steps_at_once_give_the_schema_of_the_snapshot():
    connection = connect(None)
    apply_pending(connection)
    assert schema_text(connection) == expected_schema()
    connection.close()


def test_step_by_step_gives_the_same_as_at_once():
    connection = connect(None)
    for count in range(1, len(STEPS) + 1):
        apply_pending(connection, STEPS[:count])
        assert connection.execute("PRAGMA user_version").fetchone() == (count,)
        assert FINGERPRINTS[count - 1] == fingerprint(connection), f"of {STEPS[count - 1]}"
    assert schema_text(connection) == expected_schema()
    connection.close()


def test_every_step_is_a_function_of_its_modules_name_and_numbered_in_order():
    assert [int(name[1:4]) for name in STEPS] == list(range(1, len(STEPS) + 1))


def test_every_data_table_has_a_key_that_undo_can_find_a_row_by():
    connection = connect(None)
    apply_pending(connection)
    tables = data_tables(connection)
    assert {table.name for table in tables} >= {"office", "measure", "question_score"}
    assert all(table.key for table in tables)
    connection.close()


@pytest.fixture
def next_step(monkeypatch):
    """Makes the program one release newer: a step NEXT that is the function given."""

    def add(function):
        module = ModuleType(f"db.migrations.{NEXT}")
        setattr(module, NEXT, function)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        steps = (*STEPS, NEXT)
        for module in (checking, header):
            monkeypatch.setattr(module, "STEPS", steps)
        monkeypatch.setattr(migrating.apply_pending, "__defaults__", (steps,))
        connection = connect(None)
        apply_pending(connection, steps)
        prints = (*FINGERPRINTS, fingerprint(connection))
        connection.close()
        monkeypatch.setattr(checking, "FINGERPRINTS", prints)

    return add


def adds_a_column(database):
    database.execute("ALTER TABLE finding ADD COLUMN note TEXT")


def test_an_old_file_is_copied_then_brought_up_to_date(office_file, next_step):
    before = office_file.read_bytes()
    next_step(adds_a_column)
    store = open_store(office_file)
    assert "note" in store._history._tables["finding"].columns
    assert dump(store)["question_score"] == [(2568, "i1", "90", None, None)]
    assert store._file.row("PRAGMA foreign_keys")[0] == 1
    store.close()
    copy = office_file.with_name(office_file.name + f".before-{NEXT}.bak")
    assert copy.read_bytes() == before
    open_store(office_file).close()
    assert len(list(office_file.parent.iterdir())) == 2


def test_an_older_copy_of_the_same_name_is_kept(office_file, next_step):
    old = office_file.with_name(office_file.name + f".before-{NEXT}.bak")
    old.write_bytes(b"old")
    before = office_file.read_bytes()
    next_step(adds_a_column)
    open_store(office_file).close()
    assert old.read_bytes() == b"old"
    second = office_file.with_name(office_file.name + f".before-{NEXT}-2.bak")
    assert second.read_bytes() == before


def test_a_failing_step_leaves_the_file_as_it_was_and_may_be_tried_again(office_file, next_step):
    next_step(adds_a_column)
    before = office_file.read_bytes()

    def fails(database):
        adds_a_column(database)
        raise ZeroDivisionError

    module = sys.modules[f"db.migrations.{NEXT}"]
    setattr(module, NEXT, fails)
    with pytest.raises(ZeroDivisionError):
        open_store(office_file)
    assert office_file.read_bytes() == before
    setattr(module, NEXT, adds_a_column)
    open_store(office_file).close()
    assert len(list(office_file.parent.iterdir())) == 2


def test_a_step_that_breaks_references_is_taken_back(office_file, next_step):
    next_step(adds_a_column)
    before = office_file.read_bytes()
    module = sys.modules[f"db.migrations.{NEXT}"]
    setattr(module, NEXT, lambda database: database.execute("DELETE FROM assessment"))
    with pytest.raises(RuntimeError, match="broken references"):
        open_store(office_file)
    assert office_file.read_bytes() == before


def test_a_reader_sees_an_old_file_as_if_it_were_up_to_date(office_file, next_step):
    next_step(adds_a_column)
    before = office_file.read_bytes()
    reader = open_reader(office_file)
    assert "note" in reader._history._tables["finding"].columns
    assert reader.assessments.get(2568).scores
    reader.close()
    assert office_file.read_bytes() == before
    assert len(list(office_file.parent.iterdir())) == 1


def test_an_old_file_with_a_trigger_is_refused_before_any_step(office_file, next_step):
    connection = sqlite3.connect(office_file)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON finding BEGIN DELETE FROM measure; END")
    connection.close()
    before = office_file.read_bytes()
    next_step(adds_a_column)
    with pytest.raises(BadFile, match="เสียหาย"):
        open_store(office_file)
    assert office_file.read_bytes() == before
