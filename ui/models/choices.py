"""What can be chosen in a finder, below heads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
CHOICE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the list; one that does nothing is a head."""

    title: str
    do: Callable[[], object] | None = None
    remark: str = ""
    around: str = ""  # a second line
    words: str = ""  # what was looked for, to be marked


class ChoiceModel(QAbstractListModel):
    """A list of Choice; heads cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = tuple(choices)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.choices[index.row()]
        if role == CHOICE:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " · ".join(filter(None, (choice.title, choice.around, choice.remark)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        head = self.choices[index.row()].do is None
        flag = Qt.ItemFlag
        return flag.NoItemFlags if head else flag.ItemIsEnabled | flag.ItemIsSelectable
