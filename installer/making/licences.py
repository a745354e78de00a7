"""Puts the licences of everything shipped into the program, with a list in Thai and English."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

from installer.making.places import INSTALLER, REPOSITORY, Places

COMMON = Path("/usr/share/common-licenses")
_OF_QT = ("PySide6_Essentials", "shiboken6")  # their wheels carry the commercial text only
_SOURCE_WITHIN = "docxtpl"  # LGPL, and shipped as bytecode


def write(cpython: Path, wheels: list[Path], thai: list[Path], places: Places) -> None:
    """The folder `licences`: LICENSES.txt, texts, and the sources that a licence asks for."""
    texts = {
        "itadesk": [REPOSITORY / "LICENSE"],
        "python": [cpython / "LICENSE.txt"],
        "qt": [COMMON / "LGPL-3", COMMON / "GPL-3"],
        "libthai": [COMMON / "LGPL-2.1"],
        "libdatrie": [COMMON / "LGPL-2.1"],
        "fonts": sorted((REPOSITORY / "resources" / "fonts").glob("*.txt")),
        "words": [REPOSITORY / "resources" / "words" / "LICENSES.md"],
        _SOURCE_WITHIN: [COMMON / "LGPL-2.1"],
    }
    for name, paths in texts.items():
        _copy(paths, places.licences / name)
    for archive in thai:
        _copy([archive], places.licences / archive.name.split("_")[0] / "source")
    _copy(sorted((INSTALLER / "thai").iterdir()), places.licences / "libthai" / "source")
    shipped = [each for each in wheels if _name(each) not in _OF_QT]
    _copy([each for each in shipped if _name(each) == _SOURCE_WITHIN],
          places.licences / _SOURCE_WITHIN / "source")  # fmt: skip
    text = (INSTALLER / "licences" / "LICENSES.txt").read_text(encoding="utf-8")
    text += "".join(_line(each) for each in shipped)
    (places.licences / "LICENSES.txt").write_text(text, encoding="utf-8-sig", newline="\r\n")


def _copy(paths: list[Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for each in paths:
        name = each.name if each.suffix else f"{each.name}.txt"
        shutil.copyfile(each, folder / name)


def _name(wheel: Path) -> str:
    return wheel.name.split("-")[0]


def _line(wheel: Path) -> str:
    name, version = wheel.name.split("-")[:2]
    return f"{f'{name} {version}':<30}{_licence(wheel):<36}{name}/\n"


def _licence(wheel: Path) -> str:
    """As the package says it, the short forms first."""
    with zipfile.ZipFile(wheel) as archive:
        inside = next(each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        said = archive.read(inside).decode()
    for pattern in (
        r"^License-Expression: (.+)$",
        r"^License: (.{1,60})$",
        r"^Classifier: License :: (?:OSI Approved :: )?(.+)$",
    ):
        found = re.search(pattern, said, re.MULTILINE)
        if found:
            return found[1].strip()
    return "-"
