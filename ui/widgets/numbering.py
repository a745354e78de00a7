"""Numbered lines: what stands before them, the next one, and numbering them anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from itadesk.thai.digits import to_thai

_NUMBER = re.compile(r"^\s*(?:[(]?[0-9๐-๙]{1,2}[.)](?![0-9๐-๙])|[-–•*])\s*")
_MARKER = re.compile(
    r"(?P<lead>[ \t]*)(?:(?P<dash>[-–•])|(?P<opening>\(?)"
    r"(?P<numbers>[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*)(?P<closing>[.)]?))(?P<gap>[ \t]+|$)"
)
DEEPEST = 3  # ๑.๑.๑


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a line of a list; a dash has no numbers."""

    lead: str
    opening: str  # a bracket, or the dash itself
    numbers: tuple[int, ...]
    closing: str
    gap: str
    thai: bool

    @property
    def style(self) -> tuple[str, str, int]:
        """Equal for the lines of one level."""
        depth = len(self.numbers)
        return self.opening, self.closing if depth < 2 else "", depth

    def text(self) -> str:
        number = ".".join(map(str, self.numbers))
        written = to_thai(number) if self.thai else number
        return f"{self.lead}{self.opening}{written}{self.closing}{self.gap}"


def marker(line: str) -> Marker | None:
    """The marker that a line begins with; ๒๕๖๘ and a bare ๕ are none."""
    found = _MARKER.match(line)
    if found is None:
        return None
    if found["dash"]:
        return Marker(found["lead"], found["dash"], (), "", found["gap"] or " ", thai=True)
    numbers = found["numbers"]
    if "." not in numbers and not found["closing"]:
        return None
    return Marker(
        found["lead"],
        found["opening"],
        tuple(map(int, numbers.split("."))),
        found["closing"],
        found["gap"] or " ",
        thai=not re.search("[0-9]", numbers),
    )


def marker_length(line: str) -> int:
    """Letters of a line that are its marker, 0 without one."""
    found = _MARKER.match(line)
    return found.end() if found and marker(line) else 0


def next_marker(lines: Sequence[str], at: int) -> Marker | None:
    """What the line below `at` begins with, when that one is an item."""
    own = marker(lines[at])
    if own is None or not own.numbers:
        return own
    if len(own.numbers) > 1 and not own.closing and not _follows(lines, at, own):
        return None  # ๑.๕ ล้านบาท
    return replace(own, numbers=(*own.numbers[:-1], own.numbers[-1] + 1))


def _follows(lines: Sequence[str], at: int, own: Marker) -> bool:
    above = marker(lines[at - 1]) if at else None
    return above is not None and above.numbers[:1] == own.numbers[:1]


def list_around(lines: Sequence[str], at: int) -> range:
    """The lines of the list that line `at` stands in; empty where it has no number."""
    first = last = at
    while first >= 0 and _numbered(lines[first]):
        first -= 1
    while last < len(lines) and _numbered(lines[last]):
        last += 1
    return range(first + 1, max(last, first + 1))


def _numbered(line: str) -> bool:
    found = marker(line)
    return found is not None and bool(found.numbers)


def renumbered(lines: Sequence[str], first: tuple[int, ...] = ()) -> list[str]:
    """The lines of one list counted anew, from `first` or as they begin, in the digits of its
    first line."""
    levels: list[Marker] = []
    made = []
    for line in lines:
        own = marker(line)
        if own is None:
            return list(lines)
        levels = _placed(levels, own, first)
        counted = replace(own, numbers=levels[-1].numbers, thai=levels[-1].thai)
        made.append(counted.text() + line[marker_length(line) :])
    return made


def _placed(levels: list[Marker], own: Marker, first: tuple[int, ...]) -> list[Marker]:
    """The levels down to the line, its own last with its number."""
    styles = [level.style for level in levels]
    own = replace(own, thai=levels[0].thai) if levels else own
    if own.style in styles:
        above = levels[: styles.index(own.style)]
        numbers = levels[len(above)].numbers
        own = replace(own, numbers=(*numbers[:-1], numbers[-1] + 1))
    elif levels:
        above = levels
        parent = levels[-1].numbers if len(own.numbers) > 1 else ()
        own = replace(own, numbers=(*parent, 1)[-len(own.numbers) :])
    else:
        above = []
        own = replace(own, numbers=first if len(first) == len(own.numbers) else own.numbers)
    if len(own.numbers) > 1 and above:
        own = replace(own, numbers=(*above[-1].numbers, own.numbers[-1]))
    return [*above, own]


def deeper(lines: Sequence[str], at: int) -> Marker | None:
    """The marker one level below the line above: ๑.๑ below ๑."""
    own, above = marker(lines[at]), marker(lines[at - 1]) if at else None
    if own is None or above is None or not own.numbers or not above.numbers:
        return None
    depth = len(own.numbers)
    if depth >= DEEPEST or len(above.numbers) < depth or own.opening:
        return None
    last = above.numbers[depth] + 1 if len(above.numbers) > depth else 1
    return replace(own, numbers=(*above.numbers[:depth], last), closing="", lead=own.lead)


def higher(lines: Sequence[str], at: int) -> Marker | None:
    """The marker one level above: ๒. after ๑.๑."""
    own = marker(lines[at])
    if own is None or len(own.numbers) < 2:
        return None
    outer = (*own.numbers[:-2], own.numbers[-2] + 1)
    return replace(own, numbers=outer, closing="" if len(outer) > 1 else ".")


def numbered(text: str) -> str:
    """`๑. ` before each line that is not empty; a number or dash that stood there goes."""
    lines, count = [], 0
    for line in text.split("\n"):
        if line.strip():
            count += 1
            lines.append(f"{to_thai(str(count))}. {_NUMBER.sub('', line).strip()}")
    return "\n".join(lines)
