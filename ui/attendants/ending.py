"""Looks through a file that was not closed the last time, and says in one line how it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui.background import run_in_background
from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.window import Window

WHOLE = "ครั้งก่อนปิดไม่ปกติ ตรวจไฟล์แล้ว ข้อมูลครบถ้วน"
PAUSE = 1000  # ms between two looks whether nothing else is being said


def attend(window: Window, frame: Frame) -> None:
    """In the background, so that nobody waits."""
    path = frame.session.path
    if path is None or not window.storage.unclean(path):
        return

    def tell(problems: Sequence[str]) -> None:
        if problems:
            damaged(problems[0])
        else:
            _say_when_free(frame)

    def damaged(words: str) -> None:
        frame.tell(f"ครั้งก่อนปิดไม่ปกติ {words}", Tone.PROBLEM)

    run_in_background(frame, lambda: window.storage.verify(path), tell, damaged)


def _say_when_free(frame: Frame) -> None:
    """Good news takes the place of nothing that has to be read."""
    if frame.notice.text:
        QTimer.singleShot(PAUSE, frame, lambda: _say_when_free(frame))
    else:
        frame.tell(WHOLE, Tone.INFO)
