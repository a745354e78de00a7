"""Verified copies of a file, kept outside its folder, thinned by counters and not by the clock.

A copy's name holds its number and its day, e.g. `000123-0045 2026-11-20 10.42 …`. The day is
counted by the program: it is one more than that of the copy before when the clock shows another
date than that copy has. So a clock that is wrong can make days pass faster, but never makes a copy
older or newer than it is. The newest 10 copies stay, and the newest one of each of the last 7
days, 8 weeks (of 7 counted days) and 12 months (of 30) in which there was work.
"""

from __future__ import annotations

import filecmp
import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from db.copying import Owner, copy_verified, in_use
from db.integrity import verify
from db.journals import settle
from itadesk.errors import BadFile, CannotWrite
from itadesk.files import copy_file, move_in, temporary_beside
from itadesk.model.backup import CLOCK, Backup, backup_at
from itadesk.naming import file_name, free_beside

_ENDING = ".copying"  # of none but a copy that is being made
_NEWEST = 10  # kept whatever their day
_STEPS = ((1, 7), (7, 8), (30, 12))  # counted days of a step, and how many steps are kept


def back_up(
    path: Path, folder: Path, now: datetime, copied: Callable[[], object] | None = None
) -> Backup:
    """Copies the file, checks the copy, then lets it count, and thins the older ones.

    A copy equal to the newest is not kept; the newest is given back. `copied` is called when the
    file's content is taken and may change. A damaged file raises BadFile and leaves the good
    copies as they are; CannotWrite for a folder that cannot be written.
    """
    temporary = temporary_beside(folder / path.name).with_suffix(_ENDING)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder)
        owner = copy_verified(path, temporary, copied)
        kept = backups_in(folder, mark_of(owner.id))
        if kept and _same(kept[-1].path, temporary):
            return kept[-1]
        made = _next(kept, temporary, owner, now)
        move_in(temporary, made.path)
    except OSError as error:
        raise CannotWrite(f"เขียนลงที่เก็บ “{folder}” ไม่ได้ โปรดเลือกที่เก็บสำรองอื่น") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    for each in superfluous([*kept, made]):
        with suppress(OSError):  # one that stays does no harm
            each.path.unlink()
    return made


def save_copy(path: Path, target: Path) -> None:
    """A verified copy as a file of its own. Raises as `back_up` does."""
    temporary = temporary_beside(target)
    try:
        copy_verified(path, temporary)
        move_in(temporary, target)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def mark_of(office_id: str) -> str:
    """What the names of an office's copies end with; the id of a file may hold anything."""
    return hashlib.sha256(office_id.encode()).hexdigest()[:8]


def backups_in(folder: Path, mark: str) -> tuple[Backup, ...]:
    """The copies of one office in a folder, oldest first; () where the folder cannot be read."""
    try:
        paths = list(folder.iterdir())
    except OSError:
        return ()
    found = [each for each in map(backup_at, paths) if each is not None and each.mark == mark]
    return tuple(sorted(found, key=lambda each: (each.number, each.made)))


def superfluous(kept: Sequence[Backup]) -> tuple[Backup, ...]:
    """Those that need not stay."""
    ordered = sorted(kept, key=lambda each: each.number, reverse=True)
    staying = {each.number for each in ordered[:_NEWEST]}
    for days, most in _STEPS:
        staying |= set(_newest_of_steps(ordered, days)[:most])
    return tuple(each for each in ordered if each.number not in staying)


def restore(path: Path, backup: Path) -> Path | None:
    """Puts a copy in the place of a file; gives where the present one was kept aside, if any."""
    problems = verify(backup)
    if problems:
        raise BadFile(f"{problems[0]} จึงยังไม่ได้กู้คืน โปรดเลือกสำเนาสำรองอื่น")
    aside = None
    if path.exists():
        aside = free_beside(path, "ก่อนกู้คืน")
        _settle(path)
        copy_file(path, aside)
        if _journal(path).exists():
            _journal(path).replace(_journal(aside))
    copy_file(backup, path)
    return aside


def _newest_of_steps(ordered: Iterable[Backup], days: int) -> list[int]:
    """Numbers of the newest copy of each step of so many days; `ordered` from the newest."""
    newest: dict[int, int] = {}
    for each in ordered:
        newest.setdefault(each.day // days, each.number)
    return list(newest.values())


def _next(kept: Sequence[Backup], temporary: Path, owner: Owner, now: datetime) -> Backup:
    """What the finished copy will be called, after those that are there."""
    number, day = 1, 1
    if kept:
        last = kept[-1]
        number, day = last.number + 1, last.day + (last.made.date() != now.date())
    words = f"{number:06}-{day:04} {now.strftime(CLOCK)} {owner.name}"
    mark = mark_of(owner.id)
    path = temporary.with_name(file_name(words, f" {mark}.itadesk"))
    return Backup(path, number, day, now, temporary.stat().st_size, mark)


def _same(one: Path, other: Path) -> bool:
    try:
        return filecmp.cmp(one, other, shallow=False)
    except OSError:  # the newest copy can no longer be read: another is due
        return False


def _clear(folder: Path) -> None:
    """What a killed program left goes; a copy that another window makes now stays."""
    for each in folder.iterdir():
        if each.suffix == _ENDING and not in_use(each):
            with suppress(OSError):
                each.unlink()


def _settle(path: Path) -> None:
    """What a killed program left half done is taken back; a damaged file stays as it is."""
    with suppress(sqlite3.Error, BadFile):
        settle(path)


def _journal(path: Path) -> Path:
    """Another file's journal would be rolled into the restored one."""
    return path.with_name(f"{path.name}-journal")
