"""One step of the year's road: a mark, its name, and how far it is."""

from __future__ import annotations

from datetime import date
from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from itadesk.model.road import RoadStep, StepState
from itadesk.road import overdue
from ui import theme
from ui.fonts import base_font, scale
from ui.icons import drawing
from ui.tokens import Tokens
from ui.widgets.by_enter import press_by_enter
from ui.widgets.painting import draw_lines, line_height, wrapped

SIDE, END, ABOVE, SIGN, GAP = 5, 2, 9, 16, 3  # px
TRACK = 4  # px: the line above a step, which makes them a road
WORDS = {StepState.DONE: "ทำแล้ว", StepState.BEGUN: "กำลังทำ", StepState.NONE: "ยังไม่เริ่ม"}


class StepButton(QAbstractButton):
    """Pressed, it emits `chosen`; its menu marks what was done outside the program."""

    chosen = Signal(RoadStep)
    marked = Signal(RoadStep, bool)

    def __init__(self) -> None:
        super().__init__()
        self.step: RoadStep | None = None
        self._here = self._late = False
        press_by_enter(self)
        self.clicked.connect(lambda: self.chosen.emit(self.step))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: RoadStep, *, here: bool, today: date) -> None:
        """`here`: the step to do next."""
        self.step, self._here = step, here
        self._late = overdue(step, today)
        state = "เลยกำหนดแล้ว" if self._late else WORDS[step.state]
        self.setAccessibleName(f"{step.title}: {state} {step.how}")
        self.setAccessibleDescription(step.todo)
        self.setToolTip(f"{step.title}\n{step.todo}")
        self.updateGeometry()
        self.update()

    def menu(self) -> QMenu:
        """Going there, and marking what was done elsewhere."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.addAction("เปิดหน้าที่ทำขั้นนี้", self.click)
        step = self.step
        if step is not None and step.markable:
            mark = made.addAction("ทำแล้วนอกโปรแกรม")
            mark.setCheckable(True)
            mark.setChecked(step.marked)
            mark.setEnabled(step.marked or step.state is not StepState.DONE)
            mark.triggered.connect(lambda: self.marked.emit(step, not step.marked))
        return made

    def sizeHint(self) -> QSize:
        """Wide enough for its words."""
        step, metrics = self.step, QFontMetricsF(base_font())
        name = metrics.horizontalAdvance(step.title) if step else 0.0
        how = metrics.horizontalAdvance(step.how) if step else 0.0
        wide = SIDE + max((SIGN + GAP) * scale() + name, how) + END
        return QSize(ceil(wide), round(ABOVE + 2 * line_height(base_font()) + 3))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(40 * scale()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        step, tokens = self.step, theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if step is not None:
            colour = self._colour(step, tokens)
            self._paint_ground(painter, tokens, step, colour)
            self._paint_words(painter, tokens, step, colour)
        painter.end()
        event.accept()

    def _colour(self, step: RoadStep, tokens: Tokens) -> str:
        if self._late:
            return tokens.urgent
        inks = {StepState.DONE: tokens.keep, StepState.BEGUN: tokens.improve}
        return inks.get(step.state, tokens.accent if self._here else tokens.quiet)

    def _paint_ground(self, painter: QPainter, tokens: Tokens, step: RoadStep, colour: str) -> None:
        whole, radius = QRectF(self.rect()), theme.RADIUS
        painter.setPen(Qt.PenStyle.NoPen)
        if self._here or self.underMouse():
            painter.setBrush(QColor(tokens.hover if self.underMouse() else tokens.accent_soft))
            painter.drawRoundedRect(whole.adjusted(0, TRACK, 0, 0), radius, radius)
        track = QRectF(0, 0, whole.width(), TRACK)
        painter.setBrush(QColor(tokens.border))
        painter.drawRoundedRect(track, TRACK / 2, TRACK / 2)
        if step.state is not StepState.NONE:
            begun = step.state is StepState.BEGUN
            track.setWidth(whole.width() / 2 if begun else whole.width())
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(track, TRACK / 2, TRACK / 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(1, TRACK + 1, -1, -1), radius, radius)

    def _paint_words(self, painter: QPainter, tokens: Tokens, step: RoadStep, colour: str) -> None:
        size, line = round(SIGN * scale()), line_height(base_font())
        sign = "warn" if self._late else str(step.state)
        picture = drawing(sign, colour, size, self.devicePixelRatioF())
        painter.drawPixmap(SIDE, round(ABOVE + (line - size) / 2), picture)
        room = self.rect().adjusted(SIDE + size + round(GAP * scale()), ABOVE, 1 - END, 0)
        painter.setFont(base_font())
        painter.setPen(QColor(tokens.accent if self._here else tokens.text))
        draw_lines(painter, room, wrapped(step.title, base_font(), room.width(), 1), top=True)
        painter.setPen(QColor(colour if self._late else tokens.quiet))
        below = self.rect().adjusted(SIDE, ABOVE + round(line), 1 - END, 0)
        draw_lines(painter, below, wrapped(step.how, base_font(), below.width(), 1), top=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)
