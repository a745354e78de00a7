"""Settings of this computer: where copies of the file are kept, and one made now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from ui.dialogs.files import pick_folder
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import label, show_if

NONE = "ยังไม่ได้เลือก แนะนำให้เลือกแฟลชไดรฟ์หรือไดรฟ์อื่น เผื่อเครื่องนี้เสีย"


class BackupCard(Card):
    """Asks for what is chosen; the window does it and keeps it."""

    wants_backup = Signal()
    wants_restore = Signal()
    wants_folder = Signal(object)  # Path of the second place, or None for none

    def __init__(self) -> None:
        super().__init__("สำรองข้อมูล")
        self._second: Path | None = None
        self.add(
            label(
                "โปรแกรมสำรองให้เองเมื่อเปิดไฟล์ ทุก ๓๐ นาทีที่มีการแก้ไข และก่อนนำเข้าหรือรับไฟล์ "
                "ทุกสำเนาตรวจแล้วว่าสมบูรณ์ สำเนาเก่าลดจำนวนลงเอง เหลือไว้รายวัน รายสัปดาห์ และรายเดือน",
                "quiet",
                wrap=True,
            )
        )
        self.last, self.usual = label(wrap=True), label(wrap=True)
        self.place, self.remark = label(NONE, wrap=True), label(role="problem", wrap=True)
        form = FormGrid()
        form.add("สำเนาล่าสุด", self.last)
        form.add("ที่เก็บของโปรแกรม", self.usual)
        form.add("ที่เก็บที่สอง", self.place)
        form.add_below(self.remark)
        self.body.addLayout(form)
        self.choose = button("เลือกที่เก็บที่สอง…", self._choose)
        self.leave = button("ไม่ใช้ที่เก็บที่สอง", lambda: self.wants_folder.emit(None), role="quiet")
        self.now = button("สำรองตอนนี้", self.wants_backup.emit)
        self.restore = button("กู้คืนจากสำเนาสำรอง…", self.wants_restore.emit, role="quiet")
        row = FlowLayout()
        for each in (self.now, self.choose, self.leave, self.restore):
            row.addWidget(each)
        self.body.addLayout(row)
        self.show_last("", able=False)
        self.show_places(None, None, "")

    def show_last(self, words: str, *, able: bool) -> None:
        """When the last copy was made, or why not; `able`: the open file can be backed up."""
        self.last.setText(words or "ยังไม่มี")
        self.now.setEnabled(able)
        self.restore.setEnabled(able)

    def show_places(self, usual: Path | None, second: Path | None, remark: str) -> None:
        """`remark` says what is wrong with the second place."""
        self._second = second
        self.usual.setText(str(usual or ""))
        self.place.setText(str(second) if second else NONE)
        self.remark.setText(f"▲ {remark}")
        show_if(bool(remark), self.remark)
        self.leave.setEnabled(second is not None)

    def _choose(self) -> None:
        folder = pick_folder(self, "เลือกที่เก็บสำเนาที่สอง", self._second or Path.home())
        if folder is not None:
            self.wants_folder.emit(folder)
