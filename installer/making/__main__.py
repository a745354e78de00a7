"""Builds the Windows program, step by step."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import itadesk
from installer.making import (
    bytecode,
    compiling,
    contents,
    fetching,
    guide,
    imports,
    interpreter,
    licences,
    packages,
    packing,
)
from installer.making.places import REPOSITORY, BuildRefused, Places, cache_folder


def main() -> int:
    asked = argparse.ArgumentParser(prog="installer/build", description=__doc__)
    asked.add_argument("--dist", type=Path, default=REPOSITORY / "dist", help="where results go")
    asked.add_argument("--portable", action="store_true", help="the .zip only")
    asked.add_argument("--trial", action="store_true", help="also a setup for a 64-bit Wine")
    asked.add_argument("--as", dest="version", default=itadesk.__version__, help="to try upgrades")
    given = asked.parse_args()
    try:
        places = _places(given.version, given.dist.absolute())
        for made in _build(places, packed=not given.portable, trial=given.trial):
            print(made)
    except BuildRefused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def _places(version: str, dist: Path) -> Places:
    """The time of all files is that of the last commit, so that it says nothing of the build."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=REPOSITORY, check=True, capture_output=True
    )
    name = "windows" if version == itadesk.__version__ else f"windows-{version}"
    return Places(version, int(told.stdout), cache_folder(), REPOSITORY / "build" / name, dist)


def _build(places: Places, *, packed: bool, trial: bool) -> Iterator[Path]:
    shutil.rmtree(places.work, ignore_errors=True)
    places.app.mkdir(parents=True)
    places.dist.mkdir(parents=True, exist_ok=True)
    source, words = fetching.python_source(places), fetching.dictionary(places)
    cpython = interpreter.unpack(source, places)
    interpreter.take(cpython, places)
    wheels, thai = fetching.wheels(places), fetching.thai_sources(places)
    packages.take(wheels, places)
    packages.take_ours(places)
    bytecode.compile_all(cpython, places)
    bytecode.gather(places)
    compiling.thai_library(thai, words, places)
    compiling.launchers(places)
    licences.write(cpython, wheels, thai, places)
    packing.mark_current(places)
    taken = [source, words, *wheels, *thai]
    yield contents.report(places, taken, imports.check(places))
    yield packing.portable(places)
    if packed:
        setup = packing.setup(places)
        yield setup
        yield guide.write(setup, places)
    if trial:
        yield packing.setup(places, "amd64-unicode")


if __name__ == "__main__":
    sys.exit(main())
