"""The caret of a box that grows in a page that scrolls stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea

from ui import theme


def bring_into_sight(field: QPlainTextEdit) -> None:
    """Scrolls what the box stands in so far that the line being written is seen whole."""
    if not field.hasFocus():
        return
    around = field.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is None:
        return
    line = field.cursorRect()
    for corner in (line.topLeft(), line.bottomLeft()):
        at = field.viewport().mapTo(around.widget(), QPoint(0, corner.y()))
        around.ensureVisible(at.x(), at.y(), 0, theme.GAP)
