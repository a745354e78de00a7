"""What happens with files that are let go over the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from itadesk.thai.digits import to_thai
from ui import file_deeds
from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from ui.window import Window


def dropped_paths(mime: QMimeData) -> list[Path]:
    """The files of this computer that are held over the window."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def take_dropped(window: Window, paths: Sequence[Path]) -> None:
    """Opens an office file, shows what a workbook would change; a sentence for all else."""
    words = refusal(paths, opened=window.frame is not None)
    if words:
        window.tell(words, Tone.PROBLEM)
    elif paths[0].suffix.lower() == ".itadesk":
        window.open_path(paths[0])
    elif window.frame is not None:
        file_deeds.exchange(window.frame, window.settings).take(paths[0])


def refusal(paths: Sequence[Path], *, opened: bool) -> str:
    """Why these cannot be taken and what to do; "" when they can."""
    if len(paths) != 1:
        return f"วางไฟล์ได้ทีละไฟล์ (วางมา {to_thai(str(len(paths)))} ไฟล์) โปรดลากมาวางใหม่ทีละไฟล์"
    name, ending = f"“{paths[0].name}”", paths[0].suffix.lower()
    if paths[0].is_dir():
        return f"{name} เป็นโฟลเดอร์ โปรดเปิดโฟลเดอร์แล้วลากไฟล์ .itadesk หรือ .xlsx มาวาง"
    if ending == ".itadesk" or (ending == ".xlsx" and opened):
        return ""
    if ending == ".xlsx":
        return f"โปรดเปิดไฟล์ของหน่วยงานก่อน แล้วลาก {name} มาวางอีกครั้งเพื่อนำเข้า"
    if ending in (".xls", ".xlsm", ".ods", ".csv"):
        return f"นำเข้าจาก {name} ไม่ได้ โปรดเปิดด้วย Excel แล้วบันทึกเป็นสมุดงาน .xlsx ก่อนลากมาวาง"
    return (
        f"{name} ไม่ใช่ไฟล์ของหน่วยงาน (.itadesk) หรือไฟล์ Excel (.xlsx) "
        "หลักฐานและสำเนาที่ลงนามให้แนบที่หน้าติดตามผลหรือหน้าเอกสาร"
    )
