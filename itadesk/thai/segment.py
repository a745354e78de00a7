"""Cuts a run of Thai letters into words: the cheapest path through the word lists."""

from __future__ import annotations

from collections.abc import Mapping

from itadesk.thai.clusters import CLUSTER
from itadesk.thai.dictionary import Lexicon

UNKNOWN_COST = 250  # of a cluster that is part of no word
WORD_COST = 10  # of every word: fewer words are better

Edges = Mapping[int, list[tuple[int, int]]]
"""Start of a word within the run to (end, cost)."""


def segment(run: str, lexicon: Lexicon, edges: Edges) -> list[tuple[int, int, bool]]:
    """(start, end, known) of each word, in order; `edges` are words of this run only."""
    size = len(run)
    starts = {match.start(): match.end() for match in CLUSTER.finditer(run)}
    starts[size] = size
    best = [1_000_000] * (size + 1)
    best[0] = 0
    came: list[tuple[int, bool]] = [(0, False)] * (size + 1)
    costs, lengths = lexicon.costs, lexicon.lengths
    for start, next_start in starts.items():
        here = best[start] + WORD_COST
        if start == size or here >= 1_000_000:
            continue
        ends = [(next_start, UNKNOWN_COST), *edges.get(start, ())]
        for length in (2, *lengths.get(run[start : start + 3], ())):
            end = start + length
            cost = costs.get(run[start:end]) if end in starts else None
            if cost is not None:
                ends.append((end, cost))
        for end, cost in ends:
            if here + cost < best[end]:
                best[end], came[end] = here + cost, (start, cost != UNKNOWN_COST)
    return _path(came, size)


def _path(came: list[tuple[int, bool]], size: int) -> list[tuple[int, int, bool]]:
    words: list[tuple[int, int, bool]] = []
    while size > 0:
        start, known = came[size]
        words.append((start, size, known))
        size = start
    return words[::-1]
