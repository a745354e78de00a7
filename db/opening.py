"""Opens, makes and checks office files; a file that is not ours is never touched."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from db.connecting import APPLICATION_ID, connect, harden
from db.faults import READ_ONLY, code_of, damaged, said
from db.header import check_header
from db.history import Clock, utc_now
from db.migrations import STEPS
from db.officefile import OfficeFile
from db.schema import data_tables, expected_schema, schema_text
from db.store import SqliteStore
from itadesk.errors import CannotWrite
from itadesk.files import replace_file
from itadesk.model.office import Office, OfficeKind

_LARGE = 32 * 1024**2  # bytes; a file of an office has far fewer
_GATHERED = ("received", "received_body")  # of a province: a year is checked by reading it
_IN_MEMORY = "ไฟล์ในหน่วยความจำ"


def open_store(path: Path | None, *, now: Clock = utc_now) -> SqliteStore:
    """The office file at `path`, or a new one in memory. Raises BadFile or CannotWrite.

    A file that cannot be written opens for viewing: `read_only`.
    """
    if path is None:
        return _store(_new(Office("", OfficeKind.OTHER)), _IN_MEMORY, read_only=False, now=now)
    check_header(path)
    with said(path.name):
        return _open(path, now, reading=False)


def open_reader(path: Path) -> SqliteStore:
    """The file for reading only, e.g. in another thread than the store that writes it."""
    check_header(path)
    with said(path.name):
        return _open(path, utc_now, reading=True)


def create_store(path: Path, office: Office, *, now: Clock = utc_now) -> SqliteStore:
    """A new file for `office`, which gets an id if it has none. Never overwrites: CannotWrite."""
    connection = _new(office)
    try:
        body = connection.serialize()
    finally:
        connection.close()
    _put_new(path, body)
    return open_store(path, now=now)


def _put_new(path: Path, body: bytes) -> None:
    """The name is taken first, so that no file of that name can come in between."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except FileExistsError as error:
        raise CannotWrite(f"มีไฟล์ “{path.name}” อยู่แล้ว โปรดตั้งชื่ออื่น หรือเปิดไฟล์นั้นแทน") from error
    except OSError as error:
        raise CannotWrite(
            f"สร้างไฟล์ “{path.name}” ไม่ได้ โปรดเลือกโฟลเดอร์ที่เขียนได้และชื่อไฟล์ที่สั้นลง"
        ) from error
    try:
        replace_file(path, body)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _new(office: Office) -> sqlite3.Connection:
    """An up-to-date file in memory that holds `office`."""
    from db.migrating import apply_pending

    connection = connect(None)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        apply_pending(connection)
        connection.execute(
            "INSERT INTO office (one, id, name, kind, province, district, code) "
            "VALUES (1, ?, ?, ?, ?, ?, ?)",
            (
                *(office.id or os.urandom(8).hex(), office.name, str(office.kind)),
                *(office.province, office.district, office.code),
            ),
        )
    except BaseException:
        connection.close()
        raise
    return connection


def _open(path: Path, now: Clock, *, reading: bool) -> SqliteStore:
    connection = connect(path, reading=reading)
    try:
        pending = _pending(connection, path.name)
        if not pending and schema_text(connection) != expected_schema():
            raise damaged(path.name)
        _check_pages(connection, path)
        read_only = reading or not _writable(connection)
        if pending:
            connection = _migrated(connection, path, pending[0], read_only=read_only)
        if not read_only:
            connection.execute("PRAGMA journal_mode = DELETE")
        return _store(connection, path.name, read_only=read_only, now=now)
    except BaseException:
        connection.close()
        raise


def _store(
    connection: sqlite3.Connection, name: str, *, read_only: bool, now: Clock
) -> SqliteStore:
    harden(connection)
    tables = data_tables(connection)
    return SqliteStore(OfficeFile(connection, name, read_only=read_only), tables, now)


def _pending(connection: sqlite3.Connection, name: str) -> Sequence[str]:
    """The steps the file lacks; BadFile when it has others than ours."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    try:
        applied = connection.execute(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = 'itadesk' ORDER BY id"
        ).fetchall()
    except sqlite3.OperationalError as error:
        if code_of(error) != sqlite3.SQLITE_ERROR:
            raise
        raise damaged(name) from error  # our mark, but no such table
    if [step for (step,) in applied] != list(STEPS[:version]):
        raise damaged(name)
    return STEPS[version:]


def _check_pages(connection: sqlite3.Connection, path: Path) -> None:
    pages, size = (
        connection.execute(f"PRAGMA {n}").fetchone()[0] for n in ("page_count", "page_size")
    )
    # SQLite reads a last page that is cut off as if it ended in zeros.
    if path.stat().st_size < pages * size:
        raise damaged(path.name)
    checks = ["PRAGMA quick_check(1)"]
    if path.stat().st_size > _LARGE:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        checks = [f'PRAGMA quick_check("{t}")' for (t,) in tables if t not in _GATHERED]
    if any(connection.execute(check).fetchall() != [("ok",)] for check in checks):
        raise damaged(path.name)


def _writable(connection: sqlite3.Connection) -> bool:
    """Tries a write and takes it back: neither file nor folder may refuse it."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version = {version}")  # makes the journal
    except sqlite3.Error as error:
        if code_of(error) in READ_ONLY:
            return False
        if code_of(error) != sqlite3.SQLITE_FULL:  # a full disk is told when saving
            raise
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return True


def _migrated(
    connection: sqlite3.Connection, path: Path, step: str, *, read_only: bool
) -> sqlite3.Connection:
    """Brings the file up to date after a copy of it; a read-only one only in memory."""
    from db.migrating import apply_pending

    if connection.execute(
        "SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view')"
    ).fetchall():
        raise damaged(path.name)
    if read_only:
        file, connection = connection, connect(None)
        file.backup(connection)
        file.close()
    else:
        _keep_copy(path, step, connection.serialize())
    try:
        apply_pending(connection)
        if schema_text(connection) != expected_schema():
            raise damaged(path.name)
    except BaseException:
        connection.close()
        raise
    return connection


def _keep_copy(path: Path, step: str, body: bytes) -> None:
    """`name.before-<step>.bak`; an earlier copy that differs is kept beside it."""
    number = 1
    while True:
        suffix = "" if number == 1 else f"-{number}"
        copy = path.with_name(f"{path.name}.before-{step}{suffix}.bak")
        if not copy.exists():
            replace_file(copy, body)
            return
        if copy.read_bytes() == body:
            return
        number += 1
