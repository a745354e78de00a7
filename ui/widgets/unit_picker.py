"""Responsible units: each one a button to press, and a line for a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from itadesk.thai.normalise import normalise_line
from ui import theme
from ui.widgets.by_enter import press_by_enter
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text_field import LineField


class UnitPicker(QWidget):
    """The office's units and those already chosen; `added` tells of a unit typed anew."""

    edited = Signal()
    left = Signal()
    added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: tuple[str, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=6)
        self.line = LineField()
        self.line.setPlaceholderText("เพิ่มสำนักหรือกองอื่น แล้วกด Enter")
        self.line.setAccessibleName("เพิ่มสำนักหรือกอง")
        self.line.editingFinished.connect(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._holder)
        column.addWidget(self.line)

    def chosen(self) -> tuple[str, ...]:
        """The chosen units: those of before in their order, then the newly pressed ones."""
        pressed = [name for name, each in self._buttons.items() if each.isChecked()]
        kept = [name for name in self._chosen if name in pressed]
        return (*kept, *(name for name in pressed if name not in kept))

    def show_units(self, known: Sequence[str], chosen: Sequence[str]) -> None:
        """Every known unit and every chosen one, the chosen ones pressed."""
        names = tuple(dict.fromkeys((*known, *chosen)))
        self._chosen = tuple(chosen)
        if names != tuple(self._buttons):
            self._build(names)
        for name, each in self._buttons.items():
            each.setChecked(name in chosen)

    def settle(self) -> None:
        """Takes a name that still stands in the line."""
        name = normalise_line(self.line.text())
        if not name:
            return
        self.line.clear()
        if name not in self._buttons:
            self._build((*self._buttons, name))
            for each in self._chosen:
                self._buttons[each].setChecked(True)
        self._buttons[name].setChecked(True)
        self._pressed()
        self.added.emit(name)

    def _build(self, names: Sequence[str]) -> None:
        for each in self._buttons.values():
            self._flow.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._buttons = {name: self._made(name) for name in names}
        self._holder.setVisible(bool(names))
        self._holder.updateGeometry()

    def _made(self, name: str) -> QPushButton:
        made = QPushButton(name)
        made.setCheckable(True)
        made.setAutoDefault(False)
        press_by_enter(made)
        made.setMinimumHeight(theme.TARGET)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(self._pressed)
        self._flow.addWidget(made)
        return made

    def _pressed(self) -> None:
        self._chosen = self.chosen()
        self.edited.emit()
        self.left.emit()
