"""The issues of a year in order: number, name in up to two lines, how many questions."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from itadesk.findings import codes_of_issue
from itadesk.model.catalogue import Catalogue
from itadesk.thai.digits import to_thai
from ui import theme
from ui.widgets.painting import draw_lines, line_height, wrapped

_NUMBER, _COUNT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SIDE, _EDGE, _LINES = 10, 5, 2  # px, px, lines of a name
_SIGN, _REMARK = 24, 56  # px of the number and of the count beside a name


class IssueDelegate(QStyledItemDelegate):
    """Rows as high as their names need."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        look: Any = option  # the stubs know none of its fields
        view: Any = look.widget
        room = (view.viewport().width() if view else 200) - 2 * _SIDE - theme.px(_SIGN + _REMARK)
        lines = wrapped(index.data(), look.font, room, _LINES)
        return QSize(120, round(len(lines) * line_height(look.font)) + 2 * _EDGE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look: Any = option
        tokens = theme.current()
        painter.save()
        if look.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(look.rect, QColor(tokens.accent_soft))
            edge = QRect(look.rect.topLeft(), QSize(3, look.rect.height()))
            painter.fillRect(edge, QColor(tokens.accent))
        elif look.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(look.rect, QColor(tokens.hover))
        area = look.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        painter.setPen(QColor(tokens.quiet if index.data(_COUNT) else tokens.improve))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, middle, to_thai(f"{index.data(_COUNT)} ข้อ"))
        painter.setPen(QColor(tokens.text))
        draw_lines(painter, area, (to_thai(str(index.row() + 1)),))
        lines = wrapped(
            index.data(), painter.font(), area.width() - theme.px(_SIGN + _REMARK), _LINES
        )
        draw_lines(painter, area.adjusted(theme.px(_SIGN), 0, 0, 0), lines)
        painter.restore()


class IssueList(QListWidget):
    """`chosen` brings an issue's number, 0 for none; `moved` steps asked for with Alt+↑/↓."""

    chosen = Signal(int)
    moved = Signal(int)
    removed = Signal()
    renamed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(IssueDelegate(self))
        self.setAccessibleName("ประเด็นการวิเคราะห์")
        self.setMouseTracking(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentRowChanged.connect(lambda: self.chosen.emit(self.number()))

    def number(self) -> int:
        """The issue chosen now, 0 for none."""
        item = self.currentItem()
        return int(item.data(_NUMBER)) if item is not None else 0

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """All issues of a catalogue; the same one stays chosen, else the one at its place."""
        number, row = self.number(), self.currentRow()
        self.blockSignals(True)
        self.clear()
        for issue in catalogue.issues:
            item = QListWidgetItem(issue.name, self)
            count = len(codes_of_issue(catalogue, issue.no))
            item.setData(_NUMBER, issue.no)
            item.setData(_COUNT, count)
            place = to_thai(f"{self.count()}")
            words = f"ประเด็นที่ {place} {issue.name} {to_thai(str(count))} ข้อ"
            item.setToolTip(words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        self.choose(number)
        self.blockSignals(False)

    def choose(self, number: int) -> None:
        """Goes to an issue where it is there."""
        for row in range(self.count()):
            if self.item(row).data(_NUMBER) == number:
                self.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.renamed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
