"""Notes what an import does with a record of several fields."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.exchange.planning.plan import Outcome
from itadesk.exchange.planning.reading_row import RowReader, shown


def note_record(
    reader: RowReader,
    key_column: str,
    name: str,
    columns: Mapping[str, str],
    before: object | None,
    after: object,
) -> None:
    """One line for a new or an unchanged record, one a changed field otherwise.

    `columns` gives the field of each column.
    """
    if reader.notes.only_refused:
        return
    if before is None:
        reader.note(Outcome.ADDED, key_column, f"เพิ่ม{name}")
        return
    changed = [
        (column, getattr(before, field), getattr(after, field))
        for column, field in columns.items()
        if getattr(before, field) != getattr(after, field)
    ]
    if not changed:
        reader.note(Outcome.SAME, key_column, f"{name} เหมือนเดิม")
    for column, old, new in changed:
        if old in (None, "", ()):
            reader.note(Outcome.ADDED, column, f"เพิ่ม{column}ของ{name}", "", shown_field(new))
        else:
            text = f"แก้ไข{column}ของ{name}"
            reader.note(Outcome.CHANGED, column, text, shown_field(old), shown_field(new))


def shown_field(value: object) -> str:
    """Any field of a record as the preview shows it."""
    if isinstance(value, tuple):
        return "\n".join(getattr(item, "text", None) or str(item) for item in value)
    return shown(value)
