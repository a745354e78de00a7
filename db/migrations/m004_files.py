"""Files that an office keeps: signed copies, frozen PDFs, photos, emblem, seal, templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


TABLES = (
    """CREATE TABLE content (
    digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
    body BLOB NOT NULL
) STRICT""",
    """CREATE TABLE kept_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    role TEXT NOT NULL CHECK (role <> ''),
    name TEXT NOT NULL,
    media TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    year INTEGER REFERENCES assessment (year) ON DELETE CASCADE,
    document_id INTEGER REFERENCES document (id) ON DELETE CASCADE,
    measure_id INTEGER REFERENCES measure (id) ON DELETE CASCADE,
    months INTEGER CHECK (months > 0),
    caption TEXT NOT NULL,
    note TEXT NOT NULL,
    path TEXT NOT NULL
) STRICT""",
    "CREATE INDEX kept_file_year ON kept_file (year)",
    "CREATE INDEX kept_file_document ON kept_file (document_id)",
    "CREATE INDEX kept_file_measure ON kept_file (measure_id)",
)


def m004_files(db: Database) -> None:
    """Makes the tables of kept files; the contents stand apart, so that lists stay light."""
    for statement in TABLES:
        db.execute(statement)
