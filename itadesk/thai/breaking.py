"""Where a line of Thai may begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from itadesk.thai.clusters import THAI, ZWSP, may_begin
from itadesk.thai.counted import counted
from itadesk.thai.dictionary import Lexicon, load_lexicon
from itadesk.thai.pairs import kept_together
from itadesk.thai.persons import persons
from itadesk.thai.places import place_edges, unknown_places
from itadesk.thai.segment import segment

_RUN = re.compile(rf"[{THAI}](?:[{THAI}]|(?<=[\u0e01-\u0e2e])\.)*")
_SPACE = re.compile(r"[ \t\n]+")
_SEAM = re.compile(
    rf"(?<=[A-Za-z)\]”\u0e2f\u0e46])(?=[{THAI}])|(?<=[{THAI}\u0e2f\u0e46])(?=[A-Za-z(“])"
)
_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,3}\.){2,}(?:[ก-ฮ]{1,2}(?![ก-๎.]))?")
_FIRST_ABBREVIATION = re.compile(r"[ก-ฮ]{1,6}\.")
_PREFIXES = frozenset(("การ", "ความ", "ไม่", "ทุก", "ผู้", "นัก", "ชาว"))
_ABBREVIATION_COST, _NAME_COST, _NAME_INSIDE_COST, _OWN_COST = 90, 30, 130, 20


class Known(Enum):
    """A word of the lists, a part of a name (of a person, a place, the office), or neither."""

    NOT, WORD, NAME = range(3)


class Breaker:
    """Finds breaks; remembers the last texts. Made by make_breaker."""

    def __init__(self, words: Iterable[str]) -> None:
        longest_first = sorted({w for w in words if len(w) > 1}, key=len, reverse=True)
        self._own = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None
        self.breaks: Callable[[str], tuple[int, ...]] = lru_cache(maxsize=8192)(self._find)
        """Positions i, 0 < i < len(text): a line may begin with text[i]."""

    def words(self, text: str) -> Iterator[tuple[int, int, Known]]:
        """Start, end and what is known of each word of Thai letters."""
        lexicon = load_lexicon()
        edges, spans = self._names(text, lexicon)
        for run in _RUN.finditer(text):
            offset = run.start()
            words, places, _ = _cut(run[0], _inside(edges, run.span()), lexicon)
            names = [*spans, *((offset + a, offset + b) for a, b in places)]
            for start, end, known in words:
                at, to = offset + start, offset + end
                named = any(a <= at and to <= b for a, b in names)
                yield at, to, Known.NAME if named else Known.WORD if known else Known.NOT

    def _find(self, text: str) -> tuple[int, ...]:
        lexicon = load_lexicon()
        edges, spans = self._names(text, lexicon)
        found = {m.end() for m in _SPACE.finditer(text)}
        found.update(m.start() for m in _SEAM.finditer(text))
        for run in _RUN.finditer(text):
            found.update(_in_run(text, run.span(), edges, spans, lexicon))
        for start, end in (*spans, *kept_together(text)):
            found.difference_update(range(start + 1, end))
        found.update(m.end() for m in re.finditer(ZWSP, text))
        return tuple(i for i in sorted(found) if i < len(text) and may_begin(text, i))

    def _names(
        self, text: str, lexicon: Lexicon
    ) -> tuple[list[tuple[int, int, int]], list[tuple[int, int]]]:
        """Persons and the office's own words: as (start, end, cost) of words, and as spans."""
        names = list(persons(text, lexicon))
        own = [m.span() for m in self._own.finditer(text)] if self._own else []
        edges = [(start, end, _OWN_COST) for start, end in own]
        for start, first, end in names:
            inside = start > 0 and bool(re.match(f"[{THAI}]", text[start - 1]))
            edges.append((start, first, _NAME_INSIDE_COST if inside else _NAME_COST))
            edges.append((end - len(text[first:end].lstrip()), end, _NAME_COST))
        return edges, [(start, end) for start, _, end in names] + own


def make_breaker(words: Iterable[str] = ()) -> Breaker:
    """A breaker that never breaks inside `words`, the office's own names."""
    return Breaker(words)


def _in_run(
    text: str,
    span: tuple[int, int],
    known: list[tuple[int, int, int]],
    spans: list[tuple[int, int]],
    lexicon: Lexicon,
) -> Iterator[int]:
    """Breaks between the words of a run; what must stay whole is added to `spans`."""
    offset, end_of_run = span
    words, places, starts = _cut(text[offset:end_of_run], _inside(known, span), lexicon)
    spans += [(offset + a, offset + b) for a, b in places]
    spans += counted(text, offset, words, lexicon)
    return (offset + start for start in starts)


def _inside(
    known: list[tuple[int, int, int]], span: tuple[int, int]
) -> tuple[tuple[int, int, int], ...]:
    """The words that lie in a run, counted from its start."""
    first, last = span
    return tuple((a - first, b - first, cost) for a, b, cost in known if first <= a < b <= last)


@lru_cache(maxsize=4096)
def _cut(
    run: str, known: tuple[tuple[int, int, int], ...], lexicon: Lexicon
) -> tuple[list[tuple[int, int, bool]], list[tuple[int, int]], list[int]]:
    """Words of a run, spans of its places, and breaks; an office writes the same phrases often."""
    edges: dict[int, list[tuple[int, int]]] = {}
    for start, end, cost in (*known, *_abbreviations(run), *place_edges(run, lexicon)):
        edges.setdefault(start, []).append((end, cost))
    words = segment(run, lexicon, edges)
    places = list(unknown_places(run, words, lexicon))
    return words, places, list(_starts(run, words, lexicon))


def _abbreviations(run: str) -> Iterable[tuple[int, int, int]]:
    for match in _ABBREVIATION.finditer(run):
        yield match.start(), match.end(), _ABBREVIATION_COST
    first = _FIRST_ABBREVIATION.match(run)
    if first:
        yield 0, first.end(), _ABBREVIATION_COST


def _starts(run: str, words: list[tuple[int, int, bool]], lexicon: Lexicon) -> Iterable[int]:
    for (before, at, before_known), (_, end, known) in pairwise(words):
        left, right = run[before:at], run[at:end]
        if left in _PREFIXES or left.endswith(".") or right == "ละ":
            continue
        if not known and not before_known:
            continue
        if not (known and before_known) and _clings(right if known else left, lexicon):
            continue
        yield at


def _clings(word: str, lexicon: Lexicon) -> bool:
    """Beside letters of no known word, a short word is likely to belong to them."""
    return len(word) <= 4 and word not in lexicon.stops
