"""The register of public items as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from itadesk.catalogue.wording import proposed
from itadesk.model.oit import OitEntry
from itadesk.model.year import YearData
from itadesk.oit import items, register
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from ui import theme

Index = QModelIndex | QPersistentModelIndex
HEADS = ("ข้อ", "รายการ", "มี/ไม่มี", "URL", "หน่วยงาน", "ตรวจล่าสุด")
ITEM, NAME, ANSWER, URL, UNIT, DAY = range(6)
ANSWERS = {True: "มี", False: "ไม่มี", None: "ยังไม่ระบุ"}
THERE, LACKING, NONE = "✓", "▲", "–"
NOT_LISTED = "(ไม่อยู่ในรายการ OIT ของปีนี้)"


@dataclass(frozen=True, slots=True)
class OitRow:
    """An item with what is kept of it; `listed` is False for one that the year no longer has."""

    name: str
    entry: OitEntry
    listed: bool = True

    @property
    def code(self) -> str:
        return self.entry.code

    @property
    def number(self) -> str:
        return to_thai(self.entry.code)

    @property
    def url_sign(self) -> str:
        if self.entry.urls:
            return THERE
        return LACKING if self.entry.answer else NONE

    @property
    def url_words(self) -> str:
        if self.entry.urls:
            return f"มี URL {to_thai(str(len(self.entry.urls)))} ที่อยู่"
        return "ตอบว่ามี แต่ยังไม่ได้กรอก URL" if self.entry.answer else "ไม่มี URL"


def oit_rows(data: YearData) -> tuple[OitRow, ...]:
    """The items of a year in printed order; entries of items it no longer has come last."""
    names = {item.code: proposed(item.text) for item in items(data.catalogue)}
    return tuple(
        OitRow(names.get(entry.code, NOT_LISTED), entry, entry.code in names)
        for entry in register(data.catalogue, data.oit)
    )


class OitModel(QAbstractTableModel):
    """One item a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OitRow, ...] = ()

    def show_rows(self, rows: Sequence[OitRow]) -> None:
        """Changes in place while the same items are there, so that the choice stays."""
        same = [each.code for each in rows] == [each.code for each in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        if not same:
            self.endResetModel()
        elif rows:
            last = self.index(len(rows) - 1, len(HEADS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def items(self) -> tuple[OitRow, ...]:
        return self._rows

    def place(self, code: str | None) -> int:
        """The row of an item, -1 when it is not there."""
        return next((n for n, each in enumerate(self._rows) if each.code == code), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == URL:
            return Qt.AlignmentFlag.AlignCenter
        return HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.url_sign if column == URL else _text(row, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.url_words if column == URL else _text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == URL:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return _ink(row, column)
        return None


def _text(row: OitRow, column: int) -> str:
    entry = row.entry
    return {
        ITEM: row.number,
        NAME: row.name,
        ANSWER: ANSWERS[entry.answer],
        UNIT: entry.unit or NONE,
        DAY: format_date(entry.checked_on, "short") if entry.checked_on else NONE,
    }[column]


def _ink(row: OitRow, column: int) -> QColor | None:
    """Quiet where nothing is answered; the colour of a sign beside its sign."""
    tokens = theme.current()
    if column == URL:
        ink = {THERE: tokens.keep, LACKING: tokens.improve}.get(row.url_sign, tokens.quiet)
        return QColor(ink)
    if column == ANSWER and row.entry.answer is None:
        return QColor(tokens.quiet)
    return None
