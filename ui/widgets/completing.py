"""Suggestions below a field while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


def complete(field: QLineEdit, words: Sequence[str]) -> None:
    """Offers the words that contain what was typed; anything else can be typed too."""
    completer = QCompleter(list(words), field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)
