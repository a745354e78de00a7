"""Third-party packages out of their wheels, and ours; without tests, headers and tools."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

from installer.making import qt
from installer.making.places import REPOSITORY, Places

OURS = ("itadesk", "db", "ui", "resources")
OUR_TOOLS = frozenset({"resources/words/build.py"})

# patterns on names inside wheels
_LEFT_OUT = re.compile(
    r"""(^|/)(tests?|testing|__pycache__|docs?|examples)/ | \.data/ | ^PIL/.*Tk
    | \.(pyi|pyx|pxd|pxi|h|c|cpp|lib|typed|exe)$
    | ^(PySide6_Essentials|shiboken6)-.*\.dist-info/  # only the commercial text
    | \.dist-info/(?!.*(licen[cs]e|copying|notice|authors))
    | ^PIL/(_avif|_webp|_imagingtk|_imagingcms)\. | ^reportlab/fonts/
    | ^lxml/(?!(__init__|_elementpath|etree|builder)\.[^/]*$)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def take(wheels: list[Path], places: Places) -> None:
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in sorted(archive.namelist()):
                if not shipped(name):
                    continue
                target = _licence(name, places) or _place(name, places)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))


def _place(name: str, places: Places) -> Path:
    """The C++ runtime leaves Qt's folder for that of python313.dll: others need it before Qt is."""
    return places.app / Path(name).name if qt.of_runtime(name) else places.packages / name


def shipped(name: str) -> bool:
    """Whether a file of a wheel is part of the program."""
    return not (name.endswith("/") or _LEFT_OUT.search(name)) and qt.used(name)


def _licence(name: str, places: Places) -> Path | None:
    """Licences leave their package for the folder of licences."""
    inside = re.match(r"([^/]+?)-[^/]*\.dist-info/(?:.*/)?([^/]+)$", name)
    return places.licences / inside[1] / inside[2] if inside else None


def take_ours(places: Places) -> None:
    """What git knows of our packages or would take: no leftover of a working folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-zco", "--exclude-standard", "--", *OURS],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
    )
    for name in sorted(filter(None, listed.stdout.decode().split("\0"))):
        if name not in OUR_TOOLS:
            target = places.packages / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(REPOSITORY / name, target)
