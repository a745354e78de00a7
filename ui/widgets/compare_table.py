"""The table of a comparison: heads as bands, texts in two lines, change with its sign."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from itadesk.comparing import Compared, Level
from ui import theme
from ui.fonts import base_font
from ui.models.compare import (
    AFTER,
    BEFORE,
    CHANGE,
    CODE,
    DOWN,
    LINE,
    NAME,
    UP,
    CompareModel,
    sign_of,
)
from ui.widgets.options import has_state, room
from ui.widgets.painting import draw_figure, draw_lines, line_height, wrapped

_SIDE, _EDGE, _LINES = 8, 4, 2  # px, px, lines of a text
_NAME = 120  # px of the texts at least
Index = QModelIndex | QPersistentModelIndex


class CompareDelegate(QStyledItemDelegate):
    """Paints a whole cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        count = 1
        if index.column() == NAME:
            strong = index.data(LINE).level is not Level.QUESTION
            count = len(_lines(index, room(option).width(), strong=strong))
        return QSize(40, max(30, round(count * line_height(base_font())) + 2 * _EDGE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Compared = index.data(LINE)
        tokens, area = theme.current(), room(option)
        strong = line.level is not Level.QUESTION
        ground = {Level.QUESTION: tokens.card, Level.INDICATOR: tokens.band}
        chosen = has_state(option, QStyle.StateFlag.State_Selected)
        soft = chosen or line.level not in ground
        painter.save()
        painter.fillRect(area, QColor(tokens.accent_soft if soft else ground[line.level]))
        painter.setPen(QColor(tokens.border))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setFont(base_font(strong=strong))
        painter.setPen(QColor(tokens.text))
        self._write(painter, area.adjusted(_SIDE, 0, -_SIDE, 0), index, line)
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, index: Index, line: Compared) -> None:
        text, tokens = str(index.data()), theme.current()
        column = index.column()
        if column == NAME:
            strong = line.level is not Level.QUESTION
            draw_lines(painter, area, _lines(index, area.width() + 2 * _SIDE, strong=strong))
        elif column == CODE:
            draw_lines(painter, area, (text,))
        elif column == CHANGE:
            sign = sign_of(line.change)
            colour = {UP: tokens.keep, DOWN: tokens.urgent}.get(sign, tokens.quiet)
            painter.setPen(QColor(colour))
            if line.alone:
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(area, right, text)
            else:
                draw_figure(painter, area, text)
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, sign)
        else:
            draw_figure(painter, area, text)


def _lines(index: Index, width: int, *, strong: bool) -> tuple[str, ...]:
    return wrapped(str(index.data()), base_font(strong=strong), width - 2 * _SIDE, _LINES)


class CompareTable(QTableView):
    """Read only; one line is chosen as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = CompareModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(CompareDelegate(self))
        self.setAccessibleName("คะแนนของสองปีเทียบกัน")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self._wrap = QTimer(self, singleShot=True, interval=0)  # when all columns have their widths
        self._wrap.timeout.connect(self.resizeRowsToContents)
        head.sectionResized.connect(self._wrap.start)
        self.rows.modelReset.connect(self._wrap.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.fontMetrics().horizontalAdvance
        self.setColumnWidth(CODE, wide("o๔๔*") + 2 * _SIDE + 4)
        for column in (BEFORE, AFTER):
            self.setColumnWidth(column, wide("(๑๐๐.๐๐)") + 2 * _SIDE + 4)
        self.setColumnWidth(CHANGE, self.horizontalHeader().sectionSizeHint(CHANGE))
        figures = sum(self.columnWidth(column) for column in (CODE, BEFORE, AFTER, CHANGE))
        self.setMinimumWidth(figures + theme.px(_NAME))  # there is no scrolling sideways
