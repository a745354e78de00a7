"""Stands in front of every workbook that comes from outside: nothing is parsed before this."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from itadesk.errors import BadFile
from itadesk.exchange.kinds import (
    MACROS,
    damaged,
    not_a_workbook,
    refuse_other_kind,
    refuse_other_main_part,
    refuse_plain_zip,
)
from itadesk.files import is_special, read_file

MOST_BYTES = 20 * 1024**2
MOST_UNPACKED = 100 * 1024**2
MOST_OF_PART = 64 * 1024**2
MOST_TAGS = 1_250_000  # of a part: an Excel sheet with all its rows, and nothing in them
MOST_RATIO = 200
MOST_ENTRIES = 500
_SMALL = 1024**2  # an entry this small may be packed as tightly as it likes
_CHUNK = 256 * 1024
_KEPT = 4 * 1024**2  # together too small for MOST_TAGS
_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_OVERRIDE = re.compile(r"<(?:\w+:)?Override\b[^>]*>")
_ATTRIBUTE = re.compile(r"(PartName|ContentType)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DOCTYPE = b"<!DOCTYPE"


@dataclass(frozen=True, slots=True)
class Package:
    """A checked workbook: its file's name, its main part, and its parts by name."""

    file: str
    main: str
    archive: zipfile.ZipFile
    small: Mapping[str, bytes] = field(default_factory=dict)
    """Parts that were unpacked when they were looked at."""

    def part(self, name: str) -> bytes | None:
        """A part's bytes; None where there is no such part, BadFile for one too much to parse."""
        if name in self.small:
            return self.small[name]
        if name not in self.archive.namelist():
            return None
        if self.archive.getinfo(name).file_size > MOST_OF_PART:
            raise _too_much(self.file)
        data = _unpacked(self.file, self.archive, name)
        if data.count(b"<") > MOST_TAGS:
            raise _too_much(self.file)
        return data


def open_package(path: Path) -> Package:
    """The workbook at `path`, or BadFile that says in one sentence what it is instead."""
    data = _bytes(path)
    refuse_other_kind(path.name, data)
    return package_of(data, path.name)


def package_of(data: bytes, file: str) -> Package:
    """As `open_package`, of bytes already read."""
    archive = _archive(file, data)
    main = _main_part(file, archive)
    return Package(file, main, archive, _refuse_doctype(file, archive))


def _bytes(path: Path) -> bytes:
    try:
        if is_special(path):
            raise BadFile(f"“{path.name}” ไม่ใช่ไฟล์ในที่เก็บ โปรดเลือกไฟล์ Excel (.xlsx)")
        if path.stat().st_size > MOST_BYTES:
            raise BadFile(
                f"ไฟล์ “{path.name}” ใหญ่เกิน ๒๐ เมกะไบต์ โปรดลบรูปภาพหรือแผ่นงานที่ไม่เกี่ยวข้องออก แล้วนำเข้าใหม่"
            )
        return read_file(path)
    except FileNotFoundError as error:
        raise BadFile(f"ไม่พบไฟล์ “{path}” โปรดตรวจสอบชื่อไฟล์และโฟลเดอร์") from error
    except IsADirectoryError as error:
        raise BadFile(f"“{path.name}” เป็นโฟลเดอร์ โปรดเลือกไฟล์ Excel (.xlsx)") from error
    except OSError as error:
        raise BadFile(f"อ่านไฟล์ “{path.name}” ไม่ได้ โปรดปิดไฟล์นี้ในโปรแกรมอื่นก่อน แล้วลองใหม่") from error


def _archive(file: str, data: bytes) -> zipfile.ZipFile:
    if data.count(b"PK\x01\x02") > 2 * MOST_ENTRIES:  # before a huge directory is even listed
        raise _too_much(file)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise damaged(file) from error
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if _swollen(len(entries), unpacked, len(data)):
        raise _too_much(file)
    if any(e.file_size > max(_SMALL, MOST_RATIO * e.compress_size) for e in entries):
        raise _too_much(file)
    if any(
        entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries
    ):
        raise damaged(file)
    if any(entry.flag_bits & 1 for entry in entries):
        raise BadFile(f"ไฟล์ “{file}” ตั้งรหัสผ่านไว้ อ่านไม่ได้ โปรดเอารหัสผ่านออก แล้วบันทึกใหม่")
    return archive


def _swollen(entries: int, unpacked: int, packed: int) -> bool:
    return entries > MOST_ENTRIES or unpacked > min(MOST_UNPACKED, MOST_RATIO * packed)


def _too_much(file: str) -> BadFile:
    return BadFile(
        f"ไฟล์ “{file}” มีข้อมูลอัดแน่นผิดปกติ อาจเป็นไฟล์อันตราย จึงไม่นำเข้า โปรดตรวจสอบที่มาของไฟล์กับผู้ส่ง"
    )


def _main_part(file: str, archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if len(set(names)) != len(names):
        raise damaged(file)
    if _TYPES not in names:
        has_type = "mimetype" in names
        refuse_plain_zip(file, _unpacked(file, archive, "mimetype") if has_type else b"")
    types = _unpacked(file, archive, _TYPES).decode("utf-8", "replace")
    mains = [part for part, kind in map(_override, _OVERRIDE.findall(types)) if kind == _MAIN]
    if not mains:
        refuse_other_main_part(file, types)
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise not_a_workbook(file, *MACROS)
    if mains[0] not in names:
        raise damaged(file)
    return mains[0]


def _override(tag: str) -> tuple[str, str]:
    found = {name: first or second for name, first, second in _ATTRIBUTE.findall(tag)}
    return found.get("PartName", "").lstrip("/"), found.get("ContentType", "").strip()


def _refuse_doctype(file: str, archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Parts with a DTD could blow up or reach out of the file once parsed; the small parts."""
    small: dict[str, bytes] = {}
    kept = 0
    for entry in archive.infolist():
        name = entry.filename
        if not name.casefold().endswith((".xml", ".rels", ".vml")):
            continue
        kept += entry.file_size
        if kept <= _KEPT:
            small[name] = _unpacked(file, archive, name)
            found = _DOCTYPE in small[name].replace(b"\0", b"").upper()
        else:
            found = _has_doctype(file, archive, name)
        if found:
            raise BadFile(
                f"ไฟล์ “{file}” มีคำสั่งที่ไม่ควรมีในไฟล์ Excel อาจเป็นไฟล์อันตราย จึงไม่นำเข้า "
                "โปรดตรวจสอบที่มาของไฟล์กับผู้ส่ง"
            )
    return small


def _has_doctype(file: str, archive: zipfile.ZipFile, name: str) -> bool:
    tail = b""
    try:
        with archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                window = tail + chunk.replace(b"\0", b"")  # UTF-16 too
                if _DOCTYPE in window.upper():
                    return True
                tail = window[-len(_DOCTYPE) :]
    except _UNREADABLE as error:
        raise damaged(file) from error
    return False


def _unpacked(file: str, archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except _UNREADABLE as error:
        raise damaged(file) from error


_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    ValueError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
