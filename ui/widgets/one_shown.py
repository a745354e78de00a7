"""Widgets in one place, of which one is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget


class OneShown(QStackedWidget):
    """Needs the room of what is shown only: what is hidden pushes nothing off the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        if shown is None:
            return super().minimumSizeHint()
        least, layout = shown.minimumSizeHint(), shown.layout()
        if layout is not None and layout.hasHeightForWidth():  # rows that wrap at this width
            wrapped = layout.minimumHeightForWidth(max(self.width(), least.width()))
            least.setHeight(max(least.height(), wrapped))
        return least

    def hasHeightForWidth(self) -> bool:
        """Not by what is hidden, as a layout around would have it."""
        return False

    def heightForWidth(self, width: int) -> int:
        """What a scrolling area asks for all the same."""
        shown = self.currentWidget()
        return shown.heightForWidth(width) if shown else super().heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
