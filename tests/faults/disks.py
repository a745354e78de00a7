"""Disks that are full, cannot be written or are pulled out, as mounts of this process alone."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from db.opening import open_store
from itadesk.__main__ import Files
from itadesk.errors import ItadeskError
from itadesk.services.exchange import export_workbook
from itadesk.services.sample import sample_year
from itadesk.services.scores import record_score
from tests.faults.children import FAIL_FROM_THERE, Ended, Fault, Trials, done
from tests.faults.deeds import CODES, COPIES, DEEDS, FILE, OUT, TYPING, Deed, Refused, Told
from tests.faults.failing import wrong

NAMES = ("full", "read-only", "pulled out")
_NEW_MOUNTS = 0x00020000  # CLONE_NEWNS of unshare(2)
_FREE = (8, 0, 40, 120, 400)  # KB left on a full disk
_ON_DISK = ("save", "import", "backup", "restore", "workbook", "pdf", "set", "new")
Figures = dict[str, int]


def disks(name: str, most: int) -> Figures:
    """What became of the deeds; `most` is how many sizes of room are tried on a full disk."""
    figures = dict.fromkeys(("tried", "done all the same", "refused in a sentence", "wrong"), 0)
    if ctypes.CDLL(None).unshare(_NEW_MOUNTS) or not _ran("mount", "--make-rprivate", "/"):
        return {"not allowed": 1}
    if name == "full":
        for deed in map(DEEDS.__getitem__, _ON_DISK):
            for free in _FREE[:most]:
                _on(figures, deed, lambda disk, free=free: _fill(disk, free), _empty)
    elif name == "read-only":
        for deed in map(DEEDS.__getitem__, _ON_DISK):
            _on(figures, deed, _close, _reopen)
    else:
        _pull(figures)
    return figures


def _ran(*command: object) -> bool:
    return subprocess.run([str(word) for word in command], capture_output=True).returncode == 0


@contextmanager
def _mounted(*words: object) -> Iterator[Path]:
    """A folder that something is mounted on."""
    with tempfile.TemporaryDirectory(prefix="itadesk-") as name:
        if not _ran("mount", *words, name):
            raise AssertionError(f"cannot mount {words}")
        try:
            yield Path(name)
        finally:
            _ran("umount", "-l", name)


def _on(
    figures: Figures, deed: Deed, spoil: Callable[[Path], object], mend: Callable[[Path], object]
) -> None:
    """The deed on a disk of its own that is spoilt; looked at when it is mended again."""
    with Trials(deed) as trials, _mounted("-t", "tmpfs", "-o", "size=16m", "tmpfs") as disk:
        shutil.copytree(trials.fresh(), disk, dirs_exist_ok=True)
        spoil(disk)
        ended = done(deed, disk)
        mend(disk)
        problems = wrong(deed, disk, Fault(kind=FAIL_FROM_THERE, number=errno.ENOSPC), ended)
        _count(figures, f"{deed.name} on a spoilt disk", ended, problems)


def _count(figures: Figures, where: str, ended: Ended, problems: Sequence[str]) -> None:
    figures["tried"] += 1
    figures["refused in a sentence" if ended.refused else "done all the same"] += 1
    if problems:
        figures["wrong"] += 1
        print(f"{where}: {'; '.join(problems)}"[:600])


def _fill(disk: Path, free: int) -> None:
    left = shutil.disk_usage(disk).free - 1024 * free
    os.posix_fallocate(handle := os.open(disk / "other", os.O_CREAT | os.O_WRONLY), 0, left)
    os.close(handle)


def _empty(disk: Path) -> None:
    (disk / "other").unlink()


def _close(disk: Path) -> None:
    if not _ran("mount", "-o", "remount,ro", disk):
        raise AssertionError("cannot remount")


def _reopen(disk: Path) -> None:
    _ran("mount", "-o", "remount,rw", disk)


def _pull(figures: Figures) -> None:
    """A stick goes while a file on it is open; what was confirmed is on it."""
    with Trials(TYPING) as trials:
        there = trials.fresh()
        (there / OUT).mkdir()
        with _mounted("--bind", there) as stick:
            ended = done(Deed("pulled", TYPING.begin, _typing_on, TYPING.wrong), stick)
        problems = [ended.bug] if ended.bug else TYPING.wrong(there, ended.told)
        if (len(ended.told), len(ended.refused)) != (3, 5):
            problems.append(f"{ended.told} told, {len(ended.refused)} refused: {ended.refused}")
        problems += [f"no name: {each}" for each in ended.refused if "“" not in each]
        if any((there / OUT).iterdir()):
            problems.append("an export stands on the stick")
        _count(figures, "a stick that is pulled out", ended, problems)


def _typing_on(stick: Path, told: Told, refused: Refused) -> None:
    store = open_store(stick / FILE)

    def type_(number: int) -> None:
        record_score(store, sample_year(), CODES[number % 5], f"{number}.5")
        told(number)

    deeds: list[Callable[[], object]] = [
        *(lambda number=number: type_(number) for number in (1, 2, 3)),
        lambda: _ran("umount", "-l", stick),
        *(lambda number=number: type_(number) for number in (5, 6, 7)),
        lambda: export_workbook(store, sample_year(), stick / OUT / "a.xlsx"),
        lambda: Files(stick / "home").back_up(stick / FILE, stick / COPIES),
    ]
    with closing(store):
        for deed in deeds:
            try:
                deed()
            except ItadeskError as refusal:
                refused(refusal)
