"""Other files of the same office in a folder, such as a cloud makes of two changed versions."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from itadesk.errors import ItadeskError

MOST = 12  # files that are looked into, those of similar names first
_OURS = re.compile(
    r".*(ก่อนกู้คืน|ก่อนซ่อม|กู้ข้อมูล|\(ฉบับที่ถูกแทน |\(ฉบับในเครื่อง )"
)  # kept aside by the program itself


def siblings(path: Path, office_id: str, id_of: Callable[[Path], str]) -> tuple[Path, ...]:
    """Files beside `path` of that office, by name; slow, as each is read."""
    try:
        beside = [each for each in path.parent.glob("*.itadesk") if _counts(each, path)]
    except OSError:
        return ()
    near = sorted(beside, key=lambda each: (-_common(each.stem, path.stem), each.name))[:MOST]
    return tuple(sorted(each for each in near if _id(each, id_of) == office_id))


def _counts(each: Path, path: Path) -> bool:
    return each.name != path.name and not each.name.startswith(".") and not _OURS.match(each.stem)


def _common(one: str, other: str) -> int:
    """How many letters two names begin with together."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _id(path: Path, id_of: Callable[[Path], str]) -> str:
    try:
        return id_of(path)
    except ItadeskError:  # a damaged one is told of when somebody opens it
        return ""
