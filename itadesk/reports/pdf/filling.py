"""Fills lines with the pieces between two allowed breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Protocol

from itadesk.reports.pdf.shaping import begins
from itadesk.reports.pdf.words import Atom

# Where a long address may be cut when nothing better is left: a hyphen at a line's end would
# be taken for one that divides a word.
_AT_MARKS = re.compile(r"(?<=[/?&=@,:;)])(?=[^/?&=@,:;)])|(?<=[^-._])(?=[-._])")
_LEADING = "เแโใไ"
# A leading vowel, or a consonant with a vowel or tone of its own: one that is not silenced, and
# that joins no consonant before it.
_SYLLABLE = re.compile(
    r"(?<![เแโใไ])(?:[เแโใไ]|(?:(?<![กขคตทปผพสศซหอ])[รลวยงญนมณฬ]|[กขคฆจฉชซฌฎฏฐฑฒดตถทธบปผฝพฟภศษสหอฮ])"
    r"(?=[ะ-ฺ็-๋]|อ[กงดนบมยร](?![ะ-ฺ็-์]))"
    r"(?![ิุ]?์))"
)
_TRAILING = frozenset("ะาำๅๆฯัิีึืฺุู็่้๊๋์ํ๎\u200b\u2060")
# Rounding must not push a piece that fits exactly onto the next line.
_TOLERANCE = 0.01
_LONELY = 0.12


class Breaker(Protocol):
    """Finds where a line may begin; what it found for a text is remembered by its identity."""

    def breaks(self, text: str, /) -> tuple[int, ...]: ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Piece:
    """What stays on one line: its part of the text, its atoms, and its width without and with
    the spaces at its end, in thousandths of the size."""

    start: int
    end: int
    atoms: tuple[Atom, ...]
    ink: float
    width: float


Measure = Callable[[int, int], Piece]


def fill(
    text: str, breaker: Breaker, measure: Measure, first: float, rest: float
) -> list[list[Piece]]:
    """Lines of pieces, none wider than `first` (the first line) or `rest`."""
    lines: list[list[Piece]] = [[]]
    used = 0.0
    room = first
    for piece in _pieces(text, breaker, measure, min(first, rest)):
        if lines[-1] and used + piece.ink > room + _TOLERANCE:
            lines.append([])
            used, room = 0.0, rest
        lines[-1].append(piece)
        used += piece.width
    return _without_lonely_end(lines, rest)


def _pieces(text: str, breaker: Breaker, measure: Measure, narrowest: float) -> Iterator[Piece]:
    cuts = breaker.breaks(text) if text else ()
    edges = [0, *(cut for cut in cuts if 0 < cut < len(text)), len(text)]
    # From the gentlest to the last resort.
    words = partial(_in_compound, breaker)
    ways = (_at_spaces, _at_marks, words, _syllables, clusters, _letters)
    for start, end in pairwise(edges):
        piece = measure(start, end)
        if piece.ink <= narrowest + _TOLERANCE:
            yield piece
        else:
            yield from _cut_up(text, piece, measure, narrowest, ways)


def _cut_up(
    text: str,
    piece: Piece,
    measure: Measure,
    narrowest: float,
    ways: tuple[Callable[[str], list[int]], ...],
) -> Iterator[Piece]:
    """Break what is wider than the column by the gentlest way that helps."""
    if piece.ink <= narrowest + _TOLERANCE or not ways:
        yield piece
        return
    starts = [piece.start + cut for cut in ways[0](text[piece.start : piece.end])]
    for start, end in zip(starts, [*starts[1:], piece.end], strict=True):
        yield from _cut_up(text, measure(start, end), measure, narrowest, ways[1:])


def _at_spaces(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer(r"[\s\u00a0]+(?=\S)", text) if found.start())]


def _at_marks(text: str) -> list[int]:
    return [0, *(found.start() for found in _AT_MARKS.finditer(text) if found.start())]


def _in_compound(breaker: Breaker, text: str) -> list[int]:
    """Words inside one that the breaker keeps whole: without its end, or its beginning, the
    breaker no longer knows it (หน่วย|ตรวจสอบ|ภายใน)."""
    found = {0}
    for cut in _syllables(text)[1:]:
        found.update(breaker.breaks(text[:cut]))
        found.update(cut + at for at in breaker.breaks(text[cut:]))
    return sorted(found)


def _syllables(text: str) -> list[int]:
    """Where a syllable surely begins: ผู้|รับ|ผิดชอบ, and not ผู้รั|บผิดชอบ."""
    return [0, *(found.start() for found in _SYLLABLE.finditer(text) if found.start())]


def clusters(text: str) -> list[int]:
    """Where clusters begin that may stand alone: a leading vowel stays with its consonant."""
    return [0] + [
        i
        for i in range(1, len(text))
        if text[i] not in _TRAILING and text[i - 1] not in _LEADING and not text[i].isspace()
    ]


def _letters(text: str) -> list[int]:
    """Where letters with their marks begin, for columns narrower than เกาะ."""
    return [0] + [i for i in range(1, len(text)) if begins(text[i]) and text[i] != "ำ"]


def _without_lonely_end(lines: list[list[Piece]], rest: float) -> list[list[Piece]]:
    """A last line of one short word takes a companion from the line above."""
    if len(lines) < 2 or len(lines[-1]) != 1 or len(lines[-2]) < 4:
        return lines
    moved = lines[-2][-1]
    if lines[-1][0].ink > _LONELY * rest or moved.ink > 2 * _LONELY * rest:
        return lines
    if moved.width + lines[-1][0].ink <= rest:
        lines[-1].insert(0, lines[-2].pop())
    return lines
