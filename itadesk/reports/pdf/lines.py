"""Content-stream text of a line: one array of codes and shifts, marked where marks moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from itadesk.reports.pdf.faces import SYMBOL_FACE, Face
from itadesk.reports.pdf.metrics import (
    CLUSTER_STRETCH,
    CLUSTER_STRETCH_LAST,
    SPACE_STRETCH,
    SPACE_STRETCH_LAST,
)
from itadesk.reports.pdf.shaping import Shaped
from itadesk.reports.pdf.words import Atom

_LEAST_SHIFT = 0.05  # thousandths; less is not worth writing
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Mark:
    """A glyph drawn as a shape: place in points, `scale` from font units to points."""

    x: float
    y: float
    scale: float
    path: str


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A drawn line; lengths in points, `rules` are underlined stretches from its start.

    `used` holds the codes it draws by face. `marks` are shapes from its start on the baseline.
    An `image` fills its width and its height. `text` is what it says.
    """

    x: float
    width: float
    content: str
    used: tuple[tuple[Face, frozenset[int]], ...]
    rules: tuple[tuple[float, float], ...] = ()
    marks: tuple[Mark, ...] = ()
    image: bytes = b""
    height: float = 0.0
    text: str = ""


@dataclass(frozen=True, slots=True)
class Spread:
    """What justification adds, in thousandths of the nominal size: to a space (as a factor of
    its width) and between clusters."""

    space: float = 0.0
    cluster: float = 0.0


def justify(atoms: Sequence[Atom], width: float, labelled: bool = False) -> Spread:
    """How to reach `width`: spaces first, clusters next, both again, else the line stays."""
    slack = width - sum(atom.width for atom in atoms)
    growing = stretching(atoms, labelled)
    blank = sum(atoms[i].width for i in growing)
    gaps = max(sum(atom.shaped.clusters for atom in atoms if not atom.blank) - 1, 0)
    space = between = 0.0
    for space_limit, cluster_limit in (
        (SPACE_STRETCH, CLUSTER_STRETCH),
        (SPACE_STRETCH_LAST, CLUSTER_STRETCH_LAST),
    ):
        grown = max(min(slack, blank * space_limit - space), 0.0)
        space, slack = space + grown, slack - grown
        grown = max(min(slack, gaps * cluster_limit * 1000 - between), 0.0)
        between, slack = between + grown, slack - grown
    return Spread(space / blank if blank else 0.0, between / gaps if gaps else 0.0)


def stretching(atoms: Sequence[Atom], labelled: bool) -> list[int]:
    """The spaces that may grow: not the one after a label, nor the one that ties ๆ to its word."""
    blanks = [i for i, atom in enumerate(atoms) if atom.blank]
    if labelled:
        del blanks[:1]
    return [i for i in blanks if not _is_repeat(atoms, i + 1)]


def _is_repeat(atoms: Sequence[Atom], index: int) -> bool:
    return index < len(atoms) and atoms[index].shaped.text.startswith("ๆ")


