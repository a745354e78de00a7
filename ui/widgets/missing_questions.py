"""Says that questions of the year are not known yet, and offers an earlier year's as a draft."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itadesk.thai.digits import to_thai
from ui.widgets.buttons import primary_button
from ui.widgets.labels import label


class MissingQuestions(QFrame):
    """Hidden while every instrument of the year has its questions."""

    wanted = Signal(int)  # the year whose questions are to be the draft

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("kind", "info")
        self._source = 0
        self.title, self.text = label(role="strong", wrap=True), label(wrap=True)
        self.use = primary_button("", lambda: self.wanted.emit(self._source))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 6)
        row.setSpacing(16)
        row.addWidget(label("i", "sign"))
        row.addLayout(words, 1)
        row.addWidget(self.use)
        self.hide()

    def show_missing(self, year: int, codes: Sequence[str], source: int | None) -> None:
        """`codes` of the instruments without questions; `source` has them, None when none has."""
        self._source = source or 0
        shown = to_thai(str(year))
        self.title.setText(f"ยังไม่ทราบข้อคำถาม {' และ '.join(codes)} ของปี {shown}")
        if source is None:
            self.text.setText("โปรดเพิ่มไฟล์ชุดข้อคำถามที่หน้าตั้งค่า ระหว่างนี้กรอกคะแนนที่ประกาศของแต่ละตัวชี้วัดได้")
        else:
            offered = to_thai(str(source))
            self.use.setText(f"ใช้ข้อคำถามของปี {offered} เป็นร่าง")
            self.text.setText("ใช้เป็นร่างเพื่อกรอกคะแนนก่อนได้ แล้วตรวจและยืนยันข้อความภายหลัง")
        self.use.setVisible(source is not None)
        self.setVisible(bool(codes))
