"""Enter, Tab and deleting in numbered lines of a text box, each one step of its undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from ui.widgets.numbering import (
    Marker,
    deeper,
    higher,
    list_around,
    marker,
    marker_length,
    next_marker,
    renumbered,
)

_REMOVING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def typed_in_list(field: QPlainTextEdit, event: QKeyEvent) -> bool:
    """Does what a key means in a numbered line; False when it means nothing special there."""
    if field.isReadOnly():
        return False
    plain, key = event.modifiers() in _PLAIN, event.key()
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
        return _enter(field)
    if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return _change_level(field, deeper if key == Qt.Key.Key_Tab else higher)
    return key == Qt.Key.Key_Backspace and plain and _take_marker(field)


def drop_typed_again(field: QPlainTextEdit) -> None:
    """A number that stands there already and was typed all the same goes; after a letter."""
    cursor = field.textCursor()
    line = cursor.block().text()
    length = marker_length(line)
    again, typed = line[:length].strip(), line[length : cursor.positionInBlock()]
    if not length or typed[:-1] != again or not (typed[-1] == " " or typed[-1].isalpha()):
        return
    start = cursor.block().position() + length
    cursor.joinPreviousEditBlock()
    cursor.setPosition(start)
    end = start + len(again) + (typed[-1] == " ")
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.endEditBlock()


def removes(field: QPlainTextEdit, event: QKeyEvent) -> bool:
    """True for a key that may take lines away."""
    cut = event.matches(QKeySequence.StandardKey.Cut)
    if not (event.key() in _REMOVING or cut or field.textCursor().hasSelection()):
        return False
    undone = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    return not any(map(event.matches, undone))


def renumber_after(field: QPlainTextEdit, before: list[str]) -> None:
    """Closes the gap where lines of a list that was in order went."""
    lines = _lines(field)
    if len(lines) == len(before):
        return
    here = list_around(lines, field.textCursor().blockNumber())
    if not here:
        return
    was = list_around(before, here.start)
    old = [before[n] for n in was]
    head = marker(old[0]) if old else None
    if head is not None and was.start == here.start and renumbered(old) == old:
        _write(field, here, renumbered([lines[n] for n in here], head.numbers))


def _lines(field: QPlainTextEdit) -> list[str]:
    return field.toPlainText().split("\n")


def _in_order(lines: list[str], span: range) -> bool:
    own = [lines[n] for n in span]
    return renumbered(own) == own


def _enter(field: QPlainTextEdit) -> bool:
    cursor, lines = field.textCursor(), _lines(field)
    if cursor.hasSelection():
        return False
    at, line = cursor.blockNumber(), cursor.block().text()
    length, following = marker_length(line), next_marker(lines, at)
    if following is None or cursor.positionInBlock() < length:
        return False
    cursor.beginEditBlock()
    if not line[length:].strip():
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    else:
        span = list_around(lines, at)
        ordered = _in_order(lines, span)
        cursor.insertText(f"\n{following.text()}")
        if following.numbers and ordered:
            wider = range(span.start, span.stop + 1)
            now = _lines(field)
            _write(field, wider, renumbered([now[n] for n in wider]))
    cursor.endEditBlock()
    field.setTextCursor(cursor)
    field.ensureCursorVisible()
    return True


def _change_level(field: QPlainTextEdit, level: Callable[[list[str], int], Marker | None]) -> bool:
    """Only where the text of the line begins, so that Tab leaves the box anywhere else."""
    cursor, lines = field.textCursor(), _lines(field)
    at, length = cursor.blockNumber(), marker_length(cursor.block().text())
    if cursor.hasSelection() or not length or cursor.positionInBlock() != length:
        return False
    changed = level(lines, at)
    if changed is None:
        return False
    ordered = _in_order(lines, list_around(lines, at))
    lines[at] = changed.text() + lines[at][length:]
    here = list_around(lines, at)
    cursor.beginEditBlock()
    _write(field, range(at, at + 1), [lines[at]])
    if ordered:
        _write(field, here, renumbered([lines[n] for n in here]))
    cursor.endEditBlock()
    block = field.document().findBlockByNumber(at)
    cursor.setPosition(block.position() + marker_length(block.text()))
    field.setTextCursor(cursor)
    return True


def _take_marker(field: QPlainTextEdit) -> bool:
    """Backspace after a marker takes all of it, as in a word processor."""
    cursor = field.textCursor()
    length = marker_length(cursor.block().text())
    if cursor.hasSelection() or not length or cursor.positionInBlock() != length:
        return False
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    return True


def _write(field: QPlainTextEdit, at: range, lines: list[str]) -> None:
    """Changes only the markers that differ, so that cursor and undo stay with the text."""
    cursor = QTextCursor(field.document())
    cursor.joinPreviousEditBlock()
    for number, line in zip(at, lines, strict=True):
        block = field.document().findBlockByNumber(number)
        old, new = marker_length(block.text()), marker_length(line)
        if block.text()[:old] != line[:new]:
            cursor.setPosition(block.position())
            cursor.setPosition(block.position() + old, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(line[:new])
    cursor.endEditBlock()
