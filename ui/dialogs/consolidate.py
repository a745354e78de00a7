"""รับไฟล์จากหน่วยงาน: reads many workbooks, says what becomes of each, keeps them when agreed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from itadesk.services.arrivals import Arrival
from itadesk.services.consolidating import (
    Line,
    Result,
    apply_consolidation,
    catalogues_of,
    in_order,
    plan_consolidation,
    read_files,
)
from itadesk.thai.digits import to_thai
from ui import theme
from ui.background import run_in_background
from ui.session import Session
from ui.widgets.buttons import button, primary_button
from ui.widgets.item_look import item_style
from ui.widgets.labels import label

HEADS = ("ผล", "ไฟล์", "หน่วยงาน", "ปี", "รายละเอียด")
WORDS = {
    Result.ADDED: "+ รับใหม่",
    Result.CHANGED: "● แทนไฟล์เดิม",
    Result.SAME: "= เหมือนเดิม",
    Result.REFUSED: "▲ ไม่รับ",
}


class _Relay(QObject):
    """Speaks from the thread that reads to the window's."""

    read = Signal(object)


class ConsolidateDialog(QDialog):
    """Reads in the background with progress; nothing is kept before it is agreed."""

    def __init__(self, parent: QWidget | None, session: Session, paths: Sequence[Path]) -> None:
        super().__init__(parent)
        self._session, self._paths = session, tuple(paths)
        self._stop, self._relay = Event(), _Relay()
        self._arrivals: list[Arrival] = []
        self.lines: tuple[Line, ...] = ()
        self.setWindowTitle("รับไฟล์จากหน่วยงาน")
        self.resize(theme.px(900), theme.px(480))
        self.words = label(wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximum(max(1, len(self._paths)))
        self.table = _table()
        self.agree = primary_button("รับไว้", self._apply)
        self.agree.setEnabled(False)
        self.cancel = button("ยกเลิก", self.reject)
        self._lay_out()
        self._relay.read.connect(self._took, Qt.ConnectionType.QueuedConnection)
        self._begin()

    def reject(self) -> None:
        self._stop.set()
        super().reject()

    def _begin(self) -> None:
        catalogues = self._session.ask(catalogues_of)
        self.words.setText(f"กำลังอ่าน {to_thai(str(len(self._paths)))} ไฟล์…")
        paths, stop, relay = self._paths, self._stop, self._relay

        def work() -> bool:
            for arrival in read_files(paths, catalogues, stop):
                relay.read.emit(arrival)
            return not stop.is_set()

        run_in_background(self, work, self._finish, self.words.setText)

    def _took(self, arrival: Arrival) -> None:
        self._arrivals.append(arrival)
        self.progress.setValue(len(self._arrivals))

    def _finish(self, whole: bool) -> None:
        if not whole:
            return
        self.progress.hide()
        self.lines = self._session.ask(plan_consolidation, in_order(self._arrivals, self._paths))
        self._show_lines()
        count = {one: sum(line.result is one for line in self.lines) for one in Result}
        taken = count[Result.ADDED] + count[Result.CHANGED]
        self.agree.setEnabled(bool(taken))
        refused = f" ไม่รับ {count[Result.REFUSED]} ไฟล์" if count[Result.REFUSED] else ""
        told = (
            f"รับใหม่ {count[Result.ADDED]} แห่ง แทนไฟล์เดิม {count[Result.CHANGED]} แห่ง "
            f"เหมือนเดิม {count[Result.SAME]} แห่ง{refused} รับแล้วยังเลิกทำได้"
        )
        self.words.setText(to_thai(told) if taken else to_thai(f"ไม่มีข้อมูลใหม่ที่ต้องรับ{refused}"))
        (self.agree if taken else self.cancel).setFocus()
        if not taken:
            self.cancel.setText("ปิด")

    def _show_lines(self) -> None:
        """Those to be mended first."""
        order = [Result.REFUSED, Result.CHANGED, Result.ADDED, Result.SAME]
        shown = sorted(self.lines, key=lambda line: order.index(line.result))
        self.table.setRowCount(len(shown))
        for row, line in enumerate(shown):
            year = to_thai(str(line.year)) if line.year else "–"
            cells = (WORDS[line.result], line.arrival.path.name, line.office, year, line.message)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 0 and line.result is Result.REFUSED:
                    item.setForeground(QColor(theme.current().urgent))
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()

    def _apply(self) -> None:
        if self._session.run(apply_consolidation, self.lines) is not None:
            self.accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label("รับไฟล์จากหน่วยงาน", "heading"))
        column.addWidget(self.words)
        column.addWidget(self.progress)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.agree)
        column.addLayout(row)


def _table() -> QTableWidget:
    table = QTableWidget(0, len(HEADS))
    table.setAccessibleName("ผลการอ่านแต่ละไฟล์")
    table.setHorizontalHeaderLabels(HEADS)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setStyleSheet(item_style("QTableWidget", "4px 5px"))
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    head.setSectionResizeMode(len(HEADS) - 1, QHeaderView.ResizeMode.Stretch)
    for column, width in enumerate((120, 180, 200, 56)):
        table.setColumnWidth(column, theme.px(width))
    return table
