"""The rows of an import plan as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from itadesk.exchange.import_report import detail
from itadesk.exchange.planning.plan import ImportRow, Outcome
from itadesk.thai.digits import to_thai
from ui import theme

Index = QModelIndex | QPersistentModelIndex
RESULT = Qt.ItemDataRole.UserRole
HEADS = ("ผล", "ชีต", "แถว", "ช่อง", "รายละเอียด")
WORDS = {
    Outcome.REFUSED: "▲ ต้องแก้ไข",
    Outcome.ADDED: "+ เพิ่ม",
    Outcome.CHANGED: "● เปลี่ยน",
    Outcome.SAME: "= เหมือนเดิม",
}


class ImportModel(QAbstractTableModel):
    """Result with its sign, sheet, row, column, and what is said about it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ImportRow, ...] = ()

    def show_rows(self, rows: Sequence[ImportRow]) -> None:
        """What would change stands above what stays as it is."""
        weight = list(WORDS)
        self.beginResetModel()
        self._rows = tuple(sorted(rows, key=lambda row: weight.index(row.result)))
        self.endResetModel()

    def row(self, index: Index) -> ImportRow:
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _texts(row)[index.column()]
        if role == RESULT:
            return str(row.result)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return QColor(_ink(row.result))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(HEADS):
            if role == Qt.ItemDataRole.DisplayRole:
                return HEADS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _texts(row: ImportRow) -> tuple[str, ...]:
    number = to_thai(str(row.row)) if row.row else ""
    return (WORDS[row.result], row.sheet, number, row.column, detail(row))


def _ink(result: Outcome) -> str:
    tokens = theme.current()
    return {
        Outcome.REFUSED: tokens.urgent,
        Outcome.ADDED: tokens.keep,
        Outcome.CHANGED: tokens.improve,
        Outcome.SAME: tokens.quiet,
    }[result]
