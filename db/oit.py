"""The register of public items of a year with their addresses."""

from __future__ import annotations

import sqlite3

from db.officefile import OfficeFile
from db.values import day_of, day_text
from itadesk.model.oit import OitEntry


class OitEntries:
    """Entries by year and code of the item."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def of_year(self, year: int) -> tuple[OitEntry, ...]:
        """By code as a number: o2 before o10."""
        urls: dict[str, list[str]] = {}
        for row in self._file.rows("SELECT * FROM oit_url WHERE year = ? ORDER BY line", year):
            urls.setdefault(row["code"], []).append(row["url"])
        rows = self._file.rows(
            "SELECT * FROM oit_entry WHERE year = ? ORDER BY length(code), code", year
        )
        return tuple(_entry(row, tuple(urls.get(row["code"], ()))) for row in rows)

    def save(self, year: int, entry: OitEntry) -> None:
        """An empty entry removes the row; NotFound when the year is gone."""
        if entry.empty:
            self._file.write("DELETE FROM oit_entry WHERE year = ? AND code = ?", year, entry.code)
            return
        answer = None if entry.answer is None else int(entry.answer)
        self._file.write(
            "INSERT INTO oit_entry (year, code, answer, explanation, unit, checked_on) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (year, code) DO UPDATE SET "
            "answer = excluded.answer, explanation = excluded.explanation, "
            "unit = excluded.unit, checked_on = excluded.checked_on",
            *(year, entry.code, answer, entry.explanation, entry.unit),
            day_text(entry.checked_on),
        )
        self._save_urls(year, entry)

    def _save_urls(self, year: int, entry: OitEntry) -> None:
        for line, url in enumerate(entry.urls, start=1):
            self._file.write(
                "INSERT INTO oit_url (year, code, line, url) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (year, code, line) DO UPDATE SET url = excluded.url",
                *(year, entry.code, line, url),
            )
        self._file.write(
            "DELETE FROM oit_url WHERE year = ? AND code = ? AND line > ?",
            *(year, entry.code, len(entry.urls)),
        )


def _entry(row: sqlite3.Row, urls: tuple[str, ...]) -> OitEntry:
    return OitEntry(
        code=row["code"],
        answer=None if row["answer"] is None else bool(row["answer"]),
        urls=urls,
        explanation=row["explanation"],
        unit=row["unit"],
        checked_on=day_of(row["checked_on"]),
    )
