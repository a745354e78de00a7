"""Rows of lists and tables that break between words of Thai, where Qt cannot."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ui.line_breaks import breakable, qt_breaks_thai


class _Breaks(QStyledItemDelegate):
    """Only what is painted has the breaks; the model keeps its texts."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = breakable(option.text)  # type: ignore[attr-defined]  # not in the stubs


def break_words(view: QAbstractItemView) -> None:
    """For a view that wraps its rows and has no delegate of its own."""
    if not qt_breaks_thai():
        view.setItemDelegate(_Breaks(view))
