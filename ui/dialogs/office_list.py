"""Pasting a table of offices: who is expected, or what was announced."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from itadesk.errors import BadValue
from itadesk.exchange.clipped import read_table
from itadesk.exchange.office_lists import OfficeList, read_office_list
from itadesk.exchange.pasting import read_pasted
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs.frame import FormDialog
from ui.widgets.labels import label

EXAMPLE = "รหัสหน่วยงาน\tชื่อหน่วยงาน\tประเภท\tอำเภอ\tIIT\tEIT\tOIT\tคะแนนภาพรวม\tระดับ"


class OfficeListDialog(FormDialog):
    """Takes the clipboard at once when it holds a table; `found` is what was read."""

    def __init__(self, parent: QWidget | None, *, announced: bool) -> None:
        title = "วางผลที่ประกาศ" if announced else "วางรายชื่อหน่วยงาน"
        remark = (
            "คัดลอกตารางผลการประเมินของทุกหน่วยงานพร้อมแถวหัวตารางจาก Excel หรือเว็บไซต์ แล้ววางที่นี่"
            if announced
            else "คัดลอกตารางรายชื่อหน่วยงานที่ต้องส่งไฟล์พร้อมแถวหัวตารางจาก Excel แล้ววางที่นี่"
        )
        super().__init__(parent, title, remark, "ใช้รายการนี้", width=760)
        self._announced = announced
        self.found = OfficeList()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("ตารางที่วาง")
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setPlaceholderText(EXAMPLE.replace("\t", "   "))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(theme.px(180))
        self.told = label(role="quiet", wrap=True)
        self.add_line(self.text, wide=True)
        self.add_line(self.told, wide=True)
        self.text.textChanged.connect(self._read)
        self._take_clipboard()

    def check(self) -> str:
        self._read()
        try:
            found = read_office_list(read_pasted(self.text.toPlainText()))
        except BadValue as refusal:
            return str(refusal)
        if not (found.results if self._announced else found.offices):
            return (
                "ไม่พบคะแนนในตาราง โปรดคัดลอกช่องคะแนนภาพรวมหรือระดับมาด้วย"
                if self._announced
                else "ไม่พบชื่อหน่วยงานในตาราง โปรดคัดลอกพร้อมหัวตาราง"
            )
        return ""

    def _take_clipboard(self) -> None:
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if data is None:  # nothing was copied yet; the stubs do not know of it
            return
        rows = read_table(data.html()) if data.hasHtml() else ()
        text = "\n".join("\t".join(row) for row in rows) if rows else data.text()
        if "\t" in text:
            self.text.setPlainText(text)

    def _read(self) -> None:
        text = self.text.toPlainText()
        if not text.strip():
            self.told.setText("")
            return
        try:
            self.found = read_office_list(read_pasted(text))
        except BadValue as refusal:
            self.found = OfficeList()
            self.told.setText(str(refusal))
            return
        told = f"พบหน่วยงาน {len(self.found.offices)} แห่ง มีผลคะแนน {len(self.found.results)} แห่ง"
        problems = "".join(f"\n▲ {each}" for each in self.found.problems[:3])
        more = len(self.found.problems) - 3
        problems += f"\nและอีก {more} แถว" if more > 0 else ""
        self.told.setText(to_thai(told) + to_thai(problems))
        self.told.setTextFormat(Qt.TextFormat.PlainText)