class LineWriter:
    """Writes the atoms of one line; widths in points as they come out."""

    def __init__(self, size: float, spread: Spread) -> None:
        self.size = size
        self.spread = spread
        self.parts: list[str] = []
        self.face: Face | None = None
        self.pen = 0.0  # points from the line's start, up to the atom at hand
        self.used: dict[Face, set[int]] = {}
        self.rules: list[tuple[float, float]] = []
        self.marks: list[Mark] = []
        self.colour = ""
        self._opened = False  # whether a cluster has been drawn before
        self._span = ("", "")  # what is drawn in a marked stretch, and its text

    def line(self, x: float, atoms: Sequence[Atom], label: float = 0.0) -> Line:
        """`label`: points from the line's start at which the word after a number begins."""
        growing = set(stretching(atoms, label > 0))
        for index, atom in enumerate(atoms):
            begin = self.pen
            self._paint(atom.colour)
            if not atom.blank:
                self._word(atom.shaped)
            else:
                factor = 1 + self.spread.space if index in growing else 1.0
                wanted = atom.width * factor * self.size / 1000
                if label:
                    wanted, label = label - self.pen, 0.0
                self._blank(atom.shaped, wanted)
            if atom.underline:
                self._underline(begin, self.pen)
        self._close()
        self._paint("")
        content = "".join(["[", *self.parts, "]TJ"]).replace("[]TJ", "")
        used = tuple((face, frozenset(codes)) for face, codes in self.used.items())
        text = "".join([atom.shaped.text for atom in atoms])
        return Line(x, self.pen, content, used, tuple(self.rules), tuple(self.marks), text=text)

    def _paint(self, colour: str) -> None:
        if colour != self.colour:
            self._close()
            self.colour = colour
            self.parts.append(f"]TJ {_filling(colour)} [")

    def _underline(self, begin: float, end: float) -> None:
        if self.rules and abs(self.rules[-1][1] - begin) < 0.01:
            begin = self.rules.pop()[0]
        self.rules.append((begin, end))

    def _blank(self, shaped: Shaped, wanted: float) -> None:
        self._take(shaped)
        drawn = self.size * shaped.face.scale
        codes = _hexes(shaped)
        extra = wanted - shaped.width * drawn / 1000
        body, text = self._span
        if text:
            # Inside the stretch: pdfium loses a space that stands alone between two of them,
            # and pdftotext adds one where a gap follows a stretch.
            small = _small_shifts(extra * 1000 / drawn)
            self._span = (f"{body}{small}<{codes}>", text + shaped.text)
        else:
            self.parts.append(f"<{codes}>{_shift(extra * 1000 / drawn)}")
        self.pen += wanted

    def _word(self, shaped: Shaped) -> None:
        self._close()
        self._take(shaped)
        scale = shaped.face.scale
        step = self.spread.cluster / scale
        if self._opened and step:
            self.parts.append(_shift(step))
            self.pen += step * self.size * scale / 1000
        self._opened = True
        body = spread_glyphs(shaped, step) if step else plain_glyphs(shaped)
        # pdftotext takes the room after a mark for a space between words unless it is told.
        if shaped.moved or (step and shaped.clusters < len(shaped.glyphs)):
            self._span = (body, shaped.text)
        else:
            self.parts.append(body)
        unit = self.size * scale / 1000
        for mark in shaped.raised:
            x = self.pen + (mark.x + step * mark.after) * unit
            size = self.size * scale / shaped.face.upem
            outline = shaped.face.outline(mark.glyph)
            if self.colour:
                outline = f"{_filling(self.colour)} {outline}"
            self.marks.append(Mark(x, mark.y * unit, size, outline))
        self.pen += (shaped.width + step * (shaped.clusters - 1)) * unit

    def _close(self) -> None:
        body, text = self._span
        if text:
            actual = text.encode("utf-16-be").hex().upper()
            self.parts.append(f"]TJ/Span<</ActualText<FEFF{actual}>>>BDC[{body}]TJ EMC[")
            self._span = ("", "")

    def _take(self, shaped: Shaped) -> None:
        face = shaped.face
        if face is not self.face:
            self._close()
            self.parts.append(f"]TJ/{face.name} {number(self.size * face.scale)} Tf[")
            self.face = face
        self.used.setdefault(face, set()).update(_codes(shaped))


def _filling(colour: str) -> str:
    """The operator that fills with a colour."""
    if not colour:
        return "0 g"
    parts = " ".join(number(int(colour[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return f"{parts} rg"


@lru_cache(maxsize=8192)
def plain_glyphs(shaped: Shaped) -> str:
    """Codes and shifts of a word in a line that is not spread; words come again and again."""
    return spread_glyphs(shaped, 0.0)


def spread_glyphs(shaped: Shaped, step: float) -> str:
    """Codes and shifts of a word; `step` thousandths are put before each cluster but the first."""
    if step > _LEAST_SHIFT and (clusters := _natural_clusters(shaped)):
        return _small_shifts(step).join(clusters)
    parts: list[str] = []
    pen = 0.0
    added = -step
    for glyph in shaped.glyphs:
        if glyph.opens:
            added += step
        place = glyph.x + max(added, 0.0)
        if abs(place - pen) > _LEAST_SHIFT:
            parts.append(_small_shifts(place - pen))
            pen = place
        parts.append(f"<{_hex(shaped.face, glyph.code)}>")
        pen += glyph.advance
    parts.append(_small_shifts(shaped.width + max(added, 0.0) - pen))
    return "".join(parts).replace("><", "")


@lru_cache(maxsize=8192)
def _natural_clusters(shaped: Shaped) -> tuple[str, ...]:
    """Codes of each cluster of a word whose glyphs all stand where the pen is; else nothing."""
    clusters: list[str] = []
    pen = 0.0
    for glyph in shaped.glyphs:
        if abs(glyph.x - pen) > _ROUNDING or not (glyph.opens or clusters):
            return ()
        if glyph.opens:
            clusters.append("")
        clusters[-1] += _hex(shaped.face, glyph.code)
        pen += glyph.advance
    return tuple(f"<{codes}>" for codes in clusters) if abs(shaped.width - pen) < _ROUNDING else ()


@lru_cache(maxsize=8192)
def _codes(shaped: Shaped) -> frozenset[int]:
    return frozenset(glyph.code for glyph in shaped.glyphs)


@lru_cache(maxsize=256)
def _hexes(shaped: Shaped) -> str:
    return "".join(_hex(shaped.face, glyph.code) for glyph in shaped.glyphs)


def _hex(face: Face, code: int) -> str:
    return f"{code:02X}" if face is SYMBOL_FACE else f"{code:04X}"


def _small_shifts(thousandths: float) -> str:
    """A shift inside a word in steps that pypdf does not take for a space."""
    steps = int(abs(thousandths) // 100) + 1
    return _shift(thousandths / steps) * steps


def _shift(thousandths: float) -> str:
    return f"{number(-thousandths)} " if abs(thousandths) > _LEAST_SHIFT else ""


def number(value: float) -> str:
    """A number as PDF writes it, with three decimals at most."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
