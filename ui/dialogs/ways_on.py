"""What can be done when a file cannot be opened: a copy, a salvage, another file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from itadesk.errors import BadFile
from itadesk.model.backup import Backup
from itadesk.storage import Storage
from itadesk.thai.digits import to_thai
from ui import theme
from ui.background import run_in_background
from ui.copying import moment_words
from ui.dialogs.frame import open_at
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import label, paragraph, show_if

NO_COPY = "ไม่พบสำเนาสำรองที่สมบูรณ์ของไฟล์นี้ หากเก็บสำเนาไว้ที่อื่น โปรดเลือกสำเนาเอง"


class Way(StrEnum):
    """What was chosen."""

    NEWEST = "newest"
    CHOOSE = "choose"
    SALVAGE = "salvage"
    OTHER = "other"


class WaysOn(QDialog):
    """Looks for the newest whole copy in the background."""

    def __init__(
        self,
        parent: QWidget | None,
        storage: Storage,
        path: Path,
        second: Path | None,
        refusal: BadFile,
        *,
        salvage: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("เปิดไฟล์นี้ไม่ได้")
        open_at(self, 600, 360)
        self.way: Way | None = None
        self.found: Backup | None = None
        self.state = label("กำลังหาสำเนาสำรองล่าสุดที่สมบูรณ์…", wrap=True)
        self.newest = primary_button("เปิดสำเนาสำรองล่าสุด", lambda: self._take(Way.NEWEST))
        self.newest.setEnabled(False)
        self.choose = button("เลือกสำเนาสำรองเอง…", lambda: self._take(Way.CHOOSE))
        self.salvage = button("กู้ข้อมูลที่ยังอ่านได้ลงไฟล์ใหม่…", lambda: self._take(Way.SALVAGE))
        self.other = button("เปิดไฟล์อื่น…", lambda: self._take(Way.OTHER))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label(f"เปิดไฟล์ “{path.stem}” ไม่ได้", "heading", wrap=True))
        for widget in (paragraph(str(refusal)), self.state):
            column.addWidget(widget)
        for each in (self.newest, self.choose, self.salvage, self.other):
            column.addWidget(each)
        show_if(salvage, self.salvage)
        column.addStretch()
        row = QHBoxLayout()
        row.addWidget(label("ไฟล์เดิมไม่ถูกลบ ทุกวิธีเก็บไฟล์เดิมไว้", "quiet", wrap=True), 1)
        row.addWidget(button("ปิด", self.reject))
        column.addLayout(row)
        run_in_background(
            self, lambda: newest_good(storage, path, second), self._show, self.state.setText
        )

    def _take(self, way: Way) -> None:
        self.way = way
        self.accept()

    def _show(self, found: Backup | None) -> None:
        self.found = found
        self.newest.setEnabled(found is not None)
        if found is None:
            self.state.setText(
                "ไม่พบสำเนาสำรองที่สมบูรณ์ของไฟล์นี้ในที่เก็บ หากเก็บสำเนาไว้ที่อื่น โปรดเลือกสำเนาเอง"
            )
            return
        number = to_thai(str(found.number))
        self.state.setText(f"พบสำเนาที่สมบูรณ์ ทำเมื่อ {moment_words(found.made)} (สำเนาที่ {number})")
        self.newest.setDefault(True)
        self.newest.setFocus()


def newest_good(storage: Storage, path: Path, second: Path | None) -> Backup | None:
    """The newest whole copy of a file in both places."""
    places = [None, second] if second is not None else [None]
    found = [copy for place in places if (copy := _newest_in(storage, path, place)) is not None]
    return max(found, key=lambda each: each.made, default=None)


def _newest_in(storage: Storage, path: Path, place: Path | None) -> Backup | None:
    return next((each for each in storage.backups(path, place) if _whole(storage, each)), None)


def _whole(storage: Storage, copy: Backup) -> bool:
    try:
        return not storage.verify(copy.path)
    except BadFile:
        return False
