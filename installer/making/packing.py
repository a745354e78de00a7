"""Packs the finished folder: same files, same bytes."""

from __future__ import annotations

import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from installer.making.places import Places


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
