"""ตรวจสอบไฟล์…: whether all of the open file is whole, and what can be done when it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.care import Deed

if TYPE_CHECKING:
    from ui.window import Window


def _run(window: Window) -> None:
    from ui.dialogs.examination import ExaminationDialog, Remedy
    from ui.mending import mend
    from ui.salvaging import salvage

    frame = window.frame
    path = frame.session.path if frame is not None else None
    if frame is None or path is None:
        return
    frame.session.settling.emit()
    at_home = frame.session.working not in (None, path)  # it is put back before it can be mended
    may_mend = not (frame.session.read_only or at_home)
    working = frame.session.working or path
    dialog = ExaminationDialog(window, window.storage, working, may_mend=may_mend)
    dialog.exec()
    if dialog.remedy is Remedy.MEND:
        mend(window, path)
    elif dialog.remedy is Remedy.SALVAGE:
        salvage(window, working)
    elif dialog.remedy is Remedy.RESTORE:
        from ui.care.restore import DEED as RESTORE

        RESTORE.run(window)


DEED = Deed("ตรวจสอบไฟล์…", 40, _run)
