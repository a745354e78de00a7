"""ตรวจรหัสข้อมูล: the code at the foot of a paper against every year of the file."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from itadesk.errors import BadValue
from itadesk.services.datacode import agreements
from itadesk.thai.digits import to_thai
from ui import theme
from ui.session import Session
from ui.widgets.buttons import button
from ui.widgets.labels import label, set_property
from ui.widgets.text_field import LineField

WHERE = (
    "พิมพ์รหัส ๑๓ ตัวที่ท้ายกระดาษของรายงาน หรือท้ายหน้าพิมพ์ของไฟล์ Excel "
    "รหัสแทนคะแนน ผลการวิเคราะห์ มาตรการ และผลการดำเนินงาน ไม่รวมข้อความเฉพาะของแต่ละแบบ"
)


class CodeDialog(QDialog):
    """Answers while one types."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("ตรวจรหัสข้อมูล")
        self.setMinimumWidth(theme.px(560))
        self.code = LineField()
        self.code.setPlaceholderText("7K3-M9Q-XD0-2VA-5")
        self.code.setAccessibleName("รหัสข้อมูล")
        self.answer = label("", wrap=True)
        self.answer.setMinimumHeight(theme.px(50))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label("กระดาษตรงกับข้อมูลในไฟล์หรือไม่", "heading"))
        column.addWidget(label(WHERE, "quiet", wrap=True))
        column.addWidget(self.code)
        column.addWidget(self.answer)
        column.addStretch()
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button("ปิด", self.reject))
        column.addLayout(row)
        self.code.textChanged.connect(self.look)

    def look(self) -> None:
        """Compares what is typed now with the file."""
        kind, words = "", ""
        if self.code.stored():
            try:
                kind, words = self._compared(self.code.stored())
            except BadValue as refusal:
                kind, words = "improve", str(refusal)
        self.answer.setText(words)
        set_property(self.answer, "kind", kind)

    def _compared(self, typed: str) -> tuple[str, str]:
        found = self._session.ask(agreements, typed)
        if not found:
            return "urgent", "▲ ไม่ตรงกับปีใดในไฟล์นี้ อาจเป็นกระดาษของหน่วยงานอื่น หรือข้อมูลเปลี่ยนไปทั้งหมดแล้ว"
        best = found[0]
        year = to_thai(f"ปีงบประมาณที่ประเมิน พ.ศ. {best.year}")
        if not best.differing:
            return "keep", f"✓ ตรงกับข้อมูลปัจจุบันของ{year}"
        return "urgent", (
            f"▲ เป็นกระดาษของ{year} แต่ข้อมูลในไฟล์เปลี่ยนไปหลังพิมพ์: {' · '.join(best.differing)} "
            "โปรดพิมพ์ใหม่หากต้องใช้ข้อมูลปัจจุบัน"
        )
