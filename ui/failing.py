"""What is offered when a file cannot be opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from itadesk.errors import BadFile, DamagedFile, EmptyFile, ItadeskError, NewerFile
from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from ui.window import Window


def tell_failure(window: Window, path: Path, refusal: ItadeskError) -> None:
    """Says why, and shows the ways on where there are any."""
    if isinstance(refusal, BadFile) and _leads_on(window, path, refusal):
        window.tell(
            str(refusal), Tone.PROBLEM, ("ทางแก้…", lambda: show_ways(window, path, refusal))
        )
        QTimer.singleShot(0, window, lambda: show_ways(window, path, refusal))
        return
    window.tell(str(refusal), Tone.PROBLEM)
    window.settings.forget(path)
    window.start.show_recent(window.settings.recent)


def show_ways(window: Window, path: Path, refusal: BadFile) -> None:
    """Lets the user choose one, and does it."""
    from ui.dialogs.restore import RestoreDialog
    from ui.dialogs.ways_on import Way, WaysOn
    from ui.restoring import restore
    from ui.salvaging import salvage

    storage, second = window.storage, window.settings.backup_folder
    may_salvage = isinstance(refusal, DamagedFile)
    ways = WaysOn(window, storage, path, second, refusal, salvage=may_salvage)
    ways.exec()
    if ways.way is Way.NEWEST and ways.found is not None:
        restore(window, path, ways.found.path)
    elif ways.way is Way.CHOOSE:
        copy = RestoreDialog.ask(window, storage, path, second)
        if copy is not None:
            restore(window, path, copy)
    elif ways.way is Way.SALVAGE:
        salvage(window, path)
    elif ways.way is Way.OTHER:
        window.openings.open_file()


def _leads_on(window: Window, path: Path, refusal: BadFile) -> bool:
    """Also a file that is gone, or is something else by now, may have copies."""
    if isinstance(refusal, NewerFile):
        return False
    return isinstance(refusal, DamagedFile | EmptyFile) or bool(window.storage.backups(path))
