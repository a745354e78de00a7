"""File names made of what users typed, safe on Windows and elsewhere."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

LONGEST = 120  # characters; leaves room for the folder within the 260 of Windows
MOST_BYTES = 240  # of UTF-8; other systems take 255, and a number may still be added
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200b\u200e\u200f\u2060\ufeff\ud800-\udfff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?", re.IGNORECASE)


def file_name(text: str, ending: str = "") -> str:
    """A name of at most 120 characters, 80 of Thai, for `text` plus `ending`, without folders."""
    name = unicodedata.normalize("NFC", _FORBIDDEN.sub("-", text))
    name = " ".join(name.split()).strip(". -") or "ไม่มีชื่อ"
    fitting = name.encode()[: MOST_BYTES - len(ending.encode())].decode(errors="ignore")
    name = _whole_clusters(name, min(LONGEST - len(ending), len(fitting))).rstrip(". ")
    if _RESERVED.fullmatch(name):
        name = f"-{name}"
    return name + ending


def free_beside(path: Path, mark: str) -> Path:
    """`name mark.ending` beside a file, or `name mark 2.ending`, whichever is not there yet."""
    number = 1
    while True:
        told = mark if number == 1 else f"{mark} {number}"
        found = path.with_name(f"{path.stem} {told}{path.suffix}")
        if not found.exists():
            return found
        number += 1


def _whole_clusters(name: str, longest: int) -> str:
    """Cut before a letter, never before its marks."""
    if len(name) <= longest:
        return name
    end = longest
    while end > 0 and unicodedata.category(name[end]).startswith("M"):
        end -= 1
    return name[:end]
