"""A sheet of another's workbook as it stands, with what is taken from it set off."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from itadesk.exchange.foreign import ForeignSheet, letter
from itadesk.exchange.foreign_rows import Columns, FoundRow, RowKind
from itadesk.exchange.layout import CODE, PART1, PART2, SCORE
from itadesk.thai.digits import to_thai
from ui import theme

Index = QModelIndex | QPersistentModelIndex
SHORT = {SCORE: SCORE, PART1: "ส่วนที่ ๑", PART2: "ส่วนที่ ๒"}
_SIGNS = {
    RowKind.SCORED: "✓",
    RowKind.OTHER: "▲",
    RowKind.STRAY: "▲",
    RowKind.BARE: "○",
    RowKind.SUM: "–",
}
_TOLD = {
    RowKind.SCORED: "ข้อคำถามที่มีคะแนน",
    RowKind.OTHER: "ไม่มีข้อนี้ในปีที่เลือก",
    RowKind.STRAY: "มีตัวเลขแต่ไม่พบข้อคำถาม",
    RowKind.BARE: "ข้อคำถามที่ยังไม่มีคะแนน",
    RowKind.SUM: "หัวข้อหรือผลรวม ไม่นำเข้า",
}


class ForeignCells(QAbstractTableModel):
    """Rows have the sign of their kind at the left, columns what they hold above."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = ForeignSheet("", {}, {}, 0, 0)
        self._kinds: dict[int, RowKind] = {}
        self._named: dict[int, str] = {}
        self._head = 0

    def show_sheet(self, sheet: ForeignSheet, columns: Columns, rows: tuple[FoundRow, ...]) -> None:
        """The sheet, with the columns and rows that are taken from it."""
        same = sheet is self._sheet
        if not same:
            self.beginResetModel()
        self._sheet, self._head = sheet, columns.head
        self._kinds = {row.number: row.kind for row in rows}
        self._named = {column: SHORT[name] for name, column in columns.scores}
        self._named |= {columns.code: CODE} if columns.code else {}
        if not same:
            self.endResetModel()
        elif sheet.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(sheet.rows - 1, sheet.columns - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, sheet.columns - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, sheet.rows - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._sheet.rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._sheet.columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row() + 1, index.column() + 1
        if role == Qt.ItemDataRole.DisplayRole:
            covered = self._sheet.covers.get((row, column), (row, column)) != (row, column)
            return "" if covered else self._sheet.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._sheet.text(row, column)
        tokens = theme.current()
        if role == Qt.ItemDataRole.BackgroundRole:
            if row == self._head:
                return QColor(tokens.band)
            return QColor(tokens.accent_soft) if column in self._named else None
        if role == Qt.ItemDataRole.ForegroundRole:
            taken = self._kinds.get(row) is RowKind.SCORED or row == self._head
            return QColor(tokens.text if taken else tokens.quiet)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                named = self._named.get(section + 1)
                return f"{letter(section + 1)} · {named}" if named else letter(section + 1)
            return None
        kind = self._kinds.get(section + 1)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_SIGNS[kind] if kind else ' '} {to_thai(str(section + 1))}"
        if role == Qt.ItemDataRole.ToolTipRole and kind:
            return _TOLD[kind]
        return None
