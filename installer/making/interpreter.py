"""CPython for Windows: signatures checked, and only what the program can use."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tarfile
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from installer.making.places import INSTALLER, BuildRefused, Places

LIBRARIES = ("python313.dll", "python3.dll", "vcruntime140.dll", "vcruntime140_1.dll")
_BY_MICROSOFT = ("vcruntime140.dll", "vcruntime140_1.dll")

# Read by python313.dll beside it: these places and no others, no environment, no site module.
_PATHS = "code.zip\nlib\npackages\n"


def unpack(source: Path, places: Places) -> Path:
    """The folder of the whole CPython, for the build; its setup program is never run."""
    part = places.parts["python"]
    with tarfile.open(source) as outer:
        name = next(each for each in outer.getnames() if each.endswith(part["archive"]))
        held = outer.extractfile(name)
        assert held is not None
        with zipfile.ZipFile(io.BytesIO(held.read())) as archive:
            archive.extractall(places.work / "cpython")
    folder = places.work / "cpython" / str(part["folder"])
    _check_signatures(folder, part)
    return folder


def _check_signatures(folder: Path, part: dict[str, Any]) -> None:
    wanted = [*folder.glob("*.dll"), *folder.glob("*.exe")]
    wanted += [
        *(folder / "DLLs").glob("*.pyd"),
        *(folder / "DLLs" / name for name in part["modules"]),
    ]
    for path in sorted({each for each in wanted if each.name not in _BY_MICROSOFT}):
        check_signature(path, part["signer"])


def check_signature(path: Path, signer: str) -> None:
    """Digest, time stamp and chain to a pinned root; what was revoked only a network could tell."""
    root = str(INSTALLER / "signing-root.pem")
    command = ["osslsigncode", "verify", *_offline(), "-CAfile", root, "-TSA-CAfile", root]
    found = subprocess.run([*command, "-in", str(path)], capture_output=True, text=True)
    named = re.search(r"Signer #0:\s+Subject: (.*)", found.stdout)
    if found.returncode or named is None or f"/CN={signer}" not in named[1]:
        raise BuildRefused(f"{path.name}: not signed by {signer}\n{found.stdout}{found.stderr}")


@cache
def _offline() -> tuple[str, ...]:
    """The word by which this osslsigncode asks no network; older ones never do."""
    told = subprocess.run(["osslsigncode", "--version"], capture_output=True, text=True).stdout
    found = re.search(r"(\d+)\.(\d+)", told)
    version = (int(found[1]), int(found[2])) if found else (0, 0)
    if version < (2, 6):
        return ()
    return ("-ignore-crl",) if version >= (2, 8) else ("-ignore-cdp",)


def take(cpython: Path, places: Places) -> None:
    """Copies what is shipped: DLLs beside the list of paths, the library without `left_out`."""
    part = places.parts["python"]
    places.lib.mkdir(parents=True)
    for name in LIBRARIES:
        shutil.copyfile(cpython / name, places.app / name)
    for name in part["modules"]:
        shutil.copyfile(cpython / "DLLs" / name, places.lib / name)
    shutil.copytree(INSTALLER / "stubs", places.lib, dirs_exist_ok=True)
    (places.app / "python313._pth").write_text(_PATHS, encoding="ascii")
    for each in sorted((cpython / "Lib").iterdir()):
        if each.name in part["left_out"]:
            continue
        if each.is_dir():
            shutil.copytree(each, places.lib / each.name, ignore=_no_code)
        else:
            shutil.copyfile(each, places.lib / each.name)


def _no_code(_folder: str, names: list[str]) -> set[str]:
    """Tests, and what is neither a module nor a folder of modules."""
    files = {name for name in names if "." in name and not name.endswith(".py")}
    return files | {"__pycache__", "test", "tests", "macholib"}
