"""First and last question of a range, typed as numbers in either digits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadesk.catalogue.rules import number_of
from itadesk.model.catalogue import Question
from itadesk.thai.digits import to_arabic, to_thai
from ui import theme
from ui.widgets.labels import label
from ui.widgets.text_field import LineField

Span = tuple[int, int] | None


def span_of(questions: Sequence[Question]) -> Span:
    """Numbers of the first and the last question; None where there are none."""
    numbers = [number_of(question.code) or 0 for question in questions]
    return (min(numbers), max(numbers)) if numbers else None


class RangeFields(QWidget):
    """`chosen` brings first and last once both are numbers and the fields are left."""

    chosen = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span: Span = None
        self.first, self.last = LineField(), LineField()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(label(name, "quiet"))
        for field, words in ((self.first, "ตั้งแต่ข้อ"), (self.last, "ถึงข้อ")):
            field.setMaximumWidth(64)
            field.setAccessibleName(f"{name} {words}")
            field.left.connect(self._left)
            field.returnPressed.connect(self.settle)
            row.addWidget(label(words))
            row.addWidget(field)
        row.addStretch()

    def show_span(self, span: Span) -> None:
        """The range as it is; empty fields where there is none."""
        self._span = span
        for field, number in zip((self.first, self.last), span or ("", ""), strict=True):
            field.begin(to_thai(str(number)))

    def settle(self) -> None:
        """Takes what is typed when it is a range other than before."""
        typed = [to_arabic(field.stored()) for field in (self.first, self.last)]
        if all(text.isascii() and text.isdigit() for text in typed):
            first, last = (int(text) for text in typed)
            if (first, last) != self._span:
                self.chosen.emit(first, last)

    def _left(self) -> None:
        if not (self.first.hasFocus() or self.last.hasFocus()):  # not while going on to the other
            self.settle()
