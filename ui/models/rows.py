"""A list of records, one a line, that keeps its choice while the same records are there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW = Qt.ItemDataRole.UserRole  # the record itself
Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")


class RowModel(QAbstractListModel, Generic[R]):
    """A subclass says what tells its records apart and how they read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[R, ...] = ()

    def key(self, row: R) -> object:
        """What tells a record from the others."""
        raise NotImplementedError

    def texts(self, row: R) -> tuple[str, str, str]:
        """What is shown, what is told on pointing, what a screen reader says."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[R]) -> None:
        """Changes in place while the same records are there, so that the choice stays."""
        if list(map(self.key, rows)) == list(map(self.key, self._rows)):
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> R | None:
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def place(self, key: object) -> int:
        """The line of a record, -1 when it is not there."""
        return next((n for n, row in enumerate(self._rows) if self.key(row) == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        shown, pointed, spoken = self.texts(row)
        texts: dict[int, str] = {
            Qt.ItemDataRole.DisplayRole: shown,
            Qt.ItemDataRole.ToolTipRole: pointed,
            Qt.ItemDataRole.AccessibleTextRole: spoken,
        }
        return texts.get(role)
