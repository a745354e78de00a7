"""What a user can choose of the window's look, and what the system has chosen."""

from __future__ import annotations

import sys
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.tokens import BLACK, DARK, LIGHT, WHITE, Tokens

SIZES = (80, 90, 100, 110, 125, 150, 175, 200)  # percent


class Choice(StrEnum):
    """The colours of the window."""

    SYSTEM = ""
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"

    @classmethod
    def _missing_(cls, _value: object) -> Choice:
        return cls.SYSTEM


def larger(percent: int) -> int:
    """The next size up, the last one stays."""
    return min((size for size in SIZES if size > percent), default=SIZES[-1])


def smaller(percent: int) -> int:
    """The next size down, the first one stays."""
    return max((size for size in SIZES if size < percent), default=SIZES[0])


def of_system(app: QApplication) -> Tokens:
    """The tokens nearest to what the system shows."""
    strong = _contrast_of_windows()
    if strong is not None:
        return strong
    return DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _contrast_of_windows() -> Tokens | None:
    """BLACK or WHITE while Windows shows high contrast, of which Qt 6.8 does not tell."""
    if sys.platform != "win32":
        return None
    import ctypes
    from ctypes import wintypes

    class HighContrast(ctypes.Structure):
        _fields_ = (
            ("size", wintypes.UINT),
            ("flags", wintypes.DWORD),
            ("scheme", wintypes.LPWSTR),
        )

    told = HighContrast(ctypes.sizeof(HighContrast), 0, None)
    get, on, ground = 0x42, 0x1, 5  # SPI_GETHIGHCONTRAST, HCF_HIGHCONTRASTON, COLOR_WINDOW
    user = ctypes.windll.user32
    if not user.SystemParametersInfoW(get, told.size, ctypes.byref(told), 0) or not told.flags & on:
        return None
    colour = user.GetSysColor(ground)
    return WHITE if colour & 0xFF > 127 else BLACK
