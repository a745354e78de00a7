"""What accompanies an open file, one module in `ui/attendants` each, begun once the file shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from ui.frame import Frame
    from ui.window import Window


def accompany(window: Window, frame: Frame) -> None:
    """Begins every attendant as soon as the window has nothing else to do."""
    QTimer.singleShot(0, frame, lambda: _begin(window, frame))


def _begin(window: Window, frame: Frame) -> None:
    from ui.attendants import attendants

    if not frame.session.closed:
        for attend in attendants():
            attend(window, frame)
