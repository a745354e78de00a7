"""TEMP triggers that note every change of a row, for undo and for the change log.

They are made from the tables at each opening, so that the file itself holds none. After
SQLite's "Automatic Undo/Redo Using SQLite", but with rows in place of SQL text: values of any
kind come back exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.schema import Table

# Too long for a line of the change log; the log says how many characters it had.
_MEASURED = {("catalogue", "body")}


def recording_script(tables: Sequence[Table]) -> str:
    """SQL that makes the undo log, the row that names the running action, and the triggers."""
    width = max(len(table.columns) for table in tables)
    cells = ", ".join(f"c{n}" for n in range(width))
    parts = [
        "CREATE TEMP TABLE current_action (step INTEGER, at TEXT, label TEXT)",
        "INSERT INTO current_action VALUES (0, '', '')",
        f"CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY, step, name, op, {cells})",
        "CREATE INDEX temp.undo_log_step ON undo_log (step)",
    ]
    for table in tables:
        parts += _triggers(table)
    return "BEGIN;\n" + ";\n".join(parts) + ";\nCOMMIT;"


def _triggers(table: Table) -> Iterable[str]:
    columns = table.columns
    changed = " OR ".join(f"old.{c} IS NOT new.{c}" for c in columns)
    yield _trigger(table, "INSERT", "", _kept(table, "new"), _lines(table, None, "new"))
    yield _trigger(table, "DELETE", "", _kept(table, "old"), _lines(table, "old", None))
    yield _trigger(
        table, "UPDATE", f"WHEN {changed}", _kept(table, "old"), _lines(table, "old", "new")
    )


def _trigger(table: Table, event: str, when: str, kept: str, lines: str) -> str:
    cells = ", ".join(f"c{n}" for n in range(len(table.columns)))
    key_row = "old" if event == "DELETE" else "new"
    key = " || '/' || ".join(f"{key_row}.{column}" for column in table.key)
    return (
        f"CREATE TEMP TRIGGER note_{event.lower()}_{table.name} "  # noqa: S608 - names are the schema's
        f"AFTER {event} ON main.{table.name} {when} BEGIN "
        f"INSERT INTO undo_log (step, name, op, {cells}) "
        f"SELECT step, '{table.name}', '{event}', {kept} FROM current_action; "
        "INSERT INTO change_log (at, action, table_name, row_key, field, before, after) "
        f"SELECT a.at, a.label, '{table.name}', {key}, v.field, v.before, v.after "
        f"FROM current_action AS a, ({lines}) AS v "
        "WHERE v.differs; END"
    )


def _kept(table: Table, row: str) -> str:
    """What undo needs: the old row, or only the key of a new one."""
    return ", ".join(
        f"{row}.{column}" if row == "old" or column in table.key else "NULL"
        for column in table.columns
    )


def _lines(table: Table, before: str | None, after: str | None) -> str:
    """A line of the change log for each field but the key, unchanged ones included."""
    return " UNION ALL ".join(
        f"SELECT '{column}' AS field, {_shown(table, before, column)} AS before, "
        f"{_shown(table, after, column)} AS after, "
        f"{_cell(before, column)} IS NOT {_cell(after, column)} AS differs"
        for column in table.columns
        if column not in table.key
    )


def _shown(table: Table, row: str | None, column: str) -> str:
    cell = _cell(row, column)
    return f"length({cell})" if (table.name, column) in _MEASURED else cell


def _cell(row: str | None, column: str) -> str:
    return "NULL" if row is None else f"{row}.{column}"
