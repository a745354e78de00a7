"""The table of measures; tells which one was chosen by its id."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from itadesk.model.year import YearData
from ui.models.measures import ANSWERS, NUMBER, PERIOD, PROGRESS, TITLE, UNITS, MeasureModel
from ui.widgets.item_look import item_style
from ui.widgets.row_breaks import break_words

_SHARES = {ANSWERS: 0.18, UNITS: 0.13, PERIOD: 0.225, PROGRESS: 0.11}  # of the table's width


class MeasureTable(QTableView):
    """One row a measure, chosen as a whole; rows are dragged to another place."""

    chosen = Signal(object)  # id of a measure, None when there is none
    moved = Signal(int, int)  # from this row to that one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MeasureModel(self)
        self.setModel(self.rows)
        self.setAccessibleName("มาตรการของปี")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        break_words(self)
        self.setStyleSheet(item_style("QTableView", "0 5px"))  # as the heads
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_narrow(self, narrow: bool) -> None:
        """Number and title only, in two lines, where the table stands beside the form."""
        for column in _SHARES:
            self.setColumnHidden(column, narrow)
        self.setWordWrap(narrow)
        lines = 2 if narrow else 1
        self.verticalHeader().setDefaultSectionSize(lines * self.fontMetrics().height() + 12)

    def show_data(self, data: YearData) -> None:
        self.rows.show_data(data)

    def choose(self, measure_id: int | None) -> None:
        """Goes to a measure where it is there."""
        place = self.rows.place(measure_id)
        if place >= 0 and place != self.currentIndex().row():
            self.selectRow(place)
        if place >= 0:
            self.scrollTo(self.rows.index(place, 0))

    def _tell(self, current: QModelIndex) -> None:
        measures = self.rows.measures
        if 0 <= current.row() < len(measures):
            self.chosen.emit(measures[current.row()].id)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tells where the row was dropped; the model follows once that is saved."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        place = event.position().toPoint()
        where = self.indexAt(place)  # the line that shows the gap goes by the middle of a row too
        to = where.row() + (place.y() >= self.visualRect(where).center().y())
        self.drop_row(self.currentIndex().row(), to if where.isValid() else -1)

    def drop_row(self, row: int, gap: int) -> None:
        """A row let go in the gap before row `gap`; -1 is the end."""
        last = len(self.rows.measures)
        to = last if gap < 0 else gap
        to -= to > row  # it leaves a gap behind
        if 0 <= row < last and to != row:
            self.moved.emit(row, to)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        self.setColumnWidth(NUMBER, self.fontMetrics().horizontalAdvance("ลำดับ") + 28)
        for column, share in _SHARES.items():
            self.setColumnWidth(column, round(width * share))
