"""What to do next: the first step of the road that is not done, with one button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal

from itadesk.checks import Remark, Severity
from itadesk.deadlines import Deadline
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from ui.pages import Page, Progress
from ui.widgets.buttons import primary_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.line_button import LineButton

MOST = 3  # remarks shown
SIGNS = {
    Severity.MISTAKE: ("▲", "urgent"),
    Severity.MISSING: ("○", "improve"),
    Severity.NOTE: ("i", "accent"),
}


class NextTask(Card):
    """Emits `chosen` with the id of the page to go to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("งานที่ต้องทำต่อไป")
        self._page_id = ""
        self.words = label(wrap=True)
        self.go = primary_button("", lambda: self.chosen.emit(self._page_id))
        self.add(self.words)
        self.body.addWidget(self.go, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_steps(self, steps: Sequence[tuple[Page, Progress]], after: Page | None) -> None:
        """The steps that say how far they are; `after` is where to go when all are done."""
        undone = [(page, how) for page, how in steps if how.state != "done"]
        page = undone[0][0] if undone else after
        self.setVisible(page is not None)
        if page is None:
            return
        self._page_id = page.id
        words = undone[0][1].words if undone else "กรอกข้อมูลครบแล้ว จัดทำและพิมพ์เอกสารได้"
        self.words.setText(words or page.title)
        self.go.setText(f"ไปที่หน้า{page.title}")


class Found(Card):
    """What the checks found: the weightiest remarks, each leading to where it is mended."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("ผลการตรวจ")
        self.count = label(role="quiet")
        self.head.addWidget(self.count)
        self._lines: list[LineButton] = []
        self.rest = label(role="quiet")
        self.add(self.rest)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        for old in self._lines:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._line(remark) for remark in remarks[:MOST]]
        for n, line in enumerate(self._lines):
            self.body.insertWidget(1 + n, line)
        more = len(remarks) - len(self._lines)
        self.count.setText(f"{to_thai(str(len(remarks)))} เรื่อง" if remarks else "")
        self.rest.setText(
            f"และอีก {to_thai(str(more))} เรื่อง" if more else "" if remarks else "✓ ไม่พบข้อที่ต้องแก้ไข"
        )
        self.rest.setVisible(bool(self.rest.text()))

    def _line(self, remark: Remark) -> LineButton:
        sign, ink = SIGNS[remark.severity]
        line = LineButton(sign, remark.message, ink)
        page_id = remark.place.partition(":")[0]
        line.clicked.connect(lambda: self.chosen.emit(page_id))
        return line


class Deadlines(Card):
    """The next days to keep."""

    def __init__(self) -> None:
        super().__init__("กำหนดที่จะถึง")
        self.words = label(wrap=True)
        self.add(self.words)

    def show_deadlines(self, coming: Sequence[Deadline], today: date, *, thai: bool) -> None:
        lines = [
            f"{format_date(one.day, 'short', thai)} · {one.what} (อีก {_days(one.day, today, thai)})"
            for one in coming
        ]
        self.words.setText("\n".join(lines))
        self.setVisible(bool(lines))


def _days(day: date, today: date, thai: bool) -> str:
    count = (day - today).days
    return "วันนี้" if not count else f"{to_thai(str(count)) if thai else count} วัน"
