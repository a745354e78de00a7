"""Limitations of a year, and texts of forms that the office edited."""

from __future__ import annotations

from collections.abc import Mapping

from db.officefile import OfficeFile


class Texts:
    """Year 0 holds the edited texts of every year."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def limitations(self, year: int) -> tuple[str, ...]:
        rows = self._file.rows("SELECT text FROM limitation WHERE year = ? ORDER BY position", year)
        return tuple(row["text"] for row in rows)

    def save_limitations(self, year: int, texts: tuple[str, ...]) -> None:
        for position, text in enumerate(texts, start=1):
            self._file.write(
                "INSERT INTO limitation (year, position, text) VALUES (?, ?, ?) "
                "ON CONFLICT (year, position) DO UPDATE SET text = excluded.text",
                *(year, position, text),
            )
        self._file.write("DELETE FROM limitation WHERE year = ? AND position > ?", year, len(texts))

    def of_year(self, year: int) -> Mapping[tuple[str, str], str]:
        """The year's own texts win over those of every year."""
        rows = self._file.rows(
            "SELECT form, key, text FROM form_text WHERE year IN (0, ?) ORDER BY year, form, key",
            year,
        )
        return {(row["form"], row["key"]): row["text"] for row in rows}

    def save(self, year: int, form: str, key: str, text: str | None) -> None:
        if text is None:
            self._file.write(
                "DELETE FROM form_text WHERE year = ? AND form = ? AND key = ?", year, form, key
            )
            return
        self._file.write(
            "INSERT INTO form_text (year, form, key, text) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (year, form, key) DO UPDATE SET text = excluded.text",
            *(year, form, key, text),
        )
