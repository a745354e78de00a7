"""Whether the screen has room for the window at its scale."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from itadesk.selftest import Found, Place, Trial, Verdict
from itadesk.thai.digits import to_thai
from ui.window import SMALLEST

_ADVICE = "จอเล็กกว่าที่ควร โปรดลดการขยายใน ตั้งค่า Windows › ระบบ › จอภาพ"


def _run(_place: Place) -> Found:
    screen = QGuiApplication.primaryScreen()
    room, ratio = screen.availableGeometry(), screen.devicePixelRatio()
    words = to_thai(
        f"จอ {round(screen.size().width() * ratio)}×{round(screen.size().height() * ratio)} จุด "
        f"ขยาย {ratio * 100:.0f} % เหลือให้โปรแกรม {room.width()}×{room.height()} จุด "
        f"({QGuiApplication.platformName()})"
    )
    if room.width() < SMALLEST.width() or room.height() < SMALLEST.height():
        return Found(Verdict.LOOK, words, _ADVICE)
    return Found(Verdict.GOOD, words)


TRIAL = Trial("screen", 200, "จอภาพ", "อ่านขนาดและการขยายของจอ", _run)
