"""What the checks found, each line leading to where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from itadesk.checks import Remark, Severity
from itadesk.thai.digits import to_thai
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.line_button import LineButton

SIGNS = {
    Severity.MISTAKE: ("▲", "urgent"),
    Severity.MISSING: ("○", "improve"),
    Severity.NOTE: ("i", "accent"),
}


class Found(Card):
    """The weightiest remarks, or all of them; emits `chosen` with the place of one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("ผลการตรวจ")
        self.count = label(role="quiet")
        self.all = button("", self._show_all, role="quiet")
        self.all.hide()
        self.head.addWidget(self.count)
        self.head.addWidget(self.all)
        self.lines: tuple[LineButton, ...] = ()
        self._remarks: tuple[Remark, ...] = ()
        self._most, self._whole = 1, False
        self.nothing = label("✓ ไม่พบข้อที่ต้องแก้ไข", role="quiet")
        self.add(self.nothing)
        self.body.addStretch()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Leaves the lines as they are while the remarks are the same."""
        if tuple(remarks) != self._remarks:
            self._remarks = tuple(remarks)
            self._fill()

    def show_most(self, most: int) -> None:
        """How many remarks are shown before more are asked for."""
        if most != self._most:
            self._most = most
            self._fill()

    def _show_all(self) -> None:
        self._whole = True
        self._fill()
        self.lines[self._most].setFocus()

    def _fill(self) -> None:
        for old in self.lines:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        shown = self._remarks if self._whole else self._remarks[: self._most]
        self.lines = tuple(self._line(remark) for remark in shown)
        for n, line in enumerate(self.lines):
            self.body.insertWidget(1 + n, line)
        count, more = to_thai(str(len(self._remarks))), len(shown) < len(self._remarks)
        self.count.setText(f"{count} เรื่อง" if self._remarks else "")
        self.all.setText(f"ดูทั้งหมด {count} เรื่อง")
        self.count.setVisible(not more)
        self.all.setVisible(more)
        self.nothing.setVisible(not self._remarks)

    def _line(self, remark: Remark) -> LineButton:
        sign, ink = SIGNS[remark.severity]
        fault = remark.message.partition(" โปรด")[0]  # the line itself leads to where to mend it
        line = LineButton(sign, fault, ink)
        line.setToolTip(remark.message)
        line.clicked.connect(lambda: self.chosen.emit(remark.place))
        return line
