"""Compiles every module with the shipped CPython itself, under Wine; bytecode alone is shipped."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from installer.making import packing
from installer.making.places import BuildRefused, Places

CODE = "code.zip"
# What a start imports; the others keep their files, some of them read what lies beside.
_TOGETHER = ("lib", "packages/itadesk", "packages/ui")

# Runs inside the Windows Python: names come by standard input, a line each, relative to the folder.
_COMPILE = """
import os, py_compile, sys
os.chdir(sys.argv[1])
mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
for line in sys.stdin.buffer.read().decode('utf-8').split('\\n'):
    py_compile.compile(line, line + 'c', dfile=line, doraise=True, invalidation_mode=mode)
print('compiled')
"""


def compile_all(cpython: Path, places: Places) -> None:
    """Each .py below lib and packages becomes a .pyc, which knows itself by its place there."""
    found = sorted([*places.lib.rglob("*.py"), *places.packages.rglob("*.py")])
    names = "\n".join(each.relative_to(places.app).as_posix() for each in found)
    told = run_wine(
        places, cpython / "python.exe", "-c", _COMPILE, _windows(places.app), text=names
    )
    if "compiled" not in told:
        raise BuildRefused(f"modules were not compiled:\n{told}")
    for each in found:
        each.unlink()


def gather(places: Places) -> None:
    """Puts the modules of a start into one file: hundreds that a virus scanner need not open."""
    found = {}
    for folder in _TOGETHER:
        root = places.app / folder.split("/")[0]
        for path in (places.app / folder).rglob("*.pyc"):
            found[path.relative_to(root).as_posix()] = path
    packing.write_zip(places.app / CODE, found, places.stamp, compressed=False)
    for path in found.values():
        path.unlink()
    for folder in _TOGETHER:
        emptied = [path for path in (places.app / folder).rglob("*") if path.is_dir()]
        for path in [*sorted(emptied, reverse=True), places.app / folder]:
            if not any(path.iterdir()):
                path.rmdir()  # neither a .zip nor the installer would make it


def run_wine(places: Places, program: Path, *words: str, text: str = "") -> str:
    """What a Windows program says, given `text`; by pipes, because Python dies there on files."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    env |= {"WINEPREFIX": str(places.cache / "wine"), "WINEDEBUG": "-all", "WINEARCH": "win64"}
    env |= {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "WINEDLLOVERRIDES": "mscoree,mshtml="}
    (places.cache / "wine").mkdir(parents=True, exist_ok=True)
    command = ["/usr/lib/wine/wine64", str(program), *words]
    found = subprocess.run(command, input=text.encode(), capture_output=True, env=env, timeout=900)
    return found.stdout.decode(errors="replace") + found.stderr.decode(errors="replace")


def _windows(path: Path) -> str:
    return "Z:" + str(path).replace("/", "\\")
