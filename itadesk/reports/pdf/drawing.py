"""A page being drawn: content-stream pieces, the codes they use, bookmarks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from itadesk.reports.pdf.faces import Face
from itadesk.reports.pdf.lines import Line, number
from itadesk.reports.pdf.metrics import ASCENT, BORDER, SHADE


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An outline entry: level from 1, page from 0, height in points from the page's foot."""

    level: int
    title: str
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A frame or a shade, in points from the top left corner of the page."""

    x: float
    top: float
    width: float
    height: float


@dataclass(slots=True)
class Page:
    """Drawing on one page; places are points from its top left corner."""

    width: float
    height: float
    shades: list[str] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    used: dict[Face, set[int]] = field(default_factory=dict)

    def line(self, line: Line, left: float, top: float, size: float) -> None:
        """Draw a line whose box begins at `top`; its own `x` counts from `left`."""
        if not line.content:
            return
        x, y = left + line.x, self.height - top - ASCENT * size
        self.texts.append(f"BT {number(x)} {number(y)} Td{line.content} ET")
        for begin, end in line.rules:
            thick = size * 0.03
            self.rules.append(
                f"{number(x + begin)} {number(y - size * 0.09)} {number(end - begin)} "
                f"{number(thick)} re"
            )
        for mark in line.marks:
            scale = f"{mark.scale:.6f}"
            place = f"{number(x + mark.x)} {number(y + mark.y)}"
            self.texts.append(f"q {scale} 0 0 {scale} {place} cm {mark.path} f Q")
        for face, codes in line.used:
            self.used.setdefault(face, set()).update(codes)

    def frame(self, box: Box) -> None:
        self.frames.append(self._rectangle(box))

    def shade(self, box: Box) -> None:
        self.shades.append(self._rectangle(box))

    def _rectangle(self, box: Box) -> str:
        foot = self.height - box.top - box.height
        return f"{number(box.x)} {number(foot)} {number(box.width)} {number(box.height)} re"

    def content(self) -> bytes:
        parts: list[str] = []
        if self.shades:
            parts += [f"{SHADE} g", *self.shades, "f 0 g"]
        if self.frames:
            parts += [f"{BORDER} w", *self.frames, "S"]
        if self.rules:
            parts += [*self.rules, "f"]
        return "\n".join([*parts, *self.texts]).encode("ascii")


def merged(pages: Iterable[Page]) -> dict[Face, set[int]]:
    """The codes that all pages use, by face."""
    used: dict[Face, set[int]] = {}
    for page in pages:
        for face, codes in page.used.items():
            used.setdefault(face, set()).update(codes)
    return used
