"""ประวัติการแก้ไข: what was changed, when, from what to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.care import Deed

if TYPE_CHECKING:
    from ui.window import Window


def _run(window: Window) -> None:
    from ui.dialogs.history import HistoryDialog

    if window.frame is not None:
        HistoryDialog(window.frame, window.frame.session).exec()


DEED = Deed("ประวัติการแก้ไข…", 55, _run)
