"""รับไฟล์จากหน่วยงาน: reads many files, says what becomes of each, keeps those that are ticked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from itadesk.errors import ItadeskError
from itadesk.files import replace_file
from itadesk.services.arrival_report import arrival_report
from itadesk.services.arrivals import Arrival
from itadesk.services.consolidating import (
    Line,
    Result,
    apply_consolidation,
    catalogues_of,
    in_order,
    opener_of,
    plan_consolidation,
    read_files,
)
from itadesk.thai.digits import to_thai
from ui import theme
from ui.background import run_in_background
from ui.dialogs import files
from ui.dialogs.frame import open_at
from ui.models.arrivals import HEADS, TAKEN, ArrivalsModel
from ui.session import Session
from ui.widgets.buttons import button, primary_button
from ui.widgets.item_look import item_style
from ui.widgets.labels import label
from ui.widgets.row_breaks import break_words

WIDTHS = ((124, 0.2), (120, 0.17), (170, 0.2), (66, 0.1))  # px of a column, share of the table
MOST_HIGH = 300  # rows, up to which each is as high as its words


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
        self._read: set[Path] = set()
        self._preferred: list[Arrival] = []
        self._left: set[int] = set()  # ids of arrivals that are not wanted
        self.lines: tuple[Line, ...] = ()
        self.setWindowTitle("รับไฟล์จากหน่วยงาน")
        open_at(self, 900, 480)
        self.words = label(wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximum(max(1, len(self._paths)))
        self.model = ArrivalsModel(self)
        queued = Qt.ConnectionType.QueuedConnection
        self.model.ticked.connect(self._tick, queued)
        self.table = _table(self.model)
        self.table.horizontalHeader().sectionResized.connect(self._fit_rows, queued)
        self.agree = primary_button("รับไว้", self._apply)
        self.agree.setEnabled(False)
        self.save = button("บันทึกรายการ…", self._save, role="quiet")
        self.save.setEnabled(False)
        self.cancel = button("ยกเลิก", self.reject)
        self._lay_out()
        self._relay.read.connect(self._took, Qt.ConnectionType.QueuedConnection)
        self._begin()

    def reject(self) -> None:
        self._stop.set()
        super().reject()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is said keeps a third of the width, however large the text is."""
        super().resizeEvent(event)
        for column, (width, share) in enumerate(WIDTHS):
            most = int(self.table.width() * share)
            self.table.setColumnWidth(column, min(theme.px(width), most))

    def _fit_rows(self) -> None:
        if len(self.lines) <= MOST_HIGH:
            self.table.resizeRowsToContents()

    def wanted(self) -> list[Line]:
        """The files that would be kept now."""
        return [
            line
            for line in self.lines
            if line.result in TAKEN and id(line.arrival) not in self._left
        ]

    def _begin(self) -> None:
        catalogues = self._session.ask(catalogues_of)
        opener = self._session.ask(opener_of)
        self.words.setText(f"กำลังอ่าน {to_thai(str(len(self._paths)))} ไฟล์…")
        paths, stop, relay = self._paths, self._stop, self._relay

        def work() -> bool:
            for arrival in read_files(paths, catalogues, stop, opener):
                relay.read.emit(arrival)
            return not stop.is_set()

        run_in_background(self, work, self._finish, self.words.setText)

    def _took(self, arrival: Arrival) -> None:
        self._arrivals.append(arrival)
        self._read.add(arrival.path)
        self.progress.setValue(len(self._read))

    def _finish(self, whole: bool) -> None:
        if not whole:
            return
        self.progress.hide()
        self._arrivals = in_order(self._arrivals, self._paths)
        self._left = {id(each) for each in self._arrivals if self._of_another_year(each)}
        self._plan()
        self.save.setEnabled(True)
        taken = any(line.result in TAKEN for line in self.lines)
        (self.agree if self.agree.isEnabled() else self.cancel).setFocus()
        if not taken:
            self.cancel.setText("ปิด")

    def _of_another_year(self, arrival: Arrival) -> bool:
        return arrival.sent is not None and arrival.sent.received.year != self._session.year

    def _plan(self) -> None:
        self.lines = self._session.ask(
            plan_consolidation, self._arrivals, preferred=self._preferred
        )
        self._show_plan()

    def _show_plan(self) -> None:
        at = self.table.verticalScrollBar().value()
        row = self.table.currentIndex().row()
        self.model.show_lines(self.lines, self._left)
        self._fit_rows()
        self.table.setCurrentIndex(self.model.index(row, 0))
        self.table.verticalScrollBar().setValue(at)
        self.words.setText(to_thai(self._told()))
        self.agree.setEnabled(bool(self.wanted()))

    def _told(self) -> str:
        wanted = self.wanted()
        count = {one: sum(line.result is one for line in self.lines) for one in Result}
        doubles = sum(line.double for line in self.lines)
        others = sum(map(self._of_another_year, self._arrivals))
        counts = (
            ("รับใหม่ {} แห่ง", sum(line.result is Result.ADDED for line in wanted)),
            ("แทนไฟล์เดิม {} แห่ง", sum(line.result is Result.CHANGED for line in wanted)),
            ("เหมือนเดิม {} แห่ง", count[Result.SAME]),
            ("ไม่รับ {} ไฟล์", count[Result.REFUSED] - doubles),
            ("ส่งซ้ำ {} ไฟล์ ติ๊กเพื่อใช้ไฟล์นั้นแทน", doubles),
            (f"ไม่ใช่ปี {self._session.year} {{}} ไฟล์ ติ๊กหากจะรับ", others),
        )
        told = [words.format(number) for words, number in counts if number]
        if not any(line.result in TAKEN for line in self.lines):
            return " · ".join(["ไม่มีข้อมูลใหม่ที่ต้องรับ", *told])
        return " · ".join([*told, "รับแล้วยังเลิกทำได้"])

    def _tick(self, line: Line, wanted: bool) -> None:
        """A double takes the place of the other file of its office; others go or come back."""
        if line.double:
            self._preferred.append(line.arrival)
            self._left.discard(id(line.arrival))
            self._plan()
            return
        if wanted:
            self._left.discard(id(line.arrival))
        else:
            self._left.add(id(line.arrival))
        self._show_plan()

    def _save(self) -> None:
        suggestion = self._paths[0].parent / "รายการรับไฟล์.xlsx"
        path = files.pick_save(self, "บันทึกรายการ", suggestion, files.EXCEL)
        data = self._session.data
        if path is None:
            return
        wanted = {id(line) for line in self.wanted()}
        left = [line for line in self.lines if line.result in TAKEN and id(line) not in wanted]
        try:
            creator = data.office.name if data else ""
            replace_file(path, arrival_report(self.lines, left, creator))
        except ItadeskError as refusal:
            self.words.setText(f"▲ {refusal}")
        else:
            self.words.setText(f"บันทึกรายการไว้ที่ “{path.name}” แล้ว")

    def _apply(self) -> None:
        if self._session.sweep(apply_consolidation, self.wanted()) is not None:
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
        row.addWidget(self.save)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.agree)
        column.addLayout(row)


def _table(model: ArrivalsModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName("ผลการอ่านแต่ละไฟล์")
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(True)
    break_words(table)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setStyleSheet(item_style("QTableView", "4px 5px"))
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    head.setSectionResizeMode(len(HEADS) - 1, QHeaderView.ResizeMode.Stretch)
    return table
