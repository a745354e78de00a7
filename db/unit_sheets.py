"""Sheets of units that went out and came back."""

from __future__ import annotations

from db.officefile import OfficeFile
from db.values import day_of, day_text
from itadesk.model.unit_sheet import SentSheet


class UnitSheets:
    """One row a year, round and unit."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def of_year(self, year: int) -> tuple[SentSheet, ...]:
        """By round, then in the order in which they first went out."""
        rows = self._file.rows(
            "SELECT unit, months, sent_on, back_on FROM unit_sheet WHERE year = ? "
            "ORDER BY months, rowid",
            year,
        )
        return tuple(
            SentSheet(row["unit"], row["months"], day_of(row["sent_on"]), day_of(row["back_on"]))
            for row in rows
        )

    def save(self, year: int, sheet: SentSheet) -> None:
        """NotFound when the year is gone."""
        self._file.write(
            "INSERT INTO unit_sheet (year, months, unit, sent_on, back_on) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (year, months, unit) DO UPDATE SET sent_on = excluded.sent_on, "
            "back_on = excluded.back_on",
            *(year, sheet.months, sheet.unit, day_text(sheet.sent_on), day_text(sheet.back_on)),
        )
