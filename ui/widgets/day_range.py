"""Two dates, from and to; what makes no sense is explained and the stored ones stay."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.labels import label

TURNED = "วันเริ่มอยู่หลังวันสิ้นสุด โปรดแก้ไขวันใดวันหนึ่ง ระหว่างนี้โปรแกรมยังใช้ช่วงเวลาเดิม"
Days = tuple[date | None, date | None]


class DayRange(QWidget):
    """`days` are the stored ones until what is typed makes sense."""

    edited = Signal()
    left = Signal()

    def __init__(self, of: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored: Days = (None, None)
        self.start, self.end = DateField(f"วันเริ่ม{of}"), DateField(f"วันสิ้นสุด{of}")
        self.problem = label(role="problem", wrap=True)
        self.problem.hide()
        self.row = QHBoxLayout()
        self.row.setSpacing(theme.GAP)
        self.row.addWidget(self.start, 1)
        self.row.addWidget(label("ถึง", "quiet"))
        self.row.addWidget(self.end, 1)
        for field in (self.start, self.end):
            field.setMinimumWidth(110)
            field.judged.connect(self._judge)
            field.edited.connect(self.edited)
            field.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.row)
        column.addWidget(self.problem)

    def days(self) -> Days:
        """Start and end as typed; the stored ones where they cannot be used."""
        start = self.start.value(self._stored[0])
        end = self.end.value(self._stored[1])
        return self._stored if start and end and start > end else (start, end)

    def unread(self) -> tuple[str, str]:
        """Texts that are no date, to be shown again."""
        return self.start.unread(), self.end.unread()

    def begin(self, days: Days, unread: tuple[str, str] = ("", "")) -> None:
        """Shows the days of another record."""
        self._stored = days
        self.start.begin_day(days[0], unread[0])
        self.end.begin_day(days[1], unread[1])

    def take(self, days: Days, keep: bool = False) -> None:
        """The days as the file holds them now; `keep` leaves what is typed."""
        self._stored = days
        if not keep:
            self.start.show_day(days[0])
            self.end.show_day(days[1])

    def settle(self) -> None:
        """Takes the dates as they stand."""
        self.start.settle()
        self.end.settle()

    def _judge(self) -> None:
        problems = [field.problem for field in (self.start, self.end) if field.problem]
        start, end = self.start.value(None), self.end.value(None)
        if not problems and start and end and start > end:
            problems = [TURNED]
        self.problem.setText("\n".join(problems))
        self.problem.setVisible(bool(problems))
