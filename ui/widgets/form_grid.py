"""Fields below each other with their names at the left, for cards."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from ui import theme
from ui.widgets.labels import field_label, label


class FormGrid(QGridLayout):
    """`add` puts a field in the next line."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(theme.GAP)
        self.setColumnStretch(1, 1)

    def add(self, name: str, field: QWidget, spoken: str = "", hint: str = "") -> None:
        """`spoken` is the name for screen readers where it differs; `hint` stands below."""
        line = self.rowCount()
        self.addWidget(field_label(name, field), line, 0)
        self.addWidget(field, line, 1)
        field.setAccessibleName(spoken or name)
        if hint:
            field.setAccessibleDescription(hint)
            self.add_below(label(hint, "quiet", wrap=True))

    def add_below(self, widget: QWidget) -> None:
        """A widget in the column of the fields."""
        self.addWidget(widget, self.rowCount(), 1)
