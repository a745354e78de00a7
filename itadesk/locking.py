"""A file that the system itself keeps locked until its process ends; never a bare mark."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

_SIZE = 1024  # bytes of a record, filled up with spaces: written over in one step
_FAR = 0x7FFF_0000  # where the lock lies under Windows, so that the record can still be read
_TRIES = 5  # a file that its owner takes away in the same moment is made anew
Record = dict[str, str | int]


class Locked(Exception):
    """Another process has the lock."""


class LockFile:
    """Holds a lock file with a record of who has it; Locked, or OSError where none can be made.

    `sure` is False on shares that know no locks.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        for _ in range(_TRIES):
            self._handle = os.open(path, _FLAGS, 0o666)
            try:
                self.sure = _lock(self._handle)
                if _is_still(self._handle, path):
                    break
            except BaseException:
                os.close(self._handle)
                raise
            os.close(self._handle)
        else:
            raise Locked
        self._left = self._read()
        _hide(path)

    @property
    def before(self) -> Record | None:
        """What an owner left that ended without taking it away; None when nothing was left."""
        return _parsed(self._left)

    def write(self, record: Record) -> None:
        """Says who has it; OSError when it cannot be written."""
        import json  # the first window of a start needs none

        body = json.dumps(record, ensure_ascii=False).encode()[:_SIZE].ljust(_SIZE)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, body)

    def write_number(self, number: int) -> None:
        """Says the process instead of a record; OSError as above."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, str(number).encode().ljust(_SIZE))

    def read(self) -> Record | None:
        """What stands in the file now."""
        return _parsed(self._read())

    def let_go(self, *, remove: bool = True) -> None:
        """Ends the lock; `remove` takes the file away."""
        if remove and sys.platform != "win32":  # while it is locked, so that nobody's is removed
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        os.close(self._handle)
        if remove and sys.platform == "win32":  # refused when another has it open by now
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def _read(self) -> bytes:
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.read(self._handle, _SIZE)


def read_record(path: Path) -> Record | None:
    """What an owner wrote into its lock file; None when there is none that can be read."""
    try:
        return _parsed(path.read_bytes()[:_SIZE])
    except OSError:
        return None


def read_number(path: Path) -> int:
    """The process that has a lock file; 0 when it does not say."""
    try:
        return int(path.read_bytes()[:_SIZE])
    except (OSError, ValueError):
        return 0


def is_locked(path: Path) -> bool:
    """True while a process has the lock of an existing file."""
    try:
        handle = os.open(path, _FLAGS & ~os.O_CREAT)
    except OSError:
        return False
    try:
        _lock(handle)
    except Locked:
        return True
    finally:
        os.close(handle)
    return False


_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _LOCK_VIOLATION = 33

    def _lock(handle: int) -> bool:
        file = wintypes.HANDLE(msvcrt.get_osfhandle(handle))
        if _kernel.LockFile(file, _FAR, 0, 1, 0):
            return True
        if ctypes.get_last_error() == _LOCK_VIOLATION:
            raise Locked
        return False

    def _hide(path: Path) -> None:
        hidden = 0x2
        _kernel.SetFileAttributesW(str(path), hidden)

    def _is_still(_handle: int, _path: Path) -> bool:
        return True  # an open file cannot be taken away there

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise Locked from taken
        except OSError:
            return False
        return True

    def _hide(_path: Path) -> None:
        """A name that begins with a full stop is hidden."""

    def _is_still(handle: int, path: Path) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), path.stat())
        except FileNotFoundError:
            return False


def _parsed(body: bytes) -> Record | None:
    """{} for a file that says nothing, which an owner left all the same."""
    if not body:
        return None
    import json

    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
