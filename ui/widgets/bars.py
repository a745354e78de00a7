"""Scores as bars, painted: sign, name, bar with the line of the limit, figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from itadesk.model.work import FindingClass
from ui import theme
from ui.classes import SIGNS, class_colour
from ui.fonts import base_font, scale
from ui.tokens import Tokens
from ui.widgets.by_enter import press_by_enter
from ui.widgets.painting import draw_figure, figure_width
from ui.widgets.roving import rove

MOST, THICK = 34, 8  # px of a row, px of a bar
SIDE, SIGN, GAP, SHORTEST, LONGEST = 4, 18, 10, 36, 200  # px; LONGEST of a name


@dataclass(frozen=True, slots=True)
class Bar:
    """One score; `found` gives colour and sign, `remark` a word such as ยังไม่ครบ.

    `place` is where it is worked on.
    """

    name: str
    value: Decimal | None
    text: str
    found: FindingClass | None = None
    remark: str = ""
    place: str = ""

    @property
    def spoken(self) -> str:
        return f"{self.name} {self.text or 'ยังไม่มีคะแนน'} {self.remark}".strip()


class BarList(QWidget):
    """Bars of 0–100 below each other, the limit, if any, a dashed line through all of them.

    Emits `chosen` with the place of a bar that is clicked, or chosen by arrow keys and Enter.
    """

    chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.rows: tuple[BarRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: Sequence[Bar], limit: Decimal | None) -> None:
        self.setAccessibleName(f"{self._title}: {', '.join(bar.spoken for bar in bars)}")
        if len(bars) != len(self.rows):
            self._fill(len(bars))
        for row, bar in zip(self.rows, bars, strict=True):
            row.show_bar(bar, limit, tuple(each.name for each in bars))

    def _fill(self, count: int) -> None:
        for old in self.rows:
            old.hide()
            old.deleteLater()
        while self._column.takeAt(0) is not None:
            pass
        self.rows = tuple(BarRow() for _ in range(count))
        for row in self.rows:
            row.clicked.connect(lambda _=False, row=row: self.chosen.emit(row.bar.place))
            self._column.addWidget(row, 1)
        self._column.addStretch()
        rove(self, self.rows)


class BarRow(QAbstractButton):
    """One bar; its columns are those of all names beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = Bar("", None, "")
        self._limit: Decimal | None = None
        self._names: tuple[str, ...] = ()
        press_by_enter(self)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bar(self, bar: Bar, limit: Decimal | None, names: tuple[str, ...]) -> None:
        self.bar, self._limit, self._names = bar, limit, names
        self.setAccessibleName(bar.spoken)
        self.setToolTip(bar.spoken)
        self.setMaximumHeight(max(round(MOST * scale()), self.minimumSizeHint().height()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the names, unless they are very long, and a short bar."""
        return self._size(min(self._name_width(), LONGEST * scale()))

    def minimumSizeHint(self) -> QSize:
        return self._size(0)

    def _size(self, names: float) -> QSize:
        wide = 2 * SIDE + SIGN * scale() + names + 2 * GAP + SHORTEST + _figure_width()
        return QSize(ceil(wide), round(QFontMetricsF(base_font()).lineSpacing()) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, tokens)
        row = self.rect().adjusted(SIDE, 0, -SIDE, 0)
        colour = QColor(class_colour(self.bar.found, tokens) if self.bar.found else tokens.quiet)
        track = self._track(row)
        self._paint_words(painter, tokens, row, track, colour)
        self._paint_bar(painter, tokens, track, colour)
        painter.end()
        event.accept()

    def _track(self, row: QRect) -> QRectF:
        """Where a bar of 100 would be."""
        end = row.right() - _figure_width() - GAP
        names = SIGN * scale() + self._name_width() + GAP
        begin = row.left() + min(names, max(end - SHORTEST - row.left(), SIGN * scale()))
        return QRectF(begin, row.center().y() - THICK / 2 + 1, max(end - begin, 1), THICK)

    def _name_width(self) -> float:
        metrics = QFontMetricsF(base_font())
        return max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)

    def _paint_words(
        self, painter: QPainter, tokens: Tokens, row: QRect, track: QRectF, colour: QColor
    ) -> None:
        middle, bar = Qt.AlignmentFlag.AlignVCenter, self.bar
        painter.setFont(base_font())
        painter.setPen(colour)
        painter.drawText(row, middle, SIGNS[bar.found] if bar.found else "○")
        painter.setPen(QColor(tokens.text))
        names = row.adjusted(round(SIGN * scale()), 0, 0, 0)
        names.setRight(round(track.left()) - GAP)
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(bar.name, elide, names.width())
        painter.drawText(names, middle, shown)
        if bar.text:
            painter.setFont(base_font(strong=True))
            draw_figure(painter, row, bar.text)
        else:
            painter.setPen(QColor(tokens.quiet))
            painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, "–")

    def _paint_bar(self, painter: QPainter, tokens: Tokens, track: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.border))
        painter.drawRoundedRect(track, THICK / 2, THICK / 2)
        if self.bar.value is not None:
            full = QRectF(track)
            full.setWidth(max(THICK, track.width() * float(self.bar.value) / 100))
            painter.setBrush(colour)
            painter.drawRoundedRect(full, THICK / 2, THICK / 2)
        if self._limit is None:
            return
        x = track.left() + track.width() * float(self._limit) / 100
        painter.setPen(QPen(QColor(tokens.text), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)


def _figure_width() -> float:
    return figure_width("๑๐๐.๐๐", base_font(strong=True))
