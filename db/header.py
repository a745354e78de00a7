"""The first 100 bytes of a file say whose it is, before SQLite may touch it."""

from __future__ import annotations

from pathlib import Path

from db.connecting import APPLICATION_ID
from db.migrations import STEPS
from itadesk.errors import BadFile
from itadesk.files import is_special

_LENGTH = 100
_MAGIC = b"SQLite format 3\x00"
# Offsets of big-endian numbers of four bytes.
_USER_VERSION, _APPLICATION_ID = 60, 68


def check_header(path: Path) -> None:
    """BadFile when the file is missing, empty, not ours, or of a newer program."""
    header = _read(path)
    name = path.name
    if not header:
        raise BadFile(f"ไฟล์ “{name}” ว่าง ไม่มีข้อมูลอยู่เลย โปรดเปิดสำเนาสำรองล่าสุดของไฟล์นี้")
    if not header.startswith(_MAGIC) or len(header) < _LENGTH:
        raise BadFile(
            f"ไฟล์ “{name}” ไม่ใช่ไฟล์ของโปรแกรมนี้ หรือเสียหายตั้งแต่ต้นไฟล์ โปรดเลือกไฟล์ที่ลงท้ายด้วย .itadesk "
            "หรือเปิดสำเนาสำรอง"
        )
    if _number(header, _APPLICATION_ID) != APPLICATION_ID:
        raise BadFile(
            f"ไฟล์ “{name}” เป็นไฟล์ข้อมูลของโปรแกรมอื่น จึงไม่ได้เปิดและไม่ได้แก้ไข "
            "โปรดเลือกไฟล์ที่ลงท้ายด้วย .itadesk"
        )
    if _number(header, _USER_VERSION) > len(STEPS):
        raise BadFile(
            f"ไฟล์ “{name}” บันทึกด้วยโปรแกรมรุ่นใหม่กว่านี้ ต้องปรับรุ่นโปรแกรมก่อน โปรดติดตั้งรุ่นล่าสุดแล้วเปิดไฟล์อีกครั้ง"
        )


def _read(path: Path) -> bytes:
    try:
        if is_special(path):
            raise BadFile(f"“{path.name}” ไม่ใช่ไฟล์ในที่เก็บ โปรดเลือกไฟล์ที่ลงท้ายด้วย .itadesk")
        with path.open("rb") as file:
            return file.read(_LENGTH)
    except FileNotFoundError as error:
        raise BadFile(f"ไม่พบไฟล์ “{path.name}” โปรดตรวจชื่อไฟล์และโฟลเดอร์") from error
    except IsADirectoryError as error:
        raise BadFile(f"“{path.name}” เป็นโฟลเดอร์ โปรดเลือกไฟล์ที่ลงท้ายด้วย .itadesk") from error
    except PermissionError as error:
        raise BadFile(
            f"เปิดไฟล์ “{path.name}” ไม่ได้ เพราะไม่มีสิทธิ์อ่าน หรือโปรแกรมอื่นกำลังใช้อยู่ "
            "โปรดปิดโปรแกรมนั้น หรือเลือกไฟล์อื่น"
        ) from error
    except OSError as error:
        raise BadFile(f"อ่านไฟล์ “{path.name}” ไม่ได้ โปรดตรวจว่าที่เก็บไฟล์ยังต่ออยู่ แล้วลองอีกครั้ง") from error


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")
