"""Numbers the lines of a text with Thai digits."""

from __future__ import annotations

import re

from itadesk.thai.digits import to_thai

_NUMBER = re.compile(r"^\s*(?:[(]?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])|[-–•*])\s*")


def numbered(text: str) -> str:
    """`๑. ` before each line that is not empty; a number or dash that stood there goes."""
    lines, count = [], 0
    for line in text.split("\n"):
        if line.strip():
            count += 1
            lines.append(f"{to_thai(str(count))}. {_NUMBER.sub('', line).strip()}")
    return "\n".join(lines)
