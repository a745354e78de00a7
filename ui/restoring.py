"""Puts a copy in the place of a file, open or not, and shows it where the file was left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from itadesk.errors import ItadeskError
from ui.exchange import open_folder
from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from ui.window import Window


def restore(window: Window, path: Path, copy: Path) -> None:
    """The present file is copied first, where it can be, and kept aside."""
    if not window.may_close():
        return
    frame = window.frame
    if frame is not None and frame.session.path == path:
        window.comfort.backing.of(frame).ensure()
    window.close_file()
    try:
        aside = window.storage.restore(path, copy)
    except ItadeskError as refusal:
        window.open_path(path)
        window.tell(str(refusal), Tone.PROBLEM)
        return
    if not window.open_path(path):
        return
    words = f"กู้คืน “{path.name}” จากสำเนาแล้ว"
    if aside is None:
        window.tell(words)
    else:
        window.tell(
            f"{words} ไฟล์ก่อนกู้คืนเก็บไว้ในชื่อ “{aside.name}”",
            Tone.INFO,
            ("เปิดโฟลเดอร์", lambda: open_folder(aside)),
        )
