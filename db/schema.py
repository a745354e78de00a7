"""What a file's tables look like, and what they should."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

# Contents are never changed, and their entry says what came and went; so do rows of a batch.
_NO_DATA = (
    *("change_log", "content", "_sqlite_migrations"),
    *("received", "received_body", "score_layout", "expected_office", "announced"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A data table: its columns in order, and those that make its primary key."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


def schema_text(connection: sqlite3.Connection) -> str:
    """All of a file's definitions, views and triggers included, as `schema.sql` holds them."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name"
    )
    return "".join(f"{sql};\n" for (sql,) in rows)


def expected_schema() -> str:
    """The definitions of a file that is up to date."""
    return Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")


def fingerprint(connection: sqlite3.Connection) -> str:
    """Equal for files whose tables, indexes, views and triggers are the same byte for byte."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    )
    return sha256("".join(f"{cell}\0" for row in rows for cell in row).encode()).hexdigest()


def data_tables(connection: sqlite3.Connection) -> tuple[Table, ...]:
    """Every table whose changes are recorded."""
    shapes: dict[str, list[tuple[str, int]]] = {}
    for table, column, key in connection.execute(
        "SELECT t.name, c.name, c.pk FROM main.sqlite_schema AS t, pragma_table_info(t.name) AS c "
        "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid"
    ):
        if table not in _NO_DATA:
            shapes.setdefault(table, []).append((column, key))
    return tuple(
        Table(name, tuple(c for c, _ in columns), tuple(c for c, key in columns if key))
        for name, columns in shapes.items()
    )
