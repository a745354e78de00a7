"""Own dates and unit of each step of a measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from itadesk.model.work import Step
from ui import theme
from ui.widgets.completing import complete
from ui.widgets.day_range import DayRange
from ui.widgets.labels import label
from ui.widgets.text_field import LineField

Unread = tuple[tuple[str, str], ...]  # of each step: texts that are no date

NOTHING = "พิมพ์ขั้นตอนก่อน แล้วกำหนดวันและผู้รับผิดชอบของแต่ละขั้นตอนได้ที่นี่"


@dataclass(frozen=True, slots=True)
class _Row:
    """The fields of one step."""

    holder: QWidget
    text: QLabel
    days: DayRange
    unit: LineField


class StepDetails(QWidget):
    """A line a step as stored; `steps()` are those with the dates and units typed here."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._units: tuple[str, ...] = ()
        self._rows: list[_Row] = []
        self._nothing = label(NOTHING, "quiet", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP)
        self._column.addWidget(self._nothing)

    def steps(self) -> tuple[Step, ...]:
        """The steps shown, with what is typed."""
        return tuple(
            Step(step.text, *row.days.days(), row.unit.stored())
            for step, row in zip(self._steps, self._rows, strict=True)
        )

    def begin(self, steps: Sequence[Step], units: Sequence[str], unread: Unread = ()) -> None:
        """Shows the steps of another measure; `units` are offered while typing."""
        self._match(steps, units)
        for place, (step, row) in enumerate(zip(steps, self._rows, strict=True)):
            texts = unread[place] if place < len(unread) else ("", "")
            row.days.begin((step.start, step.end), texts)
            row.unit.begin(step.unit)

    def take(self, steps: Sequence[Step], units: Sequence[str]) -> None:
        """The steps as the file holds them now; a date that is none waits to be mended."""
        self._match(steps, units)
        for step, row in zip(steps, self._rows, strict=True):
            row.days.take((step.start, step.end))
            row.unit.show_text(step.unit)

    def unread(self) -> Unread:
        """What was typed and is no date."""
        return tuple(row.days.unread() for row in self._rows)

    def settle(self) -> None:
        """Takes the dates as they stand."""
        for row in self._rows:
            row.days.settle()

    def fields(self, place: int) -> tuple[DayRange, LineField]:
        """Dates and unit of a step, from 0."""
        return self._rows[place].days, self._rows[place].unit

    def _match(self, steps: Sequence[Step], units: Sequence[str]) -> None:
        """A row for each step; rows that stay keep the focus."""
        for old in self._rows[len(steps) :]:
            self._column.removeWidget(old.holder)
            old.holder.hide()
            old.holder.deleteLater()
        del self._rows[len(steps) :]
        self._rows += [self._made() for _ in steps[len(self._rows) :]]
        self._steps = tuple(steps)
        for step, row in zip(steps, self._rows, strict=True):
            row.text.setText(step.text)
            row.unit.setAccessibleName(f"ผู้รับผิดชอบ {step.text}")
            if row.unit.completer() is None or self._units != tuple(units):
                complete(row.unit, units)
        self._units = tuple(units)
        self._nothing.setVisible(not steps)

    def _made(self) -> _Row:
        holder = QWidget()
        row = _Row(holder, label(wrap=True), DayRange("ของขั้นตอน"), LineField())
        row.unit.setPlaceholderText("ผู้รับผิดชอบ")
        row.unit.setMinimumWidth(90)
        line = QHBoxLayout()
        line.setSpacing(theme.GAP)
        line.addWidget(row.days, 3)
        line.addWidget(row.unit, 2)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(row.text)
        inside.addLayout(line)
        for field in (row.days, row.unit):
            field.edited.connect(self.edited)
            field.left.connect(self.left)
        self._column.addWidget(holder)
        return row
