"""What a program that was killed, or another file, left beside a file; none is ever lost.

After SQLite's "Database File Format" §3. A journal that waits to be rolled back is believed when it
fits the file's header and a copy that it was applied to, in memory, is whole; any other is set
aside. No disk has to have room for that: a full one may be why it waits.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from db.checking import is_whole
from db.connecting import PATIENCE, connect, connect_to_bytes, uri
from db.faults import LOCKED, READ_ONLY, UNREADABLE, code_of, damaged, said
from db.header import is_wal, read_header
from itadesk.errors import BadFile

log = logging.getLogger(__name__)

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = 28  # bytes, before those that fill the sector
_CHECKED_EVERY = 200  # bytes of a page


def settle(path: Path) -> bytes | None:
    """Makes sure that SQLite, when it opens the file, takes back only what belongs to it.

    Gives the file as it should be looked at where it lies on a medium that cannot be written,
    None where it can be opened as it is. DamagedFile when it is whole in neither way.
    """
    stays = [_set_aside(each) for each in (_beside(path, "-wal"), _beside(path, "-shm"))]
    body = None if all(stays) else _bytes(path)
    if waits(path):
        return _settle_journal(path)
    if body is None and is_wal(_start(path)):
        body = _without_wal(path)
    return body


def connect_settled(path: Path) -> sqlite3.Connection:
    """For reading the file as it is after `settle`, which raises what this raises."""
    body = settle(path)
    return connect(path, reading=True) if body is None else connect_to_bytes(body)


def waits(path: Path) -> bool:
    """Whether SQLite would roll a journal into the file: nobody is writing, and it is not void."""
    journal = _beside(path, "-journal")
    if not journal.exists() or not journal.stat().st_size:
        return False
    try:
        with closing(_looking(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except UNREADABLE as error:
        return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_ROLLBACK
    return False


def _looking(path: Path) -> sqlite3.Connection:
    """Such a connection never rolls back: it says that it would have to."""
    return sqlite3.connect(f"{uri(path)}?mode=ro", uri=True, timeout=PATIENCE)


def rolled_back(file: bytes, journal: bytes) -> bytes:
    """The file as SQLite would leave it with the journal, which belongs to it; in memory only."""
    pages, page_size = _number(journal, 16), _number(journal, 24)
    body = bytearray(file[: pages * page_size].ljust(pages * page_size, b"\0"))
    for number, page in _records(journal, page_size):
        if number <= pages:
            body[(number - 1) * page_size : number * page_size] = page
    return bytes(body)


def settled(path: Path) -> bytes:
    """The file with its own journal rolled back, if one waits; nothing on the disk is touched."""
    if waits(path):
        journal, file = _bytes(_beside(path, "-journal")), _bytes(path)
        return rolled_back(file, journal) if belongs(journal, file) else file
    if _beside(path, "-wal").exists():
        return _bytes(path)
    with said(path.name), closing(_looking(path)) as connection:
        try:
            connection.execute("BEGIN")  # nobody writes while it is read
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        except UNREADABLE as error:
            if code_of(error) in LOCKED:
                raise
        return _bytes(path)


def belongs(journal: bytes, file: bytes) -> bool:
    """Whether the journal was begun on this file: its length, page size and count of changes."""
    header = read_header(file)
    if header is None or journal[:8] != _MAGIC or journal.endswith(_MAGIC):
        return False  # the last names further journals, which ours never have
    pages, page_size = _number(journal, 16), _number(journal, 24)
    if page_size != header.page_size or pages * page_size > len(file) + len(journal):
        return False
    first = next((page for number, page in _records(journal, page_size) if number == 1), None)
    if first is None:  # then the file's own first page is still that of before
        return header.pages in (None, pages)
    before = read_header(first)
    return (
        before is not None
        and before.version <= header.version
        and before.pages in (None, pages)
        and header.changes - before.changes in (0, 1)
    )


def _settle_journal(path: Path) -> bytes | None:
    beside, file = _beside(path, "-journal"), _bytes(path)
    journal = _bytes(beside)
    if belongs(journal, file):
        body = rolled_back(file, journal)
        if is_whole(body, path.name):
            return None if _roll_back(path) else body
    if not is_whole(file, path.name):
        raise damaged(path.name)
    return None if _set_aside(beside) else file


def _roll_back(path: Path) -> bool:
    """Lets SQLite do it; False where the medium cannot be written."""
    try:
        with closing(connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except sqlite3.Error as error:
        if code_of(error) in READ_ONLY:
            return False
        raise
    return True


def _without_wal(path: Path) -> bytes | None:
    """None once the file keeps all in itself again; its bytes where it cannot be written."""
    try:
        with closing(connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        if code_of(error) in READ_ONLY:
            return _bytes(path)
        raise
    return None


def _records(journal: bytes, page_size: int) -> Iterator[tuple[int, bytes]]:
    """Number and content of each page as it was before, in every part whose sum is right."""
    sector = max(_number(journal, 20), _HEADER)
    start = 0
    while journal[start : start + 8] == _MAGIC:
        count, nonce = _number(journal, start + 8), _number(journal, start + 12)
        start += sector
        for _ in range(count):
            number, page = _number(journal, start), journal[start + 4 : start + 4 + page_size]
            cut_off = start + 8 + page_size > len(journal)
            if (
                cut_off
                or number == 0
                or _number(journal, start + 4 + page_size) != _sum(page, nonce)
            ):
                return
            yield number, page
            start += page_size + 8
        start = -(-start // sector) * sector


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def _sum(page: bytes, nonce: int) -> int:
    chosen = range(len(page) - _CHECKED_EVERY, 0, -_CHECKED_EVERY)
    return (nonce + sum(page[n] for n in chosen)) & 0xFFFFFFFF


def _set_aside(path: Path) -> bool:
    """Renames a file that is there to `.damaged`; False where that is not possible."""
    if not path.exists():
        return True
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged{_suffix(number)}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        log.warning("%s stays beside its file: %s", path.suffix, error)
        return False
    log.warning("%s of another file is set aside", path.suffix)
    return True


def _suffix(number: int) -> str:
    return "" if number == 1 else f"-{number}"


def _beside(path: Path, ending: str) -> Path:
    """SQLite puts it beside the file that a link stands for."""
    real = path.resolve() if path.is_symlink() else path
    return real.with_name(f"{real.name}{ending}")


def _start(path: Path) -> bytes:
    return _bytes(path, 100)


def _bytes(path: Path, most: int = -1) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise BadFile(f"อ่านไฟล์ “{path.name}” ไม่ได้ โปรดตรวจว่าที่เก็บไฟล์ยังต่ออยู่ แล้วลองอีกครั้ง") from error
