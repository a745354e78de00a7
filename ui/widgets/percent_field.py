"""A percentage typed as text."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from itadesk.errors import BadValue
from itadesk.thai.percent import format_percent, parse_percent
from ui.widgets.text_field import LineField


class PercentField(LineField):
    """0–100 in Thai or Arabic digits; a wrong one stays and is explained."""

    judged = Signal()  # the problem was found or is gone

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._problem = ""
        self.setPlaceholderText("เช่น ๖๐")

    @property
    def problem(self) -> str:
        """What is wrong with the text as last left, in a sentence; "" when nothing is."""
        return self._problem

    def value(self, fallback: Decimal | None) -> Decimal | None:
        """The number typed; `fallback` while the text is none."""
        try:
            return parse_percent(self.text(), name=self._name)
        except BadValue:
            return fallback

    def show_value(self, value: Decimal | None) -> None:
        """Shows a stored number, unless something that is none waits to be mended."""
        if not self.unread() and self.value(None) != value:
            self.setText(format_percent(value))
        self.settle()

    def begin_value(self, value: Decimal | None, typed: str = "") -> None:
        """Shows the number of another record, or what was typed there and is none."""
        self.begin(typed or format_percent(value))
        self.settle()

    def unread(self) -> str:
        """The text when it is no number of 0–100, else ""."""
        return self.text() if self._fault() else ""

    def settle(self) -> None:
        """Judges the text as it stands; a number is shown in Thai digits once it is left."""
        self._mark(self._fault())
        if not self._problem and not self.hasFocus():
            text = format_percent(self.value(None))
            if self.text() != text:
                self.setText(text)

    def _typed(self) -> None:
        if not self._fault():
            self._mark("")
            self.edited.emit()

    def _fault(self) -> str:
        try:
            parse_percent(self.text(), name=self._name)
        except BadValue as refusal:
            return str(refusal)
        return ""

    def _mark(self, problem: str) -> None:
        if problem == self._problem:
            return
        self._problem = problem
        self.setProperty("wrong", bool(problem))
        self.setAccessibleDescription(problem)
        self.style().unpolish(self)
        self.style().polish(self)
        self.judged.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)
