"""One window on a PC: a second start asks the first to come forward, by files and no socket."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from itadesk.errors import CannotWrite, ItadeskError
from itadesk.locking import Locked, LockFile, read_number

PATIENCE, _PAUSE = 5.0, 0.05  # seconds for an answer, and between two looks
_ENDING = ".request"


class Unanswered(ItadeskError):
    """The first window does not come forward."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Of the first window, for as long as its process lives; `requests` are laid there."""

    requests: Path
    lock: LockFile | None

    def asked(self) -> list[Path | None]:
        """What others asked to be opened, None for coming forward only; this answers them."""
        found: list[Path | None] = []
        for request in sorted(self.requests.glob(f"*{_ENDING}")):
            wanted = _read(request)
            with suppress(OSError):  # whoever asked went on
                request.unlink()
                found.append(wanted)
        return found


def begin(home: Path, path: Path | None, patience: float = PATIENCE) -> Seat | None:
    """The seat of the first window; None when there is one already and it has been told of `path`.

    Raises Unanswered.
    """
    seat = _seat(home)
    if seat is not None:
        seat.asked()  # what was asked of a window that ended
        return seat
    from itadesk.files import replace_file

    request = home / "requests" / f"{os.urandom(8).hex()}{_ENDING}"
    wanted = str(path.absolute()) if path is not None else ""
    try:
        replace_file(request, os.fsencode(wanted))
    except CannotWrite as refusal:
        raise _unanswered() from refusal
    _let_come_forward(home)
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if not request.exists():
            return None
        seat = _seat(home)  # the first may end just now
        if seat is not None:
            seat.asked()
            return seat
        time.sleep(_PAUSE)
    try:
        request.unlink()
    except FileNotFoundError:
        return None
    raise _unanswered()


def _unanswered() -> Unanswered:
    return Unanswered(
        "โปรแกรมเปิดอยู่แล้ว แต่ยังไม่ตอบ อาจกำลังทำงานใหญ่อยู่ โปรดรอสักครู่แล้วเปิดอีกครั้ง "
        "หากไม่เห็นหน้าต่างเดิมเลย โปรดออกจากระบบแล้วเข้าใหม่ งานที่บันทึกแล้วยังอยู่ครบ"
    )


def _seat(home: Path) -> Seat | None:
    """None while another process has it; without a lock where the folder cannot be written."""
    requests = home / "requests"
    try:
        requests.mkdir(parents=True, exist_ok=True)
        lock = LockFile(home / "window.lock")
        lock.write_number(os.getpid())
    except Locked:
        return None
    except OSError:
        return Seat(requests, None)
    return Seat(requests, lock)


def _read(request: Path) -> Path | None:
    try:
        wanted = os.fsdecode(request.read_bytes())
    except (OSError, ValueError):
        return None
    return Path(wanted) if wanted and "\0" not in wanted else None


def _let_come_forward(home: Path) -> None:
    """Windows lets a window come forward only when the program in front allows it."""
    if sys.platform == "win32":
        import ctypes

        process = read_number(home / "window.lock")
        ctypes.windll.user32.AllowSetForegroundWindow(process)
