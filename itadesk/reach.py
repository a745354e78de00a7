"""Whether other PCs can reach the folder of a file as well."""

from __future__ import annotations

import sys
from pathlib import Path

_REMOTE = 4  # DRIVE_REMOTE of GetDriveTypeW
_SHARES = ("nfs", "cifs", "smb", "9p", "fuse.sshfs", "fuse.gvfsd", "fuse.rclone", "afs", "ceph")


def on_share(path: Path, mounts: Path = Path("/proc/self/mounts")) -> bool:
    """True of a path on a network drive or a share; a local folder that is shared counts not."""
    if sys.platform == "win32":
        import ctypes

        root = path.anchor
        return root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE
    try:
        lines = [line.split(" ") for line in mounts.read_text("utf-8", "replace").splitlines()]
    except OSError:
        return False
    around = [each for each in lines if len(each) > 2 and path.is_relative_to(_named(each[1]))]
    kind = max(around, key=lambda each: len(each[1]))[2] if around else ""
    return kind.startswith(_SHARES)


def _named(mount: str) -> str:
    """A folder's name as it is; a space stands as \\040 in the list of mounts."""
    return mount.replace("\\040", " ")
