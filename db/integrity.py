"""Looks through a whole file: pages, indexes, definitions and references."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from db.connecting import connect
from db.faults import damaged, said
from db.header import check_header
from db.opening import open_reader


def verify(path: Path) -> tuple[str, ...]:
    """What is wrong with a file, as sentences; () when all of it is whole.

    BadFile when it is not one of ours, or cannot be read at all.
    """
    check_header(path)
    open_reader(path).close()  # its own checks: pages, schema, steps
    with said(path.name), closing(connect(path, reading=True)) as connection:
        found = [text for (text,) in connection.execute("PRAGMA integrity_check(1)")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if found != ["ok"]:
        return (str(damaged(path.name)),)
    if broken:
        return (f"ไฟล์ “{path.name}” มีรายการที่อ้างถึงข้อมูลที่ไม่มีแล้ว {len(broken)} รายการ",)
    return ()
