"""Scores as bars, painted: sign, name, bar with the line of the limit, figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from itadesk.model.work import FindingClass
from ui import theme
from ui.classes import SIGNS, class_colour
from ui.fonts import base_font
from ui.tokens import Tokens
from ui.widgets.painting import draw_figure, figure_width

LEAST, MOST, THICK = 22, 34, 8  # px of a row, px of a bar
SIGN, GAP, SHORTEST = 18, 10, 60  # px


@dataclass(frozen=True, slots=True)
class Bar:
    """One score; `found` gives colour and sign, `remark` a word such as ยังไม่ครบ."""

    name: str
    value: Decimal | None
    text: str
    found: FindingClass | None = None
    remark: str = ""


class BarList(QWidget):
    """Bars of 0–100 below each other; the limit is a dashed line through all of them."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._bars: tuple[Bar, ...] = ()
        self._limit = Decimal(85)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: Sequence[Bar], limit: Decimal) -> None:
        self._bars, self._limit = tuple(bars), limit
        spoken = [f"{bar.name} {bar.text or 'ยังไม่มีคะแนน'} {bar.remark}".strip() for bar in bars]
        self.setAccessibleName(f"{self._title}: {', '.join(spoken)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, LEAST * max(1, len(self._bars)) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(base_font())
        if self._bars:
            self._paint_all(painter, theme.current())
        painter.end()
        event.accept()

    def _columns(self) -> tuple[int, int, int]:
        """px: where the bars begin, where they end, and the height of a row."""
        metrics = QFontMetricsF(base_font())
        names = max(metrics.horizontalAdvance(bar.name) for bar in self._bars)
        figure = figure_width("๑๐๐.๐๐", base_font(strong=True))
        end = round(self.width() - figure - GAP)
        begin = min(round(SIGN + names + GAP), max(end - SHORTEST, SIGN))
        height = min(MOST, max(LEAST, self.height() // len(self._bars)))
        return begin, end, height

    def _paint_all(self, painter: QPainter, tokens: Tokens) -> None:
        begin, end, height = self._columns()
        for n, bar in enumerate(self._bars):
            self._paint_bar(painter, tokens, bar, QRect(0, n * height, self.width(), height))
        x = begin + (end - begin) * float(self._limit) / 100
        painter.setPen(QPen(QColor(tokens.quiet), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, len(self._bars) * height))

    def _paint_bar(self, painter: QPainter, tokens: Tokens, bar: Bar, row: QRect) -> None:
        begin, end, _ = self._columns()
        middle = Qt.AlignmentFlag.AlignVCenter
        colour = class_colour(bar.found, tokens) if bar.found else tokens.quiet
        painter.setFont(base_font())
        painter.setPen(QColor(colour))
        painter.drawText(row, middle, SIGNS[bar.found] if bar.found else "○")
        painter.setPen(QColor(tokens.text))
        names = row.adjusted(SIGN, 0, 0, 0)
        names.setRight(begin - GAP)
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(bar.name, elide, names.width())
        painter.drawText(names, middle, shown)
        track = QRectF(begin, row.center().y() - THICK / 2 + 1, end - begin, THICK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(track, THICK / 2, THICK / 2)
        if bar.value is not None:
            full = QRectF(track)
            full.setWidth(max(THICK, track.width() * float(bar.value) / 100))
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(full, THICK / 2, THICK / 2)
        painter.setPen(QColor(tokens.text if bar.value is not None else tokens.quiet))
        if bar.text:
            painter.setFont(base_font(strong=True))
            draw_figure(painter, row, bar.text)
        else:
            painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, "–")
