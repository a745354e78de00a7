"""The table of public items; tells which one was chosen by its code."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from itadesk.model.year import YearData
from ui import theme
from ui.models.oit import ANSWER, ANSWERS, DAY, ITEM, NAME, UNIT, URL, OitModel, oit_rows
from ui.widgets.item_look import item_style

ALL_COLUMNS = 560  # px; below, unit and day are seen in the form only
EDGES = 20  # px around the words of a cell


class OitTable(QTableView):
    """One row an item, chosen as a whole."""

    chosen = Signal(object)  # code of an item

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = OitModel(self)
        self.setModel(self.rows)
        self.setAccessibleName("รายการ OIT ของปี")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setStyleSheet(item_style("QTableView", "4px 5px"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self._wrap = QTimer(self, singleShot=True, interval=0)  # when all columns have their widths
        self._wrap.timeout.connect(self._fit)
        head.sectionResized.connect(self._wrap.start)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_data(self, data: YearData) -> None:
        self.rows.show_rows(oit_rows(data))
        self._wrap.start()

    def choose(self, code: str | None) -> None:
        """Goes to an item where it is there."""
        place = self.rows.place(code)
        if place >= 0 and place != self.currentIndex().row():
            self.selectRow(place)
        if place >= 0:
            self.scrollTo(self.rows.index(place, 0))

    def step(self, by: int) -> None:
        """Goes to the item `by` rows on, where there is one."""
        place = self.currentIndex().row() + by
        if 0 <= place < len(self.rows.items):
            self.selectRow(place)

    def _tell(self, current: QModelIndex) -> None:
        if 0 <= current.row() < len(self.rows.items):
            self.chosen.emit(self.rows.items[current.row()].code)

    def _fit(self) -> None:
        """Rows as high as their lines, the chosen one in sight."""
        self.resizeRowsToContents()
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        for column in (UNIT, DAY):
            self.setColumnHidden(column, width < theme.px(ALL_COLUMNS))
        room = self.fontMetrics().horizontalAdvance
        self.setColumnWidth(ITEM, room("o๔๔") + theme.px(EDGES))
        self.setColumnWidth(ANSWER, room(ANSWERS[None]) + theme.px(EDGES))
        self.setColumnWidth(URL, room("URL") + theme.px(EDGES) + 8)
        self.setColumnWidth(UNIT, round(width * 0.2))
        self.setColumnWidth(DAY, room("๓๐ มี.ค. ๒๕๖๘") + theme.px(EDGES))
