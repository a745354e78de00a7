"""A line that can be pressed: sign, text of three lines at most, and a mark that it leads on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import theme
from ui.fonts import base_font, scale
from ui.icons import drawing
from ui.tokens import Tokens
from ui.widgets.by_enter import press_by_enter
from ui.widgets.painting import draw_lines, line_height, wrapped

SIGN, END, EDGE, GAP, LINES = 22, 22, 6, 8, 3  # px but the lines of text


class LineButton(QAbstractButton):
    """`ink` names the token of the sign's colour.

    The first of the `remarks` that there is room for stands at the right, else the first below.
    """

    def __init__(
        self, sign: str, text: str, ink: str = "quiet", remarks: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        self._sign, self._ink, self._remarks = sign, ink, remarks
        self._least = 0.0
        press_by_enter(self)
        self.setText(text)
        spoken = " ".join((text, *remarks[:1]))
        self.setToolTip(spoken)
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def leave_room(self, least: float) -> None:
        """Remarks stand beside the text as if it were so long (px), as those above and below."""
        self._least = least
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        count = 1
        if not self._beside(width):
            count = len(self._lines(width)) + bool(self._remarks)
        return round(line_height(base_font()) * count) + 8

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """A scrolled page asks for heights without saying how wide it is."""
        return QSize(120, self.heightForWidth(self.width()))

    def _lines(self, width: int) -> tuple[str, ...]:
        room = width - _sign_room() - END - 4
        return wrapped(self.text(), base_font(), room, LINES)

    def _beside(self, width: int) -> str:
        """The remark that fits in the line of the text, "" for none."""
        metrics = QFontMetricsF(base_font())
        text = max(self._least, metrics.horizontalAdvance(self.text()))
        left = width - _sign_room() - EDGE - GAP - text
        fitting = (each for each in self._remarks if metrics.horizontalAdvance(each) <= left)
        return next(fitting, "")

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
        painter.setPen(QColor(str(getattr(tokens, self._ink))))
        draw_lines(painter, whole.adjusted(6, 4, 0, 0), (self._sign,), top=True)
        self._paint_words(painter, tokens)
        painter.end()
        event.accept()

    def _paint_words(self, painter: QPainter, tokens: Tokens) -> None:
        room = self.rect().adjusted(_sign_room(), 4, -EDGE, -4)
        beside = self._beside(self.width())
        lines = (self.text(),) if beside else self._lines(self.width())
        if not beside:
            mark = drawing("right", tokens.quiet, 16, self.devicePixelRatioF())
            painter.drawPixmap(self.width() - 19, (self.height() - 16) // 2, mark)
        painter.setPen(QColor(tokens.text))
        draw_lines(painter, room, lines, top=True)
        painter.setPen(QColor(tokens.quiet))
        if beside:
            right = painter.fontMetrics().horizontalAdvance(beside)
            draw_lines(painter, room.adjusted(room.width() - right, 0, 0, 0), (beside,), top=True)
        elif self._remarks:
            below = room.adjusted(0, round(line_height(base_font()) * len(lines)), 0, 0)
            draw_lines(painter, below, self._remarks[:1], top=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


def _sign_room() -> int:
    """px from the edge to the text."""
    return 6 + round((SIGN - 2) * scale())
