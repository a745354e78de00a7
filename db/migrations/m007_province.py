"""What a province gathers: batches that come and go whole, and where each file stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


TABLES = (
    """CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind <> ''),
    year INTEGER,
    at TEXT NOT NULL,
    label TEXT NOT NULL
) STRICT""",
    """CREATE TABLE received (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    key TEXT NOT NULL CHECK (key <> ''),
    office TEXT NOT NULL,
    file TEXT NOT NULL,
    digest TEXT NOT NULL,
    figures TEXT NOT NULL,
    rating TEXT NOT NULL,
    complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
    edited INTEGER CHECK (edited IN (0, 1)),
    measures INTEGER NOT NULL,
    program TEXT NOT NULL,
    layout_id INTEGER NOT NULL,
    scores BLOB NOT NULL
) STRICT""",
    "CREATE INDEX received_place ON received (year, key, batch_id, id)",
    """CREATE TABLE received_body (
    received_id INTEGER PRIMARY KEY,
    body BLOB NOT NULL
) STRICT""",
    """CREATE TABLE score_layout (
    id INTEGER PRIMARY KEY,
    codes TEXT NOT NULL UNIQUE
) STRICT""",
    """CREATE TABLE expected_office (
    batch_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    office TEXT NOT NULL,
    PRIMARY KEY (batch_id, line)
) STRICT""",
    """CREATE TABLE announced (
    batch_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    office TEXT NOT NULL,
    figures TEXT NOT NULL,
    rating TEXT NOT NULL,
    PRIMARY KEY (batch_id, line)
) STRICT""",
    """CREATE TABLE standing (
    year INTEGER NOT NULL,
    key TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'returned', 'accepted')),
    remark TEXT NOT NULL,
    PRIMARY KEY (year, key)
) STRICT""",
)


def m007_province(db: Database) -> None:
    """Makes the tables. Rows of a batch count only while the batch itself is there."""
    for statement in TABLES:
        db.execute(statement)
