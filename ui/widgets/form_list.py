"""The list of forms: a sign, the title in up to two lines, how much is lacking, its documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.models.forms import FormModel, FormRow
from ui.models.rows import ROW
from ui.widgets.options import room
from ui.widgets.painting import draw_lines, line_height, wrapped
from ui.widgets.row_ground import draw_ground

_SIDE, _EDGE, _LINES = 10, 5, 2  # px, px, lines of a title
_SIGN, _COUNT = 20, 48  # px of the sign and of the remark beside a title


class FormDelegate(QStyledItemDelegate):
    """Rows as high as their titles need."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        look: Any = option  # the stubs know none of its fields
        view: Any = look.widget
        width = view.viewport().width() if view else 200
        row = index.data(ROW)
        lines = wrapped(row.title, look.font, _room(row, width - 2 * _SIDE), _LINES)
        count = len(lines) + bool(row.documents)
        return QSize(120, round(count * line_height(look.font)) + 2 * _EDGE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        draw_ground(painter, option)
        self._write(painter, room(option).adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE), index.data(ROW))
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, row: FormRow) -> None:
        tokens = theme.current()
        room = _room(row, area.width())
        if row.documents:
            height = round(line_height(painter.font()))
            below = QRect(area.left(), area.bottom() - height, area.width(), height)
            below.setLeft(below.left() + theme.px(_SIGN))
            painter.setPen(QColor(tokens.quiet))
            draw_lines(painter, below, wrapped(row.documents, painter.font(), below.width(), 1))
            area = area.adjusted(0, 0, 0, -height)
        painter.setPen(QColor(tokens.quiet if row.lacking else tokens.keep))
        draw_lines(painter, area, (row.sign,))
        if row.remark:
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(area, middle, row.remark)
        painter.setPen(QColor(tokens.text))
        lines = wrapped(row.title, painter.font(), room, _LINES)
        draw_lines(painter, area.adjusted(theme.px(_SIGN), 0, 0, 0), lines)


def _room(row: FormRow, width: int) -> int:
    """px for the title between the sign and the remark."""
    return width - theme.px(_SIGN + (_COUNT if row.remark else 0))


class FormList(QListView):
    """Tells which document was chosen by its id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FormModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(FormDelegate(self))
        self.setAccessibleName("เอกสาร")
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[FormRow]) -> None:
        """Rows grow and shrink with what is known of their documents."""
        self.rows.show_rows(rows)
        self.scheduleDelayedItemsLayout()

    def choose(self, form_id: str) -> None:
        """Goes to a document, or to the first where it is not there."""
        rows = [self.rows.row(self.rows.index(n)) for n in range(self.rows.rowCount())]
        place = next((n for n, row in enumerate(rows) if row and row.id == form_id), 0)
        self.setCurrentIndex(self.rows.index(place))

    def _tell(self, current: QModelIndex) -> None:
        row = self.rows.row(current)
        if row is not None:
            self.chosen.emit(row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())
