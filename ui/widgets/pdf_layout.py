"""Where the pages of a PDF stand below each other, in logical pixels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

GAP = 12  # px between pages and around them
PER_POINT = 96 / 72  # px a point at 100 %


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in the document that survives zooming: page, and share of its height."""

    page: int = 0
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Stack:
    """Pages stacked vertically and centred; `scale` is px a point."""

    sizes: Sequence[tuple[float, float]]
    scale: float
    width: float  # px of the window onto them

    @property
    def tops(self) -> list[float]:
        tops, y = [], float(GAP)
        for _width, height in self.sizes:
            tops.append(y)
            y += height * self.scale + GAP
        return tops

    @property
    def height(self) -> float:
        return GAP + sum(height * self.scale + GAP for _width, height in self.sizes)

    @property
    def widest(self) -> float:
        return max((width for width, _height in self.sizes), default=0.0) * self.scale + 2 * GAP

    def page(self, number: int) -> QRectF:
        """A page's rectangle."""
        width, height = (side * self.scale for side in self.sizes[number])
        left = (max(self.width, self.widest) - width) / 2
        return QRectF(left, self.tops[number], width, height)

    def at(self, y: float) -> int:
        """The page at a height, the one above where a gap is."""
        return max(0, bisect_right(self.tops, y) - 1)

    def between(self, top: float, bottom: float) -> range:
        """Pages of which something stands between two heights."""
        return range(self.at(top), self.at(bottom) + 1) if self.sizes else range(0)

    def anchor(self, y: float) -> Anchor:
        if not self.sizes:
            return Anchor()
        number = self.at(y)
        rect = self.page(number)
        return Anchor(number, (y - rect.top()) / rect.height())

    def height_of(self, anchor: Anchor) -> float:
        if not self.sizes:
            return 0.0
        rect = self.page(min(anchor.page, len(self.sizes) - 1))
        return rect.top() + anchor.share * rect.height()


def fitting(sizes: Sequence[tuple[float, float]], width: float) -> float:
    """px a point at which the widest page fills `width`."""
    widest = max((page_width for page_width, _height in sizes), default=0.0)
    return max(width - 2 * GAP, 50.0) / widest if widest else PER_POINT
