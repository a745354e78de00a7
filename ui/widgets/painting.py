"""Text painted by hand: figures in columns, Thai text in a few lines."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ui.line_breaks import breakable, shown

DIGITS = "0123456789๐๑๒๓๔๕๖๗๘๙"


@lru_cache(maxsize=64)
def _digit_width(font: str, text_is_thai: bool) -> float:
    metrics = QFontMetricsF(_font(font))
    digits = DIGITS[10:] if text_is_thai else DIGITS[:10]
    return max(metrics.horizontalAdvance(digit) for digit in digits)


def _font(key: str) -> QFont:
    font = QFont()
    font.fromString(key)
    return font


def _advances(text: str, font: QFont) -> list[float]:
    """px of each character, all digits of one width (Thai digits are not of one width)."""
    metrics = QFontMetricsF(font)
    thai = any(c in DIGITS[10:] for c in text)
    wide = _digit_width(font.toString(), thai)
    return [wide if c in DIGITS else metrics.horizontalAdvance(c) for c in text]


def figure_width(text: str, font: QFont) -> float:
    """px that `draw_figure` needs."""
    return sum(_advances(text, font))


def draw_figure(painter: QPainter, room: QRect | QRectF, text: str) -> float:
    """Draws a number right-aligned with digits in columns; returns where it begins (px)."""
    advances = _advances(text, painter.font())
    metrics = QFontMetricsF(painter.font())
    x = start = QRectF(room).right() - sum(advances)
    y = QRectF(room).center().y() + (metrics.ascent() - metrics.descent()) / 2
    for character, advance in zip(text, advances, strict=True):
        own = metrics.horizontalAdvance(character)
        painter.drawText(QPointF(x + (advance - own) / 2, y), character)
        x += advance
    return start


@lru_cache(maxsize=2048)
def _wrapped(text: str, font: str, width: int, most: int) -> tuple[str, ...]:
    text = breakable(text)
    layout = QTextLayout(text, _font(font))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if len(lines) == most - 1:
            rest = shown(text[line.textStart() :])
            metrics = QFontMetricsF(_font(font))
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        piece = text[line.textStart() : line.textStart() + line.textLength()]
        lines.append(shown(piece).rstrip())
    layout.endLayout()
    return tuple(lines)


def wrapped(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """The text in at most `most` lines of `width` px, the last one ending in … when cut."""
    return _wrapped(text.replace("\n", " "), font.toString(), max(width, 20), most)


def line_height(font: QFont) -> float:
    """px from line to line: 1.3 of the type's own height keeps Thai marks apart."""
    return QFontMetricsF(font).lineSpacing() * 1.08


def draw_lines(
    painter: QPainter, room: QRect, lines: tuple[str, ...], *, top: bool = False
) -> None:
    """Draws lines in the middle of `room` or at its top, from its left edge."""
    metrics = QFontMetricsF(painter.font())
    height = line_height(painter.font())
    start = room.top() if top else room.center().y() + 1 - height * len(lines) / 2
    y = start + (height - metrics.height()) / 2
    for line in lines:
        painter.drawText(QPointF(room.left(), y + metrics.ascent()), line)
        y += height
