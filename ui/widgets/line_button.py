"""A line that can be pressed: sign, text of two lines at most, and a mark that it leads on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import theme
from ui.fonts import base_font
from ui.icons import drawing
from ui.widgets.by_enter import press_by_enter
from ui.widgets.painting import draw_lines, line_height, wrapped

SIGN, END, LINES = 22, 22, 2


class LineButton(QAbstractButton):
    """`ink` names the token of the sign's colour."""

    def __init__(self, sign: str, text: str, ink: str = "quiet") -> None:
        super().__init__()
        self._sign, self._ink = sign, ink
        press_by_enter(self)
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = wrapped(self.text(), base_font(), width - SIGN - END - 8, LINES)
        return round(line_height(base_font()) * len(lines)) + 10

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = self.rect()
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(whole, theme.RADIUS, theme.RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        painter.setFont(base_font())
        room = whole.adjusted(SIGN + 4, 5, -END - 4, -5)
        lines = wrapped(self.text(), base_font(), room.width(), LINES)
        painter.setPen(QColor(str(getattr(tokens, self._ink))))
        draw_lines(painter, whole.adjusted(6, 5, 0, 0), (self._sign,), top=True)
        painter.setPen(QColor(tokens.text))
        draw_lines(painter, room, lines, top=True)
        mark = drawing("right", tokens.quiet, 16, self.devicePixelRatioF())
        painter.drawPixmap(whole.right() - 18, (whole.height() - 16) // 2, mark)
        painter.end()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)
