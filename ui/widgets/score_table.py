"""The view of the score table: bands, column widths, and the keys of a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from ui.models.score_rows import Row
from ui.models.scores import DRAFT, Column, ScoreModel
from ui.widgets.score_delegate import MOVES, ScoreDelegate

WIDTHS = {
    Column.HEAD: 58,
    Column.SCORE: 96,
    Column.PART1: 84,
    Column.PART2: 84,
    Column.OFFICIAL: 96,
    Column.DIFFERENCE: 70,
}
WRITING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
ROOMY = 1000  # px from which the columns of parts show unasked


class ScoreTable(QTableView):
    """Moves between cells that can be typed in; what is done with them is the page's."""

    toggled = Signal(QModelIndex)  # Space on an item of 0 or 100
    undrafted = Signal(QModelIndex)  # Esc on a draft
    fill_wanted = Signal(QModelIndex)  # double click or Enter on a text
    parts_turned = Signal(bool)

    def __init__(self, model: ScoreModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._parts_wanted: bool | None = None
        self.pen = ScoreDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.pen)
        self.setAccessibleName("ตารางคะแนน")
        self.setShowGrid(False)
        self.setWordWrap(True)  # so that heights are asked for at the column's width
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self._fitting = QTimer(self, singleShot=True, interval=0)  # once for many resizes
        self._fitting.timeout.connect(self.resizeRowsToContents)
        self._set_up_heads()
        self.pen.left.connect(self.step)
        self.doubleClicked.connect(self._double_clicked)
        model.modelReset.connect(self.settle)

    def settle(self) -> None:
        """Spans, hidden columns and row heights for the rows there are."""
        self.clearSpans()
        rows = [self._model.row(n) for n in range(self._model.rowCount())]
        for n, row in enumerate(rows):
            if not row.is_question:
                self.setSpan(n, Column.HEAD, 1, 2)
        self._hide_parts()
        self.resizeRowsToContents()

    @property
    def parts_shown(self) -> bool:
        return not self.isColumnHidden(Column.PART1)

    def show_parts(self, wanted: bool) -> None:
        """Shows or hides the columns of parts; until told they show where there is room."""
        self._parts_wanted = wanted
        self.settle()

    def step(self, down: int, right: int) -> bool:
        """Goes to the next cell that can be typed in; False when there is none."""
        here = self.currentIndex()
        found = self._along(here, down) if down else self._across(here, right)
        if found.isValid():
            self.go_to(found)
        return found.isValid()

    def go_to(self, index: QModelIndex) -> None:
        """Makes a cell the current one and shows it."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)

    def go_to_first(self) -> None:
        """The first cell of the table that can be typed in."""
        for n in range(self._model.rowCount()):
            index = self._model.index(n, Column.SCORE)
            if self._model.cell(index):
                self.go_to(index)
                return

    def finish_typing(self) -> None:
        """Saves and closes the editor of a cell, where one is open."""
        editor = self.indexWidget(self.currentIndex())
        if isinstance(editor, QLineEdit) and self.state() is QAbstractItemView.State.EditingState:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _hide_parts(self) -> None:
        rows = [self._model.row(n) for n in range(self._model.rowCount())]
        wanted = self._parts_wanted
        if wanted is None:
            wanted = self.width() >= ROOMY or any(_has_parts(row) for row in rows)
        shown = wanted and any(row.parts for row in rows)
        for column in (Column.PART1, Column.PART2):
            self.setColumnHidden(column, not shown)
        self.parts_turned.emit(shown)

    def _text_resized(self, column: int) -> None:
        if column == Column.TEXT:
            self._fitting.start()

    def _set_up_heads(self) -> None:
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(40)
        for column, width in WIDTHS.items():
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
        head.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        head.sectionResized.connect(self._text_resized)

    def _along(self, here: QModelIndex, step: int) -> QModelIndex:
        """The next typed cell of the column."""
        row = here.row() + step
        while 0 <= row < self._model.rowCount():
            index = self._model.index(row, here.column())
            if self._model.cell(index):
                return index
            row += step
        return QModelIndex()

    def _across(self, here: QModelIndex, step: int) -> QModelIndex:
        """The next typed cell in reading order."""
        columns = self._model.columnCount()
        at = here.row() * columns + here.column() + step
        while 0 <= at < self._model.rowCount() * columns:
            index = self._model.index(at // columns, at % columns)
            if self._model.cell(index) and not self.isColumnHidden(index.column()):
                return index
            at += step
        return QModelIndex()

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() in (Column.HEAD, Column.TEXT):
            self.fill_wanted.emit(index)

    def _special(self, event: QKeyEvent) -> bool:
        here = self.currentIndex()
        if event.key() == Qt.Key.Key_Escape and here.data(DRAFT) is not None:
            self.undrafted.emit(here)
            return True
        if event.key() in WRITING and here.column() in (Column.HEAD, Column.TEXT):
            self.fill_wanted.emit(here)
            return True
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit(here)
            return True
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            move = MOVES.get(Qt.Key(event.key()))
            return move is not None and self.step(*move)
        if event.key() == Qt.Key.Key_Backtab:
            return self.step(0, -1)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._special(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._hide_parts()


def _has_parts(row: Row) -> bool:
    return row.entered is not None and (row.entered.part1, row.entered.part2) != (None, None)
