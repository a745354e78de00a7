"""ตรวจรหัสข้อมูล: does a printed paper or a workbook agree with the file?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.care import Deed

if TYPE_CHECKING:
    from ui.window import Window


def _run(window: Window) -> None:
    from ui.dialogs.datacode import CodeDialog

    if window.frame is not None:
        CodeDialog(window.frame, window.frame.session).exec()


DEED = Deed("ตรวจรหัสข้อมูลท้ายกระดาษ…", 60, _run)
