"""Documents of a year with their texts and signatories."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def _day(column: str) -> str:
    """A CHECK for an ISO date; NULL passes."""
    return f"{column} IS date({column}) AND coalesce({column}, '0001') >= '0001'"


TABLES = (
    f"""CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    form TEXT NOT NULL CHECK (form <> ''),
    number TEXT NOT NULL,
    day_on TEXT CHECK ({_day("day_on")}),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'signed', 'published')),
    published_on TEXT CHECK ({_day("published_on")}),
    url TEXT NOT NULL
) STRICT""",
    """CREATE TABLE document_field (
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    key TEXT NOT NULL CHECK (key <> ''),
    text TEXT NOT NULL,
    PRIMARY KEY (document_id, key)
) STRICT""",
    """CREATE TABLE document_signatory (
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    rank TEXT NOT NULL,
    position TEXT NOT NULL,
    acting TEXT NOT NULL,
    PRIMARY KEY (document_id, line)
) STRICT""",
    "CREATE INDEX document_year ON document (year)",
)


def m002_documents(db: Database) -> None:
    """Makes the tables of documents."""
    for statement in TABLES:
        db.execute(statement)
