"""All of it in the order of an office's life with the program; a line a step, pictures beside."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import itadesk
from installer.trying import installing, starting, using
from installer.trying.installing import Wrong, place_of
from installer.trying.wine import Windows, screen_of, windows

REPOSITORY = Path(__file__).parents[2]
Step = tuple[str, Callable[[], str]]
RESULTS = REPOSITORY / "build" / "trying"
MOST = 1.5  # times the start of an empty window


def main() -> int:
    asked = argparse.ArgumentParser(prog="installer/trying/run", description=__doc__)
    asked.add_argument("--older", default="0.0.9", help="version to upgrade from")
    asked.add_argument("--only", action="append", default=[], help="names of steps")
    asked.add_argument("--short", type=Path, metavar="ZIP", help="the portable folder, unseen")
    given = asked.parse_args()
    RESULTS.mkdir(parents=True, exist_ok=True)
    if given.short:
        with windows(Path("/"), {}) as made:
            return _tried(_short_steps(made, given.short), given.only)
    setups = [_setup(version) for version in (given.older, itadesk.__version__)]
    if missing := [setup.name for setup in setups if not setup.exists()]:
        print(f"There is no {missing[0]}: run installer/build, and with --as {given.older}")
        return 2
    root = Path(os.environ["ITADESK_WINE"])
    with screen_of(root) as screen, windows(root, screen) as made:
        older, newer = (Path(shutil.copy(setup, made.drive)) for setup in setups)
        return _tried(_steps(made, older, newer, given.older), given.only)


def _short_steps(made: Windows, archive: Path) -> tuple[Step, ...]:
    program = made.home / "โปรแกรม ของเรา"
    shutil.unpack_archive(archive, program)
    (unpacked,) = program.iterdir()
    return (
        ("check the computer", lambda: using.selftest(made, unpacked, RESULTS)),
        ("journey", lambda: using.journey(made, unpacked, RESULTS)),
    )


def _setup(version: str) -> Path:
    return REPOSITORY / "dist" / f"itadesk-{version}-setup.exe"


def _steps(made: Windows, older: Path, newer: Path, old: str) -> tuple[Step, ...]:
    version, program = itadesk.__version__, place_of(made)
    return (
        ("install", lambda: installing.fresh(made, older, old)),
        ("refuse while it runs", lambda: installing.while_running(made, newer)),
        ("upgrade", lambda: installing.upgrade(made, newer, version)),
        ("refuse to downgrade", lambda: installing.downgrade(made, older)),
        ("check the computer", lambda: using.selftest(made, program, RESULTS)),
        ("journey", lambda: using.journey(made, program, RESULTS)),
        ("every form", lambda: using.papers(made, program, RESULTS)),
        ("start", lambda: _start(made, program)),
        ("second start", lambda: using.second_start(made)),
        ("uninstall", lambda: installing.uninstall(made, program)),
        ("full disk", lambda: installing.full_disk(made, older, newer)),
        ("install again", lambda: installing.fresh(made, newer, version)),
        ("find the data", lambda: using.whole(made)),
    )


def _tried(steps: Sequence[Step], only: Sequence[str]) -> int:
    """The exit code; all steps are tried, also after one that failed."""
    done = [_done(*step) for step in steps if not only or step[0] in only]
    return 0 if all(done) else 1


def _done(name: str, step: Callable[[], str]) -> bool:
    """Says how a step went."""
    began = time.monotonic()
    try:
        said, good = step(), True
    except (Wrong, OSError, subprocess.SubprocessError) as fault:
        said, good = str(fault), False
    sign = "✓" if good else "✗"
    print(f"{sign} {name}: {said} ({time.monotonic() - began:.0f} s)", flush=True)
    return good


def _start(made: Windows, program: Path) -> str:
    python = REPOSITORY / "build" / "windows" / "cpython" / "cp313" / "python.exe"
    ours, bare = starting.ratio(made, program, python)
    said = f"{ours:.2f} s, an empty window {bare:.2f} s: {ours / bare:.2f} times"
    installing.must(ours <= MOST * bare, said)
    return said


if __name__ == "__main__":
    sys.exit(main())
