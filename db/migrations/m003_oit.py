"""The register of public items of a year with their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


TABLES = (
    """CREATE TABLE oit_entry (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    code TEXT NOT NULL CHECK (code <> ''),
    answer INTEGER CHECK (answer IN (0, 1)),
    explanation TEXT NOT NULL,
    unit TEXT NOT NULL,
    checked_on TEXT CHECK (
        checked_on IS date(checked_on) AND coalesce(checked_on, '0001') >= '0001'
    ),
    PRIMARY KEY (year, code)
) STRICT""",
    """CREATE TABLE oit_url (
    year INTEGER NOT NULL,
    code TEXT NOT NULL,
    line INTEGER NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (year, code, line),
    FOREIGN KEY (year, code) REFERENCES oit_entry (year, code) ON DELETE CASCADE
) STRICT""",
)


def m003_oit(db: Database) -> None:
    """Makes the tables of the register."""
    for statement in TABLES:
        db.execute(statement)
