"""Reads along while one types: the status line says how many mistakes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from itadesk.checks import Severity, examine
from itadesk.services.checking import check_data
from itadesk.thai.digits import to_thai
from ui.frame import Frame

if TYPE_CHECKING:
    from ui.window import Window

QUIET = 300  # ms


class ReadingOver(QObject):
    """Lives as long as the frame; looks once nobody has changed anything for a moment."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._timer = QTimer(self, singleShot=True, interval=QUIET)
        self._timer.timeout.connect(self.look)
        frame.session.changed.connect(lambda _changes: self._timer.start())
        frame.session.year_shown.connect(self._timer.start)
        frame.status.mistakes.clicked.connect(self.open)
        self._timer.start()

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

    def open(self) -> None:
        """Shows them all, and goes to the one that is chosen."""
        from ui.dialogs import checking as dialog

        place = dialog.look_over(self._frame, self._frame.session)
        if place:
            self._frame.show_page(place)


def attend(_window: Window, frame: Frame) -> None:
    """Reads along in this file."""
    ReadingOver(frame)
