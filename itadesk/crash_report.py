"""What is kept of a fault of the program: where it happened, and nothing that an office wrote.

No message and no value of a variable, since both may hold the office's text; no path, since it
may hold a person's name.
"""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from itadesk import __version__
from itadesk.files import replace_file
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai

KEPT, _DEEPEST = 5, 200  # reports, frames of one fault
_FRAME = re.compile(r'^\s*File "(?P<path>.*)", line (?P<line>\d+) in (?P<name>[\w.<>]+)$')
_HEADS = ("Fatal Python error: ", "Windows fatal exception: ", "Current thread ", "Thread ")
_OURS = re.compile(r".*[\\/]((?:itadesk|ui|db)[\\/].+)\.py$")
_OTHER = re.compile(r"(?:.*[\\/])?([^\\/]+)\.py$")


def report_text(what: Iterator[str], about: Mapping[str, str], now: datetime) -> str:
    """The whole report; `about` tells of the screen, name and value."""
    day = to_thai(f"{format_date(now.date())} เวลา {now:%H.%M} น.")
    system = f"{sys.platform} {'.'.join(map(str, _windows()))}".strip()
    known = {
        "itadesk": __version__,
        "Python": sys.version.split()[0],
        "ระบบ": system,
        **about,
    }
    head = (
        "รายงานข้อขัดข้องของโปรแกรม",
        f"เมื่อ {day}",
        "รายงานนี้บอกเพียงว่าเกิดที่ส่วนใดของโปรแกรม ไม่มีข้อมูลของหน่วยงาน ชื่อผู้ใช้ หรือชื่อไฟล์",
        "",
        *(f"{name}: {value}" for name, value in known.items()),
        "",
    )
    return "\n".join((*head, *what, ""))


def of_exception(bug: BaseException) -> Iterator[str]:
    """Kind and frames of a fault and of what led to it, last call last."""
    seen: set[int] = set()
    found: BaseException | None = bug
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield f"{type(found).__module__}.{type(found).__qualname__}"
        for frame, line in list(traceback.walk_tb(found.__traceback__))[-_DEEPEST:]:
            module = frame.f_globals.get("__name__", "?")
            yield f"  {module}, {line}, {frame.f_code.co_qualname}"
        found = found.__cause__ or (None if found.__suppress_context__ else found.__context__)


def of_crash(left: str) -> Iterator[str]:
    """What `faulthandler` wrote before the process ended, without paths; last call first."""
    for line in left.splitlines():
        frame = _FRAME.match(line)
        if frame is not None:
            yield f"  {_module(frame['path'])}, {frame['line']}, {frame['name']}"
        elif line.startswith(_HEADS):
            yield line


def keep_report(folder: Path, text: str, now: datetime) -> Path:
    """Writes a report beside the earlier ones, of which the newest stay. Raises CannotWrite."""
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f"{now:%Y%m%d-%H%M%S-%f}.txt"
    replace_file(made, text.encode("utf-8-sig"))
    for old in reports(folder)[KEPT:]:
        old.unlink(missing_ok=True)
    return made


def reports(folder: Path) -> list[Path]:
    """All that are kept, newest first."""
    return sorted(folder.glob("*.txt"), reverse=True)


def _module(path: str) -> str:
    found = _OURS.match(path) or _OTHER.match(path)
    return re.sub(r"[\\/]", ".", found[1]) if found else "?"


def _windows() -> tuple[int, ...]:
    """Not by `platform`, which asks a service of Windows."""
    if sys.platform != "win32":
        return ()
    found = sys.getwindowsversion()
    return found.major, found.minor, found.build
