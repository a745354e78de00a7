"""SVG drawings of an office as pictures."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from itadesk.errors import BadFile
from itadesk.services.emblems import FULL_HEIGHT

_ROOM = 2.0  # a drawing's empty margins are cut off afterwards


def png_of_svg(drawing: bytes) -> bytes:
    """The drawing on a clear ground, so fine that it has 1200 dpi at 3 cm. BadFile."""
    renderer = QSvgRenderer(QByteArray(drawing))
    side = FULL_HEIGHT * _ROOM
    own = QSizeF(renderer.defaultSize())
    size = own.scaled(QSizeF(side * 2, side), Qt.AspectRatioMode.KeepAspectRatio).toSize()
    if not renderer.isValid() or size.isEmpty():
        raise BadFile("อ่านภาพ SVG นี้ไม่ได้ โปรดบันทึกเป็นภาพ PNG แล้วเลือกใหม่")
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    packed = QBuffer()
    packed.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(packed, "PNG")  # type: ignore[call-overload]  # Qt wants text, its stub bytes
    return bytes(packed.data().data())
