"""Remarks of the checks that the office confirmed as right, with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


TABLE = """CREATE TABLE answered_check (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    check_id TEXT NOT NULL CHECK (check_id <> ''),
    place TEXT NOT NULL,
    fingerprint TEXT NOT NULL CHECK (fingerprint <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    answered_on TEXT NOT NULL CHECK (answered_on IS date(answered_on)),
    PRIMARY KEY (year, check_id, place, fingerprint)
) STRICT"""


def m009_answers(db: Database) -> None:
    """Makes the table; the fingerprint is that of what the remark said when it was answered."""
    db.execute(TABLE)
