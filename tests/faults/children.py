"""A deed in a process of its own, forked from one that has imported everything already."""

from __future__ import annotations

import ctypes
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from itadesk.errors import ItadeskError
from tests.faults.deeds import Deed

ROOT = Path(__file__).parents[2]
SOURCE = Path(__file__).with_name("failing_writes.c")
HUNG = 60.0  # seconds


@dataclass(slots=True)
class Ended:
    """What a child told of before it ended; `bug` is a traceback."""

    told: list[int] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)
    bug: str = ""
    operations: int = 0
    killed: bool = False
    hung: bool = False
    seconds: float = 0.0


def child(act: Callable[[Callable[[str], None]], None], seconds: float | None = None) -> Ended:
    """Runs `act` in a fork, which may send lines; killed after so many seconds, if given."""
    source, sink = os.pipe()
    sys.stdout.flush()
    pid = os.fork()
    if not pid:
        os.close(source)
        try:
            act(lambda line: _send(sink, line))
        except BaseException:
            _send(sink, "bug " + traceback.format_exc())
        finally:
            os._exit(0)
    os.close(sink)
    start = time.perf_counter()
    lines, hung = _heard(source, pid, start + (HUNG if seconds is None else seconds), seconds)
    _, status = os.waitpid(pid, 0)
    ended = Ended(killed=os.WIFSIGNALED(status), hung=hung, seconds=time.perf_counter() - start)
    for line in lines:
        kind, _, rest = line.partition(" ")
        _note(ended, kind, rest.replace("\x1f", "\n"))
    return ended


def _send(sink: int, line: str) -> None:
    os.write(sink, line.replace("\n", "\x1f").encode() + b"\n")


def _heard(source: int, pid: int, until: float, seconds: float | None) -> tuple[list[str], bool]:
    body, hung = b"", False
    with os.fdopen(source, "rb", buffering=0) as pipe:
        while True:
            left = until - time.perf_counter()
            if not select.select([pipe], [], [], max(left, 0))[0]:
                hung = seconds is None
                os.kill(pid, signal.SIGKILL)
                body += pipe.readall()
                break
            piece = pipe.read(1 << 16)
            if not piece:
                break
            body += piece
    lines = body.decode(errors="replace").split("\n")
    return lines[:-1], hung


def _note(ended: Ended, kind: str, rest: str) -> None:
    if kind == "told":
        ended.told.append(int(rest))
    elif kind == "refused":
        ended.refused.append(rest)
    elif kind == "outcome":
        ended.outcomes.append(rest)
    elif kind == "bug":
        ended.bug = rest
    elif kind == "operations":
        ended.operations = int(rest)


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at the `nth` operation on files; `kind` is one of those below."""

    nth: int = 0
    kind: int = 0
    number: int = 0  # errno
    record: int = -1  # a file that all operations are written down in


COUNT, FAIL, FAIL_FROM_THERE, KILL = range(4)  # COUNT: nothing


def done(
    deed: Deed, folder: Path, fault: Fault | None = None, seconds: float | None = None
) -> Ended:
    """The deed in a child, on the files in `folder`."""

    def act(send: Callable[[str], None]) -> None:
        shim = _armed(folder, fault) if fault else None

        def told(number: int) -> None:
            if shim is not None and fault is not None and fault.record >= 0:
                shim.faults_mark(ctypes.c_int64(number))
            send(f"told {number}")

        def refused(refusal: ItadeskError) -> None:
            send(f"refused {refusal}")

        try:
            deed.act(folder, told, refused)
        except ItadeskError as refusal:
            refused(refusal)
        if shim is not None:
            send(f"operations {shim.faults_done()}")

    return child(act, seconds)


def _armed(folder: Path, fault: Fault) -> ctypes.CDLL:
    shim = ctypes.CDLL(None)
    shim.faults_arm.argtypes = [ctypes.c_char_p, ctypes.c_long, *[ctypes.c_int] * 3]
    shim.faults_done.restype = ctypes.c_long
    shim.faults_arm(os.fsencode(folder), fault.nth, fault.kind, fault.number, fault.record)
    return shim


class Trials:
    """Fresh copies of what a deed begins with."""

    def __init__(self, deed: Deed) -> None:
        self._made = tempfile.TemporaryDirectory(prefix="itadesk-")
        self._template = Path(self._made.name) / "begin"
        self._template.mkdir()
        deed.begin(self._template)

    def __enter__(self) -> Trials:
        return self

    def __exit__(self, *_: object) -> None:
        self._made.cleanup()

    def fresh(self) -> Path:
        folder = Path(self._made.name) / "trial"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self._template, folder)
        return folder


@cache
def shim() -> Path | None:
    """The library of failing_writes.c, compiled; None where no compiler is."""
    if sys.platform != "linux" or shutil.which("gcc") is None:
        return None
    target = Path(tempfile.mkdtemp(prefix="itadesk-shim-")) / "failing_writes.so"
    command = ["gcc", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", target, SOURCE, "-ldl"]
    subprocess.run(command, check=True)
    return target
