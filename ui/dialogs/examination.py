"""ตรวจสอบไฟล์: what is wrong with a file and what can be done, looked for in the background."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from itadesk.model.examination import Examination
from itadesk.storage import Storage
from ui import theme
from ui.background import run_in_background
from ui.dialogs.frame import open_at
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import label, paragraph, show_if


class Remedy(StrEnum):
    """What was chosen."""

    MEND = "mend"
    SALVAGE = "salvage"
    RESTORE = "restore"


class ExaminationDialog(QDialog):
    """Changes nothing itself."""

    def __init__(
        self, parent: QWidget | None, storage: Storage, path: Path, *, may_mend: bool
    ) -> None:
        super().__init__(parent)
        self._path, self._may_mend = path, may_mend
        self.remedy: Remedy | None = None
        self.setWindowTitle("ตรวจสอบไฟล์")
        open_at(self, 620, 260)
        self.words = label("กำลังตรวจทุกหน้า ดัชนี และรายการที่อ้างถึงกันในไฟล์…", wrap=True)
        self.problems = paragraph()
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.mend = primary_button("ซ่อมไฟล์", lambda: self._take(Remedy.MEND))
        self.restore = button("กู้คืนจากสำเนาสำรอง…", lambda: self._take(Remedy.RESTORE))
        self.salvage = button("กู้ข้อมูลที่อ่านได้ลงไฟล์ใหม่…", lambda: self._take(Remedy.SALVAGE))
        self.leave = button("ปิด", self.reject)
        self._lay_out()
        run_in_background(self, lambda: storage.examine(path), self._show, self._refuse)

    def _show(self, found: Examination) -> None:
        self.busy.hide()
        if not found.problems:
            self.words.setText(f"✓ ไฟล์ “{self._path.name}” สมบูรณ์ทั้งไฟล์ ไม่พบสิ่งที่ต้องแก้ไข")
            self.leave.setFocus()
            return
        mendable = found.mendable and self._may_mend
        self.words.setText(
            "▲ พบสิ่งที่ต้องแก้ไข โปรแกรมซ่อมให้ได้ โดยเก็บไฟล์เดิมไว้ข้างกัน"
            if mendable
            else "▲ พบสิ่งที่ต้องแก้ไข ควรกู้คืนจากสำเนาสำรองล่าสุด หากไม่มีให้กู้ข้อมูลที่ยังอ่านได้"
        )
        self.problems.setText("\n".join(found.problems))
        show_if(mendable, self.mend)
        for each in (self.restore, self.salvage):
            show_if(True, each)
        (self.mend if mendable else self.restore).setFocus()

    def _refuse(self, words: str) -> None:
        """What is not even a file of ours can still be put back from a copy."""
        self._show(Examination((words,)))

    def _take(self, remedy: Remedy) -> None:
        self.remedy = remedy
        self.accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label("ตรวจสอบไฟล์", "heading"))
        for widget in (self.words, self.busy, self.problems):
            column.addWidget(widget)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        for each in (self.salvage, self.restore, self.mend):
            row.addWidget(each)
            each.hide()
        row.addStretch()
        row.addWidget(self.leave)
        column.addLayout(row)
