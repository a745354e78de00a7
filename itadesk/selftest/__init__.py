"""ตรวจสอบเครื่อง: what the program can do on this computer, tried for real, one module a trial."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from tempfile import TemporaryDirectory
from types import ModuleType

from itadesk.errors import CannotWrite, ItadeskError
from itadesk.storage import Storage

log = logging.getLogger(__name__)

_OURS = "ส่งรายงานนี้ให้ผู้ดูแลโปรแกรม พร้อมบอกว่าใช้ Windows รุ่นใด"
_PREFIX = "ทดสอบ ที่เก็บ "  # Thai letters and spaces, as a user's own folder may have them


class Verdict(StrEnum):
    """GOOD works; LOOK works with a limit the office should know of; BAD does not work."""

    GOOD = "ผ่าน"
    LOOK = "ควรดู"
    BAD = "ไม่ผ่าน"


@dataclass(frozen=True, slots=True)
class Found:
    """What a trial saw; `advice` is what to do where it is not GOOD."""

    verdict: Verdict
    words: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where trials may write, a folder of their own that goes afterwards."""

    folder: Path
    storage: Storage


@dataclass(frozen=True, slots=True)
class Trial:
    """`how` says in Thai what is done to find out; `order` is its place in the report."""

    id: str
    order: int
    title: str
    how: str
    run: Callable[[Place], Found]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A trial and what it saw."""

    trial: Trial
    found: Found


def trials_in(package: ModuleType) -> list[Trial]:
    """The TRIAL of every module of a package, in order."""
    names = [f"{package.__name__}.{info.name}" for info in iter_modules(package.__path__)]
    found: list[Trial] = [import_module(name).TRIAL for name in names]
    return sorted(found, key=lambda trial: trial.order)


def core_trials() -> list[Trial]:
    """Those that need no window."""
    from itadesk.selftest import trials

    return trials_in(trials)


@contextmanager
def trial_place(storage: Storage, folder: Path | None = None) -> Iterator[Place]:
    """A new folder in `folder`, or in the program's own data. Raises CannotWrite."""
    parent = folder or storage.home
    try:
        parent.mkdir(parents=True, exist_ok=True)
        made = TemporaryDirectory(prefix=_PREFIX, dir=parent, ignore_cleanup_errors=True)
    except OSError as error:
        raise CannotWrite(
            "สร้างโฟลเดอร์ทดสอบไม่ได้ โปรดตรวจว่าดิสก์ยังมีที่ว่างและผู้ใช้นี้เขียนในโฟลเดอร์ข้อมูลได้"
        ) from error
    with made as name:
        yield Place(Path(name), storage)


def run_trials(trials: Iterable[Trial], place: Place) -> Iterator[Outcome]:
    """One after the other; what breaks in a trial is its outcome and a line in the log."""
    for trial in trials:
        yield Outcome(trial, _tried(trial, place))


def _tried(trial: Trial, place: Place) -> Found:
    try:
        return trial.run(place)
    except ItadeskError as refusal:  # a report names no folder: a user's name may stand in it
        return Found(Verdict.BAD, str(refusal).replace(str(place.folder), "โฟลเดอร์ทดสอบ"))
    except Exception as fault:  # to find out what breaks here is what a trial is for
        log.exception("the trial %s broke", trial.id)
        return Found(Verdict.BAD, f"ทำไม่สำเร็จ ({type(fault).__name__})", _OURS)
