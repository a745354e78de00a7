"""A store on nothing but memory, for work that finds no disk to go on."""

from __future__ import annotations

from contextlib import closing

from db.connecting import connect, connect_to_bytes
from db.history import Clock, utc_now
from db.officefile import OfficeFile
from db.schema import data_tables
from db.store import SqliteStore


def open_bytes(body: bytes, name: str, *, now: Clock = utc_now) -> SqliteStore:
    """What `Store.whole` gave goes on here; `name` is for sentences."""
    connection = connect(None)
    with closing(connect_to_bytes(body)) as source:
        source.backup(connection)
    file = OfficeFile(connection, name, read_only=False)
    return SqliteStore(file, data_tables(connection), now)
