"""What was changed, when, from what to what; written by the triggers of `recording`."""

from __future__ import annotations

from db.officefile import OfficeFile
from itadesk.model.logged import ChangeLine


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

    def found(self, words: str, limit: int) -> tuple[ChangeLine, ...]:
        """The newest lines that hold the words in what was done, before or after; newest first.

        What says nothing to an office is left out: sums, kinds of files, numbers of rows.
        """
        rows = self._file.rows(
            "SELECT at, action, table_name, row_key, field, before, after FROM change_log "
            "WHERE instr(action || char(10) || coalesce(before, '') || char(10) "
            "|| coalesce(after, ''), ?) AND coalesce(before, '') || coalesce(after, '') <> '' "
            "AND field NOT IN ('digest', 'media', 'fingerprint', 'document_id', 'measure_id', "
            "'finding_id', 'batch_id') ORDER BY id DESC LIMIT ?",
            *(words, limit),
        )
        return tuple(ChangeLine(*row) for row in rows)

    def last(self) -> tuple[str, str] | None:
        """When and what was done last."""
        row = self._file.row("SELECT at, action FROM change_log ORDER BY id DESC LIMIT 1")
        return (row["at"], row["action"]) if row else None
