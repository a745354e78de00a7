"""Saves what can still be read of a damaged file into a new one, and opens that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from itadesk.model.examination import Part, Salvaged
from itadesk.naming import free_beside
from itadesk.thai.digits import to_thai
from ui.background import run_in_background
from ui.dialogs import message
from ui.dialogs.files import OFFICE, pick_save
from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from ui.window import Window


def salvage(window: Window, path: Path) -> None:
    """Asks for the new file; the damaged one stays as it is."""
    suggestion = free_beside(path, "กู้ข้อมูล")
    target = pick_save(window, "บันทึกข้อมูลที่กู้ได้เป็นไฟล์ใหม่", suggestion, OFFICE)
    if target is None:
        return
    storage = window.storage

    def done(saved: Salvaged) -> None:
        if window.open_path(target):
            message.tell(window, f"กู้ข้อมูลลงไฟล์ “{target.name}” แล้ว", salvaged_words(saved))

    window.tell(f"กำลังกู้ข้อมูลจาก “{path.name}”…", Tone.INFO)
    run_in_background(
        window,
        lambda: storage.salvage(path, target),
        done,
        lambda words: window.tell(words, Tone.PROBLEM),
    )


def salvaged_words(saved: Salvaged) -> str:
    """How much of each part was saved and lost, a line each, and what to look at."""
    return "\n".join((*map(part_words, saved.parts), *saved.notes))


def part_words(part: Part) -> str:
    """คะแนน: กู้ได้ ๕๒ · อ่านไม่ได้ ๓."""
    lost = f" · อ่านไม่ได้ {to_thai(str(part.lost))}" if part.lost else ""
    return f"{part.name}: กู้ได้ {to_thai(str(part.saved))}{lost}"
