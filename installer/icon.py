"""Draws launcher/*.ico and setup/side.bmp from resources/icons/app.svg, whenever that changes."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parent
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)  # pixels at 100 to 200 % of scaling, and large views


def program(painter: QPainter, side: int, logo: QSvgRenderer) -> None:
    logo.render(painter, QRectF(0, 0, side, side))


def document(painter: QPainter, side: int, logo: QSvgRenderer) -> None:
    """A sheet with a folded corner, and the logo on it."""
    left, right, fold = side * 0.14, side * 0.86, side * 0.22
    sheet = QPainterPath()
    sheet.moveTo(left, side * 0.03)
    sheet.lineTo(right - fold, side * 0.03)
    sheet.lineTo(right, side * 0.03 + fold)
    sheet.lineTo(right, side * 0.97)
    sheet.lineTo(left, side * 0.97)
    sheet.closeSubpath()
    painter.setPen(QPen(QColor("#7C8A92"), max(1.0, side / 48)))
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawPath(sheet)
    logo.render(painter, QRectF(side * 0.24, side * 0.36, side * 0.52, side * 0.52))


def png(
    draw: Callable[[QPainter, int, QSvgRenderer], None], side: int, logo: QSvgRenderer
) -> bytes:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, side, logo)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return kept.data()


def ico(pictures: dict[int, bytes]) -> bytes:
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for side, data in pictures.items():
        place = 6 + 16 * len(pictures) + len(body)
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(data), place)
        body += data
    return head + body


def side(logo: QSvgRenderer) -> QImage:
    """The picture at the left of the installer's pages, 164 x 314 as they want it."""
    image = QImage(164, 314, QImage.Format.Format_RGB888)
    image.fill(QColor("#0B5A7A"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(255, 255, 255, 36), 26))
    for across in range(3):
        painter.drawLine(34 + across * 48, 314, 34 + across * 48, 250 - across * 46)
    logo.render(painter, QRectF(42, 38, 80, 80))
    painter.end()
    return image


if __name__ == "__main__":
    application = QGuiApplication([])
    svg = QSvgRenderer(str(FOLDER.parent / "resources" / "icons" / "app.svg"))
    for name, draw in (("itadesk", program), ("itadesk-file", document)):
        pictures = {side: png(draw, side, svg) for side in SIZES}
        (FOLDER / "launcher" / f"{name}.ico").write_bytes(ico(pictures))
    side(svg).save(str(FOLDER / "setup" / "side.bmp"), "BMP")
