"""The ground of a row in a list, and the height of its lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui import theme
from ui.widgets.options import has_state, room


def draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> bool:
    """Soft with an accent at its left when chosen, which is told; darker below the mouse."""
    area, tokens = room(option), theme.current()
    chosen = has_state(option, QStyle.StateFlag.State_Selected)
    if chosen:
        painter.fillRect(area, QColor(tokens.accent_soft))
        painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), QColor(tokens.accent))
    elif has_state(option, QStyle.StateFlag.State_MouseOver):
        painter.fillRect(area, QColor(tokens.hover))
    return chosen


def line_of(metrics: QFontMetrics) -> int:
    """px of a line that holds marks above and below."""
    return metrics.height() + 3
