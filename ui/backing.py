"""Copies of the open file: those made by themselves, those asked for, and where they lie."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.copying import Copying
    from ui.frame import Frame
    from ui.widgets.settings_backup import BackupCard
    from ui.window import Window


class Backing(QObject):
    """Lives as long as the window; tells once a file of a copy that fails, then in the status."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._settings = window, window.settings
        self._told: set[Path] = set()
        self.now: Callable[[], datetime] = datetime.now

    def follow(self, frame: Frame) -> None:
        """Makes copies of the file in `frame` while it is worked on."""
        from ui.sample import is_sample

        session = frame.session
        if session.path is None or session.read_only or is_sample(session.path):
            return
        self.of(frame).follow()

    def of(self, frame: Frame) -> Copying:
        """What makes the copies of the file in `frame`."""
        from ui.copying import Copying

        found: Copying | None = frame.findChild(Copying)
        if found is not None:
            return found
        made = Copying(frame, self._window.storage, self._settings, lambda: self.now())
        made.stood.connect(lambda: self._show(frame, made))
        made.answered.connect(lambda: self._answer(made))
        return made

    def make(self) -> None:
        """Copies the open file in the background and says where the copy lies."""
        path, frame = self._path(), self._window.frame
        if path is None or frame is None:
            return
        self.of(frame).copy_now()

    def attend(self, page: QWidget) -> None:
        """Listens to the page of settings; other pages have no such card."""
        card, frame = getattr(page, "backup", None), self._window.frame
        if card is None or frame is None:
            return
        copying = self.of(frame)
        card.wants_backup.connect(self.make)
        card.wants_folder.connect(partial(self._choose, card))
        card.wants_restore.connect(self._restore)
        copying.stood.connect(partial(self._show_on, card, copying))
        self._show_on(card, copying)

    def _answer(self, copying: Copying) -> None:
        """What became of the copy that was asked for."""
        from itadesk.model.backup import backup_at
        from itadesk.thai.digits import to_thai
        from ui.exchange import open_folder

        if copying.problem:
            self._window.tell(copying.problem, Tone.PROBLEM)
        elif copying.newest is not None:
            made = backup_at(copying.newest)
            number = to_thai(f" สำเนาที่ {made.number}") if made else ""
            self._window.tell(
                f"สำรองข้อมูลทั้งหมดแล้ว{number} และตรวจว่าสมบูรณ์ กู้คืนได้ที่ เมนู → ดูแลไฟล์",
                Tone.DONE,
                ("เปิดโฟลเดอร์", partial(open_folder, copying.newest)),
            )

    def _show(self, frame: Frame, copying: Copying) -> None:
        """In the status line; a problem also in the notice bar, once a file."""
        from ui.copying import backup_words

        path = self._path()
        remark = "\n".join(filter(None, (copying.problem, copying.second)))
        frame.status.show_backup(backup_words(copying, self.now()), remark)
        if copying.problem and path is not None and path not in self._told:
            self._told.add(path)
            frame.tell(copying.problem, Tone.PROBLEM)

    def _choose(self, card: BackupCard, folder: Path | None) -> None:
        frame = self._window.frame
        self._settings.backup_folder = folder
        if frame is not None:
            self._show_on(card, self.of(frame))
            self.of(frame).bring()

    def _show_on(self, card: BackupCard, copying: Copying) -> None:
        from ui.copying import moment_words

        path, second = self._path(), self._settings.backup_folder
        remark = copying.second
        if second is not None and path is not None:
            remark = remark or remark_on(second, path)
        card.show_places(self._window.storage.home / "backups", second, remark)
        last = moment_words(copying.last) if copying.last else ""
        card.show_last(f"▲ {copying.problem}" if copying.problem else last, able=path is not None)

    def _restore(self) -> None:
        from ui.care.restore import DEED

        DEED.run(self._window)

    def _path(self) -> Path | None:
        frame = self._window.frame
        return frame.session.path if frame is not None else None


def remark_on(folder: Path, path: Path) -> str:
    """Why copies in a folder may be lost together with the file; "" when they lie apart."""
    if path.parent in (folder, *folder.parents):
        return "โฟลเดอร์นี้อยู่ที่เดียวกับไฟล์ข้อมูล หากโฟลเดอร์นั้นหายจะหายทั้งคู่ ควรเลือกแฟลชไดรฟ์หรือไดรฟ์อื่น"
    try:
        same = folder.stat().st_dev == path.stat().st_dev
    except OSError:  # away; said elsewhere
        return ""
    return "ที่เก็บนี้อยู่ในไดรฟ์เดียวกับไฟล์ข้อมูล หากไดรฟ์เสียจะเสียทั้งคู่ ควรเลือกแฟลชไดรฟ์หรือไดรฟ์อื่น" if same else ""
