"""The findings of one indicator or issue below each other, with a box to start where none is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from itadesk.model.work import Finding
from itadesk.model.year import YearData
from itadesk.subjects import Subject
from ui import theme
from ui.models.surroundings import Surroundings, own_findings, surroundings
from ui.phrasing import Phrasing
from ui.widgets.buttons import button
from ui.widgets.finding_box import FindingBox
from ui.widgets.labels import label
from ui.widgets.suggested_text import SuggestedText

STRONG = "ประเด็นนี้ไม่มีจุดอ่อน ไม่จำเป็นต้องเขียน เอกสารจะพิมพ์ว่าให้รักษาระดับการดำเนินงานไว้"
FULL = "ทุกข้อได้ ๑๐๐ คะแนน ไม่จำเป็นต้องเขียนสาเหตุและแนวทาง เอกสารจะพิมพ์ว่าไม่มีข้อที่ได้คะแนนน้อย"


class FindingPanel(QScrollArea):
    """Builds the boxes anew only when other findings are there than before."""

    edited = Signal()
    left = Signal()
    removed = Signal(FindingBox)

    def __init__(self, phrasing: Phrasing) -> None:
        super().__init__()
        self.boxes: list[FindingBox] = []
        self._phrasing = phrasing
        self._open = (False, False)  # suggestions of cause and guideline, on the way through all
        self._shown: tuple[int, Subject] | None = None  # with the year
        self._extra = False
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to the boxes in it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_button = button("เพิ่มผลการวิเคราะห์", self.add, role="quiet", sign="plus")
        self._full_words = label(wrap=True)
        self.full = self._notice()
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.full)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(12)
        self._column.addLayout(self._boxes, 1)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch()
        self._column.addLayout(row)
        self._rest = QWidget()  # takes the height while there is no box
        self._column.addWidget(self._rest, 1)
        self.setWidget(holder)

    def show_subject(self, data: YearData, subject: Subject) -> None:
        """The findings the file holds about it."""
        other_year = self._shown is not None and self._shown[0] != data.year
        self._data = data
        findings = own_findings(data, subject)
        around = surroundings(data, subject)
        if (data.year, subject) != self._shown:
            self._shown, self._extra = (data.year, subject), False
        needless = around.low.all_full and around.low.complete
        self._full_words.setText(STRONG if subject.is_issue else FULL)
        self.full.setAccessibleName(self._full_words.text())
        self.full.setVisible(needless and not findings)
        if self._extra or not (findings or needless):
            findings.append(subject.blank())
        self._rest.setVisible(not findings)
        self._arrange(findings, around)
        if other_year:
            self.refresh_suggestions()
        self.add_button.setEnabled(not self._extra and all(f.id is not None for f in findings))

    def add(self) -> None:
        """Another empty box, ready to be typed in."""
        if self._shown is None:
            return
        self.left.emit()
        self._extra = True
        self.show_subject(self._data, self._shown[1])
        self.boxes[-1].cause.setFocus()
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def drop_extra(self) -> None:
        """The empty box is not wanted any more, or has become a finding."""
        self._extra = False

    def _arrange(self, findings: Sequence[Finding], around: Surroundings) -> None:
        same = [box.stored.id for box in self.boxes] == [each.id for each in findings]
        if same and all(box.subject == around.subject for box in self.boxes):
            for box, finding in zip(self.boxes, findings, strict=True):
                box.take(finding, around)
            return
        for box in self.boxes:
            self._boxes.removeWidget(box)
            box.hide()
            box.deleteLater()
        several = len(findings) > 1
        self.boxes = [
            self._made(finding, around, n if several else 0)
            for n, finding in enumerate(findings, start=1)
        ]
        if self.boxes:
            QWidget.setTabOrder(self.boxes[-1].guidelines.keep, self.add_button)
        least = max((box.minimumSizeHint().width() for box in self.boxes), default=280)
        self.setMinimumWidth(least + self.verticalScrollBar().sizeHint().width())

    def _made(self, finding: Finding, around: Surroundings, number: int) -> FindingBox:
        box = FindingBox(finding, around, self._phrasing, number)
        box.edited.connect(self.edited)
        box.left.connect(self.left)
        box.removed.connect(lambda: self.removed.emit(box))
        box.remove.setVisible(finding.id is not None or self._extra)
        for each, wanted in zip((box.causes, box.guidelines), self._open, strict=True):
            each.open(wanted)
            each.turned.connect(partial(self._turned, box, each))
        self._boxes.addWidget(box)
        return box

    def refresh_suggestions(self) -> None:
        """The library or another year has changed."""
        for box in self.boxes:
            box.causes.refresh()
            box.guidelines.refresh()

    def _turned(self, box: FindingBox, turned: SuggestedText) -> None:
        """Stays so on the way through all; what was unfolded is brought into sight."""
        self._open = (box.causes.is_open, box.guidelines.is_open)
        if turned.is_open and turned.list.rows:
            first = turned.list.rows[0]
            QTimer.singleShot(0, first, lambda: self.ensureWidgetVisible(first))

    def _notice(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "notice")
        frame.setProperty("kind", "done")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        frame.setSizePolicy(policy)
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(theme.GAP)
        row.addWidget(label("✓", "sign"), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._full_words, 1)
        return frame
