"""Makes rows refer to nothing that is gone."""

from __future__ import annotations

import sqlite3
from collections import Counter

_YEARS = range(2500, 2700)  # Buddhist Era; another number is no year but damage


def settle_references(connection: sqlite3.Connection) -> Counter[str]:
    """Drops rows whose owner is gone, table by table; a year whose own row is gone comes back.

    Foreign keys have to be off.
    """
    _bring_years_back(connection)
    dropped: Counter[str] = Counter()
    while broken := {
        (table, row) for table, row, *_ in connection.execute("PRAGMA foreign_key_check").fetchall()
    }:
        for table, row in broken:
            connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))  # noqa: S608
        dropped.update(table for table, _ in broken)
    return dropped


def _bring_years_back(connection: sqlite3.Connection) -> None:
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    for table, row in {(t, row) for t, row, parent, _ in found if parent == "assessment"}:
        (year,) = connection.execute(
            f"SELECT year FROM {table} WHERE rowid = ?",  # noqa: S608
            (row,),
        ).fetchone()
        if year in _YEARS:
            connection.execute(
                "INSERT INTO assessment (year, plan_year, catalogue_id) VALUES (?, ?, "
                "coalesce((SELECT id FROM catalogue WHERE year = ?), '')) ON CONFLICT DO NOTHING",
                (year, year + 1, year),
            )
