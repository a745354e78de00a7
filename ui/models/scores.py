"""The score table as Qt sees it; what was typed and cannot be taken stays as a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from itadesk.thai.numbers import format_score
from ui.models.score_rows import Row, RowKind

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
DRAFT = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    """Columns of the table; SCORE, PART1 and PART2 are typed for questions, OFFICIAL above."""

    HEAD = 0
    TEXT = 1
    SCORE = 2
    PART1 = 3
    PART2 = 4
    OFFICIAL = 5
    DIFFERENCE = 6


TITLES = {
    Column.HEAD: "ข้อ",
    Column.TEXT: "ข้อคำถาม",
    Column.SCORE: "คะแนน",
    Column.PART1: "ส่วนที่ ๑",
    Column.PART2: "ส่วนที่ ๒",
    Column.OFFICIAL: "ที่ประกาศ",
    Column.DIFFERENCE: "ต่าง",
}
PARTS = {Column.SCORE: 0, Column.PART1: 1, Column.PART2: 2}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that can be typed in, by what it means and not by where it stands."""

    key: str
    column: Column


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed, and the sentence that says why it cannot be taken."""

    typed: str
    reason: str


Save = Callable[[Cell, str], str]  # the reason why not, "" when saved


class ScoreModel(QAbstractTableModel):
    """Shows rows; typing goes to `save`, whose refusal becomes a draft."""

    drafted = Signal()  # a draft came or went

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._rows: tuple[Row, ...] = ()
        self._thai = True
        self._year = 0
        self._drafts: dict[tuple[int, Cell], Draft] = {}

    def show_rows(self, rows: Sequence[Row], year: int, thai: bool) -> None:
        """Other figures, or another year; drafts stay with their year."""
        same = year == self._year and [r.key for r in rows] == [r.key for r in self._rows]
        if same:
            self._rows, self._thai = tuple(rows), thai
            self._tell_all()
            return
        self.beginResetModel()
        self._rows, self._year, self._thai = tuple(rows), year, thai
        self.endResetModel()
        self.drafted.emit()

    def row(self, number: int) -> Row:
        return self._rows[number]

    def cell(self, index: Index) -> Cell | None:
        """The cell at an index; None where nothing can be typed."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        return Cell(row.key, column) if _typed_in(row, column) else None

    def place(self, cell: Cell) -> QModelIndex:
        """Where a cell stands; an invalid index when the year has no such row."""
        for number, row in enumerate(self._rows):
            if row.key == cell.key:
                return self.index(number, cell.column)
        return QModelIndex()

    def draft(self, index: Index) -> Draft | None:
        cell = self.cell(index)
        return self._drafts.get((self._year, cell)) if cell else None

    def drafts(self) -> Mapping[Cell, Draft]:
        """The drafts of the year shown, in the order they were typed."""
        return {cell: draft for (year, cell), draft in self._drafts.items() if year == self._year}

    def draft_count(self) -> int:
        """Drafts of all years."""
        return len(self._drafts)

    def keep_draft(self, cell: Cell, draft: Draft) -> None:
        """Keeps what was typed or pasted and could not be taken."""
        self._drafts[self._year, cell] = draft
        self._tell(self.place(cell))

    def drop_draft(self, cell: Cell) -> None:
        """Forgets what was typed; the stored value shows again."""
        if self._drafts.pop((self._year, cell), None):
            self._tell(self.place(cell))

    def typed(self, index: Index) -> str:
        """What the cell holds, as it would be typed."""
        draft = self.draft(index)
        if draft is not None:
            return draft.typed
        value = _value(self._rows[index.row()], Column(index.column()))
        return "" if value is None else _digits(f"{value:f}", self._thai)

    def _tell(self, index: QModelIndex) -> None:
        self.dataChanged.emit(index, index)
        self.drafted.emit()

    def _tell_all(self) -> None:
        last = self.index(len(self._rows) - 1, len(Column) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _display(self, row: Row, column: Column) -> str:
        if column is Column.HEAD:
            return row.head
        if column is Column.TEXT:
            return row.text
        if column is Column.DIFFERENCE:
            return _signed(row.difference, self._thai)
        if column is Column.SCORE:
            value = row.figure.computed if not row.is_question else row.figure.value
            return format_score(value, self._thai)
        return format_score(_value(row, column), self._thai)

    def _spoken(self, row: Row, index: Index) -> str:
        """What a screen reader says of a cell."""
        draft = self.draft(index)
        parts = [row.head, TITLES[Column(index.column())]]
        parts.append(draft.typed if draft else self._display(row, Column(index.column())) or "ว่าง")
        parts.append("คะแนนน้อยที่สุดของตัวชี้วัด" if row.is_lowest else "")
        parts.append(f"หมายเหตุ {row.note}" if row.note else "")
        parts.append(draft.reason if draft else "")
        return " ".join(filter(None, parts))

    def _tip(self, row: Row, index: Index) -> str:
        draft = self.draft(index)
        if draft is not None:
            return draft.reason
        column = Column(index.column())
        if column in (Column.HEAD, Column.TEXT):
            return "\n".join(filter(None, (row.text, row.remark)))
        if column is Column.SCORE:
            lowest = "▼ คะแนนน้อยที่สุดของตัวชี้วัดนี้" if row.is_lowest else ""
            return "\n".join(filter(None, (lowest, row.note and f"หมายเหตุ: {row.note}")))
        if column is Column.OFFICIAL and not row.is_question:
            differs = _signed(row.difference, self._thai)
            words = "คะแนนที่ ป.ป.ช. ประกาศ หากต่างจากที่คำนวณ เอกสารจะใช้คะแนนนี้"
            return f"{words} (ต่างกัน {differs})" if differs else words
        return ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                draft = self.draft(index)
                return draft.typed if draft else self._display(row, Column(index.column()))
            case Qt.ItemDataRole.EditRole:
                return self.typed(index)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, index) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, index)
            case _ if role == ROW:
                return row
            case _ if role == DRAFT:
                return self.draft(index)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        cell = self.cell(index)
        if cell is None or role != Qt.ItemDataRole.EditRole:
            return False
        typed = str(value).strip()
        if typed == self.typed(index) and self.draft(index) is None:
            return True
        reason = self._save(cell, typed)
        if reason:
            self.keep_draft(cell, Draft(typed, reason))
        else:
            self.drop_draft(cell)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.cell(index) else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(Column):
            if role == Qt.ItemDataRole.DisplayRole:
                return TITLES[Column(section)]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                return right if section >= Column.SCORE else left
        return None


def _typed_in(row: Row, column: Column) -> bool:
    if row.is_question:
        return column is Column.SCORE or (row.parts and column in (Column.PART1, Column.PART2))
    return column is Column.OFFICIAL


def _value(row: Row, column: Column) -> Decimal | None:
    if column is Column.OFFICIAL:
        return row.figure.official if row.kind is not RowKind.QUESTION else None
    if row.entered is None:
        return None
    return {
        Column.SCORE: row.entered.score,
        Column.PART1: row.entered.part1,
        Column.PART2: row.entered.part2,
    }.get(column)


def _signed(value: Decimal | None, thai: bool) -> str:
    if value is None:
        return ""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + format_score(abs(value), thai)


def _digits(text: str, thai: bool) -> str:
    from itadesk.thai.digits import to_thai

    return to_thai(text) if thai else text
