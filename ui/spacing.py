"""Margins and gaps of every layout follow the size of the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QWidget

NAME = "spacing"


class Spacing(QObject):
    """Widens the layouts of a widget when it is made ready to be shown, once."""

    def __init__(self, app: QApplication, ratio: float) -> None:
        super().__init__(app)
        self.setObjectName(NAME)
        self._ratio = ratio

    @staticmethod
    def follow(app: QApplication, ratio: float) -> None:
        """Widgets that are shown from now on get `ratio`; at 1 nobody listens."""
        for old in list[Spacing](app.findChildren(Spacing, NAME)):
            app.removeEventFilter(old)
            old.setParent(None)
            old.deleteLater()
        if ratio != 1:
            app.installEventFilter(Spacing(app, ratio))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Polish and isinstance(watched, QWidget):
            layout = watched.layout()
            if layout is not None and watched.property(NAME) is None:
                watched.setProperty(NAME, self._ratio)
                _widen(layout, self._ratio)
        return False


def _widen(layout: QLayout, ratio: float) -> None:
    """This layout and those inside it; the layouts of child widgets come with their widgets."""
    sides = layout.contentsMargins()
    layout.setContentsMargins(
        *(
            round(side * ratio)
            for side in (sides.left(), sides.top(), sides.right(), sides.bottom())
        )
    )
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(round(layout.horizontalSpacing() * ratio))
        layout.setVerticalSpacing(round(layout.verticalSpacing() * ratio))
    elif layout.spacing() > 0:
        layout.setSpacing(round(layout.spacing() * ratio))
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item else None
        if inner is not None:
            _widen(inner, ratio)
