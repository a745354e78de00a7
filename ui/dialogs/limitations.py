"""What hindered the office; it closes its reports."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from itadesk.limits import apart, in_one
from itadesk.model.year import YearData
from itadesk.services.office import save_limitations
from itadesk.thai.digits import to_thai
from ui.dialogs.frame import FormDialog
from ui.session import Session
from ui.widgets.text_field import TextField


class LimitationsDialog(FormDialog):
    """All limitations of a year in one box."""

    def __init__(self, parent: QWidget | None, data: YearData) -> None:
        super().__init__(
            parent,
            f"ข้อจำกัดของหน่วยงาน ปี {to_thai(str(data.year))}",
            "พิมพ์หรือวางบรรทัดละข้อ โปรแกรมใส่เลข ๑) ๒) ๓) ให้เมื่อพิมพ์เอกสาร",
            "บันทึก",
            680,
        )
        self.box = TextField(9, most=0)
        self.box.setAccessibleName("ข้อจำกัดของหน่วยงาน")
        self.box.begin(in_one(data.limitations))
        self.add_line(self.box, wide=True)

    @staticmethod
    def ask(parent: QWidget, session: Session) -> bool:
        """True when something else is kept now."""
        data = session.data
        if data is None:
            return False
        dialog = LimitationsDialog(parent, data)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        wanted = apart(dialog.box.text())
        return (
            wanted != data.limitations
            and session.run(save_limitations, data.year, wanted) is not None
        )
