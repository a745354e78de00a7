"""The first 100 bytes of a file say whose it is, before SQLite may touch it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from db.connecting import APPLICATION_ID
from db.faults import damaged
from db.migrations import STEPS
from itadesk.errors import BadFile, EmptyFile, ForeignFile, MissingFile, NewerFile
from itadesk.files import is_special, patient

_LENGTH = 100
_MAGIC = b"SQLite format 3\x00"
# Offsets of big-endian numbers of four bytes.
_CHANGES, _PAGES, _USER_VERSION, _APPLICATION_ID, _VALID_FOR = 24, 28, 60, 68, 92
_WAL = b"\x02\x02"
_NO_VERSION = 1000  # more steps than there will ever be: a damaged number
_FIRST_STEP = b"m001_first_tables"  # stands in every file of ours, outside the header


@dataclass(frozen=True, slots=True)
class Header:
    """What SQLite would believe; `pages` is None when a foreign hand left it out of date."""

    page_size: int
    changes: int
    pages: int | None
    version: int


def check_header(path: Path) -> None:
    """Raises MissingFile, EmptyFile, ForeignFile, NewerFile or DamagedFile."""
    header = _read(path)
    name = path.name
    if not header:
        raise EmptyFile(f"ไฟล์ “{name}” ว่าง ไม่มีข้อมูลอยู่เลย โปรดเปิดสำเนาสำรองล่าสุดของไฟล์นี้")
    whole = header.startswith(_MAGIC) and len(header) == _LENGTH
    if not whole or _number(header, _APPLICATION_ID) != APPLICATION_ID:
        if _was_ours(path):
            raise damaged(name)
        raise _foreign(name, database=whole)
    version = _number(header, _USER_VERSION)
    if version > _NO_VERSION:
        raise damaged(name)
    if version > len(STEPS):
        raise NewerFile(
            f"ไฟล์ “{name}” บันทึกด้วยโปรแกรมรุ่นใหม่กว่านี้ ต้องปรับรุ่นโปรแกรมก่อน โปรดติดตั้งรุ่นล่าสุดแล้วเปิดไฟล์อีกครั้ง"
        )


def is_older(path: Path) -> bool:
    """Whether opening the file takes steps first. Raises BadFile where it cannot be read."""
    header = read_header(_read(path))
    return header is not None and header.version < len(STEPS)


def read_header(body: bytes) -> Header | None:
    """The header in the first bytes of a file or page; None when it is none of SQLite's."""
    if len(body) < _LENGTH or not body.startswith(_MAGIC):
        return None
    size = int.from_bytes(body[16:18], "big")
    size = 65536 if size == 1 else size
    if size < 512 or size & (size - 1):
        return None
    changes = _number(body, _CHANGES)
    pages = _number(body, _PAGES) if _number(body, _VALID_FOR) == changes else None
    return Header(size, changes, pages, _number(body, _USER_VERSION))


def is_wal(body: bytes) -> bool:
    """Whether another tool set the file to keep its changes in a second file."""
    return body[18:20] == _WAL


def told_apart(body: bytes) -> bytes:
    """A new file whose count of changes starts anywhere: no other file's journal fits it."""
    count = os.urandom(3).rjust(4, b"\x00")
    return (
        body[:_CHANGES] + count + body[_CHANGES + 4 : _VALID_FOR] + count + body[_VALID_FOR + 4 :]
    )


def _was_ours(path: Path) -> bool:
    with path.open("rb") as file:
        before = b""
        while chunk := file.read(1024**2):
            if _FIRST_STEP in before + chunk:
                return True
            before = chunk[-len(_FIRST_STEP) :]
    return False


def _foreign(name: str, *, database: bool) -> ForeignFile:
    if database:
        return ForeignFile(
            f"ไฟล์ “{name}” เป็นไฟล์ข้อมูลของโปรแกรมอื่น จึงไม่ได้เปิดและไม่ได้แก้ไข "
            "โปรดเลือกไฟล์ที่ลงท้ายด้วย .itadesk"
        )
    return ForeignFile(
        f"ไฟล์ “{name}” ไม่ใช่ไฟล์ของโปรแกรมนี้ หรือเสียหายตั้งแต่ต้นไฟล์ โปรดเลือกไฟล์ที่ลงท้ายด้วย .itadesk "
        "หรือเปิดสำเนาสำรอง"
    )


def _read(path: Path) -> bytes:
    try:
        if is_special(path):
            raise MissingFile(f"“{path.name}” ไม่ใช่ไฟล์ในที่เก็บ โปรดเลือกไฟล์ที่ลงท้ายด้วย .itadesk")
        return patient(lambda: _beginning(path))
    except FileNotFoundError as error:
        raise MissingFile(f"ไม่พบไฟล์ “{path.name}” โปรดตรวจชื่อไฟล์และโฟลเดอร์") from error
    except IsADirectoryError as error:
        raise MissingFile(f"“{path.name}” เป็นโฟลเดอร์ โปรดเลือกไฟล์ที่ลงท้ายด้วย .itadesk") from error
    except PermissionError as error:
        raise BadFile(
            f"เปิดไฟล์ “{path.name}” ไม่ได้ เพราะไม่มีสิทธิ์อ่าน หรือโปรแกรมอื่นกำลังใช้อยู่ "
            "โปรดปิดโปรแกรมนั้น หรือเลือกไฟล์อื่น"
        ) from error
    except OSError as error:
        raise BadFile(f"อ่านไฟล์ “{path.name}” ไม่ได้ โปรดตรวจว่าที่เก็บไฟล์ยังต่ออยู่ แล้วลองอีกครั้ง") from error


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LENGTH)


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")
