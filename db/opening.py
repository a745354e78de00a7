"""Opens, makes and checks office files; a file that is not ours is never touched."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from db.checking import check, check_rows, check_tables, disbelief
from db.connecting import APPLICATION_ID, connect, connect_to_bytes
from db.faults import READ_ONLY, code_of, said
from db.header import check_header, told_apart
from db.history import Clock, utc_now
from db.journals import settle
from db.officefile import OfficeFile
from db.schema import data_tables
from db.sealing import sealed
from db.store import SqliteStore
from itadesk.errors import CannotWrite
from itadesk.files import replace_file
from itadesk.model.office import Office, OfficeKind

_IN_MEMORY = "ไฟล์ในหน่วยความจำ"


def open_store(path: Path | None, *, now: Clock = utc_now) -> SqliteStore:
    """The office file at `path`, or a new one in memory. Raises a kind of BadFile, CannotWrite.

    A file that cannot be written opens for viewing: `read_only`.
    """
    if path is None:
        return _store(_new(Office("", OfficeKind.OTHER)), _IN_MEMORY, read_only=False, now=now)
    return _open(path, now, reading=False)


def open_reader(path: Path) -> SqliteStore:
    """The file for reading only, e.g. in another thread than the store that writes it."""
    return _open(path, utc_now, reading=True)


def create_store(path: Path, office: Office, *, now: Clock = utc_now) -> SqliteStore:
    """A new file for `office`, which gets an id if it has none. Never overwrites: CannotWrite."""
    connection = _new(office)
    try:
        body = sealed(told_apart(connection.serialize()))
    finally:
        connection.close()
    put_new(path, body)
    return open_store(path, now=now)


def put_new(path: Path, body: bytes) -> None:
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
        with suppress(OSError):  # the first fault is what counts
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
    check_header(path)
    with said(path.name):
        connection, pending, lying = _checked(path)
        try:
            read_only = reading or lying or not _writable(connection)
            if pending:
                connection = _migrated(connection, path, pending[0], read_only=read_only)
            if not read_only:
                connection.execute("PRAGMA journal_mode = DELETE")
            return _store(connection, path.name, read_only=read_only, now=now)
        except BaseException:
            connection.close()
            raise


def _checked(path: Path) -> tuple[sqlite3.Connection, Sequence[str], bool]:
    """The file, the steps it lacks, and whether it is a copy in memory of what lies there."""
    with disbelief(path.name):
        body = settle(path)
        if body is not None:
            connection, measured = connect_to_bytes(body), body.__len__
        else:
            connection, measured = connect(path, reading=True), partial(_size, path)
        try:
            return connection, check(connection, path.name, measured), body is not None
        except BaseException:
            connection.close()
            raise


def _size(path: Path) -> int:
    return path.stat().st_size


def _store(
    connection: sqlite3.Connection, name: str, *, read_only: bool, now: Clock
) -> SqliteStore:
    tables = data_tables(connection)
    return SqliteStore(OfficeFile(connection, name, read_only=read_only), tables, now)


def _writable(connection: sqlite3.Connection) -> bool:
    """Tries a write and takes it back: neither file nor folder may refuse it."""
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version = {version}")  # makes the journal
    except sqlite3.Error as error:
        if code_of(error) in READ_ONLY:
            connection.execute("PRAGMA query_only = ON")
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

    if read_only:
        file, connection = connection, connect(None)
        file.backup(connection)
        file.close()
    else:
        _keep_copy(path, step, connection.serialize())

    def confirm() -> None:
        check_tables(connection, path.name)
        check_rows(connection, path.name, path.stat().st_size)

    try:
        apply_pending(connection, confirm=confirm)
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
