"""ตรวจสอบเครื่อง: what works on this computer, with a report to save."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from itadesk.errors import ItadeskError
from itadesk.files import replace_file
from itadesk.selftest import Verdict
from itadesk.selftest.report import sign
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs.files import pick_save
from ui.dialogs.frame import open_at
from ui.selftest.asking import Asking, Line
from ui.widgets.buttons import button, primary_button
from ui.widgets.card import Card
from ui.widgets.labels import label, paragraph

_KINDS = {Verdict.GOOD: "keep", Verdict.LOOK: "improve", Verdict.BAD: "urgent"}
_WORST_FIRST = (Verdict.BAD, Verdict.LOOK, Verdict.GOOD)
_TEXT = ("ไฟล์ข้อความ", "txt")
_HOW = (
    "ลองพิมพ์ PDF บันทึกไฟล์ ตัดคำ คัดลอก และอื่น ๆ จริงในเครื่องนี้ ใช้เวลาไม่กี่วินาที "
    "รายงานไม่มีข้อมูลของหน่วยงาน ชื่อผู้ใช้ หรือชื่อเครื่อง"
)


class SelfTestDialog(QDialog):
    """Begins at once; what does not pass stands first."""

    def __init__(self, parent: QWidget | None, folder: Path | None, documents: Path) -> None:
        super().__init__(parent)
        self._documents, self.report = documents, ""
        self._asking = Asking(self, folder)
        self._asking.answered.connect(self._show)
        self._asking.failed.connect(self._judge)
        self.state, self.problem = label(wrap=True), label(role="problem", wrap=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.again = button("ตรวจอีกครั้ง", self.begin)
        self.copy = button("คัดลอกรายงาน", self._copy, sign="copy")
        self.save = button("บันทึกรายงาน…", self._save)
        self.close_it = primary_button("ปิด", self.reject)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName("ผลการตรวจสอบเครื่อง")
        self._lay_out()
        self.begin()

    def begin(self) -> None:
        """Tries everything anew."""
        self.state.setText("กำลังตรวจสอบ…")
        self.problem.hide()
        self._let_wait(True)
        self._asking.begin()

    def _lay_out(self) -> None:
        self.setWindowTitle("ตรวจสอบเครื่อง")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, 20, theme.PAGE, 20)
        column.setSpacing(theme.GAP)
        column.addWidget(label("ตรวจสอบเครื่อง", "heading"))
        column.addWidget(label(_HOW, "quiet", wrap=True))
        for widget in (self.state, self.progress, self.problem):
            column.addWidget(widget)
        column.addWidget(self.area, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.again)
        row.addStretch()
        for each in (self.copy, self.save, self.close_it):
            row.addWidget(each)
        column.addLayout(row)
        open_at(self, 720, 560)

    def _let_wait(self, waiting: bool) -> None:
        self.progress.setVisible(waiting)
        for each in (self.again, self.copy, self.save):
            each.setEnabled(not waiting)

    def _show(self, lines: tuple[Line, ...], report: str) -> None:
        self.report = report
        self._let_wait(False)
        counts = {each: sum(line.verdict is each for line in lines) for each in Verdict}
        told = " · ".join(f"{each} {count}" for each, count in counts.items() if count)
        self.state.setText(to_thai(f"ตรวจแล้ว {len(lines)} เรื่อง: {told}"))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        for line in sorted(lines, key=lambda line: _WORST_FIRST.index(line.verdict)):
            column.addWidget(_card(line))
        column.addStretch()
        self.area.setWidget(holder)
        self.close_it.setFocus()

    def _judge(self, sentence: str) -> None:
        self._let_wait(False)
        for each in (self.copy, self.save):
            each.setEnabled(bool(self.report))
        self.state.setText("")
        self.problem.setText(f"▲ {sentence}")
        self.problem.show()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report)
        self.state.setText("คัดลอกรายงานแล้ว วางในไลน์หรืออีเมลได้เลย")

    def _save(self) -> None:
        name = f"ตรวจสอบเครื่อง {date.today().isoformat()}.txt"
        target = pick_save(self, "บันทึกรายงาน", self._documents / name, _TEXT)
        if target is None:
            return
        try:
            replace_file(target, self.report.encode("utf-8-sig"))
        except ItadeskError as refusal:
            self.problem.setText(f"▲ {refusal}")
            self.problem.show()
        else:
            self.state.setText(f"บันทึก “{target.name}” แล้ว")

    def done(self, result: int) -> None:
        self._asking.end()
        super().done(result)


def _card(line: Line) -> Card:
    card = Card()
    row = QHBoxLayout()
    badge = label(f"{sign(line.verdict)} {line.verdict}", "badge")
    badge.setProperty("kind", _KINDS[line.verdict])
    row.addWidget(label(line.title, "strong"), 1)
    row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
    card.body.addLayout(row)
    card.add(paragraph(line.found))
    if line.advice:
        card.add(paragraph(f"ควรทำ: {line.advice}"))
    card.add(paragraph(f"วิธีตรวจ: {line.how}", "quiet"))
    card.setAccessibleName(f"{line.title} {line.verdict}")
    return card
