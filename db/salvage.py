"""Saves every row that can still be read into a new file."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import NoneType

from db.checking import check_tables, deadline, is_whole
from db.connecting import APPLICATION_ID, connect, connect_to_bytes
from db.faults import UNREADABLE, said
from db.header import check_header, read_header, told_apart
from db.integrity import is_content
from db.journals import settled
from db.migrations import STEPS
from db.opening import put_new
from db.rawpages import Leaf, RawPages, Row
from db.references import settle_references
from db.sealing import sealed
from itadesk.errors import BadFile, DamagedFile
from itadesk.model.examination import Part, Salvaged
from itadesk.model.office import OfficeKind
from itadesk.table_names import TABLE_NAMES

_STEPS_TABLE = "_sqlite_migrations"
_MOST_TIMES = 20  # a file of which less is left counts nothing
_TYPES = {"INTEGER": int, "TEXT": str, "BLOB": bytes}  # all that STRICT tables of ours have


@dataclass(slots=True)
class _Found:
    """Rows by table; `unreadable` counts those on readable pages that make no sense."""

    version: int
    rows: dict[str, list[Row]] = field(default_factory=dict)
    unreadable: Counter[str] = field(default_factory=Counter)
    strays: list[Leaf] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)  # tables some of whose pages are damaged


@dataclass(frozen=True, slots=True)
class _Column:
    """`is_number` where SQLite keeps the value as the row's own number."""

    name: str
    kind: type
    is_number: bool


def salvage(path: Path, target: Path) -> Salvaged:
    """Writes a new, whole file with what `path` still holds; `path` stays as it is.

    Raises CannotWrite where `target` is there already, DamagedFile when nothing can be read, and
    other kinds of BadFile for what never was an office's file.
    """
    with suppress(DamagedFile):  # that is what it is for
        check_header(path)
    body = settled(path)
    found = _found(RawPages(body))
    expected = _expected(body, path.name)
    with said(target.name), closing(connect(None)) as connection:
        saved, notes = _fill(connection, found)
        made = sealed(told_apart(connection.serialize()))
    if not saved.total() or not is_whole(made, target.name):
        raise DamagedFile(
            f"ไฟล์ “{path.name}” เสียหายจนไม่เหลือข้อมูลที่อ่านได้ โปรดเปิดสำเนาสำรองล่าสุดของไฟล์นี้"
        )
    put_new(target, made)
    parts = tuple(_parts(found, saved, expected))
    return Salvaged(parts, (*notes, *_uncounted(found, parts)))


def _uncounted(found: _Found, parts: Sequence[Part]) -> Iterator[str]:
    """Names what has damaged pages although nobody can tell how much was on them."""
    lost = {part.name for part in parts if part.lost}
    names = [name for table, name in TABLE_NAMES.items() if table in found.broken]
    unknown = [f"“{name}”" for name in names if name not in lost]
    if unknown:
        yield f"{' '.join(unknown)} มีส่วนที่อ่านไม่ได้ซึ่งนับจำนวนไม่ได้ โปรดเทียบกับเอกสารที่พิมพ์ไว้"


def _found(pages: RawPages) -> _Found:
    leaves = pages.leaves()
    roots = dict(_roots(leaves))
    found = _Found(0)
    homes: dict[int, str] = {}
    for table, root in roots.items():
        for number in pages.under(root):
            homes.setdefault(number, table)
            if number not in leaves and not pages.children(number):
                found.broken.add(table)
    for number, leaf in leaves.items():
        home = homes.get(number)
        if home is None:
            found.strays.append(leaf)
        else:
            found.rows.setdefault(home, []).extend(leaf.rows)
            found.unreadable[home] += leaf.unreadable
    found.version = _version(found)
    return found


def _roots(leaves: Mapping[int, Leaf]) -> Iterator[tuple[str, int]]:
    """Where each table begins, from the rows of the schema on whatever page they are."""
    known = {*TABLE_NAMES, _STEPS_TABLE, "sqlite_sequence"}
    for leaf in leaves.values():
        for row in leaf.rows:
            match row.values:
                case ("table", str(name), str(), int(root), str()) if name in known:
                    yield name, root


def _version(found: _Found) -> int:
    """How many steps the file had: by their rows, wherever these are."""
    strays = (row for leaf in found.strays for row in leaf.rows)
    done = {
        row.values[2]
        for row in (*found.rows.pop(_STEPS_TABLE, []), *strays)
        if len(row.values) == 4 and row.values[1] == "itadesk"
    }
    return max((n for n, step in enumerate(STEPS, 1) if step in done), default=len(STEPS))


def _expected(body: bytes, name: str) -> dict[str, int]:
    """How many rows SQLite still counts, often by an index; only where the tables are ours."""
    counts: dict[str, int] = {}
    header = read_header(body)
    if header is None:
        return counts
    length = (header.pages or 0) * header.page_size
    padded = body.ljust(length if length < _MOST_TIMES * len(body) else 0, b"\0")
    try:
        with closing(connect_to_bytes(padded)) as connection, deadline(connection, len(body)):
            check_tables(connection, name)
            for table in TABLE_NAMES:
                try:
                    sql = f"SELECT count(*) FROM {table}"  # noqa: S608
                    counts[table] = connection.execute(sql).fetchone()[0]
                except sqlite3.Error:
                    continue  # not in this version, or not to be counted
    except (BadFile, *UNREADABLE):
        return counts
    return counts


