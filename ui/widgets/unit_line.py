"""One responsible unit: typed freely, or one of the office's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.completing import complete
from ui.widgets.text_field import LineField


class UnitLine(QWidget):
    """A line that offers the units while one types, and all of them by a button."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units: tuple[str, ...] = ()
        self.line = LineField()
        self.pick = button("เลือก", self._drop, role="quiet", sign="down")
        self.pick.setAccessibleName("เลือกหน่วยงานรับผิดชอบ")
        self.line.edited.connect(self.edited)
        self.line.left.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.line, 1)
        row.addWidget(self.pick)

    def show_known(self, units: Sequence[str]) -> None:
        """The units of the office."""
        self.pick.setVisible(bool(units))
        if self._units == tuple(units):
            return
        self._units = tuple(units)
        complete(self.line, units)
        self.line.completer().activated.connect(self._take)

    def menu(self) -> QMenu:
        """The units of the office to choose from."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for unit in self._units:
            made.addAction(unit).triggered.connect(lambda _=False, name=unit: self._take(name))
        return made

    def _drop(self) -> None:
        self.menu().popup(self.pick.mapToGlobal(QPoint(0, self.pick.height())))

    def _take(self, unit: str) -> None:
        """A line that is filled by choosing tells of it as of typing."""
        self.line.setText(unit)
        self.edited.emit()
        self.left.emit()
