"""A list to choose from that the mouse wheel passes over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class CalmCombo(QComboBox):
    """In a form that scrolls, the wheel must not change what is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def choose(self, value: object) -> None:
        """Chooses the entry with this data."""
        places = [n for n in range(self.count()) if self.itemData(n) == value]
        self.setCurrentIndex(places[0] if places else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
