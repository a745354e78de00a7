"""Reading a year over before it is printed: what was found, and answering it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from itadesk.checks import CheckData, Examined, Remark, examine
from itadesk.completeness import asked_by, completeness
from itadesk.model.answer import AnsweredCheck
from itadesk.services.checking import check_data, confirm_remark, withdraw_confirmation
from itadesk.thai.digits import to_thai
from ui import theme
from ui.background import run_in_background
from ui.dialogs.frame import FormDialog, open_at
from ui.session import Session
from ui.widgets.buttons import button
from ui.widgets.check_list import CheckList
from ui.widgets.labels import label

_WORDS = "กำลังตรวจคำ…"
_HOW = "คลิกที่เรื่องเพื่อไปแก้ไข ถ้าข้อมูลถูกต้องอยู่แล้ว กด ✓ ท้ายบรรทัดเพื่อยืนยันพร้อมเหตุผล"
_HOW_VIEWED = "ไฟล์นี้ดูได้อย่างเดียว คลิกที่เรื่องเพื่อไปดู"


class ReasonDialog(FormDialog):
    """Why something that was found is right as it is."""

    def __init__(self, parent: QWidget | None, remark: Remark) -> None:
        fault = remark.message.partition(" โปรด")[0]
        super().__init__(parent, "ยืนยันว่าถูกต้อง", fault, "ยืนยัน")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("เช่น ตรวจกับต้นฉบับแล้ว")
        self.add_field("เหตุผล", self.reason)

    def check(self) -> str:
        if self.reason.text().strip():
            return ""
        return "ยังไม่ได้กรอกเหตุผล โปรดกรอกสั้น ๆ เพื่อให้ผู้อื่นเข้าใจภายหลัง"


class CheckingDialog(QDialog):
    """The quick checks at once, the words when they have been looked at.

    `place` is where the user wants to go, "" when nowhere.
    """

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._session, self._today = session, today
        self.place = ""
        self._looked = 0  # how often; words that were looked for before are no longer waited for
        year = to_thai(str(session.year))
        self.setWindowTitle("ตรวจทาน")
        self.list = CheckList(may_answer=not session.read_only)
        self.state = label(role="quiet")
        self.leave = button("ปิด", self.reject)
        self._lay_out(f"ตรวจทานข้อมูลปี {year} ก่อนพิมพ์")
        self.list.chosen.connect(self._go)
        self.list.confirm.connect(self._confirm)
        self.list.withdraw.connect(self._withdraw)
        open_at(self, 760, 560)
        self.look()

    def look(self) -> None:
        """Reads the year again."""
        data = self._session.data
        if data is None:
            return
        found = self._session.ask(check_data, data, slow=True)
        self._looked += 1
        self._show(found, examine(found))
        self.state.setText(_WORDS)
        work = partial(examine, found, slow=True)
        run_in_background(self, work, partial(self._take, self._looked, found), self.state.setText)

    def _take(self, number: int, found: CheckData, examined: Examined) -> None:
        if number == self._looked:
            self._show(found, examined)
            self.state.setText("")

    def _show(self, found: CheckData, examined: Examined) -> None:
        self.list.show_found(examined, completeness(found), asked_by(found.data))

    def _go(self, place: str) -> None:
        self.place = place
        self.accept()

    def _confirm(self, remark: Remark) -> None:
        reason = ask_reason(self, remark)
        if reason is not None and self._session.year is not None:
            answer = (self._session.year, remark, reason, self._today())
            self._session.run(confirm_remark, *answer)
            self.look()

    def _withdraw(self, answer: AnsweredCheck) -> None:
        if self._session.year is not None:
            self._session.run(withdraw_confirmation, self._session.year, answer)
            self.look()

    def _lay_out(self, title: str) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.list)
        for part in (area.viewport(), self.list):
            part.setAutoFillBackground(False)  # the dialog shows through
        told = _HOW_VIEWED if self._session.read_only else _HOW
        below = QHBoxLayout()
        below.addWidget(self.state)
        below.addStretch()
        below.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label(title, "heading"))
        column.addWidget(label(told, "quiet", wrap=True))
        column.addWidget(area, 1)
        column.addLayout(below)


def look_over(parent: QWidget, session: Session) -> str:
    """Shows all that was found; the place the user wants to go to, "" when nowhere."""
    dialog = CheckingDialog(parent, session)
    dialog.exec()
    return dialog.place


def ask_reason(parent: QWidget | None, remark: Remark) -> str | None:
    """The reason, or None when it was given up."""
    dialog = ReasonDialog(parent, remark)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.reason.text()
