"""Questions and messages; every box of the program goes through here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import label


class Message(QDialog):
    """A title, a sentence, and one or two buttons with words of their own."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, yes: str, no: str, danger: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.BLOCK)
        column.addWidget(label(title, "heading", wrap=True))
        words = label(text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(words)
        row = QHBoxLayout()
        row.addStretch()
        agree = button(yes, self.accept, role="danger" if danger else "primary")
        refuse = button(no, self.reject)
        if no:
            row.addWidget(refuse)
        row.addWidget(agree)
        column.addLayout(row)
        safe = refuse if danger else agree
        safe.setDefault(True)
        safe.setFocus()


def confirm(
    parent: QWidget | None,
    title: str,
    text: str,
    *,
    yes: str,
    no: str = "ยกเลิก",
    danger: bool = False,
) -> bool:
    """Asks before what cannot be undone; `yes` names the deed, such as ลบถาวร."""
    return Message(parent, title, text, yes, no, danger).exec() == QDialog.DialogCode.Accepted


def tell(parent: QWidget | None, title: str, text: str) -> None:
    """Says what has to be read before going on; prefer a notice."""
    Message(parent, title, text, "ปิด", "", danger=False).exec()


def may_lose(parent: QWidget, lost: str) -> bool:
    """Asks before a file is closed with values that were refused; `lost` is a sentence of them."""
    return confirm(
        parent,
        "ปิดไฟล์โดยทิ้งค่าที่ยังไม่ได้บันทึกหรือไม่",
        f"{lost} หากปิดตอนนี้ค่าเหล่านั้นจะหายไป ส่วนข้อมูลอื่นบันทึกไว้ครบแล้ว",
        yes="ปิดและทิ้งค่านั้น",
        no="กลับไปแก้ไข",
        danger=True,
    )
