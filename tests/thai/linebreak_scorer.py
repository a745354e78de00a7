"""Scores line breaks against sentences marked by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

NEVER_FIRST = re.compile(r"[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u0e46\u0e2f)\]”’?!%,.:;๚๛»]")
NEVER_LAST = re.compile(r"[เแโใไ(\[“‘«]\Z")


@dataclass(frozen=True)
class Marked:
    """A sentence: where a line may begin, where it had better not, what stays whole."""

    text: str
    allowed: frozenset[int]
    tolerated: frozenset[int] = frozenset()
    whole: tuple[tuple[int, int], ...] = ()


@dataclass
class Score:
    hard: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    allowed: int = 0

    @property
    def coverage(self) -> float:
        return 1 - len(self.missed) / self.allowed if self.allowed else 1.0


def from_marks(marked: str) -> Marked:
    """`|` a break, `~` a tolerated one, `{}` around what stays whole."""
    text = ""
    allowed, tolerated, whole, start = set(), set(), [], 0
    for mark in marked:
        if mark == "|":
            allowed.add(len(text))
        elif mark == "~":
            tolerated.add(len(text))
        elif mark == "{":
            start = len(text)
        elif mark == "}":
            whole.append((start, len(text)))
        else:
            text += mark
    return Marked(text, frozenset(allowed), frozenset(tolerated), tuple(whole))


def is_hard(marked: Marked, at: int) -> bool:
    """Inside a whole, before a mark or closer, after a leading vowel or opener."""
    before, after = marked.text[:at].rstrip(" "), marked.text[at:].lstrip(" ")
    return (
        any(start < at < end for start, end in marked.whole)
        or bool(NEVER_FIRST.match(after))
        or bool(NEVER_LAST.search(before))
    )


def score(breaks: Callable[[str], Iterable[int]], items: Iterable[Marked]) -> Score:
    total = Score()
    for item in items:
        offered = set(breaks(item.text))
        total.allowed += len(item.allowed)
        for at in sorted(offered):
            shown = f"{item.text[max(0, at - 14) : at]}|{item.text[at : at + 14]}"
            if is_hard(item, at):
                total.hard.append(shown)
            elif at not in item.allowed | item.tolerated:
                total.wrong.append(shown)
        total.missed += [
            f"{item.text[max(0, at - 14) : at]}|{item.text[at : at + 14]}"
            for at in sorted(item.allowed - offered)
        ]
    return total
