"""The table of offices of a province; tells which was chosen and which is to be opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from itadesk.gathering import OfficeLine
from ui import theme
from ui.models.offices import (
    CHANGE,
    DISTRICT,
    FILE,
    NAME,
    PART_COLUMNS,
    RANK,
    RATING,
    SCORE,
    OfficesModel,
)
from ui.widgets.item_look import item_style

MOST_COLUMNS = 720  # px; below, district and change are seen at the side only
WITH_RATING = 440  # px; below, the level is found by its filter only
ALL_COLUMNS = 1040  # px; below, the parts of the score are told below the table
LOWEST = 170  # px of the table: the head and some rows
_EDGES = 20  # px around the words of a cell


class OfficeTable(QTableView):
    """One row an office, chosen as a whole; rows of one height, so that thousands show at once."""

    chosen = Signal(object)  # OfficeLine or None
    opened = Signal(object)  # OfficeLine

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = OfficesModel(self)
        self.setModel(self.rows)
        self.setAccessibleName("หน่วยงานในจังหวัด เรียงตามคะแนน")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(theme.px(LOWEST))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names differ at their end
        self.setStyleSheet(item_style("QTableView", "4px 5px"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(32))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(lambda _at: self._open())

    def show_lines(self, lines: Sequence[OfficeLine]) -> None:
        """The choice stays on its office as long as that is shown."""
        kept = self.line()
        self.rows.show_lines(lines)
        place = self.rows.place(kept.key) if kept else -1
        if lines:
            self.selectRow(max(place, 0))
        else:
            self.chosen.emit(None)

    def line(self) -> OfficeLine | None:
        """The chosen office."""
        row = self.currentIndex().row()
        return self.rows.lines[row] if 0 <= row < len(self.rows.lines) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.fontMetrics().horizontalAdvance
        for column, words in (
            (RANK, "๘๓๑๗"),
            (DISTRICT, "พระนครศรีอยุธยา"),
            *((part, "๑๐๐.๐๐") for part in PART_COLUMNS),
            (SCORE, "๑๐๐.๐๐"),
            (RATING, "เฉพาะมาตรการ"),
            (CHANGE, "+๑๐.๐๐"),
            (FILE, "● ส่งคืนแก้ไข"),
        ):
            self.setColumnWidth(column, wide(words) + _EDGES)
        for columns, least in (
            ((RATING,), WITH_RATING),
            ((DISTRICT, CHANGE), MOST_COLUMNS),
            (PART_COLUMNS, ALL_COLUMNS),
        ):
            for column in columns:
                self.setColumnHidden(column, self.width() < theme.px(least))

    def _tell(self, _current: QModelIndex) -> None:
        self.chosen.emit(self.line())

    def _open(self) -> None:
        line = self.line()
        if line is not None and line.received is not None:
            self.opened.emit(line)
