"""Boxes, ticks and bullets that no Thai font has, drawn as shapes on an em of 1000.

They become a Type 3 font, so that they flow, break and copy out like letters.
"""

from __future__ import annotations

from itadesk.reports.pdf.faces import SYMBOL_FACE
from itadesk.reports.pdf.shaping import Glyph, Shaped

_BOX = "60 w 100 -20 600 600 re S"
_TICK = "90 w 1 J 1 j 180 290 m 350 110 l 680 560 l S"
_CROSS = "90 w 1 J 210 90 m 590 470 l 210 470 m 590 90 l S"
# A circle by four Bézier arcs around (400, 280).
_CIRCLE = (
    "{r} 0 m {r} {k} {k} {r} 0 {r} c -{k} {r} -{r} {k} -{r} 0 c "
    "-{r} -{k} -{k} -{r} 0 -{r} c {k} -{r} {r} -{k} {r} 0 c"
)


def _circle(radius: int, paint: str) -> str:
    path = _CIRCLE.format(r=radius, k=round(radius * 0.5523))
    return f"1 0 0 1 400 280 cm {path} {paint}"


# The proc of each symbol; its place in this table is its code.
SYMBOLS: dict[str, str] = {
    "☐": _BOX,
    "☑": f"{_BOX} {_TICK}",
    "☒": f"{_BOX} {_CROSS}",
    "✓": _TICK,
    "✔": _TICK.replace("90 w", "130 w"),
    "✗": _CROSS,
    "✘": _CROSS.replace("90 w", "130 w"),
    "●": _circle(240, "f"),
    "○": f"50 w {_circle(240, 's')}",
    "■": "130 10 540 540 re f",
    "□": _BOX,
    "▪": "220 100 360 360 re f",
    "◦": f"50 w {_circle(130, 's')}",
    "★": "400 600 m 475 380 l 700 380 l 520 245 l 585 25 l 400 160 l 215 25 l 280 245 l "
    "100 380 l 325 380 l f",
    "▲": "400 570 m 690 30 l 110 30 l f",
}
WIDTH = 800.0
_CODES = {char: code for code, char in enumerate(SYMBOLS, 1)}


def shape_symbols(text: str) -> Shaped:
    """Shape a stretch of characters of SYMBOLS."""
    glyphs = tuple(Glyph(_CODES[char], char, i * WIDTH, WIDTH, True) for i, char in enumerate(text))
    return Shaped(SYMBOL_FACE, text, glyphs, len(text) * WIDTH, False, len(glyphs))
