"""The view of the score table: bands, column widths, and the keys of a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from ui import theme
from ui.fonts import base_font
from ui.models.score_rows import Row
from ui.models.scores import DRAFT, TITLES, Column, Index, ScoreModel
from ui.widgets.score_delegate import MOVES, SIDE, ScoreDelegate
from ui.widgets.score_walk import ScoreWalk

WIDEST = {Column.HEAD: "i๒๕", Column.SCORE: "▼ ๑๐๐.๐๐"}
FIGURE = "๑๐๐.๐๐"
WRITING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
ROOMY, TIGHT = 1000, 580  # px from which columns of parts show unasked: always, when filled in
LEAST_TEXT = 20  # digits that the question's text is wide at least; differences give way to it
FULL, NONE = "100", "0"
ITEM_KEYS = {"y": FULL, "\u0e31": FULL, "n": NONE, "\u0e37": NONE}  # the same keys in Thai
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Hint = QAbstractItemView.ScrollHint


class ScoreTable(QTableView):
    """Moves between cells that can be typed in; what is done with them is the page's."""

    toggled = Signal(QModelIndex)  # Space on an item of 0 or 100
    given = Signal(QModelIndex, str)  # a key that gives an item 100 or 0
    undrafted = Signal(QModelIndex)  # Esc on a draft
    fill_wanted = Signal(QModelIndex)  # double click or Enter on a text
    parts_turned = Signal(bool)

    def __init__(self, model: ScoreModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(theme.px(120))
        self._model = model
        self._parts_wanted: bool | None = None
        self._tabbed: tuple[QModelIndex, int] | None = None  # where Tab led, and from which column
        self.pen = ScoreDelegate(self)
        self.walk = ScoreWalk(model, self.isColumnHidden)
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
        self._fit_columns()
        self.resizeRowsToContents()

    @property
    def parts_shown(self) -> bool:
        return not self.isColumnHidden(Column.PART1)

    def show_parts(self, wanted: bool) -> None:
        """Shows or hides the columns of parts; until told they show where there is room."""
        self._parts_wanted = wanted
        self.settle()

    def step(self, down: int, right: int) -> bool:
        """Goes to the next cell that can be typed in; False when there is none.

        Down after Tab goes below the cell where Tab began.
        """
        here = self.currentIndex()
        begun = self._tabbed[1] if self._tabbed and self._tabbed[0] == here else here.column()
        if down:
            found = self.walk.along(here.siblingAtColumn(begun), down)
        else:
            found = self.walk.across(here, right)
            same = found.row() == here.row()
            self._tabbed = (found, begun if same else found.column())
        if found.isValid():
            self.go_to(found)
        return found.isValid()

    def go_to(self, index: QModelIndex) -> None:
        """Makes a cell the current one and shows it."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)

    def go_to_first(self) -> None:
        """The first score of the table."""
        first = self.walk.end(last=False)
        if first.isValid():
            self.go_to(first)

    def finish_typing(self) -> None:
        """Saves and closes the editor of a cell, where one is open."""
        editor = self.indexWidget(self.currentIndex())
        if isinstance(editor, QLineEdit) and self.state() is QAbstractItemView.State.EditingState:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _fit_columns(self) -> None:
        """Shows the columns of parts where wanted, and the differences where there is room."""
        rows = [self._model.row(n) for n in range(self._model.rowCount())]
        wanted = self._parts_wanted
        if wanted is None:
            begun = any(_has_parts(row) for row in rows)
            wanted = self.width() >= theme.px(TIGHT if begun else ROOMY)
        shown = wanted and any(row.parts for row in rows)
        for column in (Column.PART1, Column.PART2):
            self.setColumnHidden(column, not shown)
        taken = sum(
            _wide(column)
            for column in Column
            if column is not Column.TEXT and (shown or column not in (Column.PART1, Column.PART2))
        )
        least = QFontMetricsF(base_font()).horizontalAdvance("๐" * LEAST_TEXT)
        self.setColumnHidden(Column.DIFFERENCE, self.viewport().width() - taken < least)
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
        for column in Column:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        self._size_columns()
        head.sectionResized.connect(self._text_resized)

    def _size_columns(self) -> None:
        for column in Column:
            if column is not Column.TEXT:
                self.horizontalHeader().resizeSection(column, _wide(column))

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() in (Column.HEAD, Column.TEXT):
            self.fill_wanted.emit(index)

    def _special(self, event: QKeyEvent) -> bool:
        here, key = self.currentIndex(), Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and here.data(DRAFT) is not None:
            self.undrafted.emit(here)
            return True
        if key in WRITING and here.column() in (Column.HEAD, Column.TEXT):
            self.fill_wanted.emit(here)
            return True
        if key == Qt.Key.Key_Space:
            self.toggled.emit(here)
            return True
        if key == Qt.Key.Key_F6:  # Tab stays among the cells
            return super(QAbstractItemView, self).focusNextPrevChild(not event.modifiers() & SHIFT)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == SHIFT and key in WRITING[:2]:
            return self.step(-1, 0)
        if modifiers and key != Qt.Key.Key_Backtab:
            return False
        move = MOVES.get(key)
        return self.step(*move) if move else self._give(here, event.text())

    def _give(self, here: QModelIndex, typed: str) -> bool:
        """Y and N fill in an item and go down; False where they are no score."""
        value = ITEM_KEYS.get(typed.lower())
        if value is None or here.column() != Column.SCORE or not self._model.row(here.row()).binary:
            return False
        self.given.emit(here, value)
        self.step(1, 0)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._special(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        move = QAbstractItemView.CursorAction
        here, leap = self.currentIndex(), bool(modifiers & CONTROL)
        first, last = action is move.MoveHome, action is move.MoveEnd
        if first or last:
            return self.walk.end(last=last) if leap else self.walk.in_row(here, last=last)
        if leap and action in (move.MoveLeft, move.MoveRight):
            return self.walk.in_row(here, last=action is move.MoveRight)
        text = here.column() < Column.SCORE
        if action in (move.MoveUp, move.MoveDown):
            step = 1 if action is move.MoveDown else -1
            start = here.siblingAtColumn(Column.SCORE) if text else here  # heads are passed over
            found = self.walk.edge(start, step) if leap else self.walk.along(start, step)
            return found.siblingAtColumn(here.column()) if found.isValid() else here
        found = super().moveCursor(action, modifiers)
        paged = action in (move.MovePageUp, move.MovePageDown)
        if paged and not text and self._model.cell(found) is None:
            back = -1 if action is move.MovePageDown else 1
            found = self.walk.along(found, back)
        return found if found.isValid() else here

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:  # noqa: N802
        """The heads right above a question come into sight with it."""
        row = index.row()
        while row > 0 and self._model.cell(self._model.index(row - 1, Column.SCORE)) is None:
            row -= 1
        super().scrollTo(self._model.index(row, index.column()), Hint.EnsureVisible)
        super().scrollTo(index, hint)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        flag = QItemSelectionModel.SelectionFlag
        if isinstance(event, QKeyEvent) and event.modifiers() & CONTROL:  # a leap also chooses
            return flag.SelectCurrent if event.modifiers() & SHIFT else flag.ClearAndSelect
        return super().selectionCommand(index, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size_columns()
            self._fit_columns()
            self._fitting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_columns()


def _has_parts(row: Row) -> bool:
    return row.entered is not None and (row.entered.part1, row.entered.part2) != (None, None)


def _wide(column: Column) -> int:
    """px of a column: of its widest figure or of its head."""
    figure = WIDEST.get(column, FIGURE)
    wide = QFontMetricsF(base_font()).horizontalAdvance(figure)
    head = QFontMetricsF(base_font(strong=True)).horizontalAdvance(TITLES[column])
    return round(max(wide, head)) + theme.px(2 * SIDE + 4)
