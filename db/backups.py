"""Verified copies of a file, kept outside its folder, thinned by their number and not the clock."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.connecting import connect
from db.faults import damaged, said
from db.integrity import verify
from db.opening import open_reader
from itadesk.errors import BadFile, CannotWrite
from itadesk.files import replace_file
from itadesk.naming import file_name

_NAME = re.compile(r"(\d{6,}) .*\.itadesk")
_NEWEST = 10  # kept whatever their number
_STEPS = ((7, 8), (30, 12))  # of the older: every 7th for 8 of them, every 30th for 12


@dataclass(frozen=True, slots=True)
class Backup:
    """A kept copy; numbers of one file's copies only grow."""

    path: Path
    number: int


def usual_folder(path: Path, home: Path) -> Path:
    """Where the copies of this office's file lie in the program's own data, by the office's id."""
    with closing(open_reader(path)) as store:
        office = store.office.get()
    return home / "backups" / (office.id or "unknown")


def back_up(path: Path, folder: Path, now: datetime) -> Backup:
    """Copies the file, checks the copy, then lets it count, and thins the older ones.

    A damaged file raises BadFile and leaves the good copies as they are; CannotWrite for a folder
    that cannot be written.
    """
    problems = verify(path)
    if problems:
        raise BadFile(f"{problems[0]} จึงยังไม่ได้สำรอง สำเนาสำรองเดิมยังอยู่ครบ")
    with closing(open_reader(path)) as store:
        office = store.office.get()
    kept = backups_in(folder, office.id)
    number = max((each.number for each in kept), default=0) + 1
    name = f"{number:06} {now:%Y-%m-%d %H.%M} {office.name}"
    target = folder / file_name(name, _ending(office.id))
    made = Backup(target, number)
    _copy(path, target)
    for each in superfluous([*kept, made]):
        with suppress(OSError):  # one that stays does no harm
            each.path.unlink()
    return made


def backups_in(folder: Path, office_id: str = "") -> tuple[Backup, ...]:
    """The copies in a folder, oldest first; those of one office, as several may share a folder."""
    if not folder.is_dir():
        return ()
    found = ((_NAME.fullmatch(each.name), each) for each in folder.iterdir())
    ending = _ending(office_id) if office_id else ""
    copies = [Backup(p, int(m[1])) for m, p in found if m and p.name.endswith(ending)]
    return tuple(sorted(copies, key=lambda each: each.number))


def superfluous(kept: Sequence[Backup]) -> tuple[Backup, ...]:
    """Those that need not stay: a clock that was set wrong never costs a copy."""
    ordered = sorted(kept, key=lambda each: -each.number)
    older = ordered[_NEWEST:]
    staying: set[int] = {each.number for each in ordered[:_NEWEST]}
    for step, most in _STEPS:
        staying |= {each.number for each in [e for e in older if e.number % step == 0][:most]}
    return tuple(each for each in older if each.number not in staying)


def restore(path: Path, backup: Path) -> Path | None:
    """Puts a copy in the place of a file; gives where the present one was kept aside, if any."""
    problems = verify(backup)
    if problems:
        raise BadFile(f"{problems[0]} จึงยังไม่ได้กู้คืน โปรดเลือกสำเนาสำรองอื่น")
    aside = None
    if path.exists():
        aside = _aside(path)
        _settle(path)
        replace_file(aside, _bytes(path))
        if _journal(path).exists():
            _journal(path).replace(_journal(aside))
    replace_file(path, _bytes(backup))
    return aside


def _ending(office_id: str) -> str:
    return f" {office_id[:8]}.itadesk"


def _copy(path: Path, target: Path) -> None:
    """Writes beside the target, checks, then puts the copy in its place."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"สร้างโฟลเดอร์ “{target.parent}” ไม่ได้ โปรดเลือกที่เก็บสำรองอื่น") from error
    with (
        said(path.name),
        closing(connect(path, reading=True)) as source,
        closing(sqlite3.connect(":memory:")) as copy,
    ):
        source.backup(copy)
        if copy.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise damaged(path.name)
        body = copy.serialize()
    replace_file(target, body)
    if _bytes(target) != body:
        target.unlink(missing_ok=True)
        raise CannotWrite(
            f"สำเนาสำรองที่เขียนลง “{target.parent}” อ่านกลับไม่ตรง โปรดตรวจที่เก็บ แล้วสำรองใหม่"
        )


def _aside(path: Path) -> Path:
    number = 1
    while True:
        mark = "ก่อนกู้คืน" if number == 1 else f"ก่อนกู้คืน {number}"
        aside = path.with_name(f"{path.stem} {mark}{path.suffix}")
        if not aside.exists():
            return aside
        number += 1


def _settle(path: Path) -> None:
    """What a killed program left half done is taken back; a damaged file stays as it is."""
    with suppress(sqlite3.Error), closing(connect(path)) as connection:
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall()


def _journal(path: Path) -> Path:
    """Another file's journal would be rolled into the restored one."""
    return path.with_name(f"{path.name}-journal")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadFile(f"อ่านไฟล์ “{path.name}” ไม่ได้ โปรดตรวจว่าที่เก็บไฟล์ยังต่ออยู่ แล้วลองอีกครั้ง") from error
