"""A thread that works for one PDF view, one piece of work at a time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal


class _Relay(QObject):
    """Lives as long as the thread needs it, so that a late result finds no deleted sender."""

    done = Signal(str, object)


class PdfWorker:
    """Results come to the `arrived` slot in the window's thread as (name, Future)."""

    def __init__(self, arrived: Callable[[str, Future[Any]], None]) -> None:
        self._relay = _Relay()
        self._relay.done.connect(arrived)
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pdf")

    def do(self, name: str, work: Callable[[], Any]) -> None:
        """Does the work after what was asked for before."""
        relay = self._relay

        def tell(future: Future[Any]) -> None:
            if not future.cancelled():
                relay.done.emit(name, future)

        self._threads.submit(work).add_done_callback(tell)
