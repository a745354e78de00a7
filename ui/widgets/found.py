"""What the checks found, each line leading to where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from itadesk.checks import Remark
from itadesk.thai.digits import to_thai
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.check_list import remark_line
from ui.widgets.labels import label
from ui.widgets.line_button import LineButton


class Found(Card):
    """The weightiest remarks; emits `chosen` with the place of one, `wants_all` for all of them."""

    chosen = Signal(str)
    wants_all = Signal()

    def __init__(self) -> None:
        super().__init__("ผลการตรวจ")
        self.all = button("", self.wants_all.emit, role="quiet")
        self.head.addWidget(self.all)
        self.lines: tuple[LineButton, ...] = ()
        self._remarks: tuple[Remark, ...] = ()
        self._most = 1
        self.nothing = label("✓ ไม่พบข้อที่ต้องแก้ไข", role="quiet")
        self.add(self.nothing)
        self.body.addStretch()
        self._fill()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Leaves the lines as they are while the remarks are the same."""
        if tuple(remarks) != self._remarks:
            self._remarks = tuple(remarks)
            self._fill()

    def show_most(self, most: int) -> None:
        """How many remarks there is room for."""
        if most != self._most:
            self._most = most
            self._fill()

    def _fill(self) -> None:
        for old in self.lines:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = tuple(self._line(remark) for remark in self._remarks[: self._most])
        for n, line in enumerate(self.lines):
            self.body.insertWidget(1 + n, line)
        count = to_thai(str(len(self._remarks)))
        self.all.setText(f"ดูทั้งหมด {count} เรื่อง…" if self._remarks else "ตรวจทาน…")
        self.nothing.setVisible(not self._remarks)

    def _line(self, remark: Remark) -> LineButton:
        line = remark_line(remark)
        line.clicked.connect(lambda: self.chosen.emit(remark.place))
        return line
