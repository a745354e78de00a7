"""Boxes that are typed in: which they are, where they stand on a page, their text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QWidget

Box = QLineEdit | QPlainTextEdit
_CELL = "@"


def box_of(widget: QWidget | None, page: QWidget) -> Box | None:
    """The box that has the keys when it is for what the file keeps; a search is not."""
    if isinstance(widget, QComboBox):
        widget = widget.lineEdit()
    if not isinstance(widget, Box) or widget.isReadOnly() or not page.isAncestorOf(widget):
        return None
    above: QWidget | None = widget
    while above is not None and above is not page:
        if hasattr(above, "edited") or isinstance(above, QAbstractItemView):
            return widget
        above = above.parentWidget()
    return None


def way_to(box: QWidget, page: QWidget) -> str:
    """Steps from the page down to the box; a box over a cell is told by row and column."""
    view = view_of(box)
    if view is not None:
        index = view.currentIndex()
        return f"{way_to(view, page)}{_CELL}{index.row()}.{index.column()}"
    steps: list[str] = []
    at: QObject | None = box
    while at is not None and at is not page and at.parent() is not None:
        kind = type(at).__name__
        alike = [each for each in at.parent().children() if type(each).__name__ == kind]
        steps.append(f"{kind}.{alike.index(at)}")
        at = at.parent()
    return "/".join(reversed(steps))


def view_of(box: QWidget) -> QAbstractItemView | None:
    """The table whose cell is being edited in this box."""
    above = box.parentWidget()
    view = above.parentWidget() if above is not None else None
    return view if isinstance(view, QAbstractItemView) and view.viewport() is above else None


def box_at(page: QWidget, way: str, saved: str) -> Box | None:
    """The box at the end of the way when it holds what was saved; that of a cell is opened."""
    steps, _, cell = way.partition(_CELL)
    found = _walk(page, steps)
    if cell and isinstance(found, QAbstractItemView):
        return _opened(found, cell, saved)
    if isinstance(found, Box) and not found.isReadOnly() and text_of(found) == saved:
        return found
    return None


def text_of(box: Box) -> str:
    """As it is stored."""
    stored = getattr(box, "stored", None)
    if callable(stored):
        return str(stored())
    if isinstance(box, QLineEdit):
        return box.text()
    text = getattr(box, "text", box.toPlainText)  # of a box that tidies what is typed
    return str(text())


def edited(box: Box) -> SignalInstance:
    """Tells when somebody types in the box."""
    own = getattr(box, "edited", None)
    if isinstance(own, SignalInstance):
        return own
    return box.textEdited if isinstance(box, QLineEdit) else box.textChanged


def put(box: Box, text: str) -> None:
    """Types a text in the place of what is there; it is saved as typed text is."""
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    box.selectAll()
    if isinstance(box, QLineEdit):
        box.insert(text)
    else:
        box.insertPlainText(text)


def _walk(page: QWidget, steps: str) -> QObject | None:
    at: QObject = page
    for step in steps.split("/"):
        kind, _, number = step.partition(".")
        alike = [each for each in at.children() if type(each).__name__ == kind]
        if not number.isdecimal() or int(number) >= len(alike):
            return None
        at = alike[int(number)]
    return at


def _opened(view: QAbstractItemView, cell: str, saved: str) -> Box | None:
    row, _, column = cell.partition(".")
    if not (row.isdecimal() and column.isdecimal()):
        return None
    index = view.model().index(int(row), int(column))
    if not index.flags() & Qt.ItemFlag.ItemIsEditable:
        return None
    if (index.data(Qt.ItemDataRole.EditRole) or "") != saved:
        return None
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    view.setCurrentIndex(index)
    view.scrollTo(index)
    view.edit(index)
    boxes: Iterable[QLineEdit] = view.viewport().findChildren(QLineEdit)
    open_ones = [each for each in boxes if each.isVisible()]
    return open_ones[-1] if open_ones else None
