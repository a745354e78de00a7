"""The days to keep, nearest first, with the days that are left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF

from itadesk.deadlines import Deadline
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from ui.fonts import base_font, scale
from ui.widgets.buttons import ToolButton, button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.line_button import LineButton

MOST, LONGEST = 3, 150  # days shown; px that texts are lined up to
NEAR = 30  # days before


class DeadlineList(Card):
    """Emits `chosen` with the key of a deadline; `change` asks for the dialog of all of them,
    `give` for a calendar file."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("กำหนดที่จะถึง")
        self.change = button("แก้ไข…", role="quiet")
        self.change.setAccessibleName("แก้ไขกำหนดการของปี")
        self.give = ToolButton("export", "ส่งออกเป็นปฏิทินของมือถือหรือ Outlook (.ics)")
        self.head.addWidget(self.give)
        self.head.addWidget(self.change)
        self.lines: tuple[LineButton, ...] = ()
        self._shown: tuple[object, ...] | None = None
        self.nothing = label("ไม่มีกำหนดที่ต้องทำแล้ว", role="quiet")
        self.add(self.nothing)

    def show_deadlines(self, coming: Sequence[Deadline], today: date, *, thai: bool) -> None:
        """`coming` in order; lines that stay the same keep the focus."""
        shown = (*coming[:MOST], today, thai)
        if shown == self._shown:
            return
        self._shown = shown
        for old in self.lines:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = tuple(self._line(each, today, thai) for each in coming[:MOST])
        metrics = QFontMetricsF(base_font())
        longest = max((metrics.horizontalAdvance(line.text()) for line in self.lines), default=0)
        for n, line in enumerate(self.lines):
            line.leave_room(min(longest, LONGEST * scale()))
            self.body.insertWidget(1 + n, line)
        self.nothing.setVisible(not coming)

    def _line(self, deadline: Deadline, today: date, thai: bool) -> LineButton:
        left = (deadline.day - today).days
        sign, ink = (
            ("▲", "urgent") if left < 0 else ("●", "improve") if left <= NEAR else ("○", "quiet")
        )
        words = days_left(left, thai=thai)
        whole = f"{format_date(deadline.day, 'short', thai)} {words}"
        line = LineButton(sign, deadline.what, ink, (whole, words))
        line.clicked.connect(lambda: self.chosen.emit(deadline.key))
        return line


def days_left(days: int, *, thai: bool) -> str:
    """วันนี้, พรุ่งนี้, อีก ๓๑ วัน, เลยมา ๒ วัน."""
    if days in (0, 1):
        return ("วันนี้", "พรุ่งนี้")[days]
    words = f"อีก {days} วัน" if days > 0 else f"เลยมา {-days} วัน"
    return to_thai(words) if thai else words
