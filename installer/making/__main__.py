"""Builds the Windows program, step by step."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

import itadesk
from installer.making import (
    bytecode,
    compiling,
    contents,
    fetching,
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
    given = asked.parse_args()
    try:
        _build(_places(given.dist.absolute()), portable=given.portable)
    except BuildRefused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def _places(dist: Path) -> Places:
    """The time of all files is that of the last commit, so that it says nothing of the build."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=REPOSITORY, check=True, capture_output=True
    )
    work = REPOSITORY / "build" / "windows"
    return Places(itadesk.__version__, int(told.stdout), cache_folder(), work, dist)


def _build(places: Places, *, portable: bool) -> None:
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
    compiling.thai_library(thai, words, places)
    compiling.launchers(places)
    licences.write(cpython, wheels, thai, places)
    packing.mark_current(places)
    taken = [source, words, *wheels, *thai]
    print(contents.report(places, taken, imports.check(places)))
    print(packing.portable(places))
    if not portable:
        print(packing.setup(places))
        print(packing.setup(places, "amd64-unicode"))


if __name__ == "__main__":
    sys.exit(main())
