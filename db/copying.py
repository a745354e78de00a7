"""Copies the content of a file in use with SQLite's own backup, and looks through the copy."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db.faults import READ_ONLY, changed_outside, code_of, damaged, said
from db.header import check_header
from db.journals import connect_settled
from db.migrations import STEPS
from db.schema import expected_schema, schema_text
from db.sealing import MOST, is_broken, seal
from itadesk.errors import BadFile, CannotWrite

_PAGES = 1024  # taken at once, some ms; between them the file can be written
_WAIT = 0.01  # seconds until the next try while it is written
_BEGINNINGS = 4  # every write begins the copy anew; then writers have to wait for once


class _Restless(Exception):
    """The file is written too often to be copied between the writes."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose file a copy is."""

    id: str
    name: str


def copy_verified(path: Path, target: Path, copied: Callable[[], object] | None = None) -> Owner:
    """Makes `target`, which must not be there, a whole copy. Raises BadFile or CannotWrite.

    `copied` is called when all content is taken, before the copy is looked through. The caller
    has to force `target` to the disk, and to remove it when this raises.
    """
    check_header(path)
    with (
        said(path.name),
        closing(connect_settled(path)) as source,
        closing(_new(target)) as copy,
    ):
        if _size(source) <= MOST and is_broken(source.serialize()):
            raise BadFile(f"{changed_outside(path.name)} จึงยังไม่ได้สำรอง สำเนาสำรองเดิมยังอยู่ครบ")
        _take(source, copy, target.parent)
        if copied is not None:
            copied()
        problem = _problem(copy, path.name)
        if problem:
            raise BadFile(f"{problem} จึงยังไม่ได้สำรอง สำเนาสำรองเดิมยังอยู่ครบ")
        owner = Owner(*copy.execute("SELECT id, name FROM office").fetchone())
    _seal(target)
    return owner


def in_use(path: Path) -> bool:
    """True while a copy is written to `path`; of one that was killed the system knows nothing."""
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        return code_of(error) == sqlite3.SQLITE_BUSY
    return False


def _new(target: Path) -> sqlite3.Connection:
    """Locked until it is closed; without a journal, as it is thrown away when anything fails."""
    try:
        copy = sqlite3.connect(target, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise _no_room(target.parent) from error
    for pragma in (
        *("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE"),
        *("trusted_schema=OFF", "cell_size_check=ON"),
    ):
        copy.execute(f"PRAGMA {pragma}")
    return copy


def _take(source: sqlite3.Connection, copy: sqlite3.Connection, folder: Path) -> None:
    try:
        copy.executescript("BEGIN EXCLUSIVE; COMMIT")
        try:
            source.backup(copy, pages=_PAGES, sleep=_WAIT, progress=_patience())
        except _Restless:
            source.backup(copy)
    except sqlite3.Error as error:
        if code_of(error) in {*READ_ONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
            raise _no_room(folder) from error
        raise


def _patience() -> Callable[[int, int, int], None]:
    """Counts steps, and gives up after as many as a copy begun several times would take."""
    steps = 0

    def count(_status: int, _remaining: int, total: int) -> None:
        nonlocal steps
        steps += 1
        if steps > _BEGINNINGS * (total // _PAGES + 2):
            raise _Restless

    return count


def _size(connection: sqlite3.Connection) -> int:
    pages, each = (
        connection.execute(f"PRAGMA {n}").fetchone()[0] for n in ("page_count", "page_size")
    )
    return int(pages) * int(each)


def _seal(target: Path) -> None:
    """A copy counts its changes anew, so the seal that it took over would be wrong."""
    try:
        seal(target)
    except OSError as error:
        raise _no_room(target.parent) from error


def _problem(copy: sqlite3.Connection, name: str) -> str:
    """Definitions first: only ours may be used by what comes after them."""
    version = copy.execute("PRAGMA user_version").fetchone()[0]
    if version == len(STEPS) and schema_text(copy) != expected_schema():
        return str(damaged(name))
    if copy.execute("SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view')").fetchone():
        return str(damaged(name))
    if copy.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
        return str(damaged(name))
    broken = len(copy.execute("PRAGMA foreign_key_check").fetchall())
    return f"ไฟล์ “{name}” มีรายการที่อ้างถึงข้อมูลที่ไม่มีแล้ว {broken} รายการ" if broken else ""


def _no_room(folder: Path) -> CannotWrite:
    return CannotWrite(
        f"เขียนสำเนาสำรองลง “{folder}” ไม่ได้ สำเนาสำรองเดิมยังอยู่ครบ โปรดตรวจว่าที่เก็บนั้นยังต่ออยู่ เขียนได้ "
        "และมีที่ว่างพอ แล้วสำรองใหม่"
    )
