"""A paragraph laid out for a width: its lines, ready to be drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from itadesk.reports.content import Align, Paragraph
from itadesk.reports.pdf.filling import Breaker, Piece, fill
from itadesk.reports.pdf.lines import Line, LineWriter, Spread, justify
from itadesk.reports.pdf.metrics import CM, NARROW, PITCH
from itadesk.reports.pdf.words import Atom, Shaper, Style, widths

# "๑." "๑.๑" "๑)" "๑.๑)" "(๑)" "ก." "-" "–" "•": what a hanging line may begin with.
_LABEL = re.compile(r"(?:\(?[0-9๐-๙]+(?:\.[0-9๐-๙]+)*[.)]?|\(?[ก-ฮ][.)]|[-–•●☐☑✓])(?= )")

# Indents leave some of a narrow column to the text.
_FARTHEST = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Lines of one height, in points."""

    lines: tuple[Line, ...]
    pitch: float
    size: float
    before: float
    after: float

    @property
    def height(self) -> float:
        return self.pitch * len(self.lines)


class Typesetter:
    """Lays paragraphs out, and remembers those it has laid out."""

    def __init__(self, shaper: Shaper, breaker: Breaker) -> None:
        self.shaper = shaper
        self.breaker = breaker
        self.lay = lru_cache(maxsize=8_000)(self._lay)

    def _lay(self, paragraph: Paragraph, width: float) -> Laid:
        """Lines of a paragraph in a column of `width` points."""
        lines: list[Line] = []
        begin = 0
        text = paragraph.text
        for part in text.split("\n"):
            stretch = _Stretch(self, paragraph, begin, begin + len(part), width)
            lines += stretch.lines()
            begin += len(part) + 1
        size = paragraph.size
        pitch = paragraph.pitch or size * PITCH
        return Laid(tuple(lines), pitch, size, paragraph.before, paragraph.after)


@dataclass(frozen=True, slots=True)
class _Label:
    """Points from the line's start to the word after a number, and what that adds to a space."""

    place: float = 0.0
    padding: float = 0.0


_NO_LABEL = _Label()


class _Stretch:
    """The lines of a paragraph between two forced ends."""

    def __init__(
        self, setter: Typesetter, paragraph: Paragraph, begin: int, end: int, width: float
    ) -> None:
        self.setter = setter
        self.paragraph = paragraph
        self.begin = begin
        self.text = paragraph.text[begin:end]
        opens = begin == 0 or (paragraph.hang > 0 and _LABEL.match(self.text) is not None)
        farthest = width * _FARTHEST
        first = paragraph.indent + (paragraph.first if begin == 0 else 0.0)
        self.first = min(max(first, 0.0) * CM, farthest)
        self.rest = min(max(paragraph.indent + paragraph.hang, 0.0) * CM, farthest)
        if not opens:
            self.first = self.rest
        self.width = width - min(max(paragraph.tail, 0.0) * CM, farthest)
        self.spans = _spans(paragraph)

    def lines(self) -> list[Line]:
        unit = self.paragraph.size / 1000
        label = self._label()
        first, rest = (max(self.width - x, 1.0) / unit for x in (self.first, self.rest))
        first -= label.padding / unit
        filled = fill(self.text, self.setter.breaker, self._measure, first, rest)
        justified = self.paragraph.align is Align.THAI and self.width >= NARROW
        return [
            self._line(
                pieces, i > 0, label if not i else _NO_LABEL, justified and i + 1 < len(filled)
            )
            for i, pieces in enumerate(filled)
        ]

    def _label(self) -> _Label:
        """Where the word after a number begins: in line with the lines that hang below it."""
        found = _LABEL.match(self.text)
        room = self.rest - self.first
        if not found or room <= 0:
            return _NO_LABEL
        unit = self.paragraph.size / 1000
        spaces = len(self.text) - len(self.text[found.end() :].lstrip(" "))
        padding = room - self._measure(0, spaces).width * unit
        return _Label(room, padding) if padding > 0 else _NO_LABEL

    def _line(self, pieces: list[Piece], continued: bool, label: _Label, justified: bool) -> Line:
        atoms = [atom for piece in pieces for atom in piece.atoms]
        while atoms and atoms[-1].blank:
            atoms.pop()
        while continued and atoms and atoms[0].blank:
            atoms.pop(0)
        x = self.rest if continued else self.first
        room = self.width - x
        size = self.paragraph.size
        spread = Spread()
        if justified:
            spread = justify(atoms, (room - label.padding) * 1000 / size, label.place > 0)
        line = LineWriter(size, spread).line(x, atoms, label.place)
        return replace(line, x=x + _offset(self.paragraph.align, room - line.width))

    def _measure(self, start: int, end: int) -> Piece:
        shaper = self.setter.shaper
        if len(self.spans) == 1:
            return Piece(start, end, *shaper.measured(self.text[start:end], self.spans[0][2]))
        atoms: list[Atom] = []
        for begin, stop, style in self.spans:
            left = max(start + self.begin, begin)
            right = min(end + self.begin, stop)
            if left < right:
                atoms += shaper.measured(self.paragraph.text[left:right], style)[0]
        return Piece(start, end, *widths(atoms))


def _offset(align: Align, slack: float) -> float:
    if align is Align.CENTRE:
        return slack / 2
    return slack if align is Align.RIGHT else 0.0


def _spans(paragraph: Paragraph) -> list[tuple[int, int, Style]]:
    spans = []
    at = 0
    for run in paragraph.runs:
        style = Style(run.bold, run.italic, run.underline, run.colour)
        spans.append((at, at + len(run.text), style))
        at += len(run.text)
    return spans
