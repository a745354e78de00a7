"""The real window driven through a clerk's first year, for those who try a build.

`itadesk journey DIR` leaves in DIR the office's file, a PDF, a workbook and a picture a screen.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from itadesk.storage import Storage

SIZE = QSize(1280, 700)  # logical px, within a screen of 1366×768


def run(app: QApplication, storage: Storage, folder: Path) -> int:
    """The exit code: 0 when every step was done; what was not is on standard error."""
    from ui.app import make_window
    from ui.journey.steps import Journey
    from ui.settings import UiSettings

    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    folder.mkdir(parents=True, exist_ok=True)
    settings = UiSettings(folder / "window.ini")
    settings.folder = folder
    faults: list[BaseException] = []
    sys.excepthook = lambda _kind, fault, _trace: faults.append(fault)
    window = make_window(None, storage, settings)
    window.resize(SIZE)
    try:
        Journey(window, folder).travel()
    except Exception as failed:  # told as a whole below, with those of slots
        faults.append(failed)
    window.close_file()
    window.close()
    for fault in faults:
        traceback.print_exception(fault)
    return 1 if faults else 0
