"""Settings of this computer: where verified copies of the file are kept, and one made now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.dialogs.files import pick_folder
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label

USUAL = "ที่เก็บปกติของโปรแกรม (นอกโฟลเดอร์ของไฟล์ข้อมูล)"


class BackupCard(Card):
    """Asks for what is chosen; the window does it and keeps it."""

    wants_backup = Signal()
    wants_folder = Signal(object)  # Path, or None for the usual one

    def __init__(self) -> None:
        super().__init__("สำรองข้อมูล")
        self._folder: Path | None = None
        self.add(
            label(
                "สำเนาที่ตรวจแล้วว่าสมบูรณ์ เก็บแยกจากไฟล์ข้อมูล สำเนาเก่าลดจำนวนลงเอง "
                "เลือกแฟลชไดรฟ์หรือไดรฟ์อื่นก็ได้",
                "quiet",
                wrap=True,
            )
        )
        self.place = label(USUAL, wrap=True)
        self.add(self.place)
        self.choose = button("เลือกโฟลเดอร์…", self._choose)
        self.usual = button("ใช้ที่เก็บปกติ", lambda: self.wants_folder.emit(None), role="quiet")
        self.now = button("สำรองตอนนี้", self.wants_backup.emit)
        row = QHBoxLayout()
        for each in (self.choose, self.usual, self.now):
            row.addWidget(each)
        row.addStretch()
        self.body.addLayout(row)
        self.show_place(None, able=False)

    def show_place(self, folder: Path | None, *, able: bool) -> None:
        """`able`: the open file can be backed up."""
        self._folder = folder
        self.place.setText(f"เก็บที่ {folder}" if folder else USUAL)
        self.usual.setEnabled(folder is not None)
        self.now.setEnabled(able)

    def _choose(self) -> None:
        folder = pick_folder(self, "เลือกที่เก็บสำเนาสำรอง", self._folder or Path.home())
        if folder is not None:
            self.wants_folder.emit(folder)
