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
        gone = [
            table
            for table, row in broken
            if connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,)).rowcount  # noqa: S608
        ]
        if not gone:  # rows that cannot be found by their number: a damaged table
            break
        dropped.update(gone)
    return dropped


def _bring_years_back(connection: sqlite3.Connection) -> None:
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    for table, row in {(t, row) for t, row, parent, _ in found if parent == "assessment"}:
        kept = connection.execute(
            f"SELECT year FROM {table} WHERE rowid = ?",  # noqa: S608
            (row,),
        ).fetchone()
        if kept and (year := kept[0]) in _YEARS:
            connection.execute(
                "INSERT INTO assessment (year, plan_year, catalogue_id) VALUES (?, ?, "
                "coalesce((SELECT id FROM catalogue WHERE year = ?), '')) ON CONFLICT DO NOTHING",
                (year, year + 1, year),
            )
