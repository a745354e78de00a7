"""What stands in a table cell: a stack of lines of which any number goes on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from itadesk.reports.content import Paragraph, Picture
from itadesk.reports.pdf.lines import Line
from itadesk.reports.pdf.metrics import AROUND, CM
from itadesk.reports.pdf.paragraphs import Laid, Typesetter


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of the cell's paragraph `block`; `gap` is the space above it that vanishes at the top
    of a part."""

    line: Line
    gap: float
    pitch: float
    size: float
    block: int


def strips(
    setter: Typesetter, blocks: Sequence[Paragraph | Picture], width: float
) -> tuple[Strip, ...]:
    """The lines of a cell's paragraphs in a column of `width` points."""
    found: list[Strip] = []
    gap = 0.0
    for place, block in enumerate(blocks):
        laid = _shown(block, width) if isinstance(block, Picture) else setter.lay(block, width)
        gap += laid.before
        for line in laid.lines:
            found.append(Strip(line, gap, laid.pitch, laid.size, place))
            gap = 0.0
        gap = laid.after
    return tuple(found)


def _shown(picture: Picture, width: float) -> Laid:
    """A picture as the one line of a paragraph, in the middle; smaller where it is too wide."""
    scale = min(1.0, width / (picture.width * CM))
    across, down = picture.width * CM * scale, picture.height * CM * scale
    line = Line((width - across) / 2, across, "", (), image=picture.image, height=down)
    return Laid((line,), down + 2 * AROUND, 0.0, 0.0, 0.0)


def height(stack: Sequence[Strip]) -> float:
    """Height of lines put under one another."""
    if not stack:
        return 0.0
    return sum(strip.gap + strip.pitch for strip in stack) - stack[0].gap


def fitting(stack: Sequence[Strip], room: float) -> int:
    """How many lines go into `room` without leaving a single one behind or putting one alone.

    0 when not even two lines (or all of a shorter stack) fit.
    """
    used = 0.0
    count = 0
    for strip in stack:
        used += strip.pitch + (strip.gap if count else 0.0)
        if used > room + 0.01:
            break
        count += 1
    if count == len(stack):
        return count
    if len(stack) - count == 1:
        count -= 1
    return count if count >= 2 else 0
