"""When a measure is carried out: two dates, the whole fiscal year, free text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from itadesk.thai.dates import fiscal_months, format_period
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.day_range import DayRange, Days
from ui.widgets.text_field import LineField

PARTS = {  # first and last month of a fiscal year, October is 1
    "ทั้งปีงบประมาณ": (1, 12),
    "ครึ่งปีแรก": (1, 6),
    "ครึ่งปีหลัง": (7, 12),
    "ไตรมาสที่ ๑": (1, 3),
    "ไตรมาสที่ ๒": (4, 6),
    "ไตรมาสที่ ๓": (7, 9),
    "ไตรมาสที่ ๔": (10, 12),
}


class PeriodFields(QWidget):
    """`days` are the stored ones until what is typed makes sense."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan_year = 0
        self.range, self.free = DayRange(), LineField()
        self.start, self.end, self.problem = self.range.start, self.range.end, self.range.problem
        self.free.setPlaceholderText("ข้อความเพิ่มเติม เช่น ทุกไตรมาส")
        self.free.setAccessibleName("ช่วงเวลาเป็นข้อความ")
        self.whole = button("ทั้งปีงบประมาณ", partial(self._take_part, 1, 12))
        self.parts = button("ครึ่งปี/ไตรมาส ▾", self._drop)
        for each in (self.range, self.free):
            each.edited.connect(self.edited)
            each.left.connect(self.left)
        below = QHBoxLayout()
        below.setSpacing(theme.GAP)
        below.addWidget(self.free, 1)
        below.addWidget(self.whole)
        below.addWidget(self.parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.range)
        column.addLayout(below)

    def days(self) -> Days:
        """Start and end as typed; the stored ones where they cannot be used."""
        return self.range.days()

    def unread(self) -> tuple[str, str]:
        """Texts that are no date, to be shown again."""
        return self.range.unread()

    def begin(
        self, days: Days, free: str, plan_year: int, unread: tuple[str, str] = ("", "")
    ) -> None:
        """Shows another measure's period."""
        self._plan_year = plan_year
        self.free.begin(free)
        self.range.begin(days, unread)

    def take(self, days: Days, free: str, plan_year: int, keep: bool) -> None:
        """The period as the file holds it now; `keep` leaves what is typed."""
        self._plan_year = plan_year
        self.range.take(days, keep)
        if not keep:
            self.free.show_text(free)

    def settle(self) -> None:
        """Takes the dates as they stand."""
        self.range.settle()

    def menu(self) -> QMenu:
        """The parts of the plan year with their days."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, months in PARTS.items():
            days = format_period(*fiscal_months(self._plan_year, *months))
            made.addAction(f"{name}  {days}", partial(self._take_part, *months))
        return made

    def _drop(self) -> None:
        self.menu().popup(self.parts.mapToGlobal(QPoint(0, self.parts.height())))

    def _take_part(self, first: int, last: int) -> None:
        start, end = fiscal_months(self._plan_year, first, last)
        self.start.begin_day(start)
        self.end.begin_day(end)
        self.edited.emit()
        self.left.emit()
