"""Copies of the open file while work goes on, in other threads, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from itadesk.model.backup import backup_at
from itadesk.storage import Storage
from itadesk.thai.dates import format_date
from ui.background import run_in_background
from ui.frame import Frame
from ui.settings import UiSettings
from ui.widgets.status import clock

WORK = 30 * 60_000  # ms from a change to the copy that holds it
LOOK = 60_000  # ms between two looks for a second place that is away
PATIENCE = 3.0  # seconds that a change waits until the content before it is taken
AWAY = "ไม่พบที่เก็บที่สองตอนนี้ เมื่อต่อกลับ โปรแกรมจะสำรองลงให้เอง"


class Copying(QObject):
    """A copy of the file as it was opened, one each half hour of work, one before much changes.

    Before the first change of a day waits until the content is taken: some ms, mostly none.
    """

    settled = Signal()  # the copy at the program's own place was made, or could not be
    stood = Signal()  # something to be said of the copies is new
    answered = Signal()  # the copy that was asked for is there, or could not be made

    def __init__(
        self,
        frame: Frame,
        storage: Storage,
        settings: UiSettings,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(frame)
        self._frame, self._storage, self._settings, self._now = frame, storage, settings, now
        self._running = self._asked = False
        self._due = True  # something is in no copy
        self._taken = Event()
        self._begun = now().date()  # of the newest copy
        self.newest: Path | None = None
        self.last: datetime | None = None  # of the newest copy
        self.problem = ""  # why the last one could not be made
        self.second = ""  # what is to be said of the second place
        self._work = QTimer(self, singleShot=True, interval=WORK)
        self._work.timeout.connect(self.copy)
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self.bring)

    @property
    def _path(self) -> Path | None:
        """The file that is written, which may be at home for a while."""
        return self._frame.session.working

    def follow(self) -> None:
        """Makes copies as the file changes."""
        session = self._frame.session
        session.changing.connect(self._before_change)
        session.sweeping.connect(self.ensure)
        session.changed.connect(self._after_change)
        self.copy()

    def copy(self) -> None:
        """Makes one in the background, unless that is being done."""
        path, storage, taken = self._path, self._storage, Event()
        if self._running or path is None:
            return
        self._running, self._due, self._taken = True, False, taken
        self._begun = self._now().date()
        self._work.stop()

        def work() -> Path:
            try:
                return storage.back_up(path, copied=taken.set)
            finally:
                taken.set()

        run_in_background(self, work, self._made, self._failed)

    def copy_now(self) -> None:
        """As `copy`; `answered` is sent when all that is in the file now is in a copy."""
        self._asked = True
        self.copy()

    def ensure(self) -> None:
        """Comes back when all of the file is in a copy that counts, or none can be made."""
        for _ in range(2):  # one that is being made may lack the last change
            if not self._running:
                if not self._due:
                    return
                self.copy()
            self._wait()

    def bring(self) -> None:
        """Makes the second place, where there is one, hold what the newest copy holds."""
        second, storage = self._settings.backup_folder, self._storage
        source = self.newest or self._path
        if second is None or source is None:
            self._say_of_second("")
            return

        def work() -> bool:
            if not _is_there(second):
                return False
            storage.back_up(source, second)
            return True

        run_in_background(
            self,
            work,
            lambda there: self._say_of_second("" if there else AWAY),
            self._say_of_second,
        )

    def _before_change(self) -> None:
        if self._due and self._work.isActive() and self._begun != self._now().date():
            self.copy()
        if self._running:
            self._taken.wait(PATIENCE)

    def _after_change(self) -> None:
        self._due = True
        if not self._work.isActive():
            self._work.start()

    def _wait(self) -> None:
        loop = QEventLoop()
        self.settled.connect(loop.quit)
        self.destroyed.connect(loop.quit)
        self._frame.busy("กำลังสำรองข้อมูล…")
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._frame.busy("")

    def _made(self, copy: Path) -> None:
        found = backup_at(copy)
        self.newest, self.last = copy, found.made if found else self._now()
        self._end("")
        self.bring()

    def _failed(self, words: str) -> None:
        self._due = True
        self._work.start()
        self._end(words)
        self.bring()

    def _end(self, problem: str) -> None:
        self._running, self.problem = False, problem
        self.stood.emit()
        self.settled.emit()
        if self._asked and self._due and not problem:  # changed while it was made
            self.copy()
        elif self._asked:
            self._asked = False
            self.answered.emit()

    def _say_of_second(self, words: str) -> None:
        self.second = words
        if words and not self._look.isActive():
            self._look.start()
        elif not words:
            self._look.stop()
        self.stood.emit()


def backup_words(copying: Copying, today: datetime) -> str:
    """What the status line says: when the last copy was made, and what is wrong."""
    if copying.problem:
        return "▲ ยังสำรองข้อมูลไม่ได้"
    if copying.last is None:
        return ""
    same = copying.last.date() == today.date()
    when = clock(copying.last) if same else format_date(copying.last.date(), "short")
    if copying.second == AWAY:
        return f"สำรองล่าสุด {when} · ไม่พบที่เก็บที่สอง"
    return f"สำรองล่าสุด {when}" + (" · ▲ ที่เก็บที่สอง" if copying.second else "")


def moment_words(moment: datetime) -> str:
    """Day and time of a copy: ๒๐ พ.ย. ๒๕๖๙ ๑๐.๔๒ น."""
    return f"{format_date(moment.date(), 'short')} {clock(moment)}"


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:  # a drive that does not answer
        return False
