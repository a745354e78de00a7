"""kill -9 at random moments of a deed, and before each of its operations on files."""

from __future__ import annotations

import random
import statistics
from pathlib import Path

from itadesk.errors import ItadeskError
from tests.faults.children import COUNT, KILL, Ended, Fault, Trials, done
from tests.faults.deeds import DEEDS, KILLED, Deed

_HOT = bytes.fromhex("d9d505f920a163d7")  # a journal that is complete begins so

_GOLDEN = (5**0.5 - 1) / 2


def random_kills(name: str, wanted: int) -> dict[str, int]:
    """As many kills, spread evenly over the whole length of the deed."""
    deed, chance = DEEDS[name], random.Random(name)
    figures = dict.fromkeys(("kills", "saved before", "lost or broken", "hot journals"), 0)
    with Trials(deed) as trials:
        whole = [done(deed, trials.fresh()) for _ in range(3)]
        _must_work(deed, whole)
        lengths = [each.seconds for each in whole]
        while figures["kills"] < wanted:
            folder = trials.fresh()
            share = (figures["kills"] + chance.random()) / wanted
            ended = done(deed, folder, seconds=share * statistics.median(lengths[-3:]))
            _count(figures, deed, folder, ended, f"at {share:.2f} of it")
            if not ended.killed:  # it was quicker than before, so no kill
                lengths.append(ended.seconds)
    return figures


def kills_at_each_operation(name: str, most: int) -> dict[str, int]:
    """Before the first, the second, … operation; at most so many, evenly chosen."""
    deed = DEEDS[name]
    figures = dict.fromkeys(("kills", "saved before", "lost or broken", "hot journals"), 0)
    with Trials(deed) as trials:
        whole = done(deed, trials.fresh(), Fault(kind=COUNT))
        _must_work(deed, [whole])
        for number in chosen(whole.operations, most):
            folder = trials.fresh()
            ended = done(deed, folder, Fault(number, KILL))
            _count(figures, deed, folder, ended, f"before operation {number}")
    return figures


def chosen(operations: int, most: int) -> list[int]:
    """1 … operations, or as many of them, with the first and the last."""
    if operations <= most:
        return list(range(1, operations + 1))
    # Never in step with what comes again in a deed, as even distances can be.
    found = dict.fromkeys((1, operations))
    found |= dict.fromkeys(1 + int(n * _GOLDEN % 1 * operations) for n in range(1, operations))
    return sorted(list(found)[:most])


def _must_work(deed: Deed, whole: list[Ended]) -> None:
    for each in whole:
        if each.bug or each.refused or not each.told:
            raise AssertionError(f"{deed.name} fails without any fault: {each}")


def _count(figures: dict[str, int], deed: Deed, folder: Path, ended: Ended, where: str) -> None:
    if not ended.killed:
        return
    figures["kills"] += 1
    figures["saved before"] += len(ended.told)
    figures["hot journals"] += any(map(_is_hot, folder.rglob("*-journal")))
    try:
        problems = deed.wrong(folder, ended.told)
    except ItadeskError as refusal:
        problems = [f"unreadable: {refusal}"]
    if problems:
        figures["lost or broken"] += 1
        print(f"{deed.name}, {where}: {'; '.join(problems)}"[:600])


def _is_hot(path: Path) -> bool:
    return path.read_bytes().startswith(_HOT)


NAMES = tuple(each.name for each in KILLED)
