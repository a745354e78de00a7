"""A file that is worked on at home: where it belongs, and how it gets back over no one's work."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from itadesk.errors import CannotWrite, ItadeskError
from itadesk.files import read_file, replace_file

_LINK = "place.json"  # beside the working file
_MARGIN = 1024**2  # bytes that a disk should have left


@dataclass(frozen=True, slots=True)
class Link:
    """`base` is the hash of what lay at `place` when it was last seen or written by us."""

    place: Path
    working: Path
    base: str


class Way(StrEnum):
    """What stands at the place now."""

    BACK = "back"  # what we left there: it may be replaced
    SAME = "same"  # ours already
    GONE = "gone"  # the folder is there, the file is not
    AWAY = "away"  # the place does not answer
    FULL = "full"  # no room for a second copy
    OTHER = "other"  # changed by somebody else


Settle = Callable[[Path], object]  # takes back what a killed program left half done in a file


def digest(body: bytes) -> str:
    return sha256(body).hexdigest()


def take_home(home: Path, place: Path, body: bytes) -> Link:
    """A working file with `body`, in a folder of its own. Raises CannotWrite."""
    folder = _free_folder(home, place)
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise CannotWrite(f"สร้างโฟลเดอร์ “{folder}” ไม่ได้ โปรดตรวจที่ว่างในดิสก์") from error
    link = Link(place, folder / place.name, digest(body))
    try:
        replace_file(link.working, body)
        _write(link)
    except CannotWrite:
        forget(link)
        raise
    return link


def links(home: Path) -> tuple[Link, ...]:
    """All files that are at home now, also those a crash left there."""
    found = (link_beside(each) for each in sorted((home / "working").glob(f"*/{_LINK}")))
    return tuple(link for link in found if link is not None)


def link_beside(path: Path) -> Link | None:
    """Where a working file, or what else lies in its folder, belongs."""
    try:
        kept = json.loads((path.parent / _LINK).read_text("utf-8"))
        place, base = Path(kept["place"]), str(kept["base"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    working = path.parent / place.name
    return Link(place, working, base) if working.is_file() else None


def link_to(home: Path, place: Path) -> Link | None:
    """The working file of a place, if there is one."""
    return next((link for link in links(home) if link.place == place), None)


def rebase(link: Link, base: str) -> Link:
    """After the place was read or written by us."""
    made = replace(link, base=base)
    _write(made)
    return made


def way_back(place: Path, base: str, body: bytes, settle: Settle) -> Way:
    """Looks at the place; may be slow."""
    try:
        if not place.exists():
            return Way.GONE if place.parent.is_dir() and base else Way.AWAY
        _settle(place, settle)
        there = digest(read_file(place))
    except ItadeskError:  # what lies there is broken: it is kept, and asked about
        return Way.OTHER
    except OSError:
        return Way.AWAY
    if there == digest(body):
        return Way.SAME
    if there != base:
        return Way.OTHER
    return Way.BACK if _has_room(place, body) else Way.FULL


def put_back(place: Path, body: bytes) -> None:
    """Ours becomes the file at the place, in one step and read back. Raises CannotWrite."""
    replace_file(place, body)


def keep_beside(place: Path, body: bytes, mark: str, now: datetime) -> Path:
    """Writes a version that did not become the one at the place, under a name no file has."""
    stem = f"{place.stem} ({mark} {now:%Y-%m-%d %H.%M})"
    aside, number = place.with_name(stem + place.suffix), 1
    while aside.exists():
        number += 1
        aside = place.with_name(f"{stem} {number}{place.suffix}")
    replace_file(aside, body)
    return aside


def forget(link: Link) -> None:
    """The working file is not needed any more; what cannot be removed is removed another time."""
    with suppress(OSError):
        link.working.unlink(missing_ok=True)
        (link.working.parent / _LINK).unlink(missing_ok=True)
        link.working.parent.rmdir()


def _write(link: Link) -> None:
    kept = {"place": str(link.place), "base": link.base}
    replace_file(link.working.parent / _LINK, json.dumps(kept, ensure_ascii=False).encode())


def _free_folder(home: Path, place: Path) -> Path:
    """One that holds nothing: what an earlier day left there is not ours to write over."""
    key, number = sha256(str(place).encode("utf-8", "surrogatepass")).hexdigest()[:12], 1
    while True:
        folder = home / "working" / f"{key}-{number}"
        if not folder.exists():
            return folder
        number += 1


def _settle(place: Path, settle: Settle) -> None:
    journal = place.with_name(f"{place.name}-journal")
    if journal.exists():
        settle(place)
        if journal.exists():
            raise CannotWrite(f"ไฟล์ “{place.name}” มีงานที่ค้างอยู่ จึงยังใส่สำเนากลับไม่ได้")


def _has_room(place: Path, body: bytes) -> bool:
    return shutil.disk_usage(place.parent).free > len(body) + _MARGIN
