"""Widgets in one place, of which one is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class OneShown(QStackedWidget):
    """Needs the room of what is shown only: what is hidden pushes nothing off the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Not by what is hidden, as a layout around would have it."""
        return False

    def heightForWidth(self, width: int) -> int:
        """What a scrolling area asks for all the same."""
        shown = self.currentWidget()
        return shown.heightForWidth(width) if shown else super().heightForWidth(width)
