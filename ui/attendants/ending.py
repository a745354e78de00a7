"""Looks through a file that was not closed the last time, and says in one line how it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.background import run_in_background
from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.window import Window

WHOLE = "ครั้งก่อนปิดไม่ปกติ ตรวจไฟล์แล้ว ข้อมูลครบถ้วน"


def attend(window: Window, frame: Frame) -> None:
    """In the background, so that nobody waits."""
    path = frame.session.path
    if path is None or not window.storage.unclean(path):
        return

    def tell(problems: Sequence[str]) -> None:
        if problems:
            frame.tell(f"ครั้งก่อนปิดไม่ปกติ {problems[0]}", Tone.PROBLEM)
        elif not frame.notice.text:  # what is said already matters more
            frame.tell(WHOLE, Tone.INFO)

    run_in_background(
        frame,
        lambda: window.storage.verify(path),
        tell,
        lambda words: frame.tell(f"ครั้งก่อนปิดไม่ปกติ {words}", Tone.PROBLEM),
    )
