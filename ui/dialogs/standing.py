"""Why an office's file goes back."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ui.dialogs.frame import FormDialog


class RemarkDialog(FormDialog):
    """One line of what the office should mend."""

    def __init__(self, parent: QWidget | None, office: str, remark: str) -> None:
        told = f"{office} จะอยู่ในรายการที่ยังไม่ส่งจนกว่าจะส่งไฟล์ใหม่หรือรับรอง"
        super().__init__(parent, "ส่งคืนแก้ไข", told, "ส่งคืน")
        self.remark = QLineEdit(remark)
        self.add_field("สิ่งที่ต้องแก้ไข", self.remark)


def ask_remark(parent: QWidget | None, office: str, remark: str) -> str | None:
    """The remark, or None when it was given up."""
    dialog = RemarkDialog(parent, office, remark)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.remark.text()
