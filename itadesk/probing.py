"""What the system knows of a folder: kind of drive, signs of a cloud, who may write in it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from itadesk.reach import on_share

_REMOVABLE = 2  # DRIVE_REMOVABLE of GetDriveTypeW
# Windows' marks of files that a cloud looks after: the tag IO_REPARSE_TAG_CLOUD in sixteen kinds,
# and the attributes PINNED, UNPINNED, RECALL_ON_OPEN, RECALL_ON_DATA_ACCESS.
_CLOUD_TAG, _CLOUD_KINDS = 0x9000001A, 0xF000
_CLOUD_ATTRIBUTES = 0x80000 | 0x100000 | 0x40000 | 0x400000
_STICKS = ("/media", "/run/media")


def removable(path: Path, mounts: Path = Path("/proc/self/mounts")) -> bool:
    """True of a USB stick or a card; a large USB disk may tell Windows that it is fixed."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOVABLE)
    device, mount = _mounted(path, mounts)
    return mount.startswith(_STICKS) or _says_removable(Path(device).name)


def looked_after(path: Path) -> bool:
    """True where Windows marks the file or a folder around it as a cloud's."""
    for each in (path, *path.parents):
        try:
            found = each.lstat()
        except OSError:
            continue
        tag = getattr(found, "st_reparse_tag", 0)
        if tag & ~_CLOUD_KINDS == _CLOUD_TAG:
            return True
        if getattr(found, "st_file_attributes", 0) & _CLOUD_ATTRIBUTES:
            return True
    return False


def open_to_all(path: Path) -> bool:
    """True of a folder that every account of the computer may write in."""
    try:
        mode = path.parent.stat().st_mode
    except OSError:
        return False
    return sys.platform != "win32" and bool(mode & stat.S_IWOTH)


@dataclass(frozen=True, slots=True)
class Probe:
    """What `places` asks of the system; tests answer for drives that cannot be made."""

    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    on_share: Callable[[Path], bool] = on_share
    removable: Callable[[Path], bool] = removable
    looked_after: Callable[[Path], bool] = looked_after
    open_to_all: Callable[[Path], bool] = open_to_all
    exists: Callable[[Path], bool] = Path.exists


def _mounted(path: Path, mounts: Path) -> tuple[str, str]:
    """Device and folder of the innermost mount around `path`."""
    try:
        lines = [line.split(" ") for line in mounts.read_text("utf-8", "replace").splitlines()]
    except OSError:
        return "", ""
    named = [(line[0], line[1].replace("\\040", " ")) for line in lines if len(line) > 2]
    around = [each for each in named if path.is_relative_to(each[1])]
    return max(around, key=lambda each: len(each[1]), default=("", ""))


def _says_removable(device: str) -> bool:
    """Of a partition such as sdb1 the drive sdb tells."""
    if not device:
        return False
    for name in (device, device.rstrip("0123456789"), device.rpartition("p")[0]):
        try:
            return Path(f"/sys/block/{name}/removable").read_text("ascii").strip() == "1"
        except OSError:
            continue
    return False
