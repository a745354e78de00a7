"""The window's typeface draws Thai, marks above marks too."""

from __future__ import annotations

from PySide6.QtGui import QFontInfo, QFontMetrics, QRawFont

from itadesk.selftest import Found, Place, Trial, Verdict
from ui.fonts import FAMILY, base_font, load_fonts

_LETTERS = "กขคที่นี้น้ำผู้ป่วยปฏิบัติ๐๑๒๓๙"


def _run(_place: Place) -> Found:
    load_fonts()
    font = base_font()
    family, raw = QFontInfo(font).family(), QRawFont.fromFont(font)
    missing = [letter for letter in _LETTERS if not raw.supportsCharacter(ord(letter))]
    metrics = QFontMetrics(font)
    stacked = metrics.horizontalAdvance("ที่") == metrics.horizontalAdvance("ท")
    if family != FAMILY or missing or not stacked:
        return Found(Verdict.BAD, f"หน้าจอใช้ {family} สระหรือวรรณยุกต์ไม่ตรงที่", "โปรดติดตั้งโปรแกรมใหม่")
    return Found(Verdict.GOOD, f"หน้าจอใช้ {family} สระและวรรณยุกต์ซ้อนตรงที่")


TRIAL = Trial("typeface", 210, "ตัวอักษรบนหน้าจอ", "วัดตัวอักษรไทยที่มีสระและวรรณยุกต์ซ้อน", _run)
