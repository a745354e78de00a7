"""บันทึกสำเนาของไฟล์เป็น…: a verified copy where the user wants one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.care import Deed

if TYPE_CHECKING:
    from ui.window import Window


def _run(window: Window) -> None:
    from ui.background import run_in_background
    from ui.dialogs.files import OFFICE, pick_save
    from ui.exchange import open_folder
    from ui.widgets.notice import Tone

    frame, storage = window.frame, window.storage
    path = frame.session.working if frame is not None else None
    if frame is None or path is None:
        return
    if frame.session.at_risk():  # no file holds all of it
        window.tell("ที่เก็บไฟล์ขัดข้องอยู่ โปรดกด “บันทึกไว้ที่อื่น…” ด้านบนก่อน", Tone.PROBLEM)
        return
    suggestion = window.settings.folder / f"{path.stem} สำเนา{path.suffix}"
    target = pick_save(frame, "บันทึกสำเนาของไฟล์", suggestion, OFFICE)
    if target is None:
        return
    if any(_same(target, each) for each in (path, frame.session.path) if each is not None):
        window.tell("ไฟล์ที่เลือกคือไฟล์ที่เปิดอยู่ โปรดตั้งชื่ออื่น หรือเลือกโฟลเดอร์อื่น", Tone.PROBLEM)
        return
    frame.session.settling.emit()
    window.settings.folder = target.parent

    def done(_: None) -> None:
        words = f"บันทึกสำเนา “{target.name}” แล้ว และตรวจว่าสมบูรณ์ ส่วนไฟล์ที่เปิดอยู่ยังเป็นไฟล์เดิม"
        window.tell(words, Tone.DONE, ("เปิดโฟลเดอร์", lambda: open_folder(target)))

    run_in_background(
        frame,
        lambda: storage.save_copy(path, target),
        done,
        lambda words: window.tell(words, Tone.PROBLEM),
    )


def _same(target: Path, path: Path) -> bool:
    try:
        return target.samefile(path)
    except OSError:  # nothing is there yet
        return False


DEED = Deed("บันทึกสำเนาของไฟล์เป็น…", 30, _run)
