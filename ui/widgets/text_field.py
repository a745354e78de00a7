"""Boxes for Thai text that grow with it and take it in tidied."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from itadesk.thai.normalise import normalise, normalise_line
from ui.widgets.caret import bring_into_sight
from ui.widgets.list_typing import drop_typed_again, removes, renumber_after, typed_in_list
from ui.widgets.proofing import Proofing
from ui.widgets.text_changes import exchange

_TABS = re.compile(r"[ ]*\t+[ ]*")


class TextField(QPlainTextEdit):
    """Several lines of text; `lines` and `most` bound its height, most 0 lets the layout fill.

    `canonical` is the form in which the text is stored.
    """

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        lines: int = 2,
        most: int = 10,
        canonical: Callable[[str], str] = normalise,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines, self._most, self._canonical = lines, most, canonical
        self._showing = False
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        vertical = QSizePolicy.Policy.Fixed if most else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        # a line that wraps tells of itself by the scroll bar alone
        self.verticalScrollBar().rangeChanged.connect(self._grow)
        self.cursorPositionChanged.connect(self._follow)
        self.proofing = Proofing(self)

    def text(self) -> str:
        """The text as it is stored."""
        return self._canonical(self.toPlainText())

    def show_text(self, text: str) -> None:
        """Shows a stored text; what is there stays untouched when it means the same.

        What the file holds is taken back in the file, so the box forgets its own steps.
        """
        if self.text() != self._canonical(text):
            self._showing = True
            exchange(self.document(), text)
            self._showing = False
        self.document().clearUndoRedoStacks()

    def begin(self, text: str) -> None:
        """Shows the text of another record; nothing of the one before can be undone here."""
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def insert(self, text: str) -> None:
        """Puts text at the cursor, with a space before it where one is missing."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        cursor.insertText(f" {text}" if before and not before.endswith(" ") else text)
        self.setFocus()

    def replace_all(self, text: str) -> None:
        """A change of the whole text that the box itself can undo."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.toPlainText().split("\n") if removes(self, event) else None
        super().keyPressEvent(event)
        if before is not None:
            renumber_after(self, before)
        elif event.text().strip() or event.text() == " ":
            drop_typed_again(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        place = self.cursorRect(at).bottomLeft()
        self.proofing.offer(menu, at)
        menu.popup(self.viewport().mapToGlobal(place) if by_key else event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        files = any(url.isLocalFile() for url in source.urls())
        return source.hasText() and not files  # those are for the window

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Text from elsewhere comes without its looks, in one step of undo."""
        cursor, before = self.textCursor(), self.toPlainText().split("\n")
        cursor.insertText(_TABS.sub(" ", normalise(source.text())))
        self.setTextCursor(cursor)
        renumber_after(self, before)
        self.ensureCursorVisible()

    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _grow(self) -> None:
        if self._most and self.height() != self.sizeHint().height():
            self.updateGeometry()
            self._follow()

    def _follow(self) -> None:
        if self.hasFocus():  # once the box has its new height
            QTimer.singleShot(0, self, lambda: bring_into_sight(self))

    def _height(self, lines: float) -> int:
        around = self.height() - self.contentsRect().height()  # border and padding
        margin = 2 * self.document().documentMargin()
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        return ceil(lines) * line + ceil(margin) + around + 2

    def sizeHint(self) -> QSize:
        lines = self.document().size().height()  # of a plain text document: in lines
        wanted = max(self._lines, min(lines, self._most) if self._most else self._lines)
        return QSize(240, self._height(wanted))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height() if self._most else self._height(self._lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._grow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.proofing.begin()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.proofing.begin()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.proofing.end()
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        if (  # here, because Tab does not come as far as keyPressEvent
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and typed_in_list(self, event)
        ):
            return True
        return super().event(event)


class LineField(QLineEdit):
    """One line of text that is stored tidied."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textEdited.connect(self._typed)

    def _typed(self) -> None:
        self.edited.emit()

    def stored(self) -> str:
        """The text as it is stored."""
        return normalise_line(self.text())

    def show_text(self, text: str) -> None:
        """Shows a stored text; what is there stays untouched when it means the same."""
        if self.stored() != normalise_line(text):
            self.setText(text)
        elif self.isUndoAvailable() or self.isRedoAvailable():
            self._forget_steps()

    def begin(self, text: str) -> None:
        """Shows the text of another record, from its start."""
        self.setText(text)
        self.setCursorPosition(0)

    def paste(self) -> None:
        """The clipboard in one line, tidied."""
        self.insert(normalise_line(QApplication.clipboard().text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            self.paste()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste)
        menu.popup(event.globalPos())

    def _forget_steps(self) -> None:
        """What the file holds is taken back in the file; only setting a text forgets."""
        at, start, length = self.cursorPosition(), self.selectionStart(), self.selectionLength()
        self.setText(self.text())
        self.setCursorPosition(at)
        if length:
            self.setSelection(start, length)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
