"""What the menu does with the open file; each imports what it needs when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.exchange import Exchange
    from ui.frame import Frame
    from ui.menu import Actions
    from ui.settings import UiSettings


def exchange(frame: Frame, settings: UiSettings) -> Exchange:
    """Excel in and out."""
    from ui.exchange import Exchange

    return Exchange(frame, frame.session, settings)


def take_over(frame: Frame) -> None:
    """Work of another year into the one shown."""
    from ui.years import take_over

    take_over(frame, frame.session)


def wish(frame: Frame) -> None:
    """What other scores would give."""
    from ui.dialogs.wishing import WishDialog

    frame.session.settling.emit()
    if frame.session.data is not None:
        WishDialog(frame, frame.session.data).exec()


def find(frame: Frame) -> None:
    """On the page where it has a search, else in the whole file."""
    from ui.finding import find_on_page

    find_on_page(frame)


def find_all(frame: Frame) -> None:
    """In the whole file."""
    from ui.finding import find_everywhere

    find_everywhere(frame)


def palette(frame: Frame, deeds: Actions) -> None:
    """Pages, actions, years and places."""
    from ui.finding import open_palette

    open_palette(frame, deeds)


def replace(frame: Frame) -> None:
    """Words in all that was written in the year shown, beginning with those selected."""
    from PySide6.QtWidgets import QApplication

    from itadesk.thai.normalise import normalise_line
    from ui.dialogs.replacing import ReplaceDialog

    typing = QApplication.focusWidget()
    holder = getattr(typing, "textCursor", lambda: typing)()  # a line holds its words itself
    words = getattr(holder, "selectedText", str)()
    ReplaceDialog(frame, frame.session, normalise_line(words)).exec()
