"""The menu ดูแลไฟล์, filled when it is first opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from ui.care import Deed
    from ui.window import Window


def add_care(window: Window) -> None:
    """Puts every deed of `ui/care` into the menu of the window."""
    menu = window.deeds.care
    made: list[tuple[QAction, Deed]] = []

    def fill() -> None:
        from ui.care import deeds

        for deed in [] if made else deeds():
            action = menu.addAction(deed.words)
            action.triggered.connect(partial(_run, deed, window))
            made.append((action, deed))
        for action, deed in made:
            action.setEnabled(window.frame is not None or not deed.needs_file)

    menu.aboutToShow.connect(fill)


def _run(deed: Deed, window: Window, _checked: bool = False) -> None:
    deed.run(window)
