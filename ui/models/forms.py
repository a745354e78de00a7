"""The documents of a year: their title, and what they still lack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadesk.model.year import YearData
from itadesk.reports.forms import Form
from itadesk.thai.digits import to_thai
from ui.models.documents import documents_of, summary_of

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FormRow:
    """One document in the list."""

    id: str
    title: str
    lacking: tuple[str, ...]
    documents: str = ""  # state and number of the newest, and how many there are

    @property
    def state(self) -> str:
        """In a few words, with its sign."""
        if not self.lacking:
            return f"{self.sign} ข้อมูลครบ"
        return f"{self.sign} ยังขาด {to_thai(str(len(self.lacking)))} เรื่อง"

    @property
    def sign(self) -> str:
        return "○" if self.lacking else "✓"

    @property
    def remark(self) -> str:
        """How many things are lacking, as short as it can be said; "" when nothing is."""
        return f"ขาด {to_thai(str(len(self.lacking)))}" if self.lacking else ""


def form_rows(forms: Sequence[Form], data: YearData) -> tuple[FormRow, ...]:
    """Every form with its documents and what it lacks in this year."""
    return tuple(
        FormRow(
            form.id,
            form.title,
            tuple(form.lacking(data)),
            summary_of(documents_of(data, form.id)),
        )
        for form in forms
    )


class FormModel(QAbstractListModel):
    """A list of FormRow."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FormRow, ...] = ()

    def show_rows(self, rows: Sequence[FormRow]) -> None:
        """Changes in place while the same forms are there, so that the choice stays."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> FormRow | None:
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(filter(None, (row.title, row.documents, row.state, *row.lacking)))
        return None
