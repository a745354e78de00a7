"""Places where words were found: ticked ones will be replaced."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from itadesk.replacing import Match
from ui import theme
from ui.fonts import base_font
from ui.widgets.item_look import item_style
from ui.widgets.options import room
from ui.widgets.painting import line_height

_PARTS = Qt.ItemDataRole.UserRole
_PADDING = 4  # px above and below a line


class _Context(QStyledItemDelegate):
    """One line with the words found on a ground of their own."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), round(line_height(base_font())) + 2 * _PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        before, words, after = index.data(_PARTS)
        area, tokens = room(option), theme.current()
        layout = QTextLayout(f"{before}{words}{after}", painter.font())
        found = QTextLayout.FormatRange()
        found.start, found.length = len(before), len(words)  # type: ignore[attr-defined]
        look = QTextCharFormat()
        look.setBackground(QColor(tokens.improve_soft))
        look.setForeground(QColor(tokens.improve))
        found.format = look  # type: ignore[attr-defined]
        layout.setFormats([found])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        painter.save()
        painter.setClipRect(area)
        painter.setPen(QColor(tokens.text))
        top = area.top() + (area.height() - line.height()) / 2
        layout.draw(painter, QPointF(area.left() + _PADDING, top))
        painter.restore()


class MatchList(QTreeWidget):
    """All are ticked at first; Space takes a tick away and brings it back."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matches: tuple[Match, ...] = ()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHeaderLabels(("ตำแหน่ง", "ข้อความ"))
        self.setAccessibleName("ตำแหน่งที่พบ")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(item_style("QTreeView", f"{_PADDING}px 6px"))
        self.setItemDelegateForColumn(1, _Context(self))
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(0, theme.px(260))
        self.itemChanged.connect(lambda *_: self.ticked.emit())

    def show_matches(self, found: Sequence[Match]) -> None:
        """Instead of those shown before."""
        self.blockSignals(True)
        self._matches = tuple(found)
        self.clear()
        rows = []
        for match in found:
            parts = match.around()
            row = QTreeWidgetItem([match.passage.name, ""])
            row.setToolTip(0, match.passage.name)
            row.setToolTip(1, match.passage.text)
            row.setData(1, _PARTS, parts)
            row.setData(1, Qt.ItemDataRole.AccessibleTextRole, "".join(parts))
            row.setCheckState(0, Qt.CheckState.Checked)
            rows.append(row)
        self.addTopLevelItems(rows)
        if rows:
            self.setCurrentItem(rows[0])
        self.blockSignals(False)
        self.ticked.emit()

    def tick_all(self, wanted: bool) -> None:
        state = Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked
        self.blockSignals(True)
        for number in range(self.topLevelItemCount()):
            self.topLevelItem(number).setCheckState(0, state)
        self.blockSignals(False)
        self.viewport().update()
        self.ticked.emit()

    def chosen(self) -> tuple[Match, ...]:
        """Those that are ticked."""
        checked = Qt.CheckState.Checked
        return tuple(
            match
            for number, match in enumerate(self._matches)
            if self.topLevelItem(number).checkState(0) is checked
        )
