"""What becomes of each file that came to a province, as a table with ticks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from itadesk.services.arrival_report import RESULTS
from itadesk.services.consolidating import Line, Result
from itadesk.thai.digits import to_thai
from ui import theme

Index = QModelIndex | QPersistentModelIndex
HEADS = ("ผล", "ไฟล์", "หน่วยงาน", "ปี", "รายละเอียด")
_SIGNS = {Result.REFUSED: "▲", Result.CHANGED: "●", Result.ADDED: "+", Result.SAME: "="}
DOUBLE = "◆ ส่งซ้ำ"
TAKEN = (Result.ADDED, Result.CHANGED)


class ArrivalsModel(QAbstractTableModel):
    """Files to be mended first; those that can be taken, and doubles, have a tick."""

    ticked = Signal(object, bool)  # Line

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self._left: Collection[int] = ()

    def show_lines(self, lines: Sequence[Line], left: Collection[int]) -> None:
        """`left` holds the ids of the arrivals that are not wanted."""
        order = list(_SIGNS)
        self.beginResetModel()
        self.lines = tuple(sorted(lines, key=lambda line: order.index(line.result)))
        self._left = left
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        return HEADS[section] if across and role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        can = index.column() == 0 and _can_be_ticked(self.lines[index.row()])
        return super().flags(index) | (
            Qt.ItemFlag.ItemIsUserCheckable if can else Qt.ItemFlag.NoItemFlags
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(line, index.column())
        if index.column() != 0:
            return None
        if role == Qt.ItemDataRole.CheckStateRole and _can_be_ticked(line):
            taken = line.result in TAKEN and id(line.arrival) not in self._left
            return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and line.result is Result.REFUSED:
            tokens = theme.current()
            return QColor(tokens.improve if line.double else tokens.urgent)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        self.ticked.emit(self.lines[index.row()], wanted)
        return True


def _can_be_ticked(line: Line) -> bool:
    return line.double or line.result in TAKEN


def _text(line: Line, column: int) -> str:
    if column == 0:
        return DOUBLE if line.double else f"{_SIGNS[line.result]} {RESULTS[line.result]}"
    year = to_thai(str(line.year)) if line.year else "–"
    return (line.arrival.path.name, line.office or "–", year, line.message)[column - 1]
