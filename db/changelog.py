"""What was changed, when, from what to what; written by the triggers of `recording`."""

from __future__ import annotations

from dataclasses import dataclass

from db.officefile import OfficeFile


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One changed field; `at` is ISO UTC, None means that the row was not there."""

    at: str
    action: str
    table: str
    row: str
    field: str
    before: str | None
    after: str | None


class ChangeLog:
    """Only grows: undo adds lines of its own."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def lines(self, limit: int = 1000) -> tuple[ChangeLine, ...]:
        """The newest lines, oldest of them first."""
        rows = self._file.rows(
            "SELECT at, action, table_name, row_key, field, before, after "
            "FROM change_log ORDER BY id DESC LIMIT ?",
            limit,
        )
        return tuple(ChangeLine(*row) for row in reversed(rows))

    def last(self) -> tuple[str, str] | None:
        """When and what was done last."""
        row = self._file.row("SELECT at, action FROM change_log ORDER BY id DESC LIMIT 1")
        return (row["at"], row["action"]) if row else None
