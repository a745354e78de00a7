"""How a file comes into the window: opened, made, or the sample; why not when it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from itadesk.errors import ItadeskError
from ui import homecoming
from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from ui.session import Session
    from ui.window import Window


class Openings(QObject):
    """The window's file menu and start screen lead here."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def open_path(self, path: Path) -> bool:
        """Opens an office file instead of the one that is open; False when it cannot be."""
        window = self._window
        ready = homecoming.ready(window, path.absolute())
        if ready is None:
            return False
        path = ready
        try:
            store = window.storage.open(path)
        except ItadeskError as refusal:
            from ui.failing import tell_failure

            tell_failure(window, path, refusal)
            return False
        if not window.may_close():
            store.close()
            return False
        from ui.session import Session

        window.settings.remember(path)
        window.show_session(Session(store, path))
        if store.read_only and window.storage.holder(path) is None:
            window.tell(f"เปิดไฟล์ “{path.name}” ดูได้อย่างเดียว เพราะไฟล์หรือโฟลเดอร์นี้เขียนไม่ได้", Tone.INFO)
        return True

    def open_file(self) -> None:
        """Asks for a file and opens it."""
        from ui.dialogs import files

        window = self._window
        path = files.pick_open(window, "เปิดไฟล์ของหน่วยงาน", window.settings.folder, files.OFFICE)
        if path is not None:
            self.open_path(path)

    def new_file(self) -> None:
        """Asks for the office and makes its file, with its first year."""
        from ui.beginning import new_session

        window = self._window
        if window.may_close():
            self._begin(
                lambda: new_session(window, window.settings, window.storage),
                "สร้างไฟล์แล้ว เริ่มกรอกหรือวางคะแนนได้เลย",
                Tone.DONE,
            )

    def open_sample(self) -> None:
        """The sample office, made anew in the user's temporary folder."""
        from ui.beginning import sample_session

        self._begin(
            lambda: sample_session(self._window.storage),
            "นี่คือไฟล์ตัวอย่าง ข้อมูลทั้งหมดสมมติขึ้น ลองแก้ไขได้ทุกหน้า",
            Tone.INFO,
        )

    def _begin(self, make: Callable[[], Session | None], words: str, tone: Tone) -> None:
        """Shows a file that was made, or says why it could not be."""
        try:
            session = make()
        except ItadeskError as refusal:
            self._window.tell(str(refusal), Tone.PROBLEM)
            return
        if session is not None:
            self._window.show_session(session)
            self._window.tell(words, tone)
