"""Packs the finished folder: same files, same bytes."""

from __future__ import annotations

import os
import subprocess
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath

from installer.making.places import INSTALLER, Places


def mark_current(places: Places) -> None:
    """Names the folder the launchers start and its parts, and gives every file the same time."""
    parts = [*places.app.iterdir(), *places.packages.iterdir(), *places.lib.iterdir()]
    names = [str(PureWindowsPath(path.relative_to(places.app))) for path in parts]
    (places.app / "parts.txt").write_text("\n".join(sorted(names)), encoding="ascii")
    (places.program / "current.txt").write_text(places.app.name, encoding="ascii")
    for each in places.program.rglob("*"):
        os.utime(each, (places.stamp, places.stamp))


def portable(places: Places) -> Path:
    """The folder as a .zip, to be unpacked anywhere."""
    target = places.dist / f"{places.program.name}-portable.zip"
    part = target.with_name(target.name + ".part")
    files = [path for path in places.program.rglob("*") if path.is_file()]
    found = {path.relative_to(places.work).as_posix(): path for path in files}
    write_zip(part, found, places.stamp, compressed=True)
    part.replace(target)
    return target


def write_zip(target: Path, files: Mapping[str, Path], stamp: int, *, compressed: bool) -> None:
    """`files` by their names inside; all have the time `stamp`."""
    when = datetime.fromtimestamp(stamp, UTC).timetuple()[:6]
    method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(target, "w", method, compresslevel=9) as archive:
        for name, path in sorted(files.items()):
            info = zipfile.ZipInfo(name, when)
            info.compress_type, info.external_attr = method, 0o644 << 16
            info.create_system = 3  # wherever it is written
            archive.writestr(info, path.read_bytes())


def setup(places: Places, target: str = "x86-unicode") -> Path:
    """The installer; 32 bit, so that an older Windows can be told in Thai that it is one."""
    files = places.work / "files.nsh"
    files.write_text(_listed(places), encoding="utf-8-sig")
    out = places.dist / f"{places.program.name}-setup.exe"
    if target != "x86-unicode":
        out = places.work / f"{places.program.name}-{target}.exe"
    size = sum(path.stat().st_size for path in places.program.rglob("*") if path.is_file())
    defined = {
        "VERSION": places.version,
        "NUMBERS": ".".join([*places.version.split("."), "0", "0", "0"][:4]),
        "PROGRAM": places.program,
        "FILES": files,
        "SIZE_KB": size // 1024,
        "TARGET": target,
        "OUT": out,
        "HERE": INSTALLER / "setup",
    }
    words = [f"-D{name}={value}" for name, value in defined.items()]
    script = INSTALLER / "setup" / "setup.nsi"
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(places.stamp)}
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(script)]
    subprocess.run(command, check=True, env=env, cwd=script.parent)
    return out


def _listed(places: Places) -> str:
    """NSIS lines that put every file below `$INSTDIR\\$app`."""
    lines, folder = [], None
    for path in sorted(each for each in places.app.rglob("*") if each.is_file()):
        inside = path.parent.relative_to(places.app).as_posix().replace("/", "\\")
        if inside != folder:
            lines.append(f'SetOutPath "$INSTDIR\\$app\\{inside}"'.replace('\\."', '"'))
            folder = inside
        lines.append(f'File "{path}"')
    return "\n".join(lines) + "\n"
