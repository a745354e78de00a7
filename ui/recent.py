"""The files that were open last: which are gone, and the menu of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu

from ui.settings import UiSettings

GONE = "ไม่พบไฟล์"


def is_gone(path: Path) -> bool:
    """Whether a file is not where it was; another computer is not asked, that could take long."""
    try:
        return not str(path).startswith("\\\\") and not path.exists()
    except OSError:  # a folder that may not be looked into
        return True


def where(path: Path) -> str:
    """The folder, after a sign and words where the file is not there any more."""
    return f"▲ {GONE} · {path.parent}" if is_gone(path) else str(path.parent)


class RecentMenu(QObject):
    """Keeps a menu with the files that were open last, without the one that is open."""

    def __init__(
        self, menu: QMenu, settings: UiSettings, open_path: Callable[[Path], bool]
    ) -> None:
        super().__init__(menu)
        self._menu, self._settings, self._open_path = menu, settings, open_path
        self._shown: Path | None = None
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.fill)

    def show_open(self, path: Path | None) -> None:
        """Tells which file is open."""
        self._shown = path
        self.fill()

    def fill(self) -> None:
        """Reads the list again and looks which files are there."""
        self._menu.clear()
        paths = [path for path in self._settings.recent if path != self._shown]
        for path in paths:
            words = f"{path.stem} ({GONE if is_gone(path) else path.parent.name})"
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(partial(_open, self._open_path, path))
        self._menu.menuAction().setEnabled(bool(paths))


def _open(open_path: Callable[[Path], bool], path: Path, _checked: bool = False) -> None:
    """Opens it once the menu is done with the action, which is made anew then."""
    QTimer.singleShot(0, partial(open_path, path))
