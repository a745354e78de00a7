"""Labels by what they are for: title, heading, text, quiet remark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.line_breaks import qt_breaks_thai

# px above and below a line for marks beyond the type's height; (3, 3) where none is given
ROOM = {"title": (4, 5), "heading": (3, 4), "strong": (4, 4), "badge": (2, 2), "figure": (0, 0)}


class Label(QLabel):
    """Marks of Thai reach into the margins, which Qt would not draw anew with another text."""

    def setText(self, text: str) -> None:  # noqa: N802
        super().setText(text)
        self.update()


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A plain label; `role` is one of the stylesheet's: title, heading, strong, quiet, figure."""
    made = Label(text) if qt_breaks_thai() else _broken(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    above, below = ROOM.get(role, (3, 3))
    made.setContentsMargins(0, above, 0, below)
    if role:
        made.setProperty("role", role)
    return made


def _broken(text: str) -> QLabel:
    from ui.widgets.broken_label import BrokenLabel

    return BrokenLabel(text)


def heading(text: str) -> QLabel:
    """The head of a group on a page."""
    return label(text, "heading")


def paragraph(text: str = "", role: str = "") -> QLabel:
    """Text of several lines that can be selected."""
    made = label(text, role, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def field_label(text: str, buddy: QWidget) -> QLabel:
    """The name of a field; a screen reader says it with the field."""
    made = label(text, "quiet")
    made.setBuddy(buddy)
    buddy.setAccessibleName(text)
    return made


def separator() -> QFrame:
    """A thin line across."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Changes a property that the stylesheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def show_if(wanted: bool, widget: QWidget) -> None:
    """Shows or hides; a widget that has no parent yet would otherwise open as a window."""
    if widget.parent() is not None or not wanted:
        widget.setVisible(wanted)
