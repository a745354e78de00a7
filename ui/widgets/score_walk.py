"""From cell to cell of the score table: over heads, and in leaps as a spreadsheet does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex

from ui.models.scores import Column, ScoreModel

NOWHERE = QModelIndex()


class ScoreWalk:
    """Finds cells that can be typed in; `hidden` says which columns are not shown."""

    def __init__(self, model: ScoreModel, hidden: Callable[[int], bool]) -> None:
        self._model, self._hidden = model, hidden

    def along(self, here: QModelIndex, step: int) -> QModelIndex:
        """The next typed cell of the column."""
        row = here.row() + step
        while 0 <= row < self._model.rowCount():
            index = self._model.index(row, here.column())
            if self._model.cell(index):
                return index
            row += step
        return NOWHERE

    def across(self, here: QModelIndex, step: int) -> QModelIndex:
        """The next typed cell in reading order."""
        columns = self._model.columnCount()
        at = here.row() * columns + here.column() + step
        while 0 <= at < self._model.rowCount() * columns:
            index = self._model.index(at // columns, at % columns)
            if self._shown(index):
                return index
            at += step
        return NOWHERE

    def edge(self, here: QModelIndex, step: int) -> QModelIndex:
        """Where Ctrl and an arrow up or down goes: the end of the run, or the next filled cell."""
        found = self.along(here, step)
        if not found.isValid():
            return here
        run = self._filled(here) and self._filled(found)
        while True:
            after = self.along(found, step)
            stop = not self._filled(after) if run else self._filled(found)
            if not after.isValid() or stop:
                return found
            found = after

    def in_row(self, here: QModelIndex, *, last: bool) -> QModelIndex:
        """The first or last typed cell of a row; `here` where it has none."""
        columns = range(Column.SCORE, self._model.columnCount())
        row = [here.siblingAtColumn(column) for column in columns]
        typed = [index for index in row if self._shown(index)]
        return (typed[-1] if last else typed[0]) if typed else here

    def end(self, *, last: bool) -> QModelIndex:
        """The first score of the table, or its last typed cell."""
        rows = range(self._model.rowCount())
        for row in reversed(rows) if last else rows:
            index = self._model.index(row, Column.SCORE)
            index = self.in_row(index, last=True) if last else index
            if self._shown(index):
                return index
        return NOWHERE

    def _shown(self, index: QModelIndex) -> bool:
        return self._model.cell(index) is not None and not self._hidden(index.column())

    def _filled(self, index: QModelIndex) -> bool:
        return index.isValid() and bool(self._model.typed(index))
