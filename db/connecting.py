"""A connection with the pragmas every file of ours is used under."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path
from urllib.parse import quote

APPLICATION_ID = 0x49544131  # "ITA1"
_KEEPS_ALL_IN_ITSELF = b"\x01\x01"  # what another tool may have set otherwise (WAL)
PATIENCE = 2.0  # seconds to wait for another program's lock
LARGEST = 40 * 1024**2  # bytes of a row; a kept file has 10 MB, a document with photos some more


def connect(path: Path | None, *, reading: bool = False) -> sqlite3.Connection:
    """Opens an existing file, or an empty one in memory; changes nothing.

    Also for `reading` the file is opened to be written where it can be: what a killed program
    left half done has to be taken back before anything is read.
    """
    target = ":memory:" if path is None else f"{uri(path)}?mode=rw"
    connection = sqlite3.connect(target, timeout=PATIENCE, isolation_level=None, uri=True)
    try:
        _harden(connection)
        for pragma in (
            "foreign_keys=ON",
            "secure_delete=ON",
            "trusted_schema=OFF",
            "cell_size_check=ON",
            "mmap_size=0",
            "temp_store=MEMORY",  # the undo log never reaches a disk
            "synchronous=EXTRA",  # also the folder, or a power loss brings the journal back
            f"query_only={'ON' if reading else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_bytes(body: bytes, *, reading: bool = True) -> sqlite3.Connection:
    """A file of these bytes, in memory."""
    connection = connect(None)
    try:
        connection.deserialize(body[:18] + _KEEPS_ALL_IN_ITSELF + body[20:])
        connection.execute(f"PRAGMA query_only={'ON' if reading else 'OFF'}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _harden(connection: sqlite3.Connection) -> None:
    """Takes away what an office's file never needs. Extensions cannot be loaded unless allowed.

    Python 3.11 has the limit only; there `trusted_schema` and the comparison of the schema,
    before anything of the file is asked, stand alone.
    """
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_TRUSTED_SCHEMA, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
        # Those in TEMP, which record changes, run nevertheless.
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, False)


def uri(path: Path) -> str:
    """Not Path.as_uri: SQLite takes a share's server only after two more slashes."""
    posix = path.absolute().as_posix()
    rooted = posix if posix.startswith("/") else f"/{posix}"
    return "file://" + quote(os.fsencode(rooted), safe="/:")
