"""Above the list of measures: the rounds, what the list is narrowed to, what is late."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadesk.labels import ROUND_SIGN, ROUND_STATUS
from itadesk.thai.collation import sort_key
from itadesk.thai.digits import to_thai
from ui import theme
from ui.models.rounds import LATE, SILENT, RoundRow
from ui.widgets.buttons import button
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.labels import show_if
from ui.widgets.round_choice import RoundChoice

STATES = {SILENT: "○ ยังไม่รายงาน", LATE: "▲ ล่าช้า"} | {
    str(status): f"{ROUND_SIGN[status]} {word}" for status, word in ROUND_STATUS.items()
}


class RoundBar(QWidget):
    """`unit` and `state` narrow the list; `board` shows what is late instead of it."""

    narrowed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = RoundChoice()
        self.unit, self.state = CalmCombo(), CalmCombo()
        self.unit.setAccessibleName("แสดงเฉพาะสำนักหรือกอง")
        self.state.setAccessibleName("แสดงเฉพาะสถานะ")
        self.unit.addItem("ทุกส่วนงาน", "")
        self.state.addItem("ทุกสถานะ", "")
        for value, words in STATES.items():
            self.state.addItem(words, value)
        self.board = button("งานล่าช้า")
        self.board.setCheckable(True)
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GAP)
        line.addWidget(self.choice, 1)
        for part in (self.unit, self.state, self.board):
            line.addWidget(part, alignment=Qt.AlignmentFlag.AlignTop)
        for combo in (self.unit, self.state):
            combo.setMinimumContentsLength(6)  # four rounds fit beside them on an office screen
            combo.view().setMinimumWidth(theme.px(210))  # the words of a list are not cut
            combo.currentIndexChanged.connect(self.narrowed)

    def hasHeightForWidth(self) -> bool:
        """A page that has it is given the height it would like, and scrolls where it need not."""
        return False

    def event(self, event: QEvent) -> bool:
        """Keeps as high as its lines are."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setFixedHeight(self._line.heightForWidth(self.width()))
        return done

    def wanted(self) -> tuple[str, str]:
        """Unit and state, "" for all."""
        return str(self.unit.currentData() or ""), str(self.state.currentData() or "")

    def show_all(self) -> None:
        """The list is not narrowed any more."""
        self.unit.setCurrentIndex(0)
        self.state.setCurrentIndex(0)

    def show_rows(self, rows: Sequence[RoundRow]) -> None:
        """The units that are responsible for any measure, and how many measures are late."""
        units = sorted({unit for row in rows for unit in row.units}, key=sort_key)
        late = sum(row.late is not None for row in rows)
        self.board.setText(f"▲ งานล่าช้า {to_thai(str(late))}" if late else "งานล่าช้า")
        if units == [self.unit.itemData(n) for n in range(1, self.unit.count())]:
            return
        chosen = self.unit.currentData()
        self.unit.blockSignals(True)
        while self.unit.count() > 1:
            self.unit.removeItem(1)
        for unit in units:
            self.unit.addItem(unit, unit)
        self.unit.choose(chosen if chosen in units else "")
        self.unit.blockSignals(False)
        show_if(len(units) > 1, self.unit)
