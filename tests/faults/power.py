"""Power loss: what a deed wrote is recorded, and every moment of it is played again.

At a moment, all that was forced to the disk is there; of the rest any part may be, whole or torn.
Names of files are as in a journalled file system: made, removed and renamed in their order, and
surely only once their folder was forced.
"""

from __future__ import annotations

import os
import random
import shutil
import struct
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from itadesk.errors import ItadeskError
from tests.faults.children import COUNT, Fault, Trials, done
from tests.faults.deeds import DEEDS, Deed

NAMES = ("save", "import", "migration", "backup", "restore", "workbook")
SECTOR = 512


@dataclass(frozen=True, slots=True)
class Operation:
    """Kinds: c made, t cut to `at`, w written, s forced, u removed, r renamed, m told."""

    kind: str
    path: str
    at: int
    data: bytes


@dataclass(slots=True)
class Content:
    """Of a file: what is surely there, and what was done to it since."""

    sure: bytes = b""
    since: list[Operation] = field(default_factory=list)


def losses(name: str, moments: int, seed: int = 1) -> dict[str, int]:
    """Plays so many moments of a deed with everything, nothing, and a random part unforced."""
    deed = DEEDS[name]
    figures = dict.fromkeys(("moments", "saved before", "lost or broken"), 0)
    with Trials(deed) as trials:
        folder = trials.fresh()
        operations = recorded(deed, folder)
        folder = trials.fresh()
        begin = {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        chance = random.Random(seed)
        at = sorted(chance.sample(range(len(operations) + 1), min(moments, len(operations) + 1)))
        for moment in at:
            for part in (0.0, 1.0, chance.random()):
                files, told = after(begin, operations[:moment], part, chance)
                _put(folder, files)
                _judge(
                    figures, deed, folder, told, f"after {moment} of {len(operations)}, {part:.2f}"
                )
    return figures


def recorded(deed: Deed, folder: Path) -> list[Operation]:
    """All that the deed does to the files of the folder."""
    with tempfile.TemporaryFile() as into:
        ended = done(deed, folder, Fault(kind=COUNT, record=into.fileno()))
        if ended.bug or ended.refused or not ended.told:
            raise AssertionError(f"{deed.name} fails without any fault: {ended}")
        into.seek(0)
        return list(_operations(into.read()))


def _operations(body: bytes) -> Iterator[Operation]:
    at = 0
    while at < len(body):
        kind, path, offset, length = struct.unpack_from("<QQqQ", body, at)
        at += 32
        name = os.fsdecode(body[at : at + path])
        yield Operation(chr(kind), name, offset, body[at + path : at + path + length])
        at += path + length


def after(
    begin: dict[str, bytes], operations: list[Operation], part: float, chance: random.Random
) -> tuple[dict[str, bytes], list[int]]:
    """The files after the power went, with about `part` of what was not forced; what was told."""
    disk = Disk({path: Content(body) for path, body in begin.items()})
    for each in operations:
        disk.do(each)
    for one in disk.waiting[: round(part * len(disk.waiting))]:
        _rename(disk.sure, one)
    files = {path: _torn(content, part, chance) for path, content in disk.sure.items()}
    return files, [each.at for each in operations if each.kind == "m"]


class Disk:
    """Names as the program sees them, those that are surely there, and what is between the two."""

    def __init__(self, names: dict[str, Content]) -> None:
        self.names, self.sure = names, dict(names)
        self.waiting: list[tuple[Operation, Content | None]] = []

    def do(self, each: Operation) -> None:
        content = self.names.get(each.path)
        if each.kind in "ur" or (each.kind == "c" and content is None):
            self.waiting.append((each, _renamed(self.names, each)))
        elif each.kind == "s" and content is not None:
            content.sure, content.since = _written(content.sure, content.since), []
        elif each.kind == "s":
            self._force_names(each.path)
        elif each.kind in "wt" and content is not None:
            content.since.append(each)

    def _force_names(self, folder: str) -> None:
        for one in self.waiting:
            if str(Path(_named(one)).parent) == folder:
                _rename(self.sure, one)
        self.waiting = [one for one in self.waiting if str(Path(_named(one)).parent) != folder]


def _named(one: tuple[Operation, Content | None]) -> str:
    return one[0].data.decode() if one[0].kind == "r" else one[0].path


def _renamed(names: dict[str, Content], each: Operation) -> Content | None:
    """Does it to the names as the program sees them; the content it is about."""
    if each.kind == "c":
        names[each.path] = Content()
        return names[each.path]
    content = names.pop(each.path, None)
    if each.kind == "r" and content is not None:
        names[os.fsdecode(each.data)] = content
    return content


def _rename(sure: dict[str, Content], one: tuple[Operation, Content | None]) -> None:
    each, content = one
    if each.kind in "ur":
        sure.pop(each.path, None)
    if each.kind in "cr" and content is not None:
        sure[each.path if each.kind == "c" else os.fsdecode(each.data)] = content


def _written(body: bytes, operations: list[Operation]) -> bytes:
    made = bytearray(body)
    for each in operations:
        if each.kind == "t":
            made[each.at :] = bytes(max(each.at - len(made), 0))
        else:
            made.extend(bytes(max(each.at - len(made), 0)))
            made[each.at : each.at + len(each.data)] = each.data
    return bytes(made)


def _torn(content: Content, part: float, chance: random.Random) -> bytes:
    """Each unforced write is there or not; at times only its first sectors are."""
    if part in (0.0, 1.0):
        return _written(content.sure, content.since if part else [])
    kept = []
    for each in content.since:
        if chance.random() < part:
            whole = each.kind == "t" or len(each.data) <= SECTOR or chance.random() < 0.7
            sectors = SECTOR * chance.randrange(1 + len(each.data) // SECTOR)
            data = each.data if whole else each.data[:sectors]
            kept.append(Operation(each.kind, each.path, each.at, data))
    return _written(content.sure, kept)


def _put(folder: Path, files: dict[str, bytes]) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    for name, body in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(body)


def _judge(figures: dict[str, int], deed: Deed, folder: Path, told: list[int], where: str) -> None:
    figures["moments"] += 1
    figures["saved before"] += len(told)
    try:
        problems = deed.wrong(folder, told)
    except ItadeskError as refusal:
        problems = [f"unreadable: {refusal}"]
    if problems:
        figures["lost or broken"] += 1
        print(f"{deed.name}, {where}: {'; '.join(problems)}"[:400])
