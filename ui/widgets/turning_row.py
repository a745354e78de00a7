"""Widgets side by side that stand below each other where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QBoxLayout, QWidget


class TurningRow(QWidget):
    """As many px between them as `gap`; each takes its share of the width."""

    def __init__(self, parts: dict[QWidget, int], gap: int) -> None:
        super().__init__()
        self._parts = tuple(parts)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        for part, share in parts.items():
            self._row.addWidget(part, share)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(map(_least, self._parts)), super().minimumSizeHint().height())

    def _turn(self) -> None:
        gaps = self._row.spacing() * (len(self._parts) - 1)
        fits = self.width() >= sum(map(_least, self._parts)) + gaps
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if fits else way.TopToBottom)

    def event(self, event: QEvent) -> bool:
        """Parts may need more room than they did at the last size."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._turn()
        return done


def _least(part: QWidget) -> int:
    """px that a part takes at least, by its content or as it was told."""
    return max(part.minimumSizeHint().width(), part.minimumWidth())
