"""A text box whose numbered lines count themselves, as a list in Word does."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from itadesk.thai.numbering import bare, next_number, number_of, renumbered
from ui.widgets.text_field import TextField

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NumberedField(TextField):
    """Enter goes on with the next number, or ends the list on a line that has only its number."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        if any(event.matches(step) for step in steps):
            super().keyPressEvent(event)
        elif (event.key() in _ENTER and not event.modifiers() and self._go_on(cursor)) or (
            event.key() == Qt.Key.Key_Backspace and self._drop_number(cursor)
        ):
            self._count_anew()
        else:
            lines = self.blockCount()
            super().keyPressEvent(event)
            if self.blockCount() != lines:
                self._count_anew()

    def insertFromMimeData(self, source: QMimeData) -> None:
        lines = self.blockCount()
        super().insertFromMimeData(source)
        if self.blockCount() != lines:
            self._count_anew()

    def _go_on(self, cursor: QTextCursor) -> bool:
        """True where Enter was about a numbered line."""
        line = cursor.block().text()
        number = number_of(line)
        if not number or cursor.positionInBlock() < len(number):
            return False
        cursor.beginEditBlock()
        if bare(line).strip():
            cursor.insertText("\n" + next_number(line))
        else:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.removeSelectedText()
            cursor.insertText("\n")
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _drop_number(self, cursor: QTextCursor) -> bool:
        """True where Backspace stood right behind the number of a line."""
        number = number_of(cursor.block().text())
        if cursor.hasSelection() or not number or cursor.positionInBlock() != len(number):
            return False
        mode = QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, mode)
        cursor.removeSelectedText()
        return True

    def _count_anew(self) -> None:
        """Belongs to the change before, so that undo takes both back."""
        block = self.document().firstBlock()
        cursor = QTextCursor(block)
        cursor.joinPreviousEditBlock()
        for line in renumbered(self.toPlainText()).split("\n"):
            before, after = number_of(block.text()), number_of(line)
            if before != after:
                cursor.setPosition(block.position())
                end = block.position() + len(before)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(after)
            block = block.next()
        cursor.endEditBlock()
