"""Who has an office file open to write in it: one window of all PCs that can reach it.

A hold is two lock files: one in the user's own folder of the program, which tells after a crash
that the file was not closed, and one beside the office file for other users and other PCs. Where a
share knows no locks, the record beside the file is counted up, and judged by its change alone.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread
from typing import Protocol, TypeVar

from itadesk import __version__
from itadesk.errors import CannotWrite
from itadesk.files import replace_file
from itadesk.holders import Holder, holder_of, refusal
from itadesk.locking import Locked, LockFile, Record, is_locked, read_record
from itadesk.reach import on_share

BEAT, SILENCE = 10.0, 35.0  # seconds between two counts, and without one until its owner is gone
_LONGEST = 200  # bytes of a name that another can stand around
_MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a record said last, since when (monotonic), and whether it changed while we looked."""

    said: tuple[object, object]
    at: float
    again: bool


class Hold:
    """One file that this process may write; let go as often as it was taken."""

    def __init__(self, key: str, marker: LockFile | None, beside: LockFile | None) -> None:
        self.key, self.takers, self.lost = key, 1, False
        self.unclean = marker is not None and marker.before is not None
        self._marker, self._beside = marker, beside
        self._record: Record = {}
        self._ended = Event()
        self._pulse: Thread | None = None

    def write(self, record: Record, beat: float) -> None:
        """Says who holds the file, again and again when `beat` is not 0."""
        self._record = record
        for each in (self._marker, self._beside):
            if each is not None:
                with suppress(OSError):  # a full disk: the lock itself holds all the same
                    each.write(record)
        if beat and self._beside is not None:
            self._pulse = Thread(target=self._count, args=(beat,), daemon=True)
            self._pulse.start()

    def end(self) -> None:
        self._ended.set()
        if self._pulse is not None:
            self._pulse.join()
        if self._beside is not None:
            self._beside.let_go(remove=not self.lost)
        if self._marker is not None:
            self._marker.let_go()

    def _count(self, beat: float) -> None:
        assert self._beside is not None
        while not self._ended.wait(beat):
            try:
                found = self._beside.read()
                if found and found.get("token") != self._record["token"]:
                    self.lost = True  # this PC was silent too long, e.g. asleep
                    return
                self._record["count"] = int(self._record["count"]) + 1
                self._beside.write(self._record)
            except OSError:
                continue  # the share is away for a moment


class Stored(Protocol):
    """What is asked of a store that is held."""

    @property
    def read_only(self) -> bool: ...
    def when_closed(self, deed: Callable[[], None]) -> None: ...


S = TypeVar("S", bound=Stored)


