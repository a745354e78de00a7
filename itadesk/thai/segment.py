"""Cuts a run of Thai letters into words: the cheapest path through the word lists."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.thai.clusters import CLUSTER
from itadesk.thai.dictionary import Lexicon

UNKNOWN_COST = 250  # of a cluster that is part of no word
WORD_COST = 10  # of every word: fewer words are better
_UNREACHED = 1_000_000

Edges = Mapping[int, list[tuple[int, int]]]
"""Start of a word within the run to (end, cost)."""


def segment(run: str, lexicon: Lexicon, edges: Edges) -> list[tuple[int, int, bool]]:
    """(start, end, known) of each word, in order; `edges` are words of this run only."""
    size = len(run)
    bounds = [match.end() for match in CLUSTER.finditer(run)]
    ends = set(bounds)
    best = [_UNREACHED] * (size + 1)
    best[0] = 0
    came: list[tuple[int, bool]] = [(0, False)] * (size + 1)
    for start, next_start in zip((0, *bounds), bounds, strict=False):
        here = best[start] + WORD_COST
        if here >= _UNREACHED:
            continue
        for end, cost in ((next_start, UNKNOWN_COST), *edges.get(start, ())):
            if here + cost < best[end]:
                best[end], came[end] = here + cost, (start, cost != UNKNOWN_COST)
        for length, costs in lexicon.words(run[start : start + 3]):
            end = start + length
            if end in ends:
                cost = costs.get(run[start:end], _UNREACHED)
                if here + cost < best[end]:
                    best[end], came[end] = here + cost, (start, True)
    return _path(came, size)


def _path(came: list[tuple[int, bool]], size: int) -> list[tuple[int, int, bool]]:
    words: list[tuple[int, int, bool]] = []
    while size > 0:
        start, known = came[size]
        words.append((start, size, known))
        size = start
    return words[::-1]
