"""The first window listens to later starts of the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from itadesk.one_window import Seat
    from ui.window import Window

SLOW = 1000  # ms between two looks, should the watching of the folder fail


class Listener(QObject):
    """Brings the window forward when it is asked for, and opens what was asked."""

    def __init__(self, window: Window, seat: Seat) -> None:
        super().__init__(window)
        self._window, self._seat = window, seat
        self._wanted: Path | None = None
        QTimer.singleShot(SLOW, self, self._watch)  # the window is there before
        self._timer = QTimer(self, interval=SLOW)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def _watch(self) -> None:
        from PySide6.QtCore import QFileSystemWatcher

        watcher = QFileSystemWatcher([str(self._seat.requests)], self)
        watcher.directoryChanged.connect(self.look)

    def look(self) -> None:
        """Answers what was asked since the last time; a question on the screen goes first."""
        asked = self._seat.asked()
        if asked:
            come_forward(self._window)
        self._wanted = next((path for path in reversed(asked) if path is not None), self._wanted)
        if self._wanted is not None and QApplication.activeModalWidget() is None:
            path, self._wanted = self._wanted, None
            self._open(path)

    def _open(self, path: Path) -> None:
        session = self._window.session
        shown = session.path if session is not None else None
        if shown is None or shown.resolve() != path.resolve():
            self._window.open_path(path)


def come_forward(window: QWidget) -> None:
    """Out of the task bar and before other programs, as far as the system lets it."""
    state = window.windowState() & ~Qt.WindowState.WindowMinimized
    window.setWindowState(state | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()
