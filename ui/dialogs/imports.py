"""ประวัติการรับ: what a province took in, each import to be taken back as a whole."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from itadesk.model.changes import Changes
from itadesk.model.province import Batch, BatchKind
from itadesk.services.consolidating import imports_of, take_back
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs.frame import open_at
from ui.session import Session
from ui.widgets.buttons import button
from ui.widgets.item_look import item_style
from ui.widgets.labels import label

HEADS = ("เมื่อ", "สิ่งที่รับ", "ปี", "จำนวน")
KINDS = {
    BatchKind.FILES: "ไฟล์จากหน่วยงาน",
    BatchKind.EXPECTED: "รายชื่อหน่วยงาน",
    BatchKind.ANNOUNCED: "ผลที่ประกาศ",
}


class ImportsDialog(QDialog):
    """The newest first; what was taken back can be brought back by undo."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self._batches: tuple[Batch, ...] = ()
        self.setWindowTitle("ประวัติการรับ")
        open_at(self, 640, 400)
        self.words = label(role="quiet", wrap=True)
        self.table = _table()
        self.back = button("เลิกการรับครั้งนี้", self._take_back, sign="undo")
        self.close_button = button("ปิด", self.accept)
        self._lay_out()
        session.changed.connect(self._changed)
        session.failed.connect(self.words.setText)
        self._reload()

    def _take_back(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._batches):
            self._session.run(take_back, self._batches[row].id)

    def _changed(self, _changes: Changes) -> None:
        self._reload()

    def _reload(self) -> None:
        row = self.table.currentRow()
        self._batches = self._session.ask(imports_of)
        self.table.setRowCount(len(self._batches))
        for number, batch in enumerate(self._batches):
            for column, text in enumerate(_texts(batch)):
                self.table.setItem(number, column, QTableWidgetItem(text))
        self.table.selectRow(min(max(row, 0), len(self._batches) - 1))
        self.back.setEnabled(bool(self._batches))
        self.words.setText(
            "เลิกการรับครั้งใด ข้อมูลของครั้งนั้นออกทั้งหมด และไฟล์ที่ถูกแทนกลับมาใช้ กด Ctrl+Z เพื่อนำกลับได้"
            if self._batches
            else "ยังไม่ได้รับไฟล์ รายชื่อหน่วยงาน หรือผลที่ประกาศ"
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label("ประวัติการรับ", "heading"))
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch()
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.table.setFocus()


def _texts(batch: Batch) -> tuple[str, ...]:
    at = datetime.fromisoformat(batch.at).astimezone()
    when = f"{format_date(at.date(), 'short')} {to_thai(at.strftime('%H:%M'))} น."
    year = to_thai(str(batch.year)) if batch.year else "ทุกปี"
    return when, KINDS[batch.kind], year, to_thai(f"{batch.offices} แห่ง")


def _table() -> QTableWidget:
    table = QTableWidget(0, len(HEADS))
    table.setAccessibleName("ประวัติการรับ")
    table.setHorizontalHeaderLabels(HEADS)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setStyleSheet(item_style("QTableWidget", "4px 5px"))
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    for column, width in ((0, 196), (2, 70), (3, 90)):
        table.setColumnWidth(column, theme.px(width))
    return table
