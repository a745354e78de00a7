"""Numbers that were typed before the lines of a list."""

from __future__ import annotations

import re

_MARK = re.compile(r"\s*(?:[(]?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])|[-–•*])\s*")


def bare(line: str) -> str:
    """A line without the number or dash before it."""
    found = _MARK.match(line)
    return line[found.end() :] if found else line
