"""A report of a fault: looked at, saved to be sent, or thrown away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from itadesk.errors import ItadeskError
from itadesk.files import replace_file
from ui.dialogs import files, message
from ui.dialogs.text_view import TextView

TITLE = "รายงานข้อขัดข้องของโปรแกรม"
REMARK = "บันทึกเป็นไฟล์แล้วส่งให้ผู้ดูแลโปรแกรมได้ รายงานบอกเพียงว่าเกิดที่ส่วนใดของโปรแกรม ไม่มีข้อมูลของหน่วยงาน"


def show_report(parent: QWidget | None, report: Path) -> None:
    """It stays until it is saved elsewhere or deleted."""
    try:
        text = report.read_text("utf-8-sig")
    except OSError:
        return  # thrown away meanwhile
    deeds = (
        ("ลบรายงาน", partial(report.unlink, missing_ok=True)),
        ("บันทึกเป็นไฟล์…", partial(_save, parent, report)),
    )
    TextView(parent, TITLE, REMARK, text, deeds).ask()


def _save(parent: QWidget | None, report: Path) -> None:
    suggestion = Path.home() / f"{TITLE}.txt"
    target = files.pick_save(parent, TITLE, suggestion, ("ไฟล์ข้อความ", "txt"))
    if target is None:
        return
    try:
        replace_file(target, report.read_bytes())
    except ItadeskError as refusal:
        message.tell(parent, "บันทึกรายงานไม่ได้", str(refusal))
        return
    report.unlink(missing_ok=True)
