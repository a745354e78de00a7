"""SQLite's faults as sentences for the user; what is not listed here is a bug and flies."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from itadesk.errors import CannotWrite, DamagedFile, ItadeskError

READ_ONLY = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH}
)
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# A row larger than any of ours, or a question without an end: made by hand.
_STRANGE = frozenset({sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_INTERRUPT})
# The second where SQLite quotes, in what it says, a definition that is no text any more.
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


def code_of(error: Exception) -> int:
    """The primary result code; 0 when Python and not SQLite raised the error."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def damaged(name: str) -> DamagedFile:
    """The file's content is not what it should be."""
    return DamagedFile(
        f"ไฟล์ “{name}” เสียหาย จึงอ่านข้อมูลไม่ได้ครบ โปรดเปิดสำเนาสำรองล่าสุดของไฟล์นี้ "
        "หรือกู้ข้อมูลที่ยังอ่านได้ลงไฟล์ใหม่"
    )


def altered(name: str) -> DamagedFile:
    """The file's tables are not ours: another program changed them, or somebody made them up."""
    return DamagedFile(
        f"ไฟล์ “{name}” ถูกโปรแกรมอื่นแก้ไขหรือเสียหาย จึงยังไม่ได้เปิดเพื่อความปลอดภัย "
        "โปรดเปิดสำเนาสำรองล่าสุดของไฟล์นี้ หรือกู้ข้อมูลที่ยังอ่านได้ลงไฟล์ใหม่"
    )


def changed_outside(name: str) -> DamagedFile:
    """SQLite finds nothing wrong, but it is not what was saved: a worn disk, or another's hand."""
    return DamagedFile(
        f"ไฟล์ “{name}” มีเนื้อหาไม่ตรงกับที่โปรแกรมบันทึกไว้ครั้งล่าสุด ที่เก็บไฟล์อาจเสื่อม โปรดเปิดสำเนาสำรองล่าสุด "
        "หรือกู้ข้อมูลลงไฟล์ใหม่แล้วตรวจทานทุกหน้า"
    )


def read_only(name: str) -> CannotWrite:
    """The file or its folder cannot be written."""
    return CannotWrite(
        f"บันทึกลงไฟล์ “{name}” ไม่ได้ เพราะไฟล์หรือโฟลเดอร์นี้อ่านได้อย่างเดียว "
        "โปรดคัดลอกไฟล์ไปไว้ในโฟลเดอร์เอกสารของท่าน แล้วเปิดจากที่นั่น"
    )


def sentence(error: sqlite3.Error, name: str) -> ItadeskError | None:
    """What the user may read about `error`, or None when it is a bug."""
    code = code_of(error)
    if code in _DAMAGED or str(error).startswith("Could not decode to UTF-8"):
        return damaged(name)
    if code in _STRANGE:
        return altered(name)
    if code in LOCKED:
        return CannotWrite(
            f"ไฟล์ “{name}” กำลังถูกใช้งานจากหน้าต่างหรือโปรแกรมอื่น จึงยังไม่ได้บันทึก โปรดปิดที่อื่นก่อน แล้วลองอีกครั้ง"
        )
    if code == sqlite3.SQLITE_FULL:
        return CannotWrite(
            f"บันทึกลงไฟล์ “{name}” ไม่ได้ เพราะที่ว่างในดิสก์ไม่พอ ข้อมูลที่บันทึกไว้ก่อนหน้ายังอยู่ครบ "
            "โปรดลบไฟล์ที่ไม่ใช้ แล้วลองอีกครั้ง"
        )
    if code in READ_ONLY:
        return read_only(name)
    # SQLite gives serializing no code.
    if code == sqlite3.SQLITE_IOERR or str(error).startswith("unable to serialize"):
        return CannotWrite(
            f"อ่านหรือเขียนไฟล์ “{name}” ไม่ได้ โปรดตรวจว่าที่เก็บไฟล์ เช่น แฟลชไดรฟ์ ยังต่ออยู่ แล้วลองอีกครั้ง"
        )
    return None


@contextmanager
def said(name: str) -> Iterator[None]:
    """Turns what the user can mend into a sentence that names the file `name`."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite quotes a definition that is no text any more
        raise damaged(name) from error
    except sqlite3.Error as error:
        told = sentence(error, name)
        if told is None:
            raise
        raise told from error
