"""The ground an open file stands on: whether its path still leads to it, and what it held last."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path

from db.faults import code_of, sentence
from db.sealing import sealed
from itadesk.errors import PlaceFails
from itadesk.files import free_words

Identity = tuple[int, int]
# Bytes of a file that are kept in memory with each commit: 16 MB take 5 ms, 40 MB 60 ms and more,
# which only a place that can go away is worth.
MOST, MOST_AT_RISK = 16 * 1024**2, 64 * 1024**2
# What befalls a file that could be written when it was opened; SQLITE_AUTH is never a disk's.
_FAILING = frozenset(
    {
        *(sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY),
        *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM),
    }
)
_NEXT = "สิ่งที่แก้ไขหลังจากนี้ยังไม่ได้บันทึกลงไฟล์เดิม"


class Ground:
    """Watches one connection's file; a file in memory, or one that is only read, has none."""

    def __init__(self, connection: sqlite3.Connection, name: str, *, read_only: bool) -> None:
        self.strayed = ""
        self._connection, self._name = connection, name
        self._path = None if read_only else _path_of(connection)
        self._identity: Identity | None = None
        if self._path is not None:
            with suppress(OSError):  # gone at once: the first look tells
                self._identity = _identity(self._path)
        self._version = self._number("data_version")
        self._kept: bytes | None = None
        self._written = False
        self._keep()

    def check(self) -> None:
        """PlaceFails when the path no longer leads to this file."""
        self.strayed = self.astray()
        if self.strayed:
            raise PlaceFails(self.strayed)

    def check_unchanged(self) -> None:
        """PlaceFails when another program wrote into the file; asked inside a transaction."""
        if self._path is not None and self._is_changed():
            self.strayed = self._changed()
            raise PlaceFails(self.strayed)

    def stay(self) -> None:
        """After taking back: SQLite then counts the file as changed, though we did it ourselves."""
        with suppress(sqlite3.Error):  # as after a place that is gone: then it is asked again
            self._version = self._number("data_version")

    def follow(self) -> None:
        """After a commit: whether it went into the office's file, and what that holds now."""
        self.strayed = self.astray()
        self._written = True
        self._keep()

    def astray(self) -> str:
        """Why the path no longer leads to this file; "" while it does."""
        if self._path is None:
            return ""
        try:
            found = _identity(self._path)
        except FileNotFoundError:
            return self._missing(self._path)
        except OSError:
            return self._unreachable(self._path)
        if found == self._identity or not found[1]:  # Windows may not tell which file it is
            return ""
        return (
            f"ที่ “{self._path.parent}” มีไฟล์อื่นชื่อ “{self._name}” มาแทนไฟล์ที่เปิดอยู่ {_NEXT} เพื่อไม่ให้ทับไฟล์นั้น"
        )

    def whole(self) -> bytes:
        """As it was after the last commit, whatever became of the file."""
        if self._kept is not None:
            return self._kept
        with self.told():
            body = self._connection.serialize()
            self.check_unchanged()
            if self._path is None:
                return sealed(body)  # copied by SQLite, which counts anew
            self._kept = body  # until the next commit: it may be asked for every few seconds
            return body

    def to_seal(self) -> Path | None:
        """The file, where what was written is in it."""
        return self._path if self._written and not (self.strayed or self.astray()) else None

    @contextmanager
    def told(self) -> Iterator[None]:
        """Faults as sentences; those of the place as PlaceFails."""
        try:
            yield
        except sqlite3.Error as error:
            self._tell_of_place(error)
            told = sentence(error, self._name)
            if told is None:
                raise
            raise told from error

    def _tell_of_place(self, error: sqlite3.Error) -> None:
        if self._path is None:
            return
        if code_of(error) in _FAILING:
            self.strayed = self.astray() or self._failing(error, self._path)
        elif self._is_changed():  # another content may lack even our tables
            self.strayed = self._changed()
        else:
            return
        raise PlaceFails(self.strayed) from error

    def _is_changed(self) -> bool:
        """Whether another connection wrote; what cannot be read any more was not by us either."""
        try:
            return self._number("data_version") != self._version
        except sqlite3.Error:
            return True

    def _changed(self) -> str:
        return f"ไฟล์ “{self._name}” ถูกเปลี่ยนเนื้อหาจากที่อื่นขณะที่เปิดอยู่ {_NEXT} เพื่อไม่ให้ทับฉบับที่เปลี่ยนไป"

    def _failing(self, error: sqlite3.Error, path: Path) -> str:
        if code_of(error) == sqlite3.SQLITE_FULL:
            return (
                f"บันทึกลงไฟล์ “{self._name}” ไม่ได้ เพราะที่ว่างในดิสก์ไม่พอ{free_words(path)} "
                "ข้อมูลที่บันทึกไว้ก่อนหน้ายังอยู่ครบ โปรดลบไฟล์ที่ไม่ใช้ หรือบันทึกไว้ที่อื่น"
            )
        if code_of(error) == sqlite3.SQLITE_IOERR:
            return self._unreachable(path)
        return f"เขียนไฟล์ “{self._name}” ไม่ได้แล้ว เพราะไฟล์หรือโฟลเดอร์กลายเป็นอ่านได้อย่างเดียว {_NEXT}"

    def _missing(self, path: Path) -> str:
        if path.parent.is_dir():
            return f"ไฟล์ “{self._name}” ถูกลบ ย้าย หรือเปลี่ยนชื่อขณะที่เปิดอยู่ {_NEXT}"
        return self._unreachable(path)

    def _unreachable(self, path: Path) -> str:
        return f"ติดต่อที่เก็บไฟล์ “{path.parent}” ไม่ได้ เช่น แฟลชไดรฟ์ถูกถอดหรือเครือข่ายขาด {_NEXT}"

    def _keep(self) -> None:
        """Memory follows the size of the file."""
        if self._path is None:
            return
        with suppress(sqlite3.Error):  # what was kept before is better than nothing
            pages, size = (self._number(name) for name in ("page_count", "page_size"))
            if pages * size > MOST and pages * size > self._most:
                self._kept = None
                return
            # so that no page has to be read again through a slow line
            self._connection.execute(f"PRAGMA cache_size = {pages + pages // 4 + 500}")
            self._kept = self._connection.serialize()

    @cached_property
    def _most(self) -> int:
        """Asked of large files only, and once: the place may take its time."""
        from itadesk.places import place_of

        try:
            steady = self._path is None or place_of(self._path) is None
        except OSError:
            steady = False
        return MOST if steady else MOST_AT_RISK

    def _number(self, pragma: str) -> int:
        return int(self._connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _path_of(connection: sqlite3.Connection) -> Path | None:
    """None for a file in memory."""
    name = connection.execute("PRAGMA database_list").fetchone()[2]
    return Path(name) if name else None


def _identity(path: Path) -> Identity:
    """What a path leads to, whatever its name. Raises OSError."""
    found = path.stat()
    return found.st_dev, found.st_ino
