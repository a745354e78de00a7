"""Splits styled text into stretches that one face can draw, and remembers their shapes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from itadesk.reports.pdf.faces import SYMBOL_FACE, Face, Family
from itadesk.reports.pdf.shaping import Shaped, drawable, shape
from itadesk.reports.pdf.symbols import SYMBOLS, shape_symbols

_STRETCHES = re.compile(r" +|[^ ]+")


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text looks besides its size."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = ""  # RRGGBB


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """A shaped word, or the spaces between two; `width` in thousandths of the nominal size."""

    shaped: Shaped
    width: float
    blank: bool
    underline: bool
    colour: str


Measured = tuple[tuple[Atom, ...], float, float]
"""Atoms, and their width without and with the spaces at their end."""


def widths(atoms: Iterable[Atom]) -> Measured:
    """Atoms in a row, measured in thousandths of the nominal size."""
    found = tuple(atoms)
    width = ink = 0.0
    for atom in found:
        width += atom.width
        if not atom.blank:
            ink = width
    return found, ink, width


class Shaper:
    """Shapes text in the faces of a family; holds what was shaped before."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.measured = lru_cache(maxsize=20_000)(self._measured)
        self._shape = lru_cache(maxsize=20_000)(_shape)

    def _measured(self, text: str, style: Style) -> Measured:
        """The words and spaces of a text, in order."""
        found = []
        for stretch in _STRETCHES.findall(drawable(text)):
            for face, part in self._by_face(stretch, style):
                shaped = self._shape(face, part)
                width = shaped.width * face.scale
                found.append(Atom(shaped, width, part.isspace(), style.underline, style.colour))
        return widths(found)

    def _by_face(self, text: str, style: Style) -> list[tuple[Face, str]]:
        face = self.family.face(style.bold, style.italic)
        if face.coverage.issuperset(text):
            return [(face, text)]
        parts: list[tuple[Face, str]] = []
        for char in text:
            fitting = self._face_for(char, face)
            if parts and parts[-1][0] is fitting:
                parts[-1] = (fitting, parts[-1][1] + char)
            else:
                parts.append((fitting, char))
        return parts

    def _face_for(self, char: str, face: Face) -> Face:
        spare = self.family.spare_bold if face.bold else self.family.spare
        if char in face.coverage:
            return face
        if char in SYMBOLS:
            return SYMBOL_FACE
        return spare if char in spare.coverage else face  # the face shows its box


def _shape(face: Face, text: str) -> Shaped:
    return shape_symbols(text) if face is SYMBOL_FACE else shape(face, text)
