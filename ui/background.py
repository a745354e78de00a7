"""Work in another thread, its outcome back in the window's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

from itadesk.errors import ItadeskError

T = TypeVar("T")


class _Outcome(QObject):
    """Lives in the window's thread as long as its parent; the work speaks to it by signals."""

    done = Signal(object)
    refused = Signal(str)
    broken = Signal(object)

    def __init__(
        self, parent: QObject, done: Callable[[Any], object], failed: Callable[[str], object]
    ) -> None:
        super().__init__(parent)
        self._done, self._failed = done, failed
        queued = Qt.ConnectionType.QueuedConnection
        self.done.connect(self._finish, queued)
        self.refused.connect(self._refuse, queued)
        self.broken.connect(self._fly, queued)

    @Slot(object)
    def _finish(self, result: object) -> None:
        self.deleteLater()
        self._done(result)

    @Slot(str)
    def _refuse(self, text: str) -> None:
        self.deleteLater()
        self._failed(text)

    @Slot(object)
    def _fly(self, bug: Exception) -> None:
        self.deleteLater()
        raise bug


class _Work(QRunnable):
    def __init__(self, work: Callable[[], object], outcome: _Outcome) -> None:
        super().__init__()
        self._work, self._outcome = work, outcome

    def run(self) -> None:
        try:
            value = self._work()
        except ItadeskError as refusal:
            self._tell("refused", str(refusal))
        except Exception as bug:  # not swallowed: it flies in the window's thread, to its hook
            self._tell("broken", bug)
        else:
            self._tell("done", value)

    def _tell(self, signal: str, value: object) -> None:
        if isValid(self._outcome):
            getattr(self._outcome, signal).emit(value)


def run_in_background(
    parent: QObject,
    work: Callable[[], T],
    done: Callable[[T], object],
    failed: Callable[[str], object],
) -> None:
    """Runs `work` in a thread, then `done` with its result or `failed` with a Thai sentence.

    Neither is called when `parent` is gone by then. `work` must not touch the store or widgets.
    """
    QThreadPool.globalInstance().start(_Work(work, _Outcome(parent, done, failed)))
