"""The limitations of an office as one text with a number before each, and back."""

from __future__ import annotations

import re

from itadesk.thai.digits import to_thai
from itadesk.thai.numbering import bare

_NUMBER = re.compile(r"\s*[0-9๐-๙]+\s*\)\s*")


def in_one(limitations: tuple[str, ...]) -> str:
    """๑) … ๒) …, each on lines of its own."""
    return "\n".join(f"{to_thai(str(n))}) {text}" for n, text in enumerate(limitations, 1))


def apart(text: str) -> tuple[str, ...]:
    """Each that has a number with a bracket; each line where none has one."""
    lines = [line for line in text.split("\n") if line.strip()]
    if not any(map(_NUMBER.match, lines)):
        return tuple(bare(line.strip()) for line in lines)
    found: list[list[str]] = []
    for line in lines:
        number = _NUMBER.match(line)
        if number or not found:
            found.append([line[number.end() :] if number else line])
        else:
            found[-1].append(line)
    return tuple(filter(None, ("\n".join(each).strip() for each in found)))
