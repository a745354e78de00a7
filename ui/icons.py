"""Icons of resources/icons in the colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import ROOT
from ui import theme

FOLDER = ROOT / "icons"
SIZE = 20  # px


def icon(name: str, colour: str | None = None) -> QIcon:
    """The drawing `name` in one colour (the theme's text unless given), sharp at 1× to 3×."""
    tokens = theme.current()
    made = QIcon()
    for mode, shade in (
        (QIcon.Mode.Normal, colour or tokens.text),
        (QIcon.Mode.Disabled, tokens.disabled),
    ):
        for scale in (1, 2, 3):
            made.addPixmap(_drawn(name, shade, scale), mode)
    return made


def app_icon() -> QIcon:
    """The program's own sign."""
    return QIcon(str(FOLDER / "app.png"))


def drawing(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The drawing as a picture of `size` px in one colour."""
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    source = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("#000", colour)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _drawn(name: str, colour: str, scale: int) -> QPixmap:
    return drawing(name, colour, SIZE, scale)
