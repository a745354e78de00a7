"""กู้คืนจากสำเนาสำรอง…: a copy in the place of the open file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.care import Deed

if TYPE_CHECKING:
    from ui.window import Window


def _run(window: Window) -> None:
    from ui.dialogs.restore import RestoreDialog
    from ui.restoring import restore

    path = window.session.path if window.session is not None else None
    if path is None:
        return
    copy = RestoreDialog.ask(window, window.storage, path, window.settings.backup_folder)
    if copy is not None:
        restore(window, path, copy)


DEED = Deed("กู้คืนจากสำเนาสำรอง…", 20, _run)
