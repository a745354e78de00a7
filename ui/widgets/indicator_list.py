"""The list of indicators beside the analysis: name, score with its sign, written or not."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.classes import SIGNS, class_colour
from ui.models.indicators import IndicatorModel, IndicatorRow, Written
from ui.models.rows import ROW
from ui.widgets.options import room
from ui.widgets.row_ground import draw_ground, line_of

STATE_SIGNS = {
    Written.NOT_YET: "○",
    Written.PARTLY: "◔",
    Written.DONE: "✓",
    Written.NEEDLESS: "–",
}
_PADDING = 10
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class IndicatorDelegate(QStyledItemDelegate):
    """Two lines a row; the chosen one has an accent at its left."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del index
        look: Any = option  # the stubs know none of its fields
        return QSize(160, 2 * line_of(look.fontMetrics) + 8)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        chosen = draw_ground(painter, option)
        area = room(option).adjusted(_PADDING, 4, -_PADDING, -4)
        self._write(painter, area, index.data(ROW), chosen)
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, row: IndicatorRow, chosen: bool) -> None:
        font, metrics = painter.font(), painter.fontMetrics()
        left = metrics.horizontalAdvance("๑๐") + 8
        first = QRect(area.left(), area.top(), area.width(), line_of(metrics))
        second = first.translated(0, first.height())
        painter.setFont(_weighted(font, chosen))
        painter.setPen(QColor(theme.current().text))
        painter.drawText(first, _MIDDLE, row.number)
        name = painter.fontMetrics().elidedText(
            row.name, Qt.TextElideMode.ElideRight, first.width() - left
        )
        painter.drawText(first.adjusted(left, 0, 0, 0), _MIDDLE, name)
        painter.setFont(font)
        sign = f"{SIGNS[row.found]} " if row.found else ""
        colour = class_colour(row.found) if row.found else theme.current().quiet
        painter.setPen(QColor(colour))
        second.setLeft(second.left() + left)
        painter.drawText(second, _MIDDLE, f"{sign}{row.score}")
        second.setLeft(second.left() + metrics.horizontalAdvance(f"{sign}{row.score}") + 12)
        self._write_state(painter, second, row)

    def _write_state(self, painter: QPainter, line: QRect, row: IndicatorRow) -> None:
        """Sign and word, the sign alone where there is no room."""
        tokens = theme.current()
        painter.setPen(QColor(tokens.keep if row.written is Written.DONE else tokens.quiet))
        words = f"{STATE_SIGNS[row.written]} {row.written}"
        if painter.fontMetrics().horizontalAdvance(words) > line.width():
            words = STATE_SIGNS[row.written]
        painter.drawText(line, _MIDDLE | Qt.AlignmentFlag.AlignRight, words)


def _weighted(font: QFont, strong: bool) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


class IndicatorList(QListView):
    """Tells which indicator was chosen by its number."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = IndicatorModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(IndicatorDelegate(self))
        self.setAccessibleName("ตัวชี้วัด")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumWidth(theme.px(190))
        self.selectionModel().currentChanged.connect(self._tell)

    def choose(self, no: int) -> None:
        """Goes to an indicator, or to the first where it is not there."""
        self.setCurrentIndex(self.rows.index(max(self.rows.place(no), 0)))

    def step(self, by: int) -> None:
        """Goes on to the next (1) or back to the previous (-1) indicator."""
        place = self.currentIndex().row() + by
        if 0 <= place < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(place))

    def _tell(self, current: QModelIndex) -> None:
        row = self.rows.row(current)
        if row is not None:
            self.chosen.emit(row.no)
