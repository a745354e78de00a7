"""Draws what SmartScreen shows; run it when Windows shows something else (setup.png is real)."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QImage, QPainter, QPen

FOLDER = Path(__file__).parent
FONTS = FOLDER.parents[1] / "resources" / "fonts"
BLUE, WHITE, MARK = QColor("#0B4F9E"), QColor("#FFFFFF"), QColor("#FFC46B")
WIDTH, HEIGHT, SCALE = 520, 330, 2

WARNING = (
    "SmartScreen ป้องกันไม่ให้แอปที่ไม่รู้จักเริ่มทำงาน",
    "การเรียกใช้แอปนี้อาจทำให้พีซีของคุณมีความเสี่ยง",
)


class Sheet:
    """A blue box of Windows, with text, buttons and one thing to press."""

    def __init__(self) -> None:
        self.image = QImage(WIDTH * SCALE, HEIGHT * SCALE, QImage.Format.Format_RGB888)
        self.image.fill(BLUE)
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.scale(SCALE, SCALE)
        self.text(30, 26, "Windows ได้ปกป้องพีซีของคุณ", 25)
        for number, line in enumerate(WARNING):
            self.text(30, 82 + 26 * number, line, 16)

    def text(self, left: int, top: int, said: str, size: int, *, under: bool = False) -> None:
        font = QFont("Sarabun")
        font.setPixelSize(size)
        font.setUnderline(under)
        self.painter.setFont(font)
        self.painter.setPen(WHITE)
        self.painter.drawText(QRectF(left, top, WIDTH - left, 44), Qt.AlignmentFlag.AlignLeft, said)

    def button(self, left: int, said: str) -> None:
        box = QRectF(left, HEIGHT - 62, 130, 36)
        self.painter.setPen(QPen(WHITE, 1.6))
        self.painter.drawRect(box)
        font = QFont("Sarabun")
        font.setPixelSize(16)
        self.painter.setFont(font)
        self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)

    def mark(self, box: QRectF) -> None:
        """A frame around what to press."""
        self.painter.setPen(QPen(MARK, 4))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(box, 10, 10)

    def save(self, name: str) -> None:
        self.painter.end()
        self.image.save(str(FOLDER / name))


def warning() -> None:
    sheet = Sheet()
    sheet.text(30, 146, "ข้อมูลเพิ่มเติม", 16, under=True)
    sheet.button(WIDTH - 160, "ไม่เรียกใช้")
    sheet.mark(QRectF(18, 140, 122, 38))
    sheet.save("smartscreen-1.png")


def warning_opened() -> None:
    sheet = Sheet()
    sheet.text(30, 150, "แอป:  itadesk-…-setup.exe", 16)
    sheet.text(30, 178, "ผู้เผยแพร่:  ผู้เผยแพร่ที่ไม่รู้จัก", 16)
    sheet.button(WIDTH - 306, "เรียกใช้ต่อไป")
    sheet.button(WIDTH - 160, "ไม่เรียกใช้")
    sheet.mark(QRectF(WIDTH - 314, HEIGHT - 70, 146, 52))
    sheet.save("smartscreen-2.png")


if __name__ == "__main__":
    application = QGuiApplication([])
    for each in sorted(FONTS.glob("Sarabun-*.ttf")):
        QFontDatabase.addApplicationFont(str(each))
    warning()
    warning_opened()
