"""All of it in the order of an office's life with the program; a line a step, pictures beside."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import itadesk
from installer.trying import installing, starting, using
from installer.trying.installing import Wrong, place_of
from installer.trying.wine import Windows, windows

REPOSITORY = Path(__file__).parents[2]
MOST = 1.5  # times the start of an empty window


def main() -> int:
    asked = argparse.ArgumentParser(prog="installer/trying/run", description=__doc__)
    asked.add_argument("--older", default="0.0.9", help="version to upgrade from")
    given = asked.parse_args()
    results = REPOSITORY / "build" / "trying"
    results.mkdir(parents=True, exist_ok=True)
    setups = [_setup(version) for version in (given.older, itadesk.__version__)]
    for setup in setups:
        if not setup.exists():
            print(
                f"There is no {setup.name}: run installer/build, and once with --as {given.older}"
            )
            return 2
    with windows() as made:
        brought = [Path(shutil.copy(setup, made.drive)) for setup in setups]
        return _tried(made, brought[0], brought[1], given.older, results)


def _setup(version: str) -> Path:
    return REPOSITORY / "dist" / f"itadesk-{version}-setup.exe"


def _tried(made: Windows, older: Path, newer: Path, old: str, results: Path) -> int:
    version, program = itadesk.__version__, place_of(made)
    steps: tuple[tuple[str, Callable[[], str]], ...] = (
        ("install silently", lambda: installing.fresh(made, older, old)),
        ("refuse while it runs", lambda: installing.while_running(made, newer)),
        ("upgrade", lambda: installing.upgrade(made, newer, version)),
        ("refuse to downgrade", lambda: installing.downgrade(made, older)),
        ("check the computer", lambda: using.selftest(made, program, results)),
        ("journey", lambda: using.journey(made, program, results)),
        ("every form", lambda: using.papers(made, program, results)),
        ("start", lambda: _start(made, program)),
        ("second start", lambda: using.second_start(made)),
        ("uninstall", lambda: installing.uninstall(made, program)),
        ("full disk", lambda: installing.full_disk(made, older, newer)),
        ("install again", lambda: installing.fresh(made, newer, version)),
        ("find the data", lambda: using.whole(made)),
    )
    failed = 0
    for name, step in steps:
        began = time.monotonic()
        try:
            said, sign = step(), "✓"
        except (Wrong, TimeoutError) as fault:
            said, sign, failed = str(fault), "✗", failed + 1
            made.tool("import", "-window", "root", f"/trying/{name.replace(' ', '-')}.png")
        print(f"{sign} {name}: {said} ({time.monotonic() - began:.0f} s)", flush=True)
    return 1 if failed else 0


def _start(made: Windows, program: Path) -> str:
    python = REPOSITORY / "build" / "windows" / "cpython" / "cp313" / "python.exe"
    ours, bare = starting.ratio(made, program, python)
    said = f"{ours:.2f} s, an empty window {bare:.2f} s: {ours / bare:.2f} times"
    installing.must(ours <= MOST * bare, said)
    return said


if __name__ == "__main__":
    sys.exit(main())