class Holding:
    """The holds of one process; `pc` and the times are given by tests."""

    def __init__(
        self,
        home: Path,
        pc: str | None = None,
        beat: float = BEAT,
        silence: float = SILENCE,
    ) -> None:
        self._home, self._pc = home, pc or _pc_name()
        self._beat, self._silence = beat, silence
        self._held: dict[str, Hold] = {}
        self._heard: dict[str, _Heard] = {}

    def take(self, path: Path) -> Hold | None:
        """The right to write the file, None while another has it; nothing is asked of the file."""
        path, key = path.resolve(), key_of(path)
        held = self._held.get(key)
        if held is not None and not held.lost:
            held.takers += 1
            return held
        made = self._claim(path, key)
        if made is not None:
            self._held[key] = made
        return made

    def let_go(self, hold: Hold) -> None:
        hold.takers -= 1
        if not hold.takers:
            if self._held.get(hold.key) is hold:
                del self._held[hold.key]
            hold.end()

    def opened(self, path: Path, to_write: Callable[[], S], to_view: Callable[[], S]) -> S:
        """The file as it may be opened now; it is held until the store is closed."""
        hold = self.take(path)
        if hold is None:
            return to_view()
        try:
            store = to_write()
        except BaseException:
            self.let_go(hold)
            raise
        if store.read_only:
            self.let_go(hold)
        else:
            store.when_closed(partial(self.let_go, hold))
        return store

    @contextmanager
    def alone(self, path: Path) -> Iterator[None]:
        """CannotWrite while another has the file."""
        hold = self.take(path)
        if hold is None:
            raise refusal(self.holder(path), path.name)
        try:
            yield
        finally:
            self.let_go(hold)

    def unclean(self, path: Path) -> bool:
        """True, once, of a held file whose last window here ended without closing it."""
        held = self._held.get(key_of(path))
        if held is None or not held.unclean:
            return False
        held.unclean = False
        return True

    def holder(self, path: Path) -> Holder | None:
        """Who else holds the file now; None when this process or nobody does."""
        path, key = path.resolve(), key_of(path)
        held = self._held.get(key)
        if held is not None and not held.lost:
            return None
        beside, marker = _beside(path), self._marker(key)
        if held is None and is_locked(marker):
            return holder_of(read_record(marker) or {}, here=True)
        record = read_record(beside)
        if record is not None and is_locked(beside):
            return holder_of(record, here=False)
        if record is not None and self._speaks(key, record):
            return holder_of(record, here=False, heard=self._heard[key].again)
        return None

    def _claim(self, path: Path, key: str) -> Hold | None:
        marker = beside = None
        try:
            marker = _lock(self._marker(key), make_folder=True)
            beside = _lock(_beside(path))
        except Locked:
            if marker is not None:
                marker.let_go(remove=marker.before is None)
            return None
        before = beside.before if beside is not None else None
        if beside is not None and before and self._speaks(key, before):
            beside.let_go(remove=False)
            if marker is not None:
                marker.let_go(remove=marker.before is None)
            return None
        made = Hold(key, marker, beside)
        shared = on_share(path) or (beside is not None and not beside.sure)
        made.write(self._record(path, beats=shared), self._beat if shared else 0)
        return made

    def _speaks(self, key: str, record: Record) -> bool:
        """Whether the owner of a record without a lock may still be there."""
        if not record.get("beats") or record.get("machine") == self._machine():
            return False
        said = (record.get("token"), record.get("count"))
        known = self._heard.get(key)
        if known is None or known.said != said:
            again = known is not None and known.said[0] == said[0]
            self._heard[key] = _Heard(said, time.monotonic(), again)
            return True
        return time.monotonic() - known.at < self._silence

    def _record(self, path: Path, *, beats: bool) -> Record:
        return {
            "user": _user(),
            "pc": self._pc,
            "machine": self._machine(),
            "since": datetime.now().isoformat(timespec="seconds"),
            "token": os.urandom(8).hex(),
            "count": 0,
            "beats": int(beats),
            "program": __version__,
            "file": path.name,
        }

    def _machine(self) -> str:
        """Tells PCs of the same name apart: made once for each user's folder."""
        kept = self._home / _MACHINE
        try:
            return kept.read_text("ascii")
        except (OSError, ValueError):
            made = os.urandom(8).hex()
            with suppress(CannotWrite):
                replace_file(kept, made.encode())
            return made

    def _marker(self, key: str) -> Path:
        return self._home / "open" / f"{key}.json"


def _lock(path: Path, *, make_folder: bool = False) -> LockFile | None:
    """None where no lock file can be made: a folder that cannot be written."""
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        return LockFile(path)
    except OSError:
        return None


def _beside(path: Path) -> Path:
    name = path.name
    if len(os.fsencode(name)) > _LONGEST:
        name = _digest(name)
    return path.with_name(f".~lock.{name}#")


def key_of(path: Path) -> str:
    """Names what belongs to an office file in the user's own folder."""
    return _digest(os.path.normcase(path.resolve()))


def _digest(name: str) -> str:
    return sha256(os.fsencode(name)).hexdigest()[:16]


def _pc_name() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a system without a name for this user
        return ""
