"""Numbers that were typed before the lines of a list."""

from __future__ import annotations

import re

from itadesk.thai.digits import to_thai

_MARK = re.compile(r"\s*(?:[(]?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])|[-–•*])\s*")
_NUMBER = re.compile(r"(?P<before>\s*[(]?)(?P<digits>[0-9๐-๙]{1,2})(?P<after>[.)](?![0-9๐-๙])\s*)")


def numbered(text: str) -> str:
    """`๑. ` before each line that is not empty; a number or dash that stood there goes."""
    lines, count = [], 0
    for line in text.split("\n"):
        if line.strip():
            count += 1
            lines.append(f"{to_thai(str(count))}. {bare(line).strip()}")
    return "\n".join(lines)


def bare(line: str) -> str:
    """A line without the number or dash before it."""
    return _MARK.sub("", line, count=1) if _MARK.match(line) else line


def number_of(line: str) -> str:
    """The number a line begins with, as typed with what stands around it, else ""."""
    found = _NUMBER.match(line)
    return found.group() if found else ""


def next_number(line: str) -> str:
    """The number for the line after a numbered one, in its own style; "" after any other."""
    found = _NUMBER.match(line)
    return _styled(found, int(found["digits"]) + 1) if found else ""


def renumbered(text: str) -> str:
    """The numbered lines counted anew; a 1 below a line without a number begins another list."""
    lines, count, beside = [], 0, True
    for line in text.split("\n"):
        found = _NUMBER.match(line)
        if found:
            begins = not beside and int(found["digits"]) == 1
            count = 1 if begins else count + 1
            line = _styled(found, count) + line[found.end() :]
        beside = found is not None
        lines.append(line)
    return "\n".join(lines)


def _styled(found: re.Match[str], count: int) -> str:
    arabic = found["digits"].isascii()
    digits = str(count) if arabic else to_thai(str(count))
    return f"{found['before']}{digits}{found['after']}"
