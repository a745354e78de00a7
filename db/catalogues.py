"""Catalogues the file carries, and texts the office filled in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from db.faults import damaged
from db.officefile import OfficeFile


class Catalogues:
    """One catalogue a year, as JSON text."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def years(self) -> tuple[int, ...]:
        rows = self._file.rows("SELECT year FROM catalogue ORDER BY year")
        return tuple(row["year"] for row in rows)

    def get(self, year: int) -> Mapping[str, Any] | None:
        row = self._file.row("SELECT body FROM catalogue WHERE year = ?", year)
        if row is None:
            return None
        try:
            body = json.loads(row["body"])
        except ValueError as error:
            raise damaged(self._file.name) from error
        if not isinstance(body, dict):
            raise damaged(self._file.name)
        return body

    def save(self, year: int, body: Mapping[str, Any]) -> None:
        self._file.write(
            "INSERT INTO catalogue (year, id, version, body) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (year) DO UPDATE SET "
            "id = excluded.id, version = excluded.version, body = excluded.body",
            *(year, str(body.get("id", "")), str(body.get("version", ""))),
            json.dumps(body, ensure_ascii=False, allow_nan=False),
        )

    def filled_texts(self, year: int) -> Mapping[str, str]:
        rows = self._file.rows(
            "SELECT place, text FROM filled_text WHERE year = ? ORDER BY place", year
        )
        return {row["place"]: row["text"] for row in rows}

    def fill_text(self, year: int, place: str, text: str) -> None:
        if not text:
            self._file.write("DELETE FROM filled_text WHERE year = ? AND place = ?", year, place)
            return
        self._file.write(
            "INSERT INTO filled_text (year, place, text) VALUES (?, ?, ?) "
            "ON CONFLICT (year, place) DO UPDATE SET text = excluded.text",
            *(year, place, text),
        )
