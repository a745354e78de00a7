"""Runs the faults named on the command line, or all of them; started by tests/faults/run.

The words are a kind of fault, a deed (all without it) and how many; `--json` prints the figures
of one deed for the tests.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from itadesk import files
from tests.faults import children, disks, failing, killing, mutating, power

Figures = dict[str, int]
ALL = 1_000_000
# What is done to each deed, the deeds, and how many of it in the long form.
KINDS: dict[str, tuple[Callable[[str, int], Figures], tuple[str, ...], int]] = {
    "kill": (killing.random_kills, killing.NAMES, 300),
    "each": (killing.kills_at_each_operation, killing.NAMES, ALL),
    "fail": (failing.failures, failing.NAMES, ALL),
    "disk": (disks.disks, disks.NAMES, ALL),
    "power": (power.losses, power.NAMES, ALL),
    "mutate": (lambda _, count: mutating.mutations(count), ("files",), 10_000),
}


def main(words: list[str]) -> None:
    logging.disable(logging.WARNING)  # what is set aside is told
    _preload()
    files._PATIENCE = (0.01,)  # a fault that stays is not waited for
    as_json = "--json" in words
    kind, name, count = _meant([word for word in words if word != "--json"])
    for one in [kind] if kind else KINDS:
        work, names, long = KINDS[one]
        total: Counter[str] = Counter()
        for each in [name] if name else names:
            start = time.perf_counter()
            figures = work(each, count or long)
            total.update(figures)
            if not as_json:
                print(
                    f"{one} {each}: {_said(figures)} ({time.perf_counter() - start:.0f} s)",
                    flush=True,
                )
        if as_json:
            print(json.dumps(total))
        elif not name and len(names) > 1:
            print(f"== {one}: {_said(total)}", flush=True)


def _meant(words: list[str]) -> tuple[str, str, int]:
    """Kind, deed and count, each of which may be left out."""
    counts = [int(word) for word in words if word.isdigit()]
    named = [word for word in words if not word.isdigit()]
    kind, name, *_ = [*named, "", ""]
    if (kind and kind not in KINDS) or (name and name not in KINDS[kind][1]):
        raise SystemExit(f"kinds: {', '.join(KINDS)}; deeds: {', '.join(killing.NAMES)} …")
    return kind, name, counts[0] if counts else 0


def _said(figures: Figures) -> str:
    return ", ".join(f"{key} {value:,}" for key, value in figures.items())


def _preload() -> None:
    """Starts again with the library before libc, which a running process cannot take up."""
    library = children.shim()
    if library is not None and "LD_PRELOAD" not in os.environ:
        environment = {**os.environ, "LD_PRELOAD": str(library)}
        os.execve(sys.executable, [sys.executable, *sys.argv], environment)


if __name__ == "__main__":
    main(sys.argv[1:])
