"""Makes verified copies of the open file when the settings ask for one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.background import run_in_background
from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from ui.widgets.settings_backup import BackupCard
    from ui.window import Window


class Backing(QObject):
    """Copies in the background; the window stays usable."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._settings = window, window.settings

    def attend(self, page: QWidget) -> None:
        """Listens to the page of settings; other pages have no such card."""
        card = getattr(page, "backup", None)
        if card is None:
            return
        card.wants_backup.connect(self.make)
        card.wants_folder.connect(partial(self._choose, card))
        card.show_place(self._settings.backup_folder, able=self._path() is not None)

    def make(self) -> None:
        """Copies the open file in the background and says where the copy lies."""
        path, frame = self._path(), self._window.frame
        if path is None or frame is None:
            return
        folder = self._settings.backup_folder
        run_in_background(
            frame,
            lambda: self._window.storage.back_up(path, folder),
            lambda made: self._window.tell(f"สำรองไว้ที่ “{made}” แล้ว และตรวจว่าสมบูรณ์"),
            lambda words: self._window.tell(words, Tone.PROBLEM),
        )

    def _path(self) -> Path | None:
        frame = self._window.frame
        return frame.session.path if frame is not None else None

    def _choose(self, card: BackupCard, folder: Path | None) -> None:
        self._settings.backup_folder = folder
        card.show_place(folder, able=self._path() is not None)
