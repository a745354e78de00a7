"""The list of measures beside their reports: status with its sign, progress."""

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

from itadesk.model.work import RoundStatus
from ui import theme
from ui.models.rounds import RoundModel, RoundRow
from ui.models.rows import ROW
from ui.widgets.options import room
from ui.widgets.row_ground import draw_ground, line_of

_PADDING = 10
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class RoundDelegate(QStyledItemDelegate):
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
        _write(painter, room(option).adjusted(_PADDING, 4, -_PADDING, -4), index.data(ROW), chosen)
        painter.restore()


def _write(painter: QPainter, area: QRect, row: RoundRow, chosen: bool) -> None:
    font, metrics = painter.font(), painter.fontMetrics()
    left = metrics.horizontalAdvance("๑๐") + 8
    first = QRect(area.left(), area.top(), area.width(), line_of(metrics))
    strong = QFont(font)
    strong.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
    painter.setFont(strong)
    painter.setPen(QColor(theme.current().text))
    painter.drawText(first, _MIDDLE, row.number)
    _elided(painter, first.adjusted(left, 0, 0, 0), row.title)
    painter.setFont(font)
    second = first.translated(0, first.height()).adjusted(left, 0, 0, 0)
    painter.setPen(QColor(theme.current().quiet))
    painter.drawText(second, _MIDDLE | Qt.AlignmentFlag.AlignRight, row.percent)
    if row.percent:
        second.setRight(second.right() - metrics.horizontalAdvance(row.percent) - 8)
    painter.setPen(QColor(_ink(row)))
    _elided(painter, second, row.lateness or f"{row.sign} {row.words}")


def _elided(painter: QPainter, area: QRect, text: str) -> None:
    how = Qt.TextElideMode.ElideRight
    painter.drawText(area, _MIDDLE, painter.fontMetrics().elidedText(text, how, area.width()))


def _ink(row: RoundRow) -> str:
    tokens = theme.current()
    if row.late is not None:
        return tokens.urgent
    if row.status is RoundStatus.DONE and row.reported:
        return tokens.keep
    return tokens.accent if row.status is RoundStatus.UNDER_WAY else tokens.quiet


class RoundList(QListView):
    """Tells which measure was chosen by its id, and how many are when several are."""

    chosen = Signal(int)
    several = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RoundModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RoundDelegate(self))
        self.setAccessibleName("มาตรการของปี")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumWidth(theme.px(190))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.selectionModel().currentChanged.connect(self._tell)
        self.selectionModel().selectionChanged.connect(
            lambda: self.several.emit(len(self.selected()))
        )

    def selected(self) -> tuple[int, ...]:
        """The ids of the measures that are chosen, in their order."""
        chosen = sorted(index.row() for index in self.selectedIndexes())
        rows = (self.rows.row(self.rows.index(place)) for place in chosen)
        return tuple(row.id for row in rows if row is not None and row.id is not None)

    def choose(self, measure_id: int | None) -> None:
        """Goes to a measure where it is there."""
        place = self.rows.place(measure_id)
        if place >= 0 and place != self.currentIndex().row():
            self.setCurrentIndex(self.rows.index(place))

    def step(self, by: int) -> None:
        """Goes on to the next (1) or back to the previous (-1) measure."""
        place = self.currentIndex().row() + by
        if 0 <= place < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(place))

    def _tell(self, current: QModelIndex) -> None:
        row = self.rows.row(current)
        if row is not None and row.id is not None:
            self.chosen.emit(row.id)
