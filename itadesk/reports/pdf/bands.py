"""Columns side by side: where they begin, how they break, dots up to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from itadesk.reports.content import Band, Paragraph
from itadesk.reports.pdf.metrics import ASCENT, CM, LABEL_GAP
from itadesk.reports.pdf.paragraphs import Laid, Typesetter
from itadesk.reports.pdf.sheets import Sheets

_WIDEST_LABEL = 0.5
_NARROWEST = 24.0
DOTS_AFTER = 3.0  # pt between the last letter and the first dot
# Widths that were measured and widths that are filled differ by rounding.
_SLACK = 0.05


@dataclass(frozen=True, slots=True)
class LaidColumn:
    """A column's paragraphs; `left` and `right` in points from the left margin."""

    left: float
    right: float
    drop: float  # from the band's top, so that first lines share a baseline
    stack: tuple[Laid, ...]
    leader: bool

    @property
    def height(self) -> float:
        return self.drop + stack_height(self.stack)


def stack_height(stack: Sequence[Laid]) -> float:
    """Paragraphs under one another, without the space above the first and below the last."""
    inner = sum(laid.before + laid.height + laid.after for laid in stack)
    return inner - stack[0].before - stack[-1].after if stack else 0.0


def natural_width(setter: Typesetter, blocks: Sequence[Paragraph], width: float) -> float:
    """The longest line, in points, of paragraphs in a column of `width`."""
    lines = (line for block in blocks for line in setter.lay(block, width).lines)
    return max((line.x + line.width for line in lines), default=0.0)


def column_lefts(setter: Typesetter, band: Band, width: float) -> list[float]:
    """Where the columns of a band begin, in points from the left margin."""
    lefts: list[float] = []
    label = 0.0
    for index, column in enumerate(band.columns):
        natural = natural_width(setter, column.blocks, width)
        if column.flush:
            floor = (column.left or 0.0) * CM
            left = width - min(natural, width - floor)
        elif column.left is not None:
            left = column.left * CM
        else:
            left = lefts[-1] + label + LABEL_GAP if index else 0.0
        lefts.append(min(left, width - _NARROWEST))
        label = min(natural, width * _WIDEST_LABEL)
    return lefts


def lay_band(setter: Typesetter, band: Band, width: float) -> tuple[LaidColumn, ...]:
    """The columns of a band in a text of `width` points."""
    lefts = column_lefts(setter, band, width)
    rights = [*(left - LABEL_GAP for left in lefts[1:]), width]
    laid = [
        tuple(setter.lay(block, max(right - left, _NARROWEST) + _SLACK) for block in column.blocks)
        for column, left, right in zip(band.columns, lefts, rights, strict=True)
    ]
    ascent = max((stack[0].size * ASCENT for stack in laid if stack), default=0.0)
    return tuple(
        LaidColumn(left, right, _drop(stack, ascent), stack, column.leader)
        for column, left, right, stack in zip(band.columns, lefts, rights, laid, strict=True)
    )


def _drop(stack: Sequence[Laid], ascent: float) -> float:
    return ascent - stack[0].size * ASCENT if stack else 0.0


def band_height(setter: Typesetter, band: Band, width: float) -> float:
    """Without the space before it."""
    return max((column.height for column in lay_band(setter, band, width)), default=0.0)


def draw_band(sheets: Sheets, band: Band) -> None:
    """At `y` of the sheet, which moves below it; the caller has seen to it that there is room."""
    top = sheets.y
    columns = lay_band(sheets.setter, band, sheets.width)
    for column, given in zip(columns, band.columns, strict=True):
        y = top + column.drop
        for number, (laid, block) in enumerate(zip(column.stack, given.blocks, strict=True)):
            y += laid.before if number else 0.0
            owner = sheets.tree.paragraph(block)
            for line in laid.lines:
                sheets.text(line, column.left, y, laid.size, owner)
                y += laid.pitch
            y += laid.after
        if column.leader and column.stack:
            _dots(sheets, column, y)
    sheets.y = top + max((column.height for column in columns), default=0.0)


def _dots(sheets: Sheets, column: LaidColumn, bottom: float) -> None:
    laid = column.stack[-1]
    line = laid.lines[-1]
    begin = column.left + line.x + line.width + (DOTS_AFTER if line.width else 0.0)
    baseline = bottom - laid.after - laid.pitch + laid.size * ASCENT
    page = sheets.pages[-1]
    page.dots(sheets.left + begin, sheets.left + column.right, baseline)


def spread_out(band: Band) -> tuple[Paragraph, ...]:
    """The paragraphs of a band that no page holds, to be set one after the other."""
    return tuple(block for column in band.columns for block in column.blocks)
