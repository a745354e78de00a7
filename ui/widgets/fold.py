"""A part of a form that is folded away until it is needed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.by_enter import press_by_enter


class Fold(QWidget):
    """A head with an arrow; `body` is shown while it is open."""

    turned = Signal(bool)  # opened or closed by the user

    def __init__(self, title: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = body
        self.head = QToolButton()
        self.head.setText(title)
        self.head.setProperty("role", "quiet")
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setMinimumHeight(theme.TARGET)
        press_by_enter(self.head)
        self.head.clicked.connect(self._toggle)
        row = QHBoxLayout()
        row.addWidget(self.head)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(body)
        self.open(False)

    @property
    def is_open(self) -> bool:
        return not self.body.isHidden()

    def open(self, wanted: bool) -> None:
        """Shows or hides the body."""
        arrow = Qt.ArrowType.DownArrow if wanted else Qt.ArrowType.RightArrow
        self.head.setArrowType(arrow)
        self.body.setVisible(wanted)
        self.head.setAccessibleDescription("เปิดอยู่" if wanted else "พับอยู่")

    def _toggle(self) -> None:
        self.open(not self.is_open)
        self.turned.emit(self.is_open)
