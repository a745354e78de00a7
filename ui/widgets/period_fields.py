"""When a measure is carried out: two dates, the whole fiscal year, free text."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadesk.thai.dates import fiscal_period
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.date_field import DateField
from ui.widgets.labels import label
from ui.widgets.text_field import LineField

TURNED = "วันเริ่มอยู่หลังวันสิ้นสุด โปรดแก้ไขวันใดวันหนึ่ง ระหว่างนี้โปรแกรมยังใช้ช่วงเวลาเดิม"
Days = tuple[date | None, date | None]


class PeriodFields(QWidget):
    """`days` are the stored ones until what is typed makes sense."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored: Days = (None, None)
        self._plan_year = 0
        self.start, self.end = DateField("วันเริ่ม"), DateField("วันสิ้นสุด")
        self.free = LineField()
        self.free.setPlaceholderText("ข้อความเพิ่มเติม เช่น ทุกไตรมาส")
        self.free.setAccessibleName("ช่วงเวลาเป็นข้อความ")
        self.whole = button("ทั้งปีงบประมาณ", self._whole_year)
        self.problem = label(role="problem", wrap=True)
        self.problem.hide()
        for field in (self.start, self.end):
            field.setMinimumWidth(110)
            field.judged.connect(self._judge)
        for line in (self.start, self.end, self.free):
            line.edited.connect(self.edited)
            line.left.connect(self.left)
        self._lay_out()

    def days(self) -> Days:
        """Start and end as typed; the stored ones where they cannot be used."""
        start = self.start.value(self._stored[0])
        end = self.end.value(self._stored[1])
        return self._stored if start and end and start > end else (start, end)

    def unread(self) -> tuple[str, str]:
        """Texts that are no date, to be shown again."""
        return self.start.unread(), self.end.unread()

    def begin(
        self, days: Days, free: str, plan_year: int, unread: tuple[str, str] = ("", "")
    ) -> None:
        """Shows another measure's period."""
        self._stored, self._plan_year = days, plan_year
        self.free.begin(free)
        self.start.begin_day(days[0], unread[0])
        self.end.begin_day(days[1], unread[1])

    def take(self, days: Days, free: str, plan_year: int, keep: bool) -> None:
        """The period as the file holds it now; `keep` leaves what is typed."""
        self._stored, self._plan_year = days, plan_year
        if not keep:
            self.free.show_text(free)
            self.start.show_day(days[0])
            self.end.show_day(days[1])

    def settle(self) -> None:
        """Takes the dates as they stand."""
        self.start.settle()
        self.end.settle()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.start, 1)
        row.addWidget(label("ถึง", "quiet"))
        row.addWidget(self.end, 1)
        row.addWidget(self.whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.problem)
        column.addWidget(self.free)

    def _whole_year(self) -> None:
        start, end = fiscal_period(self._plan_year)
        self.start.begin_day(start)
        self.end.begin_day(end)
        self.edited.emit()
        self.left.emit()

    def _judge(self) -> None:
        problems = [field.problem for field in (self.start, self.end) if field.problem]
        start, end = self.start.value(None), self.end.value(None)
        if not problems and start and end and start > end:
            problems = [TURNED]
        self.problem.setText("\n".join(problems))
        self.problem.setVisible(bool(problems))
