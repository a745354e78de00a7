"""One line of the rail, painted: icon, number, words, sign of how far."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from itadesk.thai.digits import to_thai
from ui import theme
from ui.fonts import base_font
from ui.icons import drawing
from ui.pages import Page, Progress
from ui.tokens import Tokens
from ui.widgets.by_enter import press_by_enter

WORDS = {"done": "เสร็จแล้ว", "begun": "ทำไปแล้วบางส่วน", "none": "ยังไม่ได้เริ่ม"}
HEIGHT, LEAST, EDGE, ICON, SIGN = 36, 21, 10, 20, 16  # px


class RailItem(QAbstractButton):
    """A checkable line; paints itself so that number and sign stay in their columns."""

    def __init__(self, page: Page, number: int | None) -> None:
        super().__init__()
        self._page, self._folded = page, False
        self._words = f"{to_thai(str(number))} {page.title}" if number else page.title
        self._progress: Progress | None = None
        self.setCheckable(True)
        press_by_enter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(max(theme.TARGET, theme.px(LEAST)))
        self.setText(self._words)
        self._name()

    @property
    def progress(self) -> Progress | None:
        return self._progress

    def wide(self) -> int:
        """px that icon, words and sign need."""
        words = self.fontMetrics().horizontalAdvance(self._words)
        return words + theme.px(EDGE + ICON + 8 + 12 + SIGN + EDGE)

    def fold(self, folded: bool) -> None:
        self._folded = folded
        self._name()
        self.update()

    def show_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        self._name()
        self.update()

    def _name(self) -> None:
        state = WORDS.get(self._progress.state, "") if self._progress else ""
        how_far = self._progress.words if self._progress else ""
        self.setAccessibleName(" ".join(filter(None, (self._words, state))))
        tip = " · ".join(filter(None, (self._words if self._folded else "", how_far or state)))
        self.setToolTip(tip)

    def _ink(self, tokens: Tokens) -> str:
        if not self.isEnabled():
            return tokens.disabled
        return tokens.accent if self.isChecked() else tokens.text

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        whole = self.rect()
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.setBrush(QColor(tokens.accent_soft if self.isChecked() else tokens.hover))
            painter.drawRoundedRect(whole, theme.RADIUS, theme.RADIUS)
        if self.isChecked():
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRect(0, 8, 3, whole.height() - 16), 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)

    def _paint_sign(self, painter: QPainter, tokens: Tokens) -> None:
        if self._progress is None:
            return
        name = {"done": "done", "begun": "begun"}.get(self._progress.state, "none")
        colour = {"done": tokens.keep, "begun": tokens.accent}.get(name, tokens.quiet)
        size = theme.px(10 if self._folded else SIGN)
        picture = drawing(name, colour, size, self.devicePixelRatioF())
        y = self.height() - size - 3 if self._folded else (self.height() - size) // 2
        painter.drawPixmap(self.width() - size - theme.px(2 if self._folded else EDGE), y, picture)

    def sizeHint(self) -> QSize:
        return QSize(self.wide(), theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, tokens)
        ink = self._ink(tokens)
        side = theme.px(ICON)
        x = (self.width() - side) // 2 if self._folded else theme.px(EDGE)
        picture = drawing(self._page.icon, ink, side, self.devicePixelRatioF())
        painter.drawPixmap(x, (self.height() - side) // 2, picture)
        if not self._folded:
            painter.setPen(QColor(ink))
            painter.setFont(base_font(strong=self.isChecked()))
            room = self.rect().adjusted(theme.px(EDGE + ICON + 8), 0, -theme.px(EDGE + SIGN + 4), 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._words)
        self._paint_sign(painter, tokens)
        painter.end()
        event.accept()
