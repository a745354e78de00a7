"""The findings of one indicator below each other, with a box to start where there is none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
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
from itadesk.thai.digits import to_thai
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.finding_box import FindingBox, Surroundings, surroundings
from ui.widgets.labels import label

FULL = "ทุกข้อได้ ๑๐๐ คะแนน ไม่จำเป็นต้องเขียนสาเหตุและแนวทาง เอกสารจะพิมพ์ว่าไม่มีข้อที่ได้คะแนนน้อย"


class FindingPanel(QScrollArea):
    """Builds the boxes anew only when other findings are there than before."""

    edited = Signal()
    left = Signal()
    removed = Signal(FindingBox)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[FindingBox] = []
        self._shown: tuple[int, int] | None = None  # year and indicator
        self._extra = False
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to the boxes in it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_button = button("เพิ่มผลการวิเคราะห์", self.add, role="quiet", sign="plus")
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

    def show_indicator(self, data: YearData, no: int) -> None:
        """The findings the file holds for an indicator."""
        self._data = data
        findings = [each for each in data.findings if each.indicator == no]
        around = surroundings(data, no)
        if (data.year, no) != self._shown:
            self._shown, self._extra = (data.year, no), False
        needless = around.low.all_full and around.low.complete
        self.full.setVisible(needless and not findings)
        if self._extra or not (findings or needless):
            findings.append(Finding(indicator=no))
        self._rest.setVisible(not findings)
        self._arrange(findings, around)
        self.add_button.setEnabled(not self._extra and all(f.id is not None for f in findings))

    def add(self) -> None:
        """Another empty box for the indicator, ready to be typed in."""
        if self._shown is None:
            return
        self.left.emit()
        self._extra = True
        self.show_indicator(self._data, self._shown[1])
        self.boxes[-1].cause.setFocus()
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def drop_extra(self) -> None:
        """The empty box is not wanted any more, or has become a finding."""
        self._extra = False

    def _arrange(self, findings: Sequence[Finding], around: Surroundings) -> None:
        same = [box.stored.id for box in self.boxes] == [each.id for each in findings]
        if same and all(box.stored.indicator == findings[0].indicator for box in self.boxes):
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
            QWidget.setTabOrder(self.boxes[-1].refer, self.add_button)
        least = max((box.minimumSizeHint().width() for box in self.boxes), default=280)
        self.setMinimumWidth(least + self.verticalScrollBar().sizeHint().width())

    def _made(self, finding: Finding, around: Surroundings, number: int) -> FindingBox:
        box = FindingBox(finding, around, number)
        box.edited.connect(self.edited)
        box.left.connect(self.left)
        box.removed.connect(lambda: self.removed.emit(box))
        box.remove.setVisible(finding.id is not None or self._extra)
        box.setMinimumHeight(300)
        self._boxes.addWidget(box)
        return box

    def _notice(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "notice")
        frame.setProperty("kind", "done")
        frame.setAccessibleName(FULL)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        frame.setSizePolicy(policy)
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(theme.GAP)
        row.addWidget(label("✓", "sign"), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(FULL, wrap=True), 1)
        return frame


def indicator_title(data: YearData, no: int) -> str:
    """The head above an indicator's questions."""
    indicator = data.catalogue.indicator(no)
    name = indicator.name.text if indicator else ""
    return f"ตัวชี้วัดที่ {to_thai(str(no))} {name}".strip()
