"""ลบถาวร: words, deleted things and old lines of the change log, past any undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from itadesk.errors import BadValue
from itadesk.model.changes import Changes
from itadesk.services.forgetting import (
    INSTEAD,
    forget_before,
    forget_deleted,
    forget_words,
    traces_of,
)
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs import message
from ui.dialogs.frame import FieldRoom, open_at
from ui.session import Session
from ui.widgets.buttons import button
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.card import Card
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import label
from ui.widgets.notice import notify
from ui.widgets.text_field import LineField

_PATIENCE = 250  # ms after a letter before it is counted
AGES = (1, 2, 3, 5)  # years
FINAL = "ลบแล้วเรียกคืนไม่ได้ และสิ่งที่ทำก่อนหน้านี้จะเลิกทำไม่ได้อีก"
ELSEWHERE = (
    "สำเนาสำรอง ไฟล์ที่ส่งออกหรือพิมพ์ไว้ก่อนหน้านี้ เอกสารที่ลงนามแล้ว และไฟล์แนบ อาจยังมีข้อมูลนี้อยู่ "
    "โปรดลบเองเมื่อไม่ต้องใช้"
)


class ForgetDialog(QDialog):
    """Three ways, each with its own button; says before and after what stays elsewhere."""

    def __init__(
        self, parent: QWidget | None, session: Session, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(parent)
        self._session, self._today = session, today
        self.setWindowTitle("ลบถาวร")
        self.words, self.instead = LineField(), LineField()
        self.instead.setPlaceholderText(INSTEAD)
        self.found, self.deleted, self.old = (label("", "quiet", wrap=True) for _ in range(3))
        self.age: QComboBox = CalmCombo()
        for years in AGES:
            self.age.addItem(to_thai(f"เก่ากว่า {years} ปี"), years)
        self.forget_words = button("ลบคำนี้ถาวร…", self._forget_words, role="danger")
        self.forget_deleted = button("ลบร่องรอยถาวร…", self._forget_deleted, role="danger")
        self.forget_old = button("ลบประวัติถาวร…", self._forget_old, role="danger")
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self.look)
        self.words.textChanged.connect(self._timer.start)
        self.age.currentIndexChanged.connect(self.look)
        self._lay_out()
        self.look()

    def look(self) -> None:
        """Counts what each way would remove."""
        self._timer.stop()
        self.forget_words.setEnabled(self._look_for_words())
        lines = self._session.ask(lambda store: store.forgetting.deleted_lines())
        self.deleted.setText(
            to_thai(f"ประวัติการแก้ไขยังจำเนื้อหาของสิ่งที่ลบไปแล้ว {lines:,} รายการ")
            if lines
            else "ไม่มีร่องรอยของสิ่งที่ลบไปแล้ว"
        )
        self.forget_deleted.setEnabled(lines > 0)
        day = self._day().isoformat()
        old = self._session.ask(lambda store: store.forgetting.lines_before(day))
        self.old.setText(to_thai(f"มีประวัติการแก้ไขที่เก่ากว่านี้ {old:,} รายการ"))
        self.forget_old.setEnabled(old > 0)

    def _look_for_words(self) -> bool:
        """Says where the words stand; whether there is something to remove."""
        if not self.words.stored():
            self.found.setText("เช่น ชื่อผู้ร้องเรียนหรือเลขประจำตัวที่พิมพ์ไว้โดยไม่ตั้งใจ ค้นทุกปีในไฟล์นี้")
            return False
        try:
            traces = self._session.ask(traces_of, self.words.stored())
        except BadValue as refusal:
            self.found.setText(str(refusal))
            return False
        self.found.setText(
            to_thai(f"พบในข้อความ {traces.texts:,} แห่ง และในประวัติการแก้ไข {traces.lines:,} รายการ")
            if traces.texts or traces.lines
            else "ไม่พบคำนี้ในไฟล์"
        )
        return bool(traces.texts or traces.lines)

    def _forget_words(self) -> None:
        self.look()
        words, instead = self.words.stored(), self.instead.stored()
        if self.forget_words.isEnabled() and self._sure(f"ลบคำว่า “{words}” ถาวรหรือไม่"):
            self._done(self._session.run(forget_words, words, instead or INSTEAD))

    def _forget_deleted(self) -> None:
        if self._sure("ลบร่องรอยของสิ่งที่ลบไปแล้วถาวรหรือไม่"):
            self._done(self._session.run(forget_deleted))

    def _forget_old(self) -> None:
        if self._sure(f"ลบประวัติการแก้ไขที่{self.age.currentText()}ถาวรหรือไม่"):
            self._done(self._session.run(forget_before, self._day()))

    def _sure(self, question: str) -> bool:
        return message.confirm(self, question, f"{FINAL} {ELSEWHERE}", yes="ลบถาวร", danger=True)

    def _done(self, changes: Changes | None) -> None:
        """A refusal is told by the window."""
        above = self.parentWidget()
        if changes is not None and above is not None:
            notify(above, f"ลบถาวรแล้ว {ELSEWHERE}")
        self.accept()

    def _day(self) -> date:
        today = self._today()
        return date(today.year - int(self.age.currentData()), today.month, min(today.day, 28))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label("ลบถาวร", "heading"))
        column.addWidget(label(f"{FINAL} {ELSEWHERE}", wrap=True))
        words = Card("คำหรือชื่อ")
        fields = FormGrid()
        fields.add("คำที่ต้องการลบ", self.words)
        fields.add("ใส่แทนด้วย", self.instead)
        words.body.addLayout(fields)
        words.body.addLayout(_row(self.found, self.forget_words))
        deleted = Card("สิ่งที่ลบไปแล้ว")
        deleted.body.addLayout(_row(self.deleted, self.forget_deleted))
        old = Card("ประวัติการแก้ไข")
        old.body.addLayout(_row(self.age, self.old, self.forget_old))
        self.age.setAccessibleName("อายุของประวัติการแก้ไขที่จะลบ")
        cards = QVBoxLayout()
        cards.setSpacing(theme.GAP)
        for card in (words, deleted, old):
            cards.addWidget(card)
        cards.addStretch()
        column.addWidget(FieldRoom(cards), 1)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button("ปิด", self.reject))
        column.addLayout(row)
        open_at(self, 680, 560)


def _row(*widgets: QWidget) -> QHBoxLayout:
    """The last but one takes the room."""
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget, 1 if widget is widgets[-2] else 0)
    return row
