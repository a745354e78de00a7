"""ลบถาวร: takes words, deleted things and old lines of the log out of a file, past undo.

The pages that become free are overwritten (secure_delete); the file system is not ours, nor are
copies that were made before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType

from db.history import History
from db.officefile import OfficeFile
from db.schema import Table

# What people write in their own words. Other columns are names, codes, dates and figures.
FREE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "answered_check": ("reason",),
        "assessment": ("recommendations",),
        "batch": ("label",),
        "deadline": ("what",),
        "document": ("number", "url"),
        "document_field": ("text",),
        "document_signatory": ("name", "rank", "position", "acting"),
        "filled_text": ("text",),
        "finding": ("cause", "guideline", "conclusion"),
        "form_text": ("text",),
        "kept_file": ("name", "caption", "note", "path"),
        "limitation": ("text",),
        "measure": (
            *("title", "activities", "analysis", "period_text", "responsible"),
            *("success", "target", "budget", "overseer"),
        ),
        "measure_step": ("text", "unit"),
        "measure_unit": ("unit",),
        "oit_entry": ("explanation", "unit"),
        "oit_url": ("url",),
        "phrase": ("text",),
        "round_report": ("output", "outcome", "evidence", "obstacles"),
        "score_note": ("text",),
        "setting": ("value",),
        "standing": ("remark",),
    }
)
LOG = "change_log"
_LOGGED = ("action", "row_key", "before", "after")
_NOTE = "ลบถาวร"


class Forgetting:
    """Nothing done here can be taken back: it ends undo."""

    def __init__(self, file: OfficeFile, history: History, tables: Sequence[Table]) -> None:
        self._file, self._history = file, history
        self._keys = {table.name: table.key for table in tables}

    def places(self, words: re.Pattern[str]) -> dict[str, int]:
        """How many texts of each table, and lines of the log, hold the words."""
        found = {
            table: sum(1 for _ in self._holding(table, columns, words))
            for table, columns in (*FREE.items(), (LOG, _LOGGED))
        }
        return {table: number for table, number in found.items() if number}

    def forget_words(self, words: re.Pattern[str], instead: str) -> None:
        """Puts `instead` wherever the words stand, in the data and in the log."""
        with self._forgotten():
            for table, columns in (*FREE.items(), (LOG, _LOGGED)):
                for row, texts in list(self._holding(table, columns, words)):
                    fresh = {name: words.sub(lambda _: instead, text) for name, text in texts}
                    sets = ", ".join(f"{name} = ?" for name in fresh)
                    # A phrase that then says the same as another takes its place.
                    sql = f"UPDATE OR REPLACE {table} SET {sets} WHERE rowid = ?"  # noqa: S608 - our own names
                    self._file.write(sql, *fresh.values(), row)
            self._file.write("DELETE FROM change_log WHERE before IS after")

    def deleted_lines(self) -> int:
        """Lines of the log about things that are not in the file any more."""
        return sum(1 for _ in self._of_deleted())

    def forget_deleted(self) -> None:
        """Takes those lines out, and the contents of files that were removed."""
        with self._forgotten():
            for row in list(self._of_deleted()):
                self._file.write("DELETE FROM change_log WHERE id = ?", row)
            self._file.write(
                "DELETE FROM content WHERE digest NOT IN (SELECT digest FROM kept_file)"
            )

    def lines_before(self, day: str) -> int:
        """Lines of the log older than an ISO day."""
        row = self._file.row("SELECT count(*) AS n FROM change_log WHERE at < ?", day)
        return int(row["n"]) if row else 0

    def forget_before(self, day: str) -> None:
        """Takes the older lines of the log out."""
        with self._forgotten():
            self._file.write("DELETE FROM change_log WHERE at < ?", day)

    @contextmanager
    def _forgotten(self) -> Iterator[None]:
        """One transaction without undo, whose own traces go too but for the fact itself."""
        with self._history.ended(_NOTE) as at:
            last = self._file.row("SELECT coalesce(max(id), 0) AS id FROM change_log")
            yield
            self._file.write("DELETE FROM change_log WHERE id > ?", last["id"] if last else 0)
            self._file.write(
                "INSERT INTO change_log (at, action, table_name, row_key, field) "
                "VALUES (?, ?, ?, ?, ?)",
                *(at, _NOTE, LOG, "", ""),
            )

    def _holding(
        self, table: str, columns: Sequence[str], words: re.Pattern[str]
    ) -> Iterator[tuple[int, list[tuple[str, str]]]]:
        names = ", ".join(columns)
        for row in self._file.rows(f"SELECT rowid AS row_id, {names} FROM {table}"):  # noqa: S608
            texts = [(name, row[name]) for name in columns if row[name] and words.search(row[name])]
            if texts:
                yield row["row_id"], texts

    def _of_deleted(self) -> Iterator[int]:
        """A key of several columns is written with strokes, as the log does."""
        for (table,) in self._file.rows("SELECT DISTINCT table_name FROM change_log"):
            key = " || '/' || ".join(self._keys.get(table, ()))
            there = f"AND row_key NOT IN (SELECT {key} FROM {table})" if key else ""  # noqa: S608
            if key or table != LOG:
                sql = f"SELECT id FROM change_log WHERE table_name = ? {there}"  # noqa: S608
                yield from (row["id"] for row in self._file.rows(sql, table))
