"""Measures of a year as a table, and steps as lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from itadesk.answering import codes_answered
from itadesk.labels import ROUND_SIGN, ROUND_STATUS
from itadesk.model.work import Measure, RoundReport, Step
from itadesk.model.year import YearData
from itadesk.rounds import is_blank
from itadesk.thai.dates import format_date, format_period
from itadesk.thai.digits import to_thai
from itadesk.thai.normalise import normalise_line
from itadesk.thai.numbering import bare
from itadesk.thai.percent import format_percent

Index = QModelIndex | QPersistentModelIndex
HEADS = ("ลำดับ", "หัวข้อหรือมาตรการ", "ตอบข้อใด", "ผู้รับผิดชอบ", "ช่วงเวลา", "ความก้าวหน้า")
NUMBER, TITLE, ANSWERS, UNITS, PERIOD, PROGRESS = range(6)
OTHER = "มาตรการอื่น"


def heading_of(measure: Measure) -> str:
    """What a measure is called in lists: its title, else its first activity."""
    lines = (line.strip() for line in measure.activities.splitlines())
    return measure.title or next(filter(None, lines), "")


def responsible_of(measure: Measure) -> str:
    """Units and free text in one line."""
    return ", ".join(filter(None, (*measure.units, " ".join(measure.responsible.split()))))


def period_of(measure: Measure) -> str:
    """The dates in short, with the free text after them."""
    dates = ""
    if measure.start and measure.end:
        dates = format_period(measure.start, measure.end)
    elif measure.start or measure.end:
        dates = "".join(format_date(day, "short") for day in (measure.start, measure.end) if day)
    return " · ".join(filter(None, (dates, measure.period_text)))


def answers_of(data: YearData, measure: Measure) -> str:
    """The questions answered, with the indicator that the measure is for."""
    indicator = data.catalogue.indicator(measure.indicator) if measure.indicator else None
    name = f"{indicator.no} {indicator.name.text}" if indicator else OTHER
    return to_thai(" · ".join(filter(None, (" ".join(codes_answered(data, measure)), name))))


def progress_of(report: RoundReport) -> str:
    """Status with its sign, percentage."""
    sign = ROUND_SIGN[report.status] if report.status else ""
    far = f"{format_percent(report.progress)}%" if report.progress is not None else ""
    word = ROUND_STATUS[report.status] if report.status and not far else ""
    return " ".join(filter(None, (sign, far or word))) or "–"


def steps_text(steps: Sequence[Step]) -> str:
    """A line a step, numbering as typed."""
    return "\n".join(step.text for step in steps)


def step_lines(text: str) -> str:
    """The lines as they are stored: tidied, without those that are empty or only a number."""
    tidied = map(normalise_line, text.split("\n"))
    return "\n".join(line for line in tidied if bare(line).strip())


def steps_of(text: str, before: Sequence[Step]) -> tuple[Step, ...]:
    """Steps of the lines; a line keeps the dates and unit it had, by its words, else by place."""
    lines = [line for line in step_lines(text).split("\n") if line]
    by_words = {bare(step.text): step for step in before}
    same_length = len(lines) == len(before)
    made = []
    for place, line in enumerate(lines):
        known = by_words.get(bare(line)) or (before[place] if same_length else Step(line))
        made.append(replace(known, text=line))
    return tuple(made)


class MeasureModel(QAbstractTableModel):
    """One measure a row, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Measure, ...] = ()
        self._answers: dict[int | None, str] = {}
        self._progress: dict[int | None, str] = {}

    def show_data(self, data: YearData) -> None:
        """Changes in place while the same measures are there, so that the choice stays."""
        self._answers = {each.id: answers_of(data, each) for each in data.measures}
        self._progress = {
            each.measure_id: progress_of(each)
            for each in sorted(data.rounds, key=lambda each: each.months)
            if not is_blank(each)
        }
        same = [each.id for each in data.measures] == [each.id for each in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = data.measures
        if not same:
            self.endResetModel()
        elif self._rows:
            last = self.index(len(self._rows) - 1, len(HEADS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def measures(self) -> tuple[Measure, ...]:
        return self._rows

    def place(self, measure_id: int | None) -> int:
        """The row of a measure, -1 when it is not there."""
        return next((n for n, each in enumerate(self._rows) if each.id == measure_id), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged; they are dropped between others, never on one."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return flag.ItemIsSelectable | flag.ItemIsEnabled | flag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

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
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(self._rows[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == NUMBER:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _text(self, measure: Measure, column: int) -> str:
        return {
            NUMBER: to_thai(str(measure.position)),
            ANSWERS: self._answers.get(measure.id, ""),
            TITLE: bare(heading_of(measure)) or "(ยังไม่ได้กรอก)",
            UNITS: responsible_of(measure) or "–",
            PERIOD: period_of(measure) or "–",
            PROGRESS: self._progress.get(measure.id, "–"),
        }[column]
