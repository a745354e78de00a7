"""The status line: saved when, where the file lies, and what undo would take back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from itadesk.thai.digits import to_thai
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import label, set_property, show_if


def clock(moment: datetime) -> str:
    """The time as offices write it: ๑๐.๔๒ น."""
    return to_thai(f"{moment:%H.%M} น.")


class StatusLine(QWidget):
    """Words at the left, undo at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # for the line above it
        self._unkept = self._where = ""
        self.saved = label()
        self.remark = label()
        self.backup = label()
        self.backup.setMinimumWidth(1)  # gives way first where the text is large
        self.count = label()
        self.mistakes = button("", role="quiet")
        self.undo = button("", role="quiet")
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(120)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PAGE, 3, theme.GAP, 5)
        row.setSpacing(theme.BLOCK)
        row.addWidget(self.saved)
        row.addWidget(self.progress)
        row.addWidget(self.remark)
        row.addStretch(1)
        row.addWidget(self.backup)
        row.addWidget(self.count)
        row.addWidget(self.mistakes)
        row.addWidget(self.undo)
        self.show_mistakes("", "")
        self.show_undo(None)
        self.show_busy("")
        self.show_count("")

    def show_opened(self, moment: datetime, *, viewed: bool = False) -> None:
        """`viewed`: the file cannot be written."""
        if viewed:
            self.saved.setText("ดูได้อย่างเดียว สิ่งที่แก้ไขจะไม่ถูกบันทึกลงไฟล์นี้")
            return
        self.saved.setText(f"เปิดไฟล์เมื่อ {clock(moment)} · โปรแกรมบันทึกให้ทุกครั้งที่แก้ไข")

    def show_saved(self, moment: datetime) -> None:
        if not self._unkept:
            self.saved.setText(f"✓ บันทึกแล้ว {clock(moment)}{self._where}")

    def show_where(self, words: str) -> None:
        """What follows the time of saving; "" when the file is where it belongs."""
        self._where = f" {words}" if words else ""

    def show_unkept(self, words: str) -> None:
        """That something is not saved, until "" says that it is; nothing else is said meanwhile."""
        self._unkept = words
        set_property(self.saved, "role", "problem" if words else "")
        if words:
            self.saved.setText(f"▲ {words}")

    def show_count(self, text: str) -> None:
        """How many of what is written in, "" for nothing."""
        self.count.setText(text)
        show_if(bool(text), self.count)

    def show_busy(self, text: str) -> None:
        """A moving bar with what is being done; "" takes it away."""
        self.progress.setVisible(bool(text))
        self.progress.setAccessibleName(text)
        self.remark.setText(text)
        show_if(bool(text), self.remark)  # an empty one would still take room to both sides

    def show_backup(self, text: str, remark: str = "") -> None:
        """When the last copy was made; `remark` says more of it."""
        self.backup.setText(text)
        self.backup.setToolTip(remark)
        self.backup.setAccessibleDescription(remark)

    def show_mistakes(self, text: str, first: str) -> None:
        """How many there are in the year, "" for none; `first` is told on pointing."""
        self.mistakes.setText(text)
        self.mistakes.setToolTip(first)
        self.mistakes.setVisible(bool(text))

    def show_undo(self, what: str | None) -> None:
        """`what` is the action that would be taken back."""
        self.undo.setText(f"เลิกทำ: {what}" if what else "")
        self.undo.setToolTip("กด Ctrl+Z ก็ได้")
        self.undo.setVisible(bool(what))
