"""Offices of a province as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from itadesk.comparison import signed
from itadesk.gathering import OfficeLine
from itadesk.labels import FILE_STATE
from itadesk.model.province import FileState, ReceivedYear
from itadesk.owing import late_of
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line
from itadesk.thai.numbers import format_score
from ui import theme

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole  # the OfficeLine itself
PARTS = {"IIT": "IIT", "EIT1": "EIT ๑", "EIT2": "EIT ๒", "OIT": "OIT"}
HEADS = ("ที่", "หน่วยงาน", "อำเภอ", *PARTS.values(), "คะแนน", "ระดับ", "เปลี่ยน", "ไฟล์")
RANK, NAME, DISTRICT, *PART_COLUMNS, SCORE, RATING, CHANGE, FILE = range(len(HEADS))
SIGNS = {FileState.RECEIVED: "●", FileState.RETURNED: "▲", FileState.ACCEPTED: "✓"}
AWAITED = "ยังไม่ส่ง"
ONLY_MEASURES = "เฉพาะมาตรการ"
UNRATED = "ยังไม่มีระดับ"
PASSED, FAILED, WAITING, LATE, ALL = "passed", "failed", "waiting", "late", "all"


@dataclass(frozen=True, slots=True)
class OfficeFilter:
    """Which offices are wanted; empty texts want all, `UNRATED` those without a level."""

    district: str = ""
    kind: str = ""
    rating: str = ""
    which: str = ALL
    words: str = ""
    today: date = date.max

    def of(self, lines: Sequence[OfficeLine]) -> tuple[OfficeLine, ...]:
        words = normalise_line(self.words).strip()
        return tuple(
            line
            for line in lines
            if self.district in ("", line.district)
            and self.kind in ("", line.kind)
            and self.rating in ("", line.rating or UNRATED)
            and words in line.name
            and self._wants(line)
        )

    def _wants(self, line: OfficeLine) -> bool:
        if self.which == WAITING:
            return line.received is None or is_returned(line)
        if self.which == LATE:
            return line.received is not None and late_of(line.received, self.today) > 0
        return {PASSED: line.passes is True, FAILED: line.passes is False}.get(self.which, True)


def is_returned(line: OfficeLine) -> bool:
    """Whether the file was sent back to be mended."""
    return line.standing is not None and line.standing.state is FileState.RETURNED


def file_words(line: OfficeLine) -> str:
    """State of the file, and what is odd about it."""
    if line.received is None:
        return AWAITED
    words = FILE_STATE[line.standing.state] if line.standing else FILE_STATE[FileState.RECEIVED]
    told = [words]
    if line.received.only_measures:
        told.append(f"ไม่มีคะแนน รายงาน{ONLY_MEASURES}")
    elif not line.received.complete:
        told.append("คะแนนยังไม่ครบ")
    if line.received.edited:
        told.append("แก้ไขใน Excel")
    return " · ".join(told)


def figure_words(line: OfficeLine) -> str:
    """The parts of the score, for where the table has no room for them."""
    told = [
        f"{name} {format_score(line.figures[k])}" for k, name in PARTS.items() if k in line.figures
    ]
    return " · ".join(told)


def round_words(received: ReceivedYear, today: date) -> str:
    """How many measures the office told of in each round, and how many it owes."""
    told = [f"รอบ {c.months} เดือน {c.told}/{c.measures}" for c in received.rounds if c.measures]
    late = late_of(received, today)
    words = [f"รายงานมาตรการ {' '.join(told)}"] if told else []
    return to_thai(" · ".join([*words, *([f"▲ ค้าง {late}"] if late else [])]))


def received_words(line: OfficeLine) -> str:
    """The office, when and as what its file came."""
    return f"{line.name} · {arrival_words(line)}"


def arrival_words(line: OfficeLine) -> str:
    """When and as what the file came, and what the province remarked."""
    if line.received is None:
        return AWAITED
    day = format_date(datetime.fromisoformat(line.received.received_at).date(), "short")
    remark = line.standing.remark if line.standing else ""
    told = f"{line.received.file} · รับเมื่อ {day} · {file_words(line)}"
    return f"{told} · {remark}" if remark else told


class OfficesModel(QAbstractTableModel):
    """One office a row; `LINE` gives the record."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[OfficeLine, ...] = ()

    def show_lines(self, lines: Sequence[OfficeLine]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def place(self, key: str) -> int:
        """The row of an office, -1 when it is not shown."""
        return next((n for n, line in enumerate(self.lines) if line.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        return HEADS[section] if across and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.lines):
            return None
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(line, column)
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.ToolTipRole:
            return received_words(line)
        if role == Qt.ItemDataRole.ForegroundRole:
            return _ink(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


_NUMBERS = (RANK, *PART_COLUMNS, SCORE, CHANGE)
_PART_OF = dict(zip(PART_COLUMNS, PARTS, strict=True))


def _text(line: OfficeLine, column: int) -> str:
    if column == FILE:
        if line.received is None or line.standing is None:
            return f"○ {AWAITED}"
        return f"{SIGNS[line.standing.state]} {FILE_STATE[line.standing.state]}"
    if column in _PART_OF:
        return format_score(line.figures.get(_PART_OF[column])) or "–"
    return {
        RANK: to_thai(str(line.rank)) if line.rank else "–",
        NAME: line.name,
        DISTRICT: line.district,
        SCORE: format_score(line.overall) or "–",
        RATING: line.rating or (ONLY_MEASURES if _only_measures(line) else "–"),
        CHANGE: "" if line.change is None else to_thai(signed(line.change)),
    }[column]


def _only_measures(line: OfficeLine) -> bool:
    return not line.figures and line.received is not None and line.received.only_measures


def _ink(line: OfficeLine, column: int) -> QColor | None:
    tokens = theme.current()
    if column == SCORE and line.passes is False:
        return QColor(tokens.urgent)
    if (column == FILE and line.received is None) or (column == RATING and not line.rating):
        return QColor(tokens.quiet)
    if column == FILE and is_returned(line):
        return QColor(tokens.improve)
    return None
