"""Places in a text as Qt counts them, and changes that leave the cursor where it was."""

from __future__ import annotations

from itertools import takewhile

from PySide6.QtGui import QTextCursor, QTextDocument


def exchange(document: QTextDocument, text: str) -> None:
    """Changes only where the texts differ, so that the cursor stays with what it stood at."""
    old = document.toPlainText()
    head = _same(old, text)
    tail = _same(old[head:][::-1], text[head:][::-1])
    selected(document, old, head, len(old) - tail).insertText(text[head : len(text) - tail])


def selected(document: QTextDocument, text: str, start: int, end: int) -> QTextCursor:
    """A cursor that holds text[start:end], `text` being what the document holds."""
    cursor = QTextCursor(document)
    cursor.setPosition(_units(text[:start]))
    cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _same(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _units(text: str) -> int:
    """The length as Qt counts, in halves of 32 bits."""
    return len(text) + sum(letter > "\uffff" for letter in text)
