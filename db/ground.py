"""The ground an open file stands on: whether its path still leads to it, and what it held last."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from db.faults import code_of, sentence
from itadesk.errors import PlaceFails
from itadesk.files import free_words

Identity = tuple[int, int]
MOST = (
    64 * 1024**2
)  # bytes of a file that are kept in memory: 20 MB take 2 ms a commit, 64 MB 55 ms
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
        self._identity = _identity(self._path) if self._path else None
        self._version = self._data_version()
        self._vanishing = self._path is not None and can_vanish(self._path)
        self._is_others = False  # another program wrote into it
        self._kept: bytes | None = None
        self._keep()

    def check(self) -> None:
        """PlaceFails when the path no longer leads to this file."""
        self.strayed = self.astray()
        if self.strayed:
            raise PlaceFails(self.strayed)

    def check_unchanged(self) -> None:
        """PlaceFails when another program wrote into the file; asked inside a transaction."""
        if self._path is not None and self._data_version() != self._version:
            self.strayed = (
                f"ไฟล์ “{self._name}” ถูกเปลี่ยนเนื้อหาจากที่อื่นขณะที่เปิดอยู่ {_NEXT} เพื่อไม่ให้ทับฉบับที่เปลี่ยนไป"
            )
            self._is_others = True
            raise PlaceFails(self.strayed)

    def stay(self) -> None:
        """After taking back: SQLite then counts the file as changed, though we did it ourselves."""
        if not self._is_others:
            with suppress(sqlite3.Error):  # as after a place that is gone: then it is asked again
                self._version = self._data_version()

    def follow(self) -> None:
        """After a commit: whether it went into the office's file, and what that holds now."""
        self.strayed = self.astray()
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
        if found == self._identity:
            return ""
        return (
            f"ที่ “{self._path.parent}” มีไฟล์อื่นชื่อ “{self._name}” มาแทนไฟล์ที่เปิดอยู่ {_NEXT} เพื่อไม่ให้ทับไฟล์นั้น"
        )

    def whole(self) -> bytes:
        """From the file, else as it was after the last commit."""
        try:
            return self._connection.serialize()
        except sqlite3.Error as error:
            if self._kept is None:
                raise self._failure(error) from error
            return self._kept

    @contextmanager
    def told(self) -> Iterator[None]:
        """Faults as sentences; those of the place as PlaceFails."""
        try:
            yield
        except sqlite3.Error as error:
            if self._path is not None and code_of(error) in _FAILING:
                raise self._failure(error) from error
            told = sentence(error, self._name)
            if told is None:
                raise
            raise told from error

    def _failure(self, error: sqlite3.Error) -> PlaceFails:
        if self._path is not None:
            self.strayed = self.astray() or self._failing(error, self._path)
        return PlaceFails(self.strayed or str(sentence(error, self._name)))

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
        """Only where the file may go away under us; memory follows the size of the file."""
        if not self._vanishing:
            return
        with suppress(sqlite3.Error):  # what was kept before is better than nothing
            pages, size = (self._number(name) for name in ("page_count", "page_size"))
            if pages * size > MOST:
                self._kept = None
                return
            # so that no page has to be read again through a slow line
            self._connection.execute(f"PRAGMA cache_size = {pages + pages // 4 + 500}")
            self._kept = self._connection.serialize()

    def _number(self, pragma: str) -> int:
        return int(self._connection.execute(f"PRAGMA {pragma}").fetchone()[0])

    def _data_version(self) -> int:
        return self._number("data_version")


def can_vanish(path: Path) -> bool:
    """True of another drive than the user's own folder lies on: a stick, a share, a card."""
    try:
        return path.stat().st_dev != Path.home().stat().st_dev
    except (OSError, RuntimeError):  # no home: then nothing is known to stay
        return True


def _path_of(connection: sqlite3.Connection) -> Path | None:
    """None for a file in memory."""
    name = connection.execute("PRAGMA database_list").fetchone()[2]
    return Path(name) if name else None


def _identity(path: Path) -> Identity:
    """What a path leads to, whatever its name. Raises OSError."""
    found = path.stat()
    return found.st_dev, found.st_ino
