"""The N-th operation on files fails, once or from there on, for every N of a deed."""

from __future__ import annotations

import errno
import re
from collections.abc import Sequence
from pathlib import Path

from itadesk.errors import ItadeskError
from tests.faults.children import COUNT, FAIL, FAIL_FROM_THERE, Ended, Fault, Trials, done
from tests.faults.deeds import BACKUP, DEEDS, MIGRATION, NEW, SAVE, Deed
from tests.faults.killing import chosen

FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES)
NAMES = ("save", "import", "migration", "backup", "restore", "workbook", "pdf", "set", "new")
_OFFERED = "ยังไม่ได้บันทึกลงไฟล์เดิม"  # the window offers what to do next
_THAI = re.compile(r"[\u0e00-\u0e7f]")


def failures(name: str, most: int) -> dict[str, int]:
    """What became of the deed for each N, at most so many of them, with each fault of the disk."""
    deed = DEEDS[name]
    figures = dict.fromkeys(("faults", "done all the same", "refused in a sentence", "wrong"), 0)
    with Trials(deed) as trials:
        whole = done(deed, trials.fresh(), Fault(kind=COUNT))
        if whole.bug or whole.refused or not whole.told:
            raise AssertionError(f"{name} fails without any fault: {whole}")
        for number in chosen(whole.operations, most):
            for at, fault in enumerate(FAULTS):
                kind = (FAIL, FAIL_FROM_THERE)[(number + at) % 2]
                _try(figures, deed, trials.fresh(), Fault(number, kind, fault))
    return figures


def _try(figures: dict[str, int], deed: Deed, folder: Path, fault: Fault) -> None:
    ended = done(deed, folder, fault)
    figures["faults"] += 1
    figures["refused in a sentence" if ended.refused else "done all the same"] += 1
    problems = wrong(deed, folder, fault, ended)
    if problems:
        figures["wrong"] += 1
        how = "once" if fault.kind == FAIL else "from there on"
        where = f"{errno.errorcode[fault.number]} at operation {fault.nth} {how}"
        print(f"{deed.name}, {where}: {'; '.join(problems)}"[:1500])


def wrong(deed: Deed, folder: Path, fault: Fault, ended: Ended) -> Sequence[str]:
    """What is not as it has to be after a deed that a fault befell."""
    problems = [_short(ended.bug)] if ended.bug else []
    if ended.killed:
        problems.append("hung" if ended.hung else "crashed")
    problems += [f"no sentence that helps: {each}" for each in ended.refused if not _helps(each)]
    if not (ended.told or ended.refused or deed is MIGRATION):  # an old file may be shown as it is
        problems.append("neither done nor refused")
    if fault.kind == FAIL and deed is SAVE and ended.told and len(ended.refused) > 1:
        problems.append(f"one fault, {len(ended.refused)} refusals")
    problems += _left(deed, folder, fault)
    try:
        problems += deed.wrong(folder, ended.told)
    except ItadeskError as refusal:
        problems.append(f"unreadable afterwards: {refusal}")
    return problems


def _helps(sentence: str) -> bool:
    """Thai, names what it is about, and what to do next."""
    next_step = "โปรด" in sentence or _OFFERED in sentence
    return next_step and "“" in sentence and bool(_THAI.search(sentence))


def _left(deed: Deed, folder: Path, fault: Fault) -> list[str]:
    """What nobody wants; a disk that does nothing at all cannot remove it either."""
    if fault.kind != FAIL and fault.number != errno.ENOSPC:
        return []
    left = [] if deed is BACKUP else list(folder.rglob("*.tmp"))  # the next backup removes them
    if deed is NEW:
        left += [path for path in folder.iterdir() if not path.stat().st_size]
    return [f"left behind: {path.name}" for path in left]


def _short(bug: str) -> str:
    """Where it happened, and what."""
    lines = [line.strip() for line in bug.strip().splitlines()]
    places = [line for line in lines if line.startswith("File") and "/tests/" not in line]
    return " ".join((*places[-2:], lines[-1]))
