"""A page being drawn: content-stream pieces and what they belong to, codes in use, bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from itadesk.reports.pdf.faces import Face
from itadesk.reports.pdf.lines import Line, number
from itadesk.reports.pdf.metrics import AROUND, ASCENT, BORDER, DOT, DOT_STEP, SHADE
from itadesk.reports.pdf.structure import Element

# What repeats on every page, and what is no text; readers pass over both.
_REPEATED = "/Artifact<</Type/Pagination>>BDC"
_LAYOUT = "/Artifact<</Type/Layout>>BDC"


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


@dataclass(frozen=True, slots=True)
class Picture:
    """An image in its box."""

    image: bytes
    box: Box
    opening: str  # of what it belongs to

    @property
    def name(self) -> str:
        """Its PDF resource, the same for the same image."""
        return f"I{sha256(self.image).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a click leads to the bookmark with the number `mark`."""

    box: Box
    mark: int


@dataclass(slots=True)
class Page:
    """Drawing on one page; places are points from its top left corner.

    `marked` are the elements by the numbers of their marks on this page, the `number`th from 0.
    """

    width: float
    height: float
    number: int = 0
    shades: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    used: dict[Face, set[int]] = field(default_factory=dict)
    pictures: list[Picture] = field(default_factory=list)
    dotted: list[str] = field(default_factory=list)
    marked: list[Element] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    begins: str = ""  # the first line that belongs to the text
    opened: bool = False
    owner: Element | None = None

    def line(self, line: Line, left: float, top: float, size: float, owner: Element | None) -> None:
        """Draw a line whose box begins at `top`; its own `x` counts from `left`.

        What has no `owner` is no part of the text, but repeated from page to page.
        """
        if line.image and owner:
            box = Box(left + line.x, top + AROUND, line.width, line.height)
            self.picture(line.image, box, owner)
        if not line.content:
            return
        if owner is not self.owner or not self.opened:
            self._enter(owner)
            if owner and not self.begins:
                self.begins = line.text
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

    def shape(self, drawn: str, owner: Element) -> None:
        """Draw what is in PDF syntax already, as a part of a figure."""
        if owner is not self.owner:
            self._enter(owner)
        self.texts.append(drawn)

    def picture(self, image: bytes, box: Box, owner: Element) -> None:
        """Draw an image below all else."""
        self.pictures.append(Picture(image, box, self._mark(owner)))

    def _enter(self, owner: Element | None) -> None:
        """Begin a stretch of content of another owner."""
        opening = self._mark(owner) if owner else _REPEATED
        self.texts.append(f"EMC {opening}" if self.opened else opening)
        self.opened, self.owner = True, owner

    def _mark(self, owner: Element) -> str:
        mark = len(self.marked)
        self.marked.append(owner)
        owner.marks.append((self.number, mark))
        return f"/{owner.kind}<</MCID {mark}>>BDC"

    def dots(self, begin: float, end: float, y: float) -> None:
        """A dotted line; `y` counts from the page's top."""
        if end > begin:
            level = number(self.height - y)
            self.dotted.append(f"{number(begin)} {level} m {number(end)} {level} l")

    def rule(self, box: Box) -> None:
        """A filled box, as thin as a line."""
        self.rules.append(self._rectangle(box))

    def content(self) -> bytes:
        """The content stream; frames lie over shades, text over both."""
        images = [self._picture(picture) for picture in self.pictures]
        layout = self._layout()
        if layout:
            layout = [_LAYOUT, *layout, "EMC"]
        end = ["EMC"] if self.opened else []
        return "\n".join([*images, *layout, *self.texts, *end]).encode("ascii")

    def _layout(self) -> list[str]:
        parts: list[str] = []
        if self.dotted:
            parts += [f"q 1 J {DOT} w [0 {DOT_STEP}] 0 d", *self.dotted, "S Q"]
        if self.shades:
            parts += [f"{SHADE} g", *map(self._rectangle, self.shades), "f 0 g"]
        if self.frames:
            # The square caps of 2 J close the corners.
            parts += [f"2 J {BORDER} w", *self._borders(), "S"]
        if self.rules:
            parts += [*self.rules, "f"]
        return parts

    def _picture(self, picture: Picture) -> str:
        box = picture.box
        size = f"{number(box.width)} 0 0 {number(box.height)}"
        place = f"{number(box.x)} {number(self.height - box.top - box.height)}"
        return f"{picture.opening} q {size} {place} cm /{picture.name} Do Q EMC"

    def _rectangle(self, box: Box) -> str:
        foot = self.height - box.top - box.height
        return f"{number(box.x)} {number(foot)} {number(box.width)} {number(box.height)} re"

    def _borders(self) -> Iterator[str]:
        """Each stretch of border once: drawn twice it would look thicker on a screen."""
        upright: dict[float, list[tuple[float, float]]] = {}
        level: dict[float, list[tuple[float, float]]] = {}
        for box in self.frames:
            left, right = round(box.x, 2), round(box.x + box.width, 2)
            top = round(self.height - box.top, 2)
            foot = round(self.height - box.top - box.height, 2)
            for x in (left, right):
                upright.setdefault(x, []).append((foot, top))
            for y in (top, foot):
                level.setdefault(y, []).append((left, right))
        for x, spans in upright.items():
            for low, high in _joined(spans):
                yield f"{number(x)} {number(low)} m {number(x)} {number(high)} l"
        for y, spans in level.items():
            for low, high in _joined(spans):
                yield f"{number(low)} {number(y)} m {number(high)} {number(y)} l"


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans of one line, those that touch put together."""
    found: list[tuple[float, float]] = []
    for low, high in sorted(spans):
        if found and low <= found[-1][1] + 0.02:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def merged(pages: Iterable[Page]) -> dict[Face, set[int]]:
    """The codes that all pages use, by face."""
    used: dict[Face, set[int]] = {}
    for page in pages:
        for face, codes in page.used.items():
            used.setdefault(face, set()).update(codes)
    return used
