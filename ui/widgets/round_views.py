"""The page of rounds laid out: the bar above, list and report below it, or what is late."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.empty import EmptyState
from ui.widgets.labels import heading
from ui.widgets.late_board import LateBoard
from ui.widgets.list_and_form import FormCard
from ui.widgets.round_bar import RoundBar
from ui.widgets.round_form import RoundForm
from ui.widgets.round_list import RoundList
from ui.widgets.several import Several


class RoundViews(QWidget):
    """The list stands beside the report of one measure, or beside what several can be given."""

    def __init__(self, form: RoundForm, copy: QPushButton) -> None:
        super().__init__()
        self.bar, self.measures, self.board = RoundBar(), RoundList(), LateBoard()
        self.several = Several()
        self.name = heading("")
        self.name.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        head.addWidget(self.name, 1)
        head.addWidget(copy, alignment=Qt.AlignmentFlag.AlignTop)
        self.card = FormCard(head, form, 380)
        self._right = QStackedWidget()
        self._right.addWidget(self.card)
        self._right.addWidget(self.several)
        self._right.addWidget(
            EmptyState(
                "ไม่มีมาตรการตามที่เลือก",
                "ไม่มีมาตรการของสำนัก/กองและสถานะนี้ในรอบนี้",
                "search",
                ("แสดงทุกมาตรการ", self.bar.show_all),
            )
        )
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(12)
        both.addWidget(self.measures)
        both.addWidget(self._right)
        both.setStretchFactor(1, 1)
        both.setSizes([self.fontMetrics().horizontalAdvance("ก") * 26, 900])
        self._below = QStackedWidget()
        self._below.addWidget(both)
        self._below.addWidget(self.board)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.bar)
        column.addWidget(self._below, 1)
        self.measures.several.connect(self._show_several)
        self.bar.board.toggled.connect(self.show_board)

    def show_board(self, wanted: bool) -> None:
        """What is late, or the list."""
        self.bar.board.setChecked(wanted)
        self._below.setCurrentIndex(int(wanted))
        for narrowing in (self.bar.unit, self.bar.state):
            narrowing.setEnabled(not wanted)

    def settle(self) -> None:
        """The side that belongs to what is chosen in the list, and to an empty list."""
        if not self.measures.rows.rowCount():
            self._right.setCurrentIndex(2)
        else:
            self._show_several(len(self.measures.selected()))

    def _show_several(self, count: int) -> None:
        self.several.show_count(count)
        self._right.setCurrentIndex(int(count > 1))


def no_measures(go: Callable[[], object]) -> EmptyState:
    """While the year has no measure; `go` leads to them."""
    return EmptyState(
        "ยังไม่มีมาตรการให้ติดตาม",
        "เพิ่มมาตรการของปีนี้ก่อน แล้วกลับมารายงานผลของแต่ละรอบที่หน้านี้",
        "rounds",
        ("ไปที่หน้ามาตรการ", go),
    )
