"""Days to keep and rounds to report, where a year has its own."""

from __future__ import annotations

from collections.abc import Mapping

from db.officefile import OfficeFile
from db.values import day_of, day_text
from itadesk.model.calendar import OwnDeadline


class Calendar:
    """A year without rows follows the usual days and rounds."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def deadlines(self, year: int) -> Mapping[str, OwnDeadline]:
        """By key; a usual deadline's own key changes that one."""
        rows = self._file.rows(
            "SELECT key, what, day_on FROM deadline WHERE year = ? ORDER BY rowid", year
        )
        return {row["key"]: OwnDeadline(row["what"], day_of(row["day_on"])) for row in rows}

    def save_deadline(self, year: int, key: str, deadline: OwnDeadline | None) -> None:
        """None takes the row away."""
        if deadline is None:
            self._file.write("DELETE FROM deadline WHERE year = ? AND key = ?", year, key)
            return
        self._file.write(
            "INSERT INTO deadline (year, key, what, day_on) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (year, key) DO UPDATE SET what = excluded.what, day_on = excluded.day_on",
            *(year, key, deadline.what, day_text(deadline.day)),
        )

    def rounds(self, year: int) -> tuple[int, ...]:
        """Months of the year's own rounds as saved; () for the usual ones."""
        rows = self._file.rows("SELECT months FROM plan_round WHERE year = ? ORDER BY line", year)
        return tuple(row["months"] for row in rows)

    def save_rounds(self, year: int, months: tuple[int, ...]) -> None:
        for line, each in enumerate(months, start=1):
            self._file.write(
                "INSERT INTO plan_round (year, line, months) VALUES (?, ?, ?) "
                "ON CONFLICT (year, line) DO UPDATE SET months = excluded.months",
                *(year, line, each),
            )
        self._file.write("DELETE FROM plan_round WHERE year = ? AND line > ?", year, len(months))
