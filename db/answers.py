"""Remarks of the checks that the office answered."""

from __future__ import annotations

from datetime import date

from db.officefile import OfficeFile
from itadesk.model.answer import AnsweredCheck


class Answers:
    """One row a year, check, place and what the remark said."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def of_year(self, year: int) -> tuple[AnsweredCheck, ...]:
        """In the order in which they were first answered."""
        rows = self._file.rows(
            "SELECT check_id, place, fingerprint, reason, answered_on FROM answered_check "
            "WHERE year = ? ORDER BY rowid",
            year,
        )
        return tuple(
            AnsweredCheck(
                row["check_id"],
                row["place"],
                row["fingerprint"],
                row["reason"],
                date.fromisoformat(row["answered_on"]),
            )
            for row in rows
        )

    def save(self, year: int, answer: AnsweredCheck) -> None:
        """An equal remark is answered anew; NotFound when the year is gone."""
        self._file.write(
            "INSERT INTO answered_check (year, check_id, place, fingerprint, reason, answered_on) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (year, check_id, place, fingerprint) "
            "DO UPDATE SET reason = excluded.reason, answered_on = excluded.answered_on",
            *(year, answer.check, answer.place, answer.fingerprint, answer.reason),
            answer.on.isoformat(),
        )

    def delete(self, year: int, answer: AnsweredCheck) -> None:
        self._file.write(
            "DELETE FROM answered_check WHERE year = ? AND check_id = ? AND place = ? "
            "AND fingerprint = ?",
            *(year, answer.check, answer.place, answer.fingerprint),
        )
