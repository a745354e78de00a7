"""Underlines doubted words of a text box, offers what was meant, and counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QWidget

from itadesk.thai.digits import to_thai
from ui import theme
from ui.spelling import Spelling
from ui.widgets.text_changes import selected

if TYPE_CHECKING:
    from itadesk.thai.spelling import Checked

PAUSE = 400  # ms without a key after which words are looked at
Doubt = tuple[
    QTextCursor, tuple[str, ...]
]  # the word, which moves with the text, and what is offered


class Proofing(QObject):
    """Belongs to one box; does nothing where no file is open around it."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._spelling: Spelling | None = None
        self._doubts: list[Doubt] = []
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)
        field.textChanged.connect(self._timer.start)

    def begin(self) -> None:
        """The box is shown or typed in now."""
        if self._spelling is None:
            self._spelling = _spelling_around(self._field)
            if self._spelling is not None:
                self._spelling.changed.connect(self._look)
        self._timer.start()

    def end(self) -> None:
        """The box is left."""
        if self._spelling is not None:
            self._spelling.counted.emit("")
        self._underline()

    def doubted(self) -> list[str]:
        """The words that are underlined."""
        return [cursor.selectedText() for cursor, _ in self._doubts if cursor.hasSelection()]

    def offer(self, menu: QMenu, at: QTextCursor) -> None:
        """Puts what was meant at the head of a menu, when there is a doubted word at a place."""
        spelling = self._spelling
        if spelling is None or self._field.isReadOnly():
            return
        switch = QAction("ขีดเส้นใต้คำที่อาจพิมพ์ผิด", menu, checkable=True)
        switch.setChecked(spelling.underlines)
        switch.toggled.connect(spelling.underline)
        menu.addSeparator()
        menu.addAction(switch)
        found = next((doubt for doubt in self._doubts if _holds(doubt[0], at)), None)
        if found is None:
            return
        cursor, words = found
        own = cursor.selectedText()
        offers = [QAction(word, menu) for word in words]
        for action, word in zip(offers, words, strict=True):
            action.triggered.connect(partial(cursor.insertText, word))
        if not offers:
            offers.append(QAction("ไม่พบคำที่ใกล้เคียง", menu, enabled=False))
        keep = QAction(f"เพิ่ม “{own}” ในคำของฉัน", menu)
        keep.triggered.connect(partial(spelling.add, own))
        first = menu.actions()[0]
        menu.insertActions(first, [*offers, keep])
        menu.insertSeparator(first)
        menu.setActiveAction(offers[0])

    def _look(self) -> None:
        if self._spelling is not None and self._field.isVisible():
            text = self._field.toPlainText()
            self._spelling.check(self, text, partial(self._show, text))

    def _show(self, text: str, found: tuple[Checked, ...]) -> None:
        if self._spelling is None or text != self._field.toPlainText():
            return  # typed on meanwhile: it is looked at again
        self._doubts = []
        start = 0
        for paragraph, checked in zip(text.split("\n"), found, strict=True):
            for each in checked.unknown:
                word = selected(self._field.document(), text, start + each.start, start + each.end)
                self._doubts.append((word, each.suggestions))
            start += len(paragraph) + 1
        self._underline()
        if self._field.hasFocus():
            words = sum(each.words for each in found)
            letters = len(text) - text.count("\n")
            self._spelling.counted.emit(to_thai(f"{words:,} คำ · {letters:,} ตัวอักษร"))

    def _underline(self) -> None:
        """All but the word that is being written."""
        wanted = self._spelling is not None and self._spelling.underlines
        if not wanted or self._field.isReadOnly():
            self._doubts = []
        writing = self._field.textCursor().position() if self._field.hasFocus() else -1
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme.current().urgent)
        marks = []
        for cursor, _ in self._doubts:
            if cursor.selectionEnd() != writing:
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, look  # type: ignore[attr-defined]  # not in the stubs
                marks.append(mark)
        self._field.setExtraSelections(marks)


def _spelling_around(widget: QWidget) -> Spelling | None:
    """Of the frame or dialog that a box stands in; a dialog has that of the window below it."""
    above: QWidget | None = widget
    while above is not None:
        found = getattr(above, "spelling", None)
        if isinstance(found, Spelling):
            return found
        above = above.parentWidget()
    return None


def _holds(cursor: QTextCursor, at: QTextCursor) -> bool:
    return cursor.selectionStart() <= at.position() <= cursor.selectionEnd()
