"""Checks what a province received while nothing else is done, and speaks only of damage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from itadesk.errors import ItadeskError
from itadesk.services.province import gathers
from ui.frame import Frame
from ui.session import Session
from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from ui.window import Window

BEGIN, PAUSE = 4000, 30  # ms after opening, ms between two steps
AT_ONCE = 12  # files a step: a few ms


class QuietCheck(QObject):
    """Lives as long as the frame; does nothing in a file that gathers nothing."""

    def __init__(self, frame: Frame, session: Session) -> None:
        super().__init__(frame)
        self._frame, self._session = frame, session
        self._last, self.done = 0, False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.step)
        if session.path is not None:
            self._timer.start(BEGIN)

    def step(self) -> None:
        """Checks the next files, and goes on after a pause."""
        from itadesk.services.gathered_check import check_received

        if self._session.closed or not self._session.ask(gathers):
            self.done = True
            return
        try:
            found = self._session.ask(check_received, self._last, AT_ONCE)
        except ItadeskError as refusal:
            self._tell(str(refusal))
            return
        if found.damaged:
            self._tell(
                f"ข้อมูลที่รับจาก “{found.damaged[0]}” เสียหายในไฟล์นี้ "
                "โปรดรับไฟล์ของหน่วยงานนั้นใหม่ หรือเปิดสำเนาสำรอง"
            )
        elif found.last is None:
            self.done = True
        else:
            self._last = found.last
            self._timer.start(PAUSE)

    def _tell(self, words: str) -> None:
        self.done = True
        self._frame.tell(words, Tone.PROBLEM)


def attend(_window: Window, frame: Frame) -> None:
    """Checks the received bodies of this file."""
    QuietCheck(frame, frame.session)
