"""The form of one measure's report in a round, what was planned beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from itadesk.addresses import broken_addresses
from itadesk.labels import ROUND_SIGN, ROUND_STATUS
from itadesk.model.work import Measure, RoundReport, RoundStatus
from itadesk.model.year import YearData
from ui import theme
from ui.widgets.autosave import Typed
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.evidence_files import EvidenceFiles
from ui.widgets.labels import field_label, label
from ui.widgets.percent_field import PercentField
from ui.widgets.planned import Planned
from ui.widgets.text_field import TextField

BESIDE, NARROWEST = 500, 330  # px; below, the plan stands above the fields; least width
PROGRESS = "ร้อยละความก้าวหน้า"


class RoundForm(QWidget):
    """`report()` is what is typed, `stored` what the file holds."""

    edited = Signal()
    left = Signal()

    def __init__(self, files: EvidenceFiles) -> None:
        super().__init__()
        self.files = files
        self.stored = RoundReport(0, 0)
        self._touched = False
        self.planned = Planned()
        self.output, self.outcome = TextField(2), TextField(2)
        self.evidence, self.obstacles = TextField(1), TextField(1)
        self.progress, self.status = PercentField(PROGRESS), CalmCombo()
        self.problem = label(role="problem", wrap=True)
        self.broken = label(role="problem", wrap=True)
        self.status.addItem("ยังไม่ได้เลือก", None)
        for status, word in ROUND_STATUS.items():
            self.status.addItem(f"{ROUND_SIGN[status]} {word}", status)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._listen()

    @property
    def unsaved(self) -> bool:
        """True when the user changed something that the file does not hold yet."""
        return self._touched and self.report() != self.stored

    def report(self) -> RoundReport:
        """The report as it is typed now."""
        return replace(
            self.stored,
            output=self.output.text(),
            outcome=self.outcome.text(),
            evidence=self.evidence.text(),
            obstacles=self.obstacles.text(),
            progress=self.progress.value(self.stored.progress),
            status=self.status.currentData(),
        )

    def unread(self) -> str:
        """What was typed and is no percentage, to be shown again."""
        return self.progress.unread()

    def begin(self, report: RoundReport, measure: Measure, data: YearData, unread: str) -> None:
        """Shows another report; `unread` was typed there and is no percentage."""
        self.stored, self._touched = report, False
        self.planned.show_measure(measure, data)
        self.files.show_files(data, report.measure_id, report.months)
        for name, field in self._texts().items():
            field.begin(getattr(report, name))
        self.status.choose(report.status)
        self.progress.begin_value(report.progress, unread)

    def take(self, report: RoundReport, measure: Measure, data: YearData) -> None:
        """Shows what the file holds now; what is typed and not saved yet stays."""
        keep = self.unsaved
        self.stored = report
        self.planned.show_measure(measure, data)
        self.files.show_files(data, report.measure_id, report.months)
        if keep and self.report() != report:  # not when it was just saved
            return
        self._touched = False
        for name, field in self._texts().items():
            field.show_text(getattr(report, name))
        self.status.choose(report.status)
        self.progress.show_value(report.progress)

    def restore(self, report: RoundReport) -> None:
        """Puts back what was typed and could not be saved."""
        for name, field in self._texts().items():
            field.begin(getattr(report, name))
        self.status.choose(report.status)
        self.progress.begin_value(report.progress, self.unread())
        self._touched = True

    def settle(self) -> None:
        """Judges the percentage as it stands, before the form is left."""
        self.progress.settle()
        self.files.settle()

    def _texts(self) -> Mapping[str, TextField]:
        return {
            "output": self.output,
            "outcome": self.outcome,
            "evidence": self.evidence,
            "obstacles": self.obstacles,
        }

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(theme.BLOCK)
        fields.setVerticalSpacing(2)
        fields.setColumnStretch(0, 2)
        fields.setColumnStretch(1, 3)
        names = {
            "ผลการดำเนินการ (ผลผลิต)": self.output,
            "ผลลัพธ์หรือผลสัมฤทธิ์": self.outcome,
            "ปัญหาอุปสรรค": self.obstacles,
            "หลักฐาน (เช่น ภาพถ่าย คำสั่ง ที่อยู่เว็บไซต์)": self.evidence,
        }
        for place, (name, field) in enumerate(names.items()):
            line = 2 * place if place < 2 else 2 * place + 3
            fields.addWidget(field_label(name, field), line, 0, 1, 2)
            fields.addWidget(field, line + 1, 0, 1, 2)
        for column, (text, one) in enumerate(((PROGRESS, self.progress), ("สถานะ", self.status))):
            fields.addWidget(field_label(text, one), 4, column)
            fields.addWidget(one, 5, column)
        self.problem.hide()
        fields.addWidget(self.problem, 6, 0, 1, 2)
        self.broken.hide()
        fields.addWidget(self.broken, 11, 0, 1, 2)
        fields.addWidget(self.files, 12, 0, 1, 2)
        fields.setRowStretch(13, 1)
        self._both.setSpacing(theme.BLOCK)
        self._both.addWidget(self.planned, 2)
        self._both.addLayout(fields, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self._both)
        order = (self.output, self.outcome, self.progress, self.status, self.obstacles)
        for before, after in pairwise((*order, self.evidence, self.files.attach)):
            QWidget.setTabOrder(before, after)

    def _listen(self) -> None:
        self.progress.left.connect(self._done_at_hundred)
        fields: tuple[Typed, ...] = (*self._texts().values(), self.progress)
        for field in fields:
            field.edited.connect(self._tell)
            field.left.connect(self.left)
        self.progress.judged.connect(self._explain)
        self.evidence.textChanged.connect(self._forget_broken)
        self.evidence.left.connect(self._judge_addresses)
        self.status.activated.connect(self._answer_status)

    def _tell(self) -> None:
        self._touched = True
        self.edited.emit()

    def _done_at_hundred(self) -> None:
        """All of it done says the status too, unless one was chosen."""
        if self._touched and self.status.currentData() is None and self.report().progress == 100:
            self.status.choose(RoundStatus.DONE)

    def _answer_status(self) -> None:
        self._tell()
        self.left.emit()

    def _explain(self) -> None:
        self.problem.setText(self.progress.problem)
        self.problem.setVisible(bool(self.progress.problem))

    def _judge_addresses(self) -> None:
        """By their form alone; what is written is kept as it is."""
        found = broken_addresses(self.evidence.toPlainText())
        named = " ".join(f"“{each[:60]}”" for each in found)
        words = "ยังเปิดไม่ได้ โปรดคัดลอกทั้งหมดจากเว็บไซต์ ตั้งแต่ https://"
        self.broken.setText(f"ที่อยู่เว็บไซต์ {named} {words}" if found else "")
        self.broken.setVisible(bool(found))

    def _forget_broken(self) -> None:
        """What is mended goes while one types; what is new is told once it is left."""
        if self.broken.text() or not self.evidence.hasFocus():
            self._judge_addresses()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column; the place decides how many there are."""
        return QSize(theme.px(NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        beside = self.width() >= theme.px(BESIDE)
        self._both.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
