"""ลบถาวร: what must not be in the file any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.care import Deed

if TYPE_CHECKING:
    from ui.window import Window


def _run(window: Window) -> None:
    from ui.dialogs.forgetting import ForgetDialog

    if window.frame is not None:
        ForgetDialog(window.frame, window.frame.session).exec()


DEED = Deed("ลบถาวร…", 90, _run)
