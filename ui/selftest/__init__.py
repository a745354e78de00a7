"""ตรวจสอบเครื่อง as far as it needs Qt: trials of the window, and an application for them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from itadesk.selftest import Trial


def window_trials() -> list[Trial]:
    """All of them, in order; an application has to be there."""
    from itadesk.selftest import trials_in
    from ui.selftest import trials

    return trials_in(trials)


def begin_without_window() -> QApplication:
    """An application for a command; without a screen it draws into memory."""
    from ui.app import make_application

    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return make_application(sys.argv[:1])
