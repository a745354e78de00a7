"""Looks through a whole file, and mends what costs nothing that can still be read."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from db.checking import check_tables, deadline, disbelief, is_whole
from db.connecting import connect_to_bytes
from db.faults import UNREADABLE, changed_outside, damaged, said
from db.header import check_header, read_header
from db.journals import settled
from db.references import settle_references
from db.sealing import is_broken, sealed
from itadesk.errors import DamagedFile
from itadesk.files import replace_file
from itadesk.model.examination import Examination, Mended, Part
from itadesk.naming import free_beside
from itadesk.table_names import TABLE_NAMES

_MOST = 100  # faults are counted up to here
_SALVAGE = "โปรดเปิดสำเนาสำรองล่าสุดของไฟล์นี้ หรือกู้ข้อมูลที่ยังอ่านได้ลงไฟล์ใหม่"
_OF_AN_INDEX = re.compile("missing from index|wrong # of entries in index|non-unique entry in")


def verify(path: Path) -> tuple[str, ...]:
    """What is wrong with a file, as sentences; () when all of it is whole. As `examine`."""
    return examine(path).problems


def examine(path: Path) -> Examination:
    """Every page, index, value and reference, those of a province included.

    MissingFile, EmptyFile, ForeignFile or NewerFile when there is no file of ours to look at;
    changes nothing.
    """
    try:
        check_header(path)
    except DamagedFile as refusal:
        return Examination((str(refusal),))
    body = settled(path)
    problems = _problems(body, path.name)
    if not problems and not is_whole(body, path.name):  # never whole here and refused at opening
        return Examination((str(damaged(path.name)),))
    return Examination(problems, bool(problems) and _mended(body, path.name) is not None)


def mend(path: Path) -> Mended:
    """Puts a mended copy in the place of a file that is not open; the file as it was stays beside.

    Indexes are made anew; what refers to things that are gone goes. DamagedFile when that is not
    all that is wrong.
    """
    body = settled(path)
    mended = _mended(body, path.name) if _problems(body, path.name) else None
    if mended is None:
        raise DamagedFile(
            f"ซ่อมไฟล์ “{path.name}” ในที่เดิมไม่ได้ เพราะข้อมูลบางส่วนเสียหาย โปรดเปิดสำเนาสำรองล่าสุดของไฟล์นี้ "
            "หรือกู้ข้อมูลที่ยังอ่านได้ลงไฟล์ใหม่"
        )
    made, dropped = mended
    aside = free_beside(path, "ก่อนซ่อม")
    replace_file(aside, body)
    replace_file(path, made)
    return Mended(aside, tuple(Part(TABLE_NAMES[t], 0, count) for t, count in dropped.items()))


def _problems(body: bytes, name: str) -> tuple[str, ...]:
    header = read_header(body)
    if header and header.pages and len(body) < header.pages * header.page_size:
        return (f"ไฟล์ “{name}” ขาดส่วนท้าย ข้อมูลส่วนนั้นหายไป {_SALVAGE}",)
    try:
        with (
            said(name),
            disbelief(name),
            closing(connect_to_bytes(body)) as connection,
            deadline(connection, len(body)),
        ):
            check_tables(connection, name)
            changed = (str(changed_outside(name)),) if is_broken(body) else ()
            return (*_found(connection, name), *changed)
    except DamagedFile as refusal:
        return (str(refusal),)


def _found(connection: sqlite3.Connection, name: str) -> Iterator[str]:
    lines = [text for (text,) in connection.execute(f"PRAGMA integrity_check({_MOST})")]
    indexes = sum(bool(_OF_AN_INDEX.search(line)) for line in lines)
    pages = len(lines) - indexes if lines != ["ok"] else 0
    if pages:
        yield f"ไฟล์ “{name}” มีข้อมูลที่อ่านไม่ได้ {_counted(pages)} จุด {_SALVAGE}"
    if indexes:
        yield (
            f"ไฟล์ “{name}” มีดัชนีที่ไม่ตรงกับข้อมูล {_counted(indexes)} จุด ข้อมูลยังอยู่ครบ โปรดซ่อมไฟล์ก่อนใช้งานต่อ"
        )
    rows = {tuple(row[:2]) for row in connection.execute("PRAGMA foreign_key_check")}
    for table, count in Counter(table for table, _ in rows).items():
        yield (
            f"ไฟล์ “{name}” มี{TABLE_NAMES[table]} {count} รายการที่อ้างถึงข้อมูลที่ไม่มีแล้ว "
            "โปรดซ่อมไฟล์ก่อนใช้งานต่อ"
        )
    _read_all(connection)
    changed = list(_changed_contents(connection))
    if changed:
        yield (
            f"ไฟล์ “{name}” มีไฟล์แนบที่เนื้อหาเสียไป {len(changed)} ไฟล์ เช่น “{changed[0]}” "
            "โปรดแนบไฟล์นั้นใหม่จากต้นฉบับ หรือเปิดสำเนาสำรอง"
        )


def _read_all(connection: sqlite3.Connection) -> None:
    """A text that is no text any more raises; SQLite itself takes any bytes for one."""
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN "
        "('content', 'received_body')"
    ).fetchall():
        for _ in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608
            pass


def _changed_contents(connection: sqlite3.Connection) -> Iterator[str]:
    """Names of files whose content is not what was kept; SQLite cannot know."""
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'content'").fetchone():
        for digest, body, file in connection.execute(
            "SELECT c.digest, c.body, (SELECT name FROM kept_file WHERE digest = c.digest) "
            "FROM content AS c"
        ):
            if not is_content(digest, body):
                yield file or ""


def is_content(digest: object, body: object) -> bool:
    """Whether a kept content still is what was kept."""
    return isinstance(body, bytes) and sha256(body).hexdigest() == digest


def _counted(found: int) -> str:
    return f"{found}" if found < _MOST else f"อย่างน้อย {_MOST}"


def _mended(body: bytes, name: str) -> tuple[bytes, Counter[str]] | None:
    """Indexes made anew prove that every table can be read: no row goes but for its references."""
    try:
        with closing(connect_to_bytes(body, reading=False)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            with deadline(connection, len(body)):
                check_tables(connection, name)
                connection.execute("REINDEX")
                dropped = settle_references(connection)
            made = sealed(connection.serialize())
    except (DamagedFile, *UNREADABLE):
        return None
    whole = not _problems(made, name) and is_whole(made, name)
    return (made, dropped) if whole else None