def _fill(connection: sqlite3.Connection, found: _Found) -> tuple[Counter[str], list[str]]:
    from db.migrating import apply_pending

    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    apply_pending(connection, STEPS[: found.version])
    connection.execute("PRAGMA foreign_keys = OFF")
    shapes = _shapes(connection)
    saved: Counter[str] = Counter()
    connection.execute("BEGIN")
    for table, rows in found.rows.items():
        if table in shapes:
            saved[table] = sum(_insert(connection, table, shapes[table], row) for row in rows)
    lost_pages = sum(not _home(connection, shapes, leaf, saved) for leaf in found.strays)
    notes = list(_notes(connection, saved, settle_references(connection), lost_pages))
    connection.execute("COMMIT")
    apply_pending(connection)
    return saved, notes


def _shapes(connection: sqlite3.Connection) -> dict[str, list[_Column]]:
    shapes: dict[str, list[_Column]] = {}
    for table, column, kind, key, keys in connection.execute(
        "SELECT t.name, c.name, c.type, c.pk, "
        "(SELECT count(*) FROM pragma_table_info(t.name) WHERE pk) "
        "FROM sqlite_schema AS t, pragma_table_info(t.name) AS c WHERE t.type = 'table'"
    ):
        if table in TABLE_NAMES:
            alone = kind == "INTEGER" and key == keys == 1
            shapes.setdefault(table, []).append(_Column(column, _TYPES[kind], alone))
    return shapes


def _insert(connection: sqlite3.Connection, table: str, shape: Sequence[_Column], row: Row) -> bool:
    """Whether the row is in now; a short one is from before its table got more columns."""
    if not 0 < len(row.values) <= len(shape):
        return False
    columns = shape[: len(row.values)]
    values = [
        row.number if column.is_number else value
        for column, value in zip(columns, row.values, strict=True)
    ]
    if not all(isinstance(v, (c.kind, NoneType)) for c, v in zip(columns, values, strict=True)):
        return False
    if table == "content" and not is_content(*values):
        return False
    names, marks = ", ".join(each.name for each in columns), ", ".join("?" * len(values))
    try:
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608
    except (sqlite3.IntegrityError, sqlite3.DataError):
        return False
    return True


def _home(
    connection: sqlite3.Connection,
    shapes: Mapping[str, Sequence[_Column]],
    leaf: Leaf,
    saved: Counter[str],
) -> bool:
    """Puts the rows of a page that hangs on no table where all of them fit, if at one only."""
    if _is_ours(leaf):
        return True
    fitting = []
    for table, shape in shapes.items():
        connection.execute("SAVEPOINT trying")
        if leaf.rows and all(_insert(connection, table, shape, row) for row in leaf.rows):
            fitting.append(table)
        connection.execute("ROLLBACK TO trying")
        connection.execute("RELEASE trying")
    if len(fitting) != 1:
        return not leaf.rows
    (table,) = fitting
    saved[table] += sum(_insert(connection, table, shapes[table], row) for row in leaf.rows)
    return True


def _is_ours(leaf: Leaf) -> bool:
    """Rows of the schema, of the steps and of SQLite's own count are made anew."""
    return all(
        row.values[0] in ("table", "index")
        or row.values[1:2] == ("itadesk",)
        or row.values[0] in TABLE_NAMES
        for row in leaf.rows
        if row.values
    )


def _notes(
    connection: sqlite3.Connection, saved: Counter[str], dropped: Counter[str], lost_pages: int
) -> Iterator[str]:
    if not connection.execute("SELECT count(*) FROM office").fetchone()[0]:
        connection.execute(
            "INSERT INTO office VALUES (1, ?, '', ?, '', '', '')",
            (os.urandom(8).hex(), OfficeKind.OTHER.value),
        )
        yield "ไม่พบข้อมูลหน่วยงาน โปรดกรอกชื่อหน่วยงาน ประเภท และจังหวัดใหม่ในหน้าการตั้งค่า"
    years = connection.execute("SELECT count(*) FROM assessment").fetchone()[0]
    if years > saved["assessment"]:
        yield "ข้อมูลหลักของบางปีหายไป จึงสร้างปีนั้นขึ้นใหม่ โปรดตรวจปีที่ดำเนินมาตรการและชุดข้อคำถามของปีนั้น"
    saved.subtract(dropped)
    for table, count in dropped.items():
        yield f"“{TABLE_NAMES[table]}” {count} รายการอยู่กับข้อมูลที่หายไปแล้ว จึงไม่ได้นำมา"
    if lost_pages:
        yield f"มีข้อมูล {lost_pages} หน้าที่แยกไม่ได้ว่าเป็นของส่วนใด จึงไม่ได้นำมา"


def _parts(found: _Found, saved: Counter[str], expected: Mapping[str, int]) -> Iterator[Part]:
    for table, name in TABLE_NAMES.items():
        readable = len(found.rows.get(table, ())) + found.unreadable[table]
        lost = max(readable, expected.get(table, 0)) - saved[table]
        if saved[table] or lost > 0:
            yield Part(name, saved[table], max(lost, 0))
