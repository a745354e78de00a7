"""Turns text into placed glyphs, each under a code that also says what text it stands for.

A code (CID) belongs to one (glyph, text) pair, so every reader copies out exactly what went in:
glyph = the glyph's own letter, count + glyph = nothing (the ring of sara am, whose า says ำ),
2 × count = า standing for ำ, above it the rare rest.
Codes depend on the pair alone, never on what was shaped before: equal documents, equal bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from zlib import crc32

import uharfbuzz as hb

from itadesk.reports.pdf.faces import Face

_SARA_AA = "\u0e32"
_SARA_AM = "\u0e33"
# Breaking and joining marks have done their work before; tabs and no-break spaces are spaces.
_DRAWN: dict[int, str | None] = {
    0x200B: None,
    0x2060: None,
    0xFEFF: None,
    0xAD: None,
    0x200C: None,
    0x200D: None,
}
_DRAWN |= {0x09: " ", 0xA0: " ", 0x202F: " ", 0x2007: " ", 0x2009: " ", 0x2002: " ", 0x2003: " "}
_DRAWN |= dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)])
_SURROGATES = re.compile("[\ud800-\udfff]")
_FEATURES = {"liga": False, "clig": False, "dlig": False}
_RARE = 8192
_COMBINING = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")


def drawable(text: str) -> str:
    """The text without what is never drawn."""
    return _SURROGATES.sub("\ufffd", text.translate(_DRAWN))


def begins(char: str) -> bool:
    """Whether space may be put before a letter: never between a base and its marks."""
    return char not in _COMBINING


@dataclass(frozen=True, slots=True)
class Glyph:
    """A code at its place, in thousandths of the font size; `opens` begins a cluster."""

    code: int
    text: str
    x: float
    advance: float
    opens: bool


@dataclass(frozen=True, slots=True)
class Raised:
    """A mark off the baseline, drawn as a shape: readers take a word apart where the baseline
    changes. The glyph before it says its letter; `after` clusters stand before its own."""

    glyph: int
    x: float
    y: float
    after: int


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A word or a stretch of spaces in one face; `moved` when marks left their natural place."""

    face: Face
    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    moved: bool
    clusters: int
    raised: tuple[Raised, ...] = ()

    @property
    def blank(self) -> bool:
        return self.text.isspace()


def shape(face: Face, text: str) -> Shaped:
    """Shape drawable text that the face covers, or that shows as boxes."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    hb.shape(face.hb_font, buffer, _FEATURES)
    placed, width, moved = _placed(face, buffer)
    texts = _texts([one.cluster for one in placed], text)
    # In the order of the text, whatever the order of drawing: that is how they are read back.
    order = sorted(range(len(placed)), key=lambda i: (placed[i].cluster, i))
    moved = moved or order != list(range(len(placed))) or _SARA_AM in text
    said = [texts[i] for i in order]
    drawn = _unswapped(face, [placed[i] for i in order], said)
    raised = _take_raised(drawn, said, text)
    glyphs = []
    seen = -1
    for one, letters in zip(drawn, said, strict=True):
        opens = _opens(one, letters, text, seen)
        seen = one.cluster
        number = code(face, one.glyph, letters)
        glyphs.append(Glyph(number, letters, one.x, face.advances[one.glyph], opens))
    clusters = sum(glyph.opens for glyph in glyphs)
    return Shaped(face, text, tuple(glyphs), width, moved, clusters, raised)


def _opens(one: _Placed, letters: str, text: str, seen: int) -> bool:
    letter = text[one.cluster]
    if letter == _SARA_AM:  # its ring stays on the base, its า moves away
        return bool(letters)
    return one.cluster != seen and begins(letter)


def _take_raised(drawn: list[_Placed], said: list[str], text: str) -> tuple[Raised, ...]:
    """Remove the glyphs off the baseline, giving their letters to the glyph before."""
    raised: list[Raised] = []
    kept = [i for i, one in enumerate(drawn) if not one.y or not i]
    for i, one in enumerate(drawn):
        if i not in kept:
            after = sum(begins(letter) for letter in text[: one.cluster]) - 1
            raised.append(Raised(one.glyph, one.x, one.y, max(after, 0)))
            said[max(k for k in kept if k < i)] += said[i]
    drawn[:] = [drawn[i] for i in kept]
    said[:] = [said[i] for i in kept]
    return tuple(raised)


@dataclass(slots=True)
class _Placed:
    cluster: int
    glyph: int
    x: float
    y: float


def _placed(face: Face, buffer: hb.Buffer) -> tuple[list[_Placed], float, bool]:
    unit = 1000 / face.upem
    pen = 0.0
    moved = False
    placed = []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        x = pen + place.x_offset * unit
        placed.append(_Placed(info.cluster, info.codepoint, x, place.y_offset * unit))
        moved = moved or bool(place.x_offset or place.y_offset)
        pen += place.x_advance * unit
    return placed, pen, moved


def _unswapped(face: Face, placed: list[_Placed], said: list[str]) -> list[_Placed]:
    """Laksaman turns ู้ round by replacing each mark by the other: turn it back."""
    natural = [face.natural_texts.get(one.glyph) for one in placed]
    for i in range(1, len(placed)):
        if said[i] != said[i - 1] and [natural[i], natural[i - 1]] == [said[i - 1], said[i]]:
            left, right = placed[i - 1], placed[i]
            placed[i - 1] = replace(right, cluster=left.cluster)
            placed[i] = replace(left, cluster=right.cluster)
    return placed


def _texts(clusters: list[int], text: str) -> list[str]:
    """The part of the text that each glyph stands for: its last glyph says the letter."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    last = {cluster: i for i, cluster in enumerate(clusters)}
    return [
        text[cluster : ends[cluster]] if last[cluster] == i else ""
        for i, cluster in enumerate(clusters)
    ]


def code(face: Face, glyph: int, text: str) -> int:
    """The code of a (glyph, text) pair in this face."""
    if face.natural_texts.get(glyph) == text:
        return glyph
    if not text:
        return face.glyph_count + glyph
    first_rare = 2 * face.glyph_count + 1
    if text == _SARA_AM and face.natural_texts.get(glyph) == _SARA_AA:
        return first_rare - 1
    place = crc32(f"{glyph}:{text}".encode("utf-8", "surrogatepass")) % _RARE
    while face.rare.setdefault(first_rare + place, (glyph, text)) != (glyph, text):
        place = (place + 1) % _RARE
    return first_rare + place


def meaning(face: Face, code: int) -> tuple[int, str]:
    """The (glyph, text) pair of a code."""
    count = face.glyph_count
    if code < count:
        return code, face.natural_texts.get(code, "")
    if code < 2 * count:
        return code - count, ""
    if code == 2 * count:
        return face.hb_font.get_nominal_glyph(ord(_SARA_AA)), _SARA_AM
    return face.rare[code]
