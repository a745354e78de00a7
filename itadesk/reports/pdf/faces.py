"""Font files as the engine sees them: shaping font, coverage, and what each glyph stands for."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from itadesk.reports.pdf.installed import Typeface
from resources import ROOT

_FOLDER = ROOT / "fonts"
_ALTERNATE = re.compile(r"uni([0-9A-F]{4})\.")


@dataclass(frozen=True, eq=False)
class Face:
    """One font file; `name` is its PDF resource, `scale` its size for a nominal size of 1."""

    name: str
    path: Path
    scale: float
    bold: bool = False
    italic: bool = False

    @cached_property
    def rare(self) -> dict[int, tuple[int, str]]:
        """Codes given to unusual (glyph, text) pairs, see `shaping.code`."""
        return {}

    @cached_property
    def data(self) -> bytes:
        return self.path.read_bytes()

    @cached_property
    def hb_face(self) -> hb.Face:
        return hb.Face(hb.Blob(self.data))

    @cached_property
    def hb_font(self) -> hb.Font:
        return hb.Font(self.hb_face)

    @cached_property
    def glyph_count(self) -> int:
        return int(self.hb_face.glyph_count)

    @cached_property
    def upem(self) -> int:
        return int(self.hb_face.upem)

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """Bounds of all glyphs, from the head table, in thousandths."""
        head = bytes(self.hb_face.reference_table("head").data)
        unit = 1000 / self.upem
        left, foot, right, top = struct.unpack(">4h", head[36:44])
        return (round(left * unit), round(foot * unit), round(right * unit), round(top * unit))

    def outline(self, glyph: int) -> str:
        """The glyph's shape as path operators, in font units."""
        pen = _PathPen()
        self.hb_font.draw_glyph_with_pen(glyph, pen)
        return " ".join(pen.parts)

    @cached_property
    def coverage(self) -> frozenset[str]:
        return frozenset(map(chr, self.hb_face.unicodes)) | {" "}

    @cached_property
    def natural_texts(self) -> dict[int, str]:
        """What each glyph stands for by itself; alternates count as the letter they replace."""
        font = self.hb_font
        texts: dict[int, str] = {}
        for code in sorted(self.hb_face.unicodes, reverse=True):
            texts[font.get_nominal_glyph(code)] = chr(code)
        for glyph in range(self.glyph_count):
            if found := _ALTERNATE.match(font.glyph_to_string(glyph)):
                texts[glyph] = chr(int(found[1], 16))
        return texts

    @cached_property
    def advances(self) -> tuple[float, ...]:
        """Advance of each glyph in thousandths of the font size."""
        font = self.hb_font
        unit = 1000 / self.upem
        return tuple(font.get_glyph_h_advance(g) * unit for g in range(self.glyph_count))

    def advance(self, letter: str) -> float:
        """Advance of a letter of `coverage`."""
        glyph: int = self.hb_font.get_nominal_glyph(ord(letter))
        return self.advances[glyph]


class _PathPen:
    """Writes PDF path operators; the names of its methods are those of font pens."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._put("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._put("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._put("c", *points)

    def qCurveTo(self, middle: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        """A quadratic arc as a cubic one."""
        pull = [(a + 2 * m) / 3 for a, m in zip(self.at, middle, strict=True)]
        push = [(e + 2 * m) / 3 for e, m in zip(end, middle, strict=True)]
        self._put("c", (pull[0], pull[1]), (push[0], push[1]), end)

    def closePath(self) -> None:  # noqa: N802
        self.parts.append("h")

    def endPath(self) -> None:  # noqa: N802
        self.parts.append("h")

    def _put(self, operator: str, *points: tuple[float, float]) -> None:
        self.parts += [f"{x:.0f} {y:.0f}" for x, y in points]
        self.parts.append(operator)
        self.at = points[-1]


@dataclass(frozen=True, eq=False)
class Family:
    """Four styles of the body, and two of a font that lends the letters they lack."""

    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face
    spare: Face
    spare_bold: Face
    faces: tuple[Face, ...] = field(init=False)

    def __post_init__(self) -> None:
        faces = (self.regular, self.bold, self.italic, self.bold_italic)
        object.__setattr__(self, "faces", (*faces, self.spare, self.spare_bold))

    def face(self, bold: bool, italic: bool) -> Face:
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


def laksaman(folder: Path = _FOLDER) -> Family:
    """The shipped stand-in for TH Sarabun: same widths at .6653 of the nominal size (§3.1)."""
    scale, spare = 0.6653, 0.6625
    return Family(
        Face("FR", folder / "Laksaman.ttf", scale),
        Face("FB", folder / "Laksaman-Bold.ttf", scale, bold=True),
        Face("FI", folder / "Laksaman-Italic.ttf", scale, italic=True),
        Face("FX", folder / "Laksaman-BoldItalic.ttf", scale, bold=True, italic=True),
        Face("SR", folder / "Sarabun-Regular.ttf", spare),
        Face("SB", folder / "Sarabun-Bold.ttf", spare, bold=True),
    )


def family_of(typeface: Typeface | None) -> Family:
    """A family of the PC, the shipped one where it lacks a style; None is the shipped one."""
    shipped = laksaman()
    if typeface is None:
        return shipped
    styles = (shipped.regular, shipped.bold, shipped.italic, shipped.bold_italic)
    regular, bold, italic, bold_italic = (
        _as_wide(style, path) if path else style
        for style, path in zip(styles, typeface.files, strict=True)
    )
    return Family(regular, bold, italic, bold_italic, shipped.spare, shipped.spare_bold)


def _as_wide(shipped: Face, path: Path) -> Face:
    """The face of a file, in the size in which its ก is as wide as the shipped one.

    That is the nominal size, but for the fonts of web pages that go by the same names.
    """
    face = replace(shipped, path=path)
    ratio = shipped.advance("ก") / face.advance("ก")
    return replace(face, scale=round(shipped.scale * ratio, 2))


# Shapes drawn by the engine itself (symbols.py); no file lies behind them.
SYMBOL_FACE = Face("SY", Path(), 0.6653)
