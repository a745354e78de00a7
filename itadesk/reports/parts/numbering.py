"""Numbered lines as offices type them, numbered anew so that no number is skipped or twice."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = "[0-9๐-๙]+"
_STYLES = (
    re.compile(rf"\s*(?P<no>{_DIGITS})\.(?![0-9๐-๙])\s*"),  # ๑.
    re.compile(rf"\s*(?P<no>{_DIGITS})\)\s*"),  # ๑)
    re.compile(rf"\s*(?P<no>\({_DIGITS}\))\s*"),  # (๑)
    re.compile(rf"\s*(?P<no>{_DIGITS}(?:\.{_DIGITS})+)[.)]\s*"),  # ๑.๑)
    re.compile(r"\s*(?P<no>[-–•])\s+"),
)
# ๑.๑ without a mark is a number only where there are several: ๑.๕ ล้านบาท is not
_UNMARKED = re.compile(rf"\s*(?P<no>{_DIGITS}(?:\.{_DIGITS})+)\s+")


@dataclass(frozen=True, slots=True)
class Item:
    """A line without its number, the lines below it, and the number it was typed with."""

    text: str
    below: tuple[str, ...] = ()
    typed: str = ""

    def lines(self, number: str, mark: str) -> list[str]:
        """The item under a new number, sub-numbers moved along: ๑.๑ below ๓. becomes ๓.๑."""
        old = re.compile(rf"\s*{re.escape(self.typed)}(?=\.[0-9๐-๙])") if self.typed else None
        below = [old.sub(number, line, count=1) if old else line for line in self.below]
        return [f"{number}{mark} {self.text}", *below]


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines before the first number, and the items."""

    lead: tuple[str, ...]
    items: tuple[Item, ...]


def listing(text: str) -> Listing:
    """The first kind of number found makes the items; without any, each line is one."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    style = _style(lines)
    if style is None:
        return Listing((), tuple(Item(line) for line in lines))
    lead: list[str] = []
    items: list[Item] = []
    for line in lines:
        found = style.match(line)
        if found:
            items.append(Item(line[found.end() :], typed=found["no"]))
        elif items:
            last = items[-1]
            items[-1] = Item(last.text, (*last.below, line), last.typed)
        else:
            lead.append(line)
    return Listing(tuple(lead), tuple(items))


def _style(lines: list[str]) -> re.Pattern[str] | None:
    marked = next((style for line in lines for style in _STYLES if style.match(line)), None)
    if marked is None and sum(1 for line in lines if _UNMARKED.match(line)) > 1:
        return _UNMARKED
    return marked
