"""Says who else has the open file, and when it can be written again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from itadesk.holders import Holder, in_words
from ui.background import run_in_background
from ui.widgets.notice import Tone
from ui.widgets.offer_bar import OfferBar

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.window import Window

PAUSE = 3000  # ms between two looks


class HolderWatch(QObject):
    """Looks in the background: a share may take its time."""

    def __init__(self, window: Window, frame: Frame, path: Path) -> None:
        super().__init__(frame)
        self._window, self._frame, self._path = window, frame, path
        self._bar: OfferBar | None = None
        self._heard = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        if not self._frame.session.closed:
            run_in_background(
                self,
                lambda: self._window.storage.holder(self._path),
                self._tell,
                self._frame.tell,
            )

    def _tell(self, holder: Holder | None) -> None:
        if self._frame.session.closed:
            return
        if not self._frame.session.read_only:
            if holder is not None:
                self._give_up(holder)
                return
        elif holder is not None:
            self._heard = self._heard or holder.heard
            self._say(f"{in_words(holder, self._path.name, datetime.now())} ที่นี่จึงดูได้อย่างเดียว")
        elif self._bar is None:
            return  # it cannot be written for another reason, which was said
        elif not self._heard:
            self._window.open_path(self._path)  # it was left by a PC that went off
            return
        else:
            self._bar.say("ไฟล์นี้เปิดแก้ไขได้แล้ว", [("แก้ไขไฟล์นี้", self._open)])
        self._timer.start()

    def _say(self, words: str) -> None:
        if self._bar is None:
            self._bar = OfferBar()
            self._frame.offer(self._bar)
        self._bar.say(words)

    def _open(self) -> None:
        """After the click is over: the bar goes with its frame."""
        QTimer.singleShot(0, self._window, lambda: self._window.open_path(self._path))

    def _give_up(self, holder: Holder) -> None:
        """This PC was silent too long, and another took the file meanwhile."""
        words = in_words(holder, self._path.name, datetime.now())
        if self._window.open_path(self._path):
            self._window.tell(f"{words} ที่นี่จึงเปลี่ยนเป็นดูได้อย่างเดียว", Tone.PROBLEM)


def attend(window: Window, frame: Frame) -> None:
    """Looks at once where the file can only be viewed, else from time to time."""
    if frame.session.path is not None:
        HolderWatch(window, frame, frame.session.path).look()
