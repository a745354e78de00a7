"""The typeface of the window: Sarabun from the program's own folder."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase

from resources import ROOT

FAMILY, SYMBOLS = "Sarabun", "Itadesk Symbols"  # ticks, dots and arrows, which Sarabun lacks
SMALL, BODY, LARGE, TITLE, FIGURE = 10, 11, 13, 16, 28  # pt at 100 %
FALLBACKS = ("Leelawadee UI", "Tahoma", "Noto Sans Thai", "Laksaman", "Loma", "sans-serif")


def load_fonts() -> bool:
    """Makes the shipped faces known to Qt; False when there are none and the system's serve."""
    if FAMILY in QFontDatabase.families():
        return True
    folder = ROOT / "fonts"
    files = [*sorted(folder.glob(f"{FAMILY}-*.ttf")), folder / "Symbols.ttf"]
    return all([QFontDatabase.addApplicationFont(str(file)) != -1 for file in files] or [False])


def scale() -> float:
    """How much larger than at 100 % the program is shown."""
    app = QCoreApplication.instance()
    kept = app.property("scale") if app else None
    return kept if isinstance(kept, float) else 1.0


def base_font(size: float = BODY, *, strong: bool = False) -> QFont:
    """The window's font, `size` pt at 100 %; figures are of one width in Sarabun."""
    font = QFont()
    font.setFamilies([FAMILY, SYMBOLS, *FALLBACKS])
    font.setPointSizeF(size * scale())
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font
