"""Replaces a file in one step, so that a target is either the old one or the complete new one."""

from __future__ import annotations

import errno
import filecmp
import os
import re
import shutil
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from itadesk.errors import CannotWrite
from itadesk.thai.digits import to_thai

T = TypeVar("T")
# Seconds to wait for a virus scanner that holds a file for a moment.
_PATIENCE = (0.05, 0.1, 0.2, 0.4, 0.75, 1.5, 2.0)  # 5 s in all
_HELD = frozenset({32, 33})  # Windows: another program has the file, or a part of it
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR})
_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.tmp(-journal)?")
_DAY = 24 * 60 * 60  # seconds


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, force it to the disk, then put it in its place.

    The old file stays whole when anything fails; raises CannotWrite.
    """
    _replace(path, lambda temporary: _write(temporary, data))


def copy_file(source: Path, path: Path) -> None:
    """As `replace_file` with the content of another file, however large."""
    _replace(path, lambda temporary: _copy(source, temporary))


def move_in(temporary: Path, path: Path) -> None:
    """Forces a finished file to the disk and puts it in its place, in the same folder.

    What is written by others, such as SQLite, becomes a file of ours by this; raises CannotWrite.
    """
    try:
        _sync(temporary)
        _put_in_place(temporary, path)
    except OSError as error:
        raise CannotWrite(_sentence(path, error)) from error
    _sync_folder(path.parent)


def _replace(path: Path, fill: Callable[[Path], None]) -> None:
    try:
        target = _behind(path)
        is_folder = target.is_dir()
    except OSError as error:
        raise CannotWrite(_sentence(path, error)) from error
    if is_folder:
        raise CannotWrite(f"เขียนไฟล์ “{path.name}” ไม่ได้ เพราะมีโฟลเดอร์ชื่อนี้อยู่แล้ว โปรดตั้งชื่ออื่น")
    # The name does not grow with the target's: a Thai name may already be as long as allowed.
    temporary = temporary_beside(target)
    try:
        forget_leftovers(target.parent)
        fill(temporary)
        _put_in_place(temporary, target)
    except OSError as error:
        raise CannotWrite(_sentence(path, error)) from error
    finally:
        with suppress(OSError):  # gone when all went well; else the first fault is what counts
            temporary.unlink(missing_ok=True)
    _sync_folder(target.parent)


def temporary_beside(path: Path) -> Path:
    """A name in the same folder that no file has."""
    return path.with_name(f".{os.urandom(8).hex()}.tmp")


def read_file(path: Path) -> bytes:
    """All of a file, waiting for a program that holds it for a moment. Raises OSError."""
    return patient(path.read_bytes)


def patient(read: Callable[[], T]) -> T:
    """What `read` gives, tried for 5 s while another program holds the file. Raises OSError."""
    for wait in _PATIENCE:
        try:
            return read()
        except PermissionError as error:
            if getattr(error, "winerror", 0) not in _HELD:
                raise
            time.sleep(wait)
    return read()


def forget_leftovers(folder: Path) -> None:
    """Removes what a killed program of ours left here more than a day ago."""
    with suppress(OSError), os.scandir(folder) as entries:  # the folder's faults show in writing
        for entry in entries:
            if _TEMPORARY.fullmatch(entry.name) and time.time() - entry.stat().st_mtime > _DAY:
                Path(entry).unlink()


def free_words(path: Path) -> str:
    """How much room is left where a file lies, to follow a word; "" when it cannot be asked."""
    with suppress(OSError):
        free = shutil.disk_usage(path if path.is_dir() else path.parent).free
        return to_thai(f" (เหลือ {free / 1024**2:,.1f} MB)")
    return ""


def is_special(path: Path) -> bool:
    """True of a pipe or a device, whose reading may never end. Raises OSError."""
    mode = path.stat().st_mode
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _behind(path: Path) -> Path:
    """The file that a link stands for, which stays a link."""
    if not path.is_symlink():
        return path
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, "a link to itself")
    return target


def _write(temporary: Path, data: bytes) -> None:
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if temporary.read_bytes() != data:
        raise OSError(errno.EIO, "what was written reads otherwise")


def _copy(source: Path, temporary: Path) -> None:
    shutil.copyfile(source, temporary)
    _sync(temporary)
    if not filecmp.cmp(source, temporary, shallow=False):
        raise OSError(errno.EIO, "what was written reads otherwise")


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _put_in_place(temporary: Path, target: Path) -> None:
    for wait in _PATIENCE:
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    temporary.replace(target)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    with suppress(OSError):  # some network shares cannot; the file itself is safe already
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(path: Path, error: OSError) -> str:
    name = f"เขียนไฟล์ “{path.name}” ไม่ได้"
    if error.errno in _FULL:
        return f"{name} เพราะที่ว่างในดิสก์ไม่พอ{free_words(path)} โปรดลบไฟล์ที่ไม่ใช้แล้ว หรือเลือกเก็บไว้ที่อื่น"
    if error.errno in _ABSENT and path.parent.is_dir():
        # what Windows answers where "controlled folder access" guards Documents
        return (
            f"{name} เพราะเครื่องนี้ไม่อนุญาตให้โปรแกรมเขียนในโฟลเดอร์ “{path.parent.name}” "
            "โปรดเลือกโฟลเดอร์อื่น เช่น โฟลเดอร์ใหม่ใน C:\\"
        )
    if error.errno in _ABSENT:
        return f"{name} เพราะไม่พบโฟลเดอร์ “{path.parent}” โปรดเลือกโฟลเดอร์อื่น"
    if error.errno == errno.ENAMETOOLONG:
        return f"{name} เพราะชื่อไฟล์ยาวเกินไป โปรดตั้งชื่อให้สั้นลง"
    if error.errno == errno.EROFS:
        return f"{name} เพราะที่เก็บนี้อ่านได้อย่างเดียว โปรดเลือกเก็บไว้ที่อื่น"
    if isinstance(error, PermissionError):
        return f"{name} โปรดปิดไฟล์นี้ในโปรแกรมอื่นก่อน หรือเลือกโฟลเดอร์อื่นที่เขียนได้"
    return f"{name} เพราะที่เก็บขัดข้อง (รหัส {error.errno}) โปรดตรวจที่เก็บ หรือเลือกเก็บไว้ที่อื่น"
