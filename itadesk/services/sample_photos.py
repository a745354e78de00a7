"""Pictures of the sample office: drawn here, of nobody and of no real place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

SIZE = (640, 480)
_WALL, _FLOOR, _WOOD, _DARK, _PAPER = "#dbe8ee", "#efe6d5", "#b98a5a", "#3d4f5c", "#ffffff"
_COLOURS = ("#2f6f9f", "#c0762b", "#3f8a5a", "#8a4f7d")


@lru_cache(maxsize=8)
def drawn(scene: str) -> bytes:
    """A JPG of a scene: "counters", "board" or "meeting"."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", SIZE, _WALL)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 340, *SIZE), fill=_FLOOR)
    _SCENES[scene](pen)
    packed = BytesIO()
    picture.save(packed, "JPEG", quality=85)
    return packed.getvalue()


def _counters(pen: ImageDraw) -> None:
    """Four windows of a service counter with a lamp over each."""
    for place, colour in enumerate(_COLOURS):
        left = 40 + place * 145
        pen.rounded_rectangle((left, 50, left + 125, 110), 10, fill=colour)
        pen.ellipse((left + 47, 65, left + 77, 95), fill=_PAPER)
        pen.rectangle((left, 130, left + 125, 270), fill=_PAPER, outline=_DARK, width=4)
    pen.rectangle((20, 270, 620, 390), fill=_WOOD)
    pen.rectangle((20, 262, 620, 282), fill=_DARK)


def _board(pen: ImageDraw) -> None:
    """A notice board with sheets of paper."""
    pen.rectangle((60, 40, 580, 330), fill=_WOOD, outline=_DARK, width=8)
    for place in range(8):
        left, top = 90 + place % 4 * 122, 65 + place // 4 * 130
        pen.rectangle((left, top, left + 90, top + 110), fill=_PAPER)
        pen.rectangle((left, top, left + 90, top + 18), fill=_COLOURS[place % 4])
        for line in range(34, 100, 14):
            pen.line((left + 10, top + line, left + 80, top + line), fill=_DARK, width=3)
    pen.rectangle((100, 330, 116, 440), fill=_DARK)
    pen.rectangle((524, 330, 540, 440), fill=_DARK)


def _meeting(pen: ImageDraw) -> None:
    """A long table, empty chairs and a screen with bars."""
    pen.rectangle((190, 30, 450, 200), fill=_PAPER, outline=_DARK, width=6)
    for place, colour in enumerate(_COLOURS):
        left = 225 + place * 52
        pen.rectangle((left, 160 - place * 28, left + 34, 185), fill=colour)
    for left in range(70, 560, 105):
        pen.rounded_rectangle((left, 250, left + 70, 350), 14, fill=_DARK)
    pen.polygon(((50, 420), (120, 300), (520, 300), (590, 420)), fill=_WOOD)
    for left in range(150, 480, 90):
        pen.rectangle((left, 330, left + 46, 362), fill=_PAPER)


_SCENES: Mapping[str, Callable[[ImageDraw], None]] = {
    "counters": _counters,
    "board": _board,
    "meeting": _meeting,
}
