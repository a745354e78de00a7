"""What a screen shows while there is nothing yet: one sentence, one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.icons import drawing
from ui.widgets.buttons import primary_button
from ui.widgets.labels import label


class EmptyState(QWidget):
    """An icon, what is missing, what to do, and the button that does it."""

    def __init__(
        self,
        title: str,
        text: str,
        sign: str = "info",
        action: tuple[str, Callable[[], object]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        picture = label()
        picture.setPixmap(drawing(sign, theme.current().quiet, 40, self.devicePixelRatioF()))
        column = QVBoxLayout(self)
        column.setSpacing(theme.GAP)
        column.addStretch()
        for widget in (
            picture,
            label(title, "heading", wrap=True),
            label(text, "quiet", wrap=True),
        ):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        self.go = primary_button(*action) if action else None
        if self.go is not None:
            column.addSpacing(theme.GAP)
            column.addWidget(self.go, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
