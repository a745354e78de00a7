"""The line below the score table that says what is wrong with a typed value."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from itadesk.thai.digits import to_thai
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import label, paragraph


class DraftLine(QFrame):
    """Hidden while every typed value could be taken."""

    next_wanted = Signal()
    old_wanted = Signal()  # the stored values instead of all that could not be taken

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("kind", "problem")
        self.sign = label("▲", "sign")
        self.text = paragraph()
        self.old = button("", self.old_wanted.emit, role="quiet")
        self.old.setToolTip("กด Esc ในช่องเพื่อใช้ค่าเดิมเฉพาะช่องนั้น")
        self.next = button("", self.next_wanted.emit, role="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 2)
        row.setSpacing(theme.GAP)
        row.addWidget(self.sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.old)
        row.addWidget(self.next)
        self.hide()

    def show_draft(self, reason: str, count: int) -> None:
        """The sentence for one cell, and how many cells are waiting."""
        self.text.setText(reason)
        self.setAccessibleName(reason)
        every = f"ทั้ง {to_thai(str(count))} ช่อง" if count > 1 else ""
        self.old.setText(f"ใช้ค่าเดิม{every}")
        self.next.setText(f"ช่องต่อไปที่ต้องแก้ไข ({to_thai(str(count))})")
        self.next.setVisible(count > 1)
        self.setVisible(bool(reason))
