"""A day typed as text in the Buddhist Era."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from itadesk.errors import BadValue
from itadesk.thai.dates import format_date, parse_date
from itadesk.thai.digits import to_arabic
from ui.widgets.text_field import LineField

_WHOLE = re.compile(r"\d{4}\s*$")  # a year of four digits at the end


class DateField(LineField):
    """`๑ ต.ค. ๒๕๖๘` or any spelling parse_date takes; a wrong one stays and is explained."""

    judged = Signal()  # the problem was found or is gone

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._problem = ""
        self._told = ""  # the text that was last told of
        self.setPlaceholderText("เช่น ๑ ต.ค. ๒๕๖๘")
        self.setAccessibleName(name)

    @property
    def problem(self) -> str:
        """What is wrong with the text as last left, in a sentence; "" when nothing is."""
        return self._problem

    def value(self, fallback: date | None) -> date | None:
        """The day typed; `fallback` while the text is no date."""
        try:
            return parse_date(self.text(), name=self._name)
        except BadValue:
            return fallback

    def show_day(self, day: date | None) -> None:
        """Shows a stored day, unless something that is no date waits to be mended."""
        if self._readable() and self.value(None) != day:
            self.setText(_text(day))
        self._told = self.text()
        self._judge()

    def begin_day(self, day: date | None, typed: str = "") -> None:
        """Shows the day of another record, or what was typed there and is no date."""
        self.begin(typed or _text(day))
        self._told = self.text()
        self._judge()

    def settle(self) -> None:
        """Takes the text as it is: a year of two digits is no longer half a year."""
        if self.text() != self._told:
            self._told = self.text()
            self.edited.emit()
        self._judge()

    def unread(self) -> str:
        """The text when it is no date, else ""."""
        return "" if self._readable() else self.text()

    def _typed(self) -> None:
        if _WHOLE.search(to_arabic(self.text())) or not self.text().strip():
            self._told = self.text()
            self.edited.emit()

    def _readable(self) -> bool:
        try:
            parse_date(self.text(), name=self._name)
        except BadValue:
            return False
        return True

    def _judge(self) -> None:
        try:
            day = parse_date(self.text(), name=self._name)
        except BadValue as refusal:
            self._mark(str(refusal))
        else:
            if self.text() != _text(day) and not self.hasFocus():
                self.setText(_text(day))
                self._told = self.text()
            self._mark("")

    def _mark(self, problem: str) -> None:
        self._problem = problem
        self.setProperty("wrong", bool(problem))
        self.setAccessibleDescription(problem)
        self.style().unpolish(self)
        self.style().polish(self)
        self.judged.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)


def _text(day: date | None) -> str:
    return format_date(day, "short") if day else ""
