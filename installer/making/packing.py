"""Packs the finished folder: same files, same bytes."""

from __future__ import annotations

import os
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from installer.making.places import INSTALLER, Places


def mark_current(places: Places) -> None:
    """Names the folder the launchers start, and gives every file the same time."""
    (places.program / "current.txt").write_text(places.app.name, encoding="ascii")
    for each in places.program.rglob("*"):
        os.utime(each, (places.stamp, places.stamp))


def portable(places: Places) -> Path:
    """The folder as a .zip, to be unpacked anywhere."""
    target = places.dist / f"{places.program.name}-portable.zip"
    when = datetime.fromtimestamp(places.stamp, UTC).timetuple()[:6]
    part = target.with_name(target.name + ".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for each in sorted(path for path in places.program.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(each.relative_to(places.work).as_posix(), when)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(info, each.read_bytes())
    part.replace(target)
    return target


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
