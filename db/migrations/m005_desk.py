"""The phrase library, days to keep, notes beside scores, and the rounds of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


TABLES = (
    """CREATE TABLE phrase (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind <> ''),
    year INTEGER,
    code TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    uses INTEGER NOT NULL CHECK (uses >= 0),
    UNIQUE (kind, text)
) STRICT""",
    """CREATE TABLE deadline (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    key TEXT NOT NULL CHECK (key <> ''),
    what TEXT NOT NULL,
    day_on TEXT CHECK (day_on IS date(day_on) AND coalesce(day_on, '0001') >= '0001'),
    PRIMARY KEY (year, key)
) STRICT""",
    """CREATE TABLE score_note (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    code TEXT NOT NULL CHECK (code <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (year, code)
) STRICT""",
    """CREATE TABLE plan_round (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    months INTEGER NOT NULL CHECK (months > 0),
    PRIMARY KEY (year, line)
) STRICT""",
)


def m005_desk(db: Database) -> None:
    """Makes the tables."""
    for statement in TABLES:
        db.execute(statement)
