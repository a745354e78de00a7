"""Two years side by side as a table."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadesk.comparing import Compared, Level
from itadesk.comparison import signed
from itadesk.model.result import Figure
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
CODE, NAME, BEFORE, AFTER, CHANGE = range(5)
UP, DOWN, SAME, AIM = "▲", "▼", "=", "◎"


class Shown(StrEnum):
    """Which lines are wanted."""

    ALL = "all"
    GAIN = "gain"
    LOSS = "loss"
    AIMED = "aimed"


def lines_of(rows: Sequence[Compared], shown: Shown) -> tuple[Compared, ...]:
    """All lines, or those aimed at, in their order; gains and losses the largest first."""
    if shown is Shown.AIMED:
        return tuple(row for row in rows if row.aimed)
    if shown is Shown.ALL:
        return tuple(rows)
    sign = 1 if shown is Shown.GAIN else -1
    changed = [(row.change * sign, row) for row in rows if row.change is not None]
    found = sorted((pair for pair in changed if pair[0] > 0), key=lambda pair: -pair[0])
    return tuple(row for _size, row in found)


def code_of(line: Compared) -> str:
    """What stands before a name; a star where only the code tells that it is the same."""
    code = line.code if line.level is Level.INSTRUMENT else to_thai(line.code)
    code = f"{AIM} {code}" if line.aimed else code
    return code if line.sure else f"{code}*"


def name_of(line: Compared) -> str:
    """The name, after the number it had before."""
    number = "ตัวชี้วัดที่" if line.level is Level.INDICATOR else "ข้อ"
    earlier = f"(เดิม{number} {to_thai(line.earlier)})" if line.earlier else ""
    return f"{earlier} {line.name}".strip()


def change_of(line: Compared) -> str:
    """The change with its sign, or why there is none."""
    if line.alone:
        gone = line.alone == "before"
        return "ไม่มีแล้ว" if gone else "ใหม่"
    change = line.change
    return "" if change is None else to_thai(signed(change))


def sign_of(change: Decimal | None) -> str:
    if change is None:
        return ""
    return UP if change > 0 else DOWN if change < 0 else SAME


def figure_of(figure: Figure) -> str:
    """The score, in brackets while it is incomplete; – where there is none."""
    text = format_score(figure.value)
    return "–" if not text else text if figure.complete else f"({text})"


class CompareModel(QAbstractTableModel):
    """Lines of a comparison; `LINE` gives the record."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Compared, ...] = ()
        self._heads: tuple[str, ...] = ("ข้อ", "รายการ", "", "", "เปลี่ยนแปลง")

    def show_lines(self, lines: Sequence[Compared], before: int, after: int) -> None:
        """`before` and `after` are the years in the heads."""
        self.beginResetModel()
        self.lines = tuple(lines)
        years = (f"ปี {to_thai(str(year))}" for year in (before, after))
        self._heads = ("ข้อ", "รายการ", *years, "เปลี่ยนแปลง")
        self.endResetModel()

    def row_text(self, line: Compared) -> tuple[str, ...]:
        """The cells of a line as they read."""
        figures = (figure_of(line.before), figure_of(line.after))
        return (code_of(line), name_of(line), *figures, change_of(line))

    def as_text(self) -> str:
        """Heads and lines with tabs, as a spreadsheet takes them."""
        rows = [self._heads, *(self.row_text(line) for line in self.lines)]
        return "\n".join("\t".join(row) for row in rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.row_text(line)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = zip(self._heads, self.row_text(line), strict=True)
            return ", ".join(f"{head} {text}" for head, text in words if text)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= BEFORE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None
