"""The rounds side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.models.rounds import round_name
from ui.widgets.buttons import button
from ui.widgets.flow_layout import FlowLayout


class RoundChoice(QWidget):
    """Tells the months of the round that was chosen."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._flow = FlowLayout(self, gap=4)

    def show_rounds(self, rounds: Sequence[int], months: int) -> None:
        """The rounds to choose from; those that stay keep the focus."""
        if tuple(rounds) != self.rounds():
            self._fill(rounds)
        self.button(months).setChecked(True)

    def rounds(self) -> tuple[int, ...]:
        """Months of the rounds shown."""
        return tuple(self._group.id(each) for each in self._group.buttons())

    def button(self, months: int) -> QPushButton:
        found = self._group.button(months)
        if not isinstance(found, QPushButton):
            raise KeyError(months)
        return found

    def _fill(self, rounds: Sequence[int]) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        for months in rounds:
            made = button(round_name(months))
            made.setCheckable(True)
            self._group.addButton(made, months)
            self._flow.addWidget(made)
