"""A card: a framed group on a page, with an optional head."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import heading


class Card(QFrame):
    """Holds widgets one below the other; `add` puts one in."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.BLOCK, theme.GAP, theme.BLOCK, 12)
        self.body.setSpacing(6)
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.GAP)
        if title:
            self.head.addWidget(heading(title))
            self.head.addStretch()
            self.body.addLayout(self.head)
            self.setAccessibleName(title)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.body.addWidget(widget, stretch)
