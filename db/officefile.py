"""One open file: reads at any time, writes inside a transaction only."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from db.faults import read_only
from db.ground import Ground
from db.sealing import seal
from itadesk.errors import NotFound

log = logging.getLogger(__name__)

Value = str | int | bytes | None
_GONE = "ไม่พบปีหรือรายการที่ข้อมูลนี้อยู่ด้วยแล้ว อาจถูกลบหรือเลิกทำไป โปรดเลือกจากรายการใหม่อีกครั้ง"


class OfficeFile:
    """A connection, and `name` for sentences about it. Belongs to the thread that made it."""

    def __init__(self, connection: sqlite3.Connection, name: str, *, read_only: bool) -> None:
        self.name = name
        self.read_only = read_only
        self.closed = False
        self._connection = connection
        connection.row_factory = sqlite3.Row
        self._ground = Ground(connection, name, read_only=read_only)

    @property
    def strayed(self) -> str:
        """Why what was written is not in the office's file; "" while it is."""
        return self._ground.strayed

    def astray(self) -> str:
        """Looks at the place now; as `strayed`. May be slow, and may be asked in any thread."""
        return self._ground.astray()

    def whole(self) -> bytes:
        """All of it as a file would hold it, also when its place is gone. Raises PlaceFails."""
        return self._ground.whole()

    def rows(self, sql: str, *values: Value) -> list[sqlite3.Row]:
        with self._ground.told():
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Value) -> sqlite3.Row | None:
        found = self.rows(sql, *values)
        return found[0] if found else None

    def write(self, sql: str, *values: Value) -> sqlite3.Cursor:
        """RuntimeError outside a transaction, also after a full disk has ended it.

        NotFound when the row belongs to a year, measure or finding that is gone.
        """
        with self._writing():
            return self._connection.execute(sql, values)

    def insert(self, sql: str, *values: Value) -> int:
        """As `write`; gives the id of the row, which `sql` has to return (RETURNING id)."""
        with self._writing():
            return int(self._connection.execute(sql, values).fetchall()[0]["id"])

    def write_lines(self, table: str, owner: int, rows: Sequence[dict[str, Value]]) -> None:
        """Makes `rows` the numbered lines of a measure, touching only what differs."""
        for line, row in enumerate(rows, start=1):
            columns = ", ".join(row)
            marks = ", ".join("?" * len(row))
            changes = ", ".join(f"{column} = excluded.{column}" for column in row)
            self.write(
                f"INSERT INTO {table} (measure_id, line, {columns}) VALUES (?, ?, {marks}) "  # noqa: S608 - our own names
                f"ON CONFLICT (measure_id, line) DO UPDATE SET {changes}",
                *(owner, line, *row.values()),
            )
        self.write(
            f"DELETE FROM {table} WHERE measure_id = ? AND line > ?",  # noqa: S608 - our own name
            *(owner, len(rows)),
        )

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All of the body or nothing."""
        if self.read_only:
            raise read_only(self.name)
        with self._ground.told():
            self._ground.check()
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                self._ground.check_unchanged()
            except BaseException:
                self._roll_back()
                raise
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                self._ground.stay()
                raise
            self._ground.follow()

    @contextmanager
    def inner(self) -> Iterator[None]:
        """A part of a running transaction that is taken back alone when it fails."""
        self.write("SAVEPOINT inside")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK TO inside")
                self._connection.execute("RELEASE inside")
            raise
        self.write("RELEASE inside")

    def run_script(self, sql: str) -> None:
        """For definitions in TEMP, which need no transaction of the file."""
        with self._ground.told():
            self._connection.executescript(sql)

    def close(self) -> None:
        """Seals what was written, so that a byte which changes from now on is noticed."""
        path = None if self.closed else self._ground.to_seal()
        self.closed = True
        self._connection.close()
        if path is not None:
            try:
                seal(path)
            except OSError as error:  # then it opens as a file that was not closed
                log.info("%s stays without a seal: %s", self.name, error)

    def _roll_back(self) -> None:
        """A full disk has done it already; a place that is gone leaves it to the next opening."""
        if self._connection.in_transaction:
            with suppress(sqlite3.OperationalError):
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if not self._connection.in_transaction:
            raise RuntimeError("a write outside a transaction")
        with self._ground.told():
            try:
                yield
            except sqlite3.IntegrityError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
                    raise
                raise NotFound(_GONE) from error
