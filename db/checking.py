"""Looks through a file before anything in it is believed."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager

from db.connecting import LARGEST, connect_to_bytes
from db.faults import UNREADABLE, altered, changed_outside, code_of, damaged
from db.fingerprints import FINGERPRINTS
from db.migrations import STEPS
from db.schema import fingerprint
from db.sealing import MOST, is_broken
from itadesk.errors import BadFile

_LARGE = 32 * 1024**2  # bytes; a file of an office has far fewer
_GATHERED = {"received", "received_body"}  # of a province: a year is checked by reading it
_SECONDS, _BYTES_A_SECOND = 10.0, 1024**2  # a worn stick reads more
_STEPS_BETWEEN_LOOKS = 100_000  # of SQLite's machine: some milliseconds


def check(connection: sqlite3.Connection, name: str, measured: Callable[[], int]) -> Sequence[str]:
    """The steps the file lacks. DamagedFile when it is not whole or its tables are not ours.

    `measured` gives the file's size in bytes. Raises sqlite3.Error too.
    """
    connection.execute("BEGIN")  # nobody writes meanwhile, else its length would not fit
    try:
        connection.execute("PRAGMA user_version").fetchone()
        size = measured()
        with deadline(connection, size):
            pending = check_tables(connection, name)
            _check_length(connection, name, size)
            check_rows(connection, name, size)
        if size <= MOST and is_broken(connection.serialize()):
            raise changed_outside(name)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return pending


def is_whole(body: bytes, name: str) -> bool:
    """Whether a file of these bytes would open."""
    try:
        with closing(connect_to_bytes(body)) as connection:
            check(connection, name, body.__len__)
    except (BadFile, *UNREADABLE):
        return False
    return True


def check_tables(connection: sqlite3.Connection, name: str) -> Sequence[str]:
    """As `check`, but of the definitions only: after it the file's tables may be asked."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    known = 0 < version <= len(STEPS)
    if not known or fingerprint(connection) != FINGERPRINTS[version - 1]:
        raise altered(name)
    applied = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = 'itadesk' ORDER BY id"
    ).fetchall()
    if [step for (step,) in applied] != list(STEPS[:version]):
        raise damaged(name)
    return STEPS[version:]


def check_rows(connection: sqlite3.Connection, name: str, size: int) -> None:
    """As `check`, but of pages, indexes, values and references only."""
    checks = ["PRAGMA integrity_check(1)"]
    if size > _LARGE:
        rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        tables = {table for (table,) in rows}
        # One by one costs more than all at once, and is worth it only where much is left out.
        if tables >= _GATHERED and connection.execute("SELECT 1 FROM received_body").fetchone():
            checks = [f'PRAGMA integrity_check("{t}")' for t in sorted(tables - _GATHERED)]
    if any(connection.execute(each).fetchall() != [("ok",)] for each in checks):
        raise damaged(name)
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise damaged(name)


@contextmanager
def disbelief(name: str) -> Iterator[None]:
    """Until a file is checked, what SQLite does not understand is the file's fault and not ours."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if code_of(error) == sqlite3.SQLITE_ERROR:
            raise altered(name) from error
        raise


@contextmanager
def deadline(connection: sqlite3.Connection, size: int) -> Iterator[None]:
    """Interrupts a statement that goes on for ever, as one on a file made by hand may."""
    connection.set_progress_handler(_overdue(size), _STEPS_BETWEEN_LOOKS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


def is_cut_off(connection: sqlite3.Connection, size: int) -> bool:
    """SQLite reads a last page that is cut off as if it ended in zeros."""
    pages, each = (
        connection.execute(f"PRAGMA {n}").fetchone()[0] for n in ("page_count", "page_size")
    )
    return bool(size < pages * each)


def _overdue(size: int) -> Callable[[], int]:
    end = time.monotonic() + _SECONDS + size / _BYTES_A_SECOND
    return lambda: time.monotonic() > end


def _check_length(connection: sqlite3.Connection, name: str, size: int) -> None:
    if is_cut_off(connection, size):
        raise damaged(name)
    if size <= LARGEST:
        return
    columns: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
        "WHERE t.type = 'table'"
    ):
        columns.setdefault(table, []).append(f"length({column})")
    for table, lengths in columns.items():
        longest = ", ".join(f"max({length})" for length in lengths)
        # A text that is longer raises here; a blob is not read.
        found = connection.execute(f"SELECT {longest} FROM {table}").fetchone()  # noqa: S608
        if any(length is not None and length > LARGEST for length in found):
            raise altered(name)
