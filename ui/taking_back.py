"""After undo or redo: shows the place that changed, and says what was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.session import Moved


def show_moved(frame: Frame, moved: Moved) -> None:
    """Who was typing on the same page stays in the same box."""
    session, typing, shown = frame.session, QApplication.focusWidget(), frame.shown
    if moved.year is not None:
        session.show_year(moved.year)
    if moved.place:
        frame.show_page(moved.place)
    if typing is not None and frame.shown == shown and typing.isVisible():
        typing.setFocus()
    back, again = ("เลิกทำ", session.undo), ("ทำซ้ำ", session.redo)
    words = f"{(back if moved.back else again)[0]}แล้ว: {moved.label}"
    frame.notice.show_notice(words, action=again if moved.back else back)
