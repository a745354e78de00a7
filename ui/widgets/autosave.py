"""Decides when what is being typed is saved, so that no page has a Save button."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.session import Session

PAUSE = 1000  # ms without a key after which typed text is saved


class Typed(Protocol):
    """A field that tells when the user changed it and when the focus left it."""

    @property
    def edited(self) -> SignalInstance: ...
    @property
    def left(self) -> SignalInstance: ...


class AutoSave(QObject):
    """Asks for saving after a pause, on leaving a field, and before anything else happens."""

    due = Signal()

    def __init__(self, page: QWidget, session: Session, pause: int = PAUSE) -> None:
        super().__init__(page)
        self._session, self._pending = session, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self.flush)
        session.settling.connect(self.flush)
        page.installEventFilter(self)

    @property
    def pending(self) -> bool:
        return self._pending

    def watch(self, field: Typed) -> None:
        field.edited.connect(self.touch)
        field.left.connect(self.flush)

    def touch(self) -> None:
        """Something was typed; saving follows after the pause at the latest."""
        self._pending = True
        self._timer.start()

    def flush(self) -> None:
        """Saves now when something was typed since the last time.

        What the disk refused stays to be saved, and is tried again the next time.
        """
        if self._pending:
            self._pending = False
            self._timer.stop()
            before = self._session.refusals
            self.due.emit()
            self._pending = self._session.refusals != before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page that is hidden is left."""
        if event.type() == QEvent.Type.Hide:
            self.flush()
        return super().eventFilter(watched, event)
