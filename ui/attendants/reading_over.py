"""Reads along while one types: the status line says how many mistakes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from itadesk.checks import Severity, examine
from itadesk.model.changes import Changes
from itadesk.services.checking import check_data
from itadesk.thai.digits import to_thai
from ui.frame import Frame

if TYPE_CHECKING:
    from ui.window import Window


class ReadingOver(QObject):
    """Lives as long as the frame; looks at what changed, which takes a few ms."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        frame.session.changed.connect(self._changed)
        frame.session.year_shown.connect(self.look)
        frame.status.mistakes.clicked.connect(self.open)
        self.look()

    def look(self) -> None:
        """Only what contradicts the data is counted; what is missing may still come."""
        session = self._frame.session
        data = None if session.closed else session.data
        if data is None:
            self._frame.status.show_mistakes("", "")
            return
        remarks = examine(session.ask(check_data, data)).open
        wrong = [each for each in remarks if each.severity is Severity.MISTAKE]
        words = f"▲ ต้องแก้ไข {to_thai(str(len(wrong)))} เรื่อง" if wrong else ""
        self._frame.status.show_mistakes(words, wrong[0].message if wrong else "")

    def _changed(self, _changes: Changes) -> None:
        self.look()

    def open(self) -> None:
        """Shows them all, and goes to the one that is chosen."""
        from ui.dialogs import checking as dialog

        place = dialog.look_over(self._frame, self._frame.session)
        if place:
            self._frame.show_page(place)


def attend(_window: Window, frame: Frame) -> None:
    """Reads along in this file."""
    ReadingOver(frame)
