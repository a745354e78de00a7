"""Actions: each is one transaction, one step of undo, and lines in the change log."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from db.officefile import OfficeFile
from db.recording import recording_script
from db.schema import Table
from itadesk.model.changes import Changes, Kind

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """An action that can be taken back; its rows are in the undo log under `number`."""

    number: int
    label: str
    kinds: frozenset[Kind]


class History:
    """Runs actions on a file and takes them back, as long as the file is open."""

    def __init__(self, file: OfficeFile, tables: Sequence[Table], now: Clock) -> None:
        self._file = file
        self._tables = {table.name: table for table in tables}
        self._now = now
        self._last = 0
        self._kinds: set[Kind] | None = None  # of the running action
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        if not file.read_only:
            file.run_script(recording_script(tables))

    @contextmanager
    def transaction(self, label: str, *kinds: Kind) -> Iterator[None]:
        """One action; inside another it becomes a part of that one."""
        if self._kinds is not None:
            self._kinds.update(kinds)
            with self._file.inner():
                yield
            return
        self._kinds = set(kinds)
        try:
            with self._recorded(label) as number:
                yield
            step = Step(number, label, frozenset(self._kinds))
        finally:
            self._kinds = None
        if self._changed(number):
            self._undo.append(step)
            self._redo.clear()

    def undo(self) -> Changes | None:
        return self._take_back(self._undo, self._redo, "เลิกทำ")

    def redo(self) -> Changes | None:
        return self._take_back(self._redo, self._undo, "ทำซ้ำ")

    def can_undo(self) -> str | None:
        return self._undo[-1].label if self._undo else None

    def can_redo(self) -> str | None:
        return self._redo[-1].label if self._redo else None

    @contextmanager
    def ended(self, label: str) -> Iterator[str]:
        """A transaction after which nothing can be taken back; yields its moment, ISO UTC."""
        if self._kinds is not None:
            raise RuntimeError("the end of undo inside a transaction")
        with self._recorded(label):
            yield self._now().isoformat(timespec="milliseconds")
            self._file.write("DELETE FROM undo_log")
        self._undo.clear()
        self._redo.clear()

    @contextmanager
    def _recorded(self, label: str) -> Iterator[int]:
        """A transaction whose changes are noted under the number it yields."""
        self._last += 1
        number = self._last
        with self._file.atomic():
            self._file.write(
                "UPDATE current_action SET step = ?, at = ?, label = ?",
                *(number, self._now().isoformat(timespec="milliseconds"), label),
            )
            yield number

    def _changed(self, number: int) -> bool:
        return bool(self._file.rows("SELECT 1 FROM undo_log WHERE step = ? LIMIT 1", number))

    def _take_back(self, source: list[Step], target: list[Step], word: str) -> Changes | None:
        if self._kinds is not None:
            raise RuntimeError("undo or redo inside a transaction")
        if not source:
            return None
        step = source[-1]
        with self._recorded(f"{word}: {step.label}") as number:
            # Each row comes back as it was, so keys agree at the end, not at each row.
            self._file.write("PRAGMA defer_foreign_keys = ON")
            for row in self._file.rows(
                "SELECT * FROM undo_log WHERE step = ? ORDER BY seq DESC", step.number
            ):
                self._revert(row)
            self._file.write("DELETE FROM undo_log WHERE step = ?", step.number)
        source.pop()
        target.append(replace(step, number=number))
        return Changes(step.kinds, step.label)

    def _revert(self, row: sqlite3.Row) -> None:
        table = self._tables[row["name"]]
        kept = {column: row[f"c{n}"] for n, column in enumerate(table.columns)}
        key = [kept[column] for column in table.key]
        where = " AND ".join(f"{column} = ?" for column in table.key)
        columns = ", ".join(table.columns)
        marks = ", ".join("?" * len(table.columns))
        # The names are the schema's own.
        if row["op"] == "INSERT":
            done = self._file.write(f"DELETE FROM {table.name} WHERE {where}", *key)  # noqa: S608
        elif row["op"] == "DELETE":
            sql = f"INSERT INTO {table.name} ({columns}) VALUES ({marks})"  # noqa: S608
            done = self._file.write(sql, *kept.values())
        else:
            sql = f"UPDATE {table.name} SET ({columns}) = ({marks}) WHERE {where}"  # noqa: S608
            done = self._file.write(sql, *kept.values(), *key)
        if done.rowcount != 1:
            raise RuntimeError(f"undo does not fit table {table.name}")
