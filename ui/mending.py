"""Puts a mended copy in the place of the open file, and opens that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from itadesk.errors import ItadeskError
from itadesk.thai.digits import to_thai
from ui.dialogs import message

if TYPE_CHECKING:
    from ui.window import Window


def mend(window: Window, path: Path) -> None:
    """The file as it was is kept aside; it is opened again also when it cannot be mended."""
    if not window.may_close():
        return
    window.close_file()
    try:
        mended = window.storage.mend(path)
    except ItadeskError as refusal:
        title, words = "ยังซ่อมไฟล์ไม่ได้", str(refusal)
    else:
        title = f"ซ่อมไฟล์ “{path.name}” แล้ว"
        lost = [
            f"{part.name}: ตัดออก {to_thai(str(part.lost))} รายการ เพราะอ้างถึงสิ่งที่ไม่มีแล้ว"
            for part in mended.lost
        ]
        words = "\n".join((f"ไฟล์ก่อนซ่อมเก็บไว้ในชื่อ “{mended.aside.name}”", *lost))
    window.open_path(path)
    message.tell(window, title, words)
