"""Icons of resources/icons in the colour of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from resources import ROOT
from ui import theme

FOLDER = ROOT / "icons"
SIZE, SHOWN = 20, 18  # px a drawing is made at 100 %, px it has beside a word


def icon(name: str, colour: str | None = None) -> QIcon:
    """The drawing `name` in one colour (the theme's text unless given), sharp on the screen."""
    tokens, side = theme.current(), theme.px(SIZE)
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    made = QIcon()
    made.addPixmap(drawing(name, colour or tokens.text, side, ratio))
    made.addPixmap(drawing(name, tokens.disabled, side, ratio), QIcon.Mode.Disabled)
    return made


def beside_words() -> QSize:
    """The size of an icon in a button."""
    return QSize(theme.px(SHOWN), theme.px(SHOWN))


def app_icon() -> QIcon:
    """The program's own sign."""
    return QIcon(str(FOLDER / "app.png"))


def drawing(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The drawing as a picture of `size` px in one colour."""
    key, kept = f"{name} {colour} {size} {ratio}", QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    source = _source(name).replace("#000", colour)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
