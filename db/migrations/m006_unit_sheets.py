"""Sheets that went out to units and came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


TABLE = """CREATE TABLE unit_sheet (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    months INTEGER NOT NULL CHECK (months > 0),
    unit TEXT NOT NULL CHECK (unit <> ''),
    sent_on TEXT CHECK (sent_on IS date(sent_on) AND coalesce(sent_on, '0001') >= '0001'),
    back_on TEXT CHECK (back_on IS date(back_on) AND coalesce(back_on, '0001') >= '0001'),
    PRIMARY KEY (year, months, unit)
) STRICT"""


def m006_unit_sheets(db: Database) -> None:
    """Makes the table."""
    db.execute(TABLE)
