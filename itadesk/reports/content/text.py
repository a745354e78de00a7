"""Paragraphs and the runs of text in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Align(StrEnum):
    """THAI spreads a line over spaces and clusters; its last line stays at the left."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    THAI = "thai"


class VAlign(StrEnum):
    """Where a cell's text stands when the row is higher."""

    TOP = "top"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `literal` keeps its digits as they are.

    `colour` is RRGGBB; black without one.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    literal: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; "\\n" in a run is a forced line end.

    `style` names a paragraph style of the writers (title, heading, body, cell, cell-head).
    `indent` moves every line, `first` the first line in addition, `hang` all but the first;
    `tail` moves the right end of every line inwards. `pitch` is an exact line height in points.
    `outline` 1… makes it a bookmark of that level.
    """

    runs: tuple[Run, ...]
    style: str = "body"
    size: float = 16.0
    align: Align = Align.LEFT
    indent: float = 0.0
    first: float = 0.0
    hang: float = 0.0
    before: float = 0.0  # pt
    after: float = 0.0  # pt
    keep_with_next: bool = False
    outline: int | None = None
    tail: float = 0.0
    pitch: float | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Picture:
    """PNG or JPG bytes in a table cell, `width` by `height` cm, smaller in a narrower cell.

    `told` says what it shows to one who cannot see it.
    """

    image: bytes = field(repr=False)  # a newer Pillow packs the same picture otherwise
    width: float
    height: float
    told: str = ""
    keep_with_next: bool = False
