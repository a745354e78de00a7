"""Where a line of Thai may never begin or end, whatever the words are."""

from __future__ import annotations

import re

ZWSP, WJ, NBSP = "\u200b", "\u2060", "\u00a0"
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
THAI = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e"
_CLOSERS = r")\]}”’»›」?!%,.:;…\u0e2f\u0e46\u0e5a\u0e5b"
_OPENERS = r"(\[{“‘«‹「฿"
_SPACES = " \u200b"
NEVER_FIRST = re.compile(rf"[{_MARKS}\u0e30\u0e32\u0e33\u0e45{_CLOSERS}{WJ}{NBSP}]")
NEVER_LAST = re.compile(rf"[\u0e40-\u0e44{_OPENERS}{WJ}{NBSP}]")
CLUSTER = re.compile(
    rf"[\u0e40-\u0e44]?[\u0e01-\u0e2e][{_MARKS}\u0e30\u0e32\u0e33\u0e45]*|\S[{_MARKS}]*|\s"
)


def may_begin(text: str, at: int) -> bool:
    """False before a mark or closer and after a leading vowel or opener, spaces left out."""
    if at and text[at - 1] not in _SPACES and text[at] not in _SPACES:
        return not NEVER_FIRST.match(text, at) and not NEVER_LAST.match(text, at - 1)
    left, right = at, at
    while left > 0 and text[left - 1] in _SPACES:
        left -= 1
    while right < len(text) and text[right] in _SPACES:
        right += 1
    if right >= len(text) or left == 0:
        return False
    return not NEVER_FIRST.match(text, right) and not NEVER_LAST.match(text, left - 1)


def cluster_breaks(text: str) -> tuple[int, ...]:
    """Emergency breaks between clusters, for a word that is wider than its column."""
    return tuple(
        m.start() for m in CLUSTER.finditer(text) if m.start() and may_begin(text, m.start())
    )
