"""ตรวจสอบเครื่อง…: what works on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.care import Deed

if TYPE_CHECKING:
    from ui.window import Window


def _run(window: Window) -> None:
    from ui.dialogs.selftest import SelfTestDialog

    path = window.session.path if window.session is not None else None
    SelfTestDialog(window, path.parent if path else None, window.settings.folder).exec()


DEED = Deed("ตรวจสอบเครื่อง…", 70, _run, needs_file=False)
