"""Above the preview of what is signed: which version is shown, and the ways from there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.buttons import button
from ui.widgets.labels import label, set_property

_SIGNED = "เอกสารนี้ลงนามแล้ว แก้ไขข้อความไม่ได้"
_CHANGED = "ข้อมูลเปลี่ยนไปหลังลงนาม ที่แสดงและพิมพ์คือฉบับที่ลงนามไว้"
_PRESENT = "นี่คือฉบับตามข้อมูลปัจจุบัน ซึ่งต่างจากฉบับที่ลงนามไว้"


class FrozenNote(QFrame):
    """Hidden while the document is none that is signed."""

    turned = Signal(bool)  # True: the present version is wanted
    thawed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._present = False
        self.words = label(wrap=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.other = button("", self._turn, role="quiet")
        self.back = button("กลับเป็นร่าง", self.thawed.emit, role="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 2)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self.other)
        row.addWidget(self.back)
        self.hide()

    def show_version(self, *, frozen: bool, changed: bool, present: bool) -> None:
        """Whether the document is frozen, whether the data have changed, which one is shown."""
        self._present = present
        self.words.setText(_PRESENT if present else _CHANGED if changed else _SIGNED)
        self.other.setText("ดูฉบับที่ลงนาม" if present else "ดูฉบับปัจจุบัน")
        self.other.setVisible(changed)
        set_property(self, "kind", "info" if changed else "")
        self.setVisible(frozen)

    def _turn(self) -> None:
        self.turned.emit(not self._present)
