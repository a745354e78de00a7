"""Workbooks read by processes of their own: all cores work, and a bad file costs only itself.

A process is this program's own command line (`read-workbooks`), spoken to through its pipes, a line
a file; the first line gives it the catalogues.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic

from itadesk.catalogue.reader import to_body
from itadesk.errors import BadFile
from itadesk.model.catalogue import Catalogue
from itadesk.services.arrivals import Arrival, arrival_of

COMMAND = "read-workbooks"
READY = b"ready\n"
_SECONDS = 5.0  # for one file
_TO_START = 60.0  # seconds
_LOOK = 0.1  # seconds between looks at the clock
_FILES_OF_ONE = 16  # so few that one process reads them before a second has started
_AHEAD = 2  # files given to a process: it goes on while its last answer is taken


@dataclass(slots=True)
class _Reader:
    """A process, the files it was given, and until when it must have said something."""

    process: subprocess.Popen[bytes] | None = None
    given: deque[Path] = field(default_factory=deque)
    until: float | None = None
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class _Work:
    todo: deque[Path]
    done: Queue[Arrival | Exception]
    over: Event
    command: Sequence[str]
    head: bytes
    seconds: float


def read_apart(
    paths: Iterable[Path],
    catalogues: Iterable[Catalogue],
    stop: Event | None = None,
    *,
    command: Sequence[str] | None = None,
    seconds: float = _SECONDS,
) -> Iterator[Arrival]:
    """Arrivals as they are done, in no order; fewer when `stop` is set.

    A process that ends, or takes over `seconds` for a file, costs that file and is started anew.
    BadFile when none can be started.
    """
    todo = deque(paths)
    left = len(todo)
    head = json.dumps([to_body(each) for each in catalogues]).encode() + b"\n"
    work = _Work(todo, Queue(), Event(), command or _command(), head, seconds)
    readers = [_Reader() for _ in range(_count(left))]
    threads = [Thread(target=_run, args=(each, work), daemon=True) for each in readers]
    try:
        for thread in threads:
            thread.start()
        while left and not (stop and stop.is_set()):
            _end_overdue(readers)
            with suppress(Empty):
                found = work.done.get(timeout=_LOOK)
                if isinstance(found, Exception):
                    raise found
                left -= 1
                yield found
    finally:
        work.over.set()
        todo.clear()
        for each in readers:
            _kill(each)
        for thread in threads:
            thread.join()


def _command() -> Sequence[str]:
    return (sys.executable, "-m", "itadesk", COMMAND)


def _count(files: int) -> int:
    return min(os.cpu_count() or 1, 1 + files // _FILES_OF_ONE)


def _end_overdue(readers: Iterable[_Reader]) -> None:
    now = monotonic()
    for each in readers:
        if each.until is not None and now > each.until:
            each.until, each.overdue = None, True
            _kill(each)


def _kill(reader: _Reader) -> None:
    if reader.process is not None:
        reader.process.kill()


def _run(reader: _Reader, work: _Work) -> None:
    try:
        _read(reader, work)
    except Exception as bug:  # not swallowed: it flies where the arrivals are asked for
        work.done.put(bug)
    finally:
        _close(reader)


def _read(reader: _Reader, work: _Work) -> None:
    """Gives the process file after file, and takes its answers, until nothing is left."""
    while _fill(reader, work):
        line = _answer(reader)
        if work.over.is_set():
            return
        path = reader.given.popleft()
        if line.endswith(b"\n"):
            work.done.put(arrival_of(path, line))
            reader.until = monotonic() + work.seconds if reader.given else None
        else:
            work.done.put(Arrival(path, refusal=_refusal(path, reader)))
            _close(reader)


def _fill(reader: _Reader, work: _Work) -> bool:
    """True while the process has a file to read; starts it when there is none."""
    if reader.process is None and (reader.given or work.todo):
        _start(reader, work)
        for path in reader.given:
            _give(reader, path)
    while len(reader.given) < _AHEAD:
        try:
            path = work.todo.popleft()
        except IndexError:
            break
        reader.given.append(path)
        _give(reader, path)
    if reader.given and reader.until is None and not reader.overdue:
        reader.until = monotonic() + work.seconds
    return bool(reader.given) and not work.over.is_set()


def _start(reader: _Reader, work: _Work) -> None:
    package = str(Path(__file__).parents[2])
    known = os.environ.get("PYTHONPATH")
    reader.overdue, reader.until = False, monotonic() + _TO_START
    reader.process = subprocess.Popen(
        work.command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((package, *([known] if known else ())))},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    _write(reader, work.head)
    if _answer(reader) != READY and not work.over.is_set():
        raise BadFile("เริ่มการอ่านไฟล์ไม่ได้ โปรดปิดโปรแกรมแล้วเปิดใหม่ หากยังไม่ได้ โปรดติดตั้งโปรแกรมใหม่")
    reader.until = None


def _give(reader: _Reader, path: Path) -> None:
    _write(reader, json.dumps(str(path)).encode() + b"\n")


def _write(reader: _Reader, line: bytes) -> None:
    assert reader.process is not None
    assert reader.process.stdin is not None
    with suppress(OSError):  # it has ended: its missing answer tells
        reader.process.stdin.write(line)
        reader.process.stdin.flush()


def _answer(reader: _Reader) -> bytes:
    """A line; an unfinished or empty one when the process has ended."""
    assert reader.process is not None
    assert reader.process.stdout is not None
    return reader.process.stdout.readline()


def _close(reader: _Reader) -> None:
    if reader.process is None:
        return
    reader.process.kill()
    with suppress(OSError):
        reader.process.communicate()
    reader.process, reader.until, reader.overdue = None, None, False


def _refusal(path: Path, reader: _Reader) -> str:
    if reader.overdue:
        return f"ไฟล์ “{path.name}” ใช้เวลาอ่านนานผิดปกติ จึงไม่รับ โปรดให้หน่วยงานส่งออกไฟล์ใหม่จากโปรแกรม"
    return f"อ่านไฟล์ “{path.name}” ไม่สำเร็จ ไฟล์อาจเสียหาย โปรดขอไฟล์ใหม่จากหน่วยงาน"
