"""ค้นหาและแทนที่: words in all that was written in the year shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from itadesk.replacing import matches
from itadesk.services.replacing import replace_words
from itadesk.thai.digits import to_thai
from ui import theme
from ui.session import Session
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import field_label, label
from ui.widgets.match_list import MatchList
from ui.widgets.notice import notify_done
from ui.widgets.text_field import LineField

_PATIENCE = 150  # ms after a letter before it is looked for
NOT_YET = "พิมพ์คำที่จะค้นหา โปรแกรมหาทั้งผลการวิเคราะห์ มาตรการ ผลการดำเนินงาน ทะเบียน OIT และเอกสารของปีนี้"


class ReplaceDialog(QDialog):
    """Finds while one types; what is ticked is replaced as one action."""

    def __init__(self, parent: QWidget | None, session: Session, words: str = "") -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("ค้นหาและแทนที่")
        self.sought, self.put = LineField(), LineField()
        self.all = QCheckBox("เลือกทุกตำแหน่ง")
        self.list, self.remark = MatchList(), label(NOT_YET, "quiet", wrap=True)
        self.agree = primary_button("แทนที่", self.replace)
        self.cancel = button("ปิด", self.reject)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        self.sought.textChanged.connect(self._timer.start)
        self.all.clicked.connect(self.list.tick_all)
        self.list.ticked.connect(self._count)
        self.sought.begin(words)
        self.sought.selectAll()
        self.look()

    def look(self) -> None:
        """Finds what is typed now."""
        self._timer.stop()
        self._session.settling.emit()
        data = self._session.data
        self.list.show_matches(matches(data, self.sought.text()) if data else ())

    def replace(self) -> None:
        """Replaces what is ticked and says how many; closes when that was done."""
        if self._timer.isActive():
            self.look()
        chosen, year = self.list.chosen(), self._session.year
        if not chosen or year is None:
            return
        if self._session.run(replace_words, year, chosen, self.put.text()) is None:
            self.look()  # a text changed meanwhile, and the window said so
            return
        self.accept()
        above = self.parentWidget()
        if above is not None:
            words = f"แทนที่แล้ว {len(chosen):,} ตำแหน่ง"
            notify_done(above, to_thai(words), self._session)

    def _count(self) -> None:
        found, chosen = self.list.topLevelItemCount(), len(self.list.chosen())
        self.list.setVisible(found > 0)
        self.all.setVisible(found > 0)
        partly = Qt.CheckState.PartiallyChecked if chosen else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if chosen == found else partly)
        self.agree.setEnabled(chosen > 0)
        self.agree.setText(to_thai(f"แทนที่ {chosen:,} ตำแหน่ง") if chosen else "แทนที่")
        if not self.sought.stored():
            self.remark.setText(NOT_YET)
        elif found:
            self.remark.setText(to_thai(f"พบ {found:,} ตำแหน่ง แทนที่แล้วเลิกทำได้ในครั้งเดียว"))
        else:
            self.remark.setText("ไม่พบคำนี้ในสิ่งที่เขียนไว้ของปีนี้ เอกสารที่ลงนามแล้วไม่ถูกค้นหา")

    def _lay_out(self) -> None:
        self.setMinimumWidth(theme.px(560))
        wanted, room = QSize(theme.px(820), theme.px(460)), self.screen().availableSize()
        self.resize(wanted.boundedTo(room * 0.9))
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(theme.GAP)
        for line, (name, field) in enumerate((("ค้นหา", self.sought), ("แทนที่ด้วย", self.put))):
            fields.addWidget(field_label(name, field), line, 0)
            fields.addWidget(field, line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label("ค้นหาและแทนที่", "heading"))
        column.addLayout(fields)
        column.addWidget(self.remark)
        column.addWidget(self.list, 1)
        column.addStretch()
        row = QHBoxLayout()
        row.addWidget(self.all)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.agree)
        column.addLayout(row)
        self.agree.setDefault(True)
