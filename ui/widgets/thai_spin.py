"""A whole number shown in Thai digits, typed in either."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from itadesk.thai.digits import to_arabic, to_thai


class ThaiSpin(QSpinBox):
    """`unit` follows the number, such as พอยต์; the mouse wheel passes over."""

    def __init__(
        self, least: int = 0, most: int = 99, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(f" {unit}" if unit else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)

    def show_number(self, value: int) -> None:
        """Shows a stored number without telling of a change."""
        blocked = self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(blocked)

    def textFromValue(self, value: int) -> str:
        return to_thai(str(value))

    def valueFromText(self, text: str) -> int:
        plain = to_arabic(text.removesuffix(self.suffix())).strip()
        return int(plain) if plain else self.minimum()

    def validate(self, text: str, position: int) -> object:
        plain = to_arabic(text.removesuffix(self.suffix())).strip()
        state = QValidator.State
        if not plain.isdecimal():
            return (state.Intermediate if not plain else state.Invalid, text, position)
        within = self.minimum() <= int(plain) <= self.maximum()
        return (state.Acceptable if within else state.Intermediate, text, position)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
