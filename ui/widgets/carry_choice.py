"""What to take over from an earlier year: which year, and what of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from itadesk.carrying import Carried
from itadesk.thai.digits import to_thai
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.labels import label

Counts = Mapping[int, Mapping[Carried, int]]

_WORDS = {
    Carried.MEASURES: ("มาตรการและผู้รับผิดชอบ", "รายการ"),
    Carried.TEXTS: ("ข้อความที่แก้ไขในเอกสาร", "ข้อความ"),
    Carried.LIMITATIONS: ("ข้อจำกัด", "ข้อ"),
    Carried.OIT_UNITS: ("ผู้รับผิดชอบรายข้อของ OIT", "ข้อ"),
    Carried.FINDINGS: ("สาเหตุและแนวทางของปีนั้น", "เรื่อง"),
}
_LEFT_OUT = frozenset({Carried.FINDINGS})  # they are about the result of their own year
REST = "คะแนนและรายงานผลเริ่มใหม่ หน่วยงาน ผู้ลงนาม และคลังข้อความใช้ร่วมกันทุกปีอยู่แล้ว"


class CarryChoice(QWidget):
    """The year stands in `source`, one box a kind in `boxes`; what a year lacks has no box."""

    changed = Signal()

    def __init__(self, counts: Counts, *, may_be_none: bool = True) -> None:
        super().__init__()
        self._counts, self._may_be_none = counts, may_be_none
        self.source = CalmCombo()
        self.boxes = {kind: QCheckBox() for kind in _WORDS}
        self.rest = label(REST, "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for place, (kind, box) in enumerate(self.boxes.items()):
            box.setChecked(kind not in _LEFT_OUT)
            box.toggled.connect(self.changed)
            grid.addWidget(box, place // 2, place % 2)
        column.addLayout(grid)
        column.addWidget(self.rest)
        self.source.currentIndexChanged.connect(self._show_boxes)

    def show_for(self, year: int | None) -> None:
        """Offers the other years that have something; the one just before is chosen."""
        years = [one for one, have in self._counts.items() if one != year and any(have.values())]
        earlier = [one for one in years if year is not None and one < year]
        self.source.clear()
        for one in years:
            self.source.addItem(f"ปี {to_thai(str(one))}", one)
        if self._may_be_none:
            self.source.addItem("ไม่นำมา เริ่มจากว่าง", None)
        self.source.choose(earlier[0] if earlier or not self._may_be_none else None)
        self.source.setEnabled(self.source.count() > 1)

    def year(self) -> int | None:
        chosen: int | None = self.source.currentData()
        return chosen

    def what(self) -> frozenset[Carried]:
        """The kinds that are ticked and there."""
        have = self._counts.get(self.year() or 0, {})
        ticked = (kind for kind, box in self.boxes.items() if box.isChecked() and have.get(kind))
        return frozenset(ticked)

    def _show_boxes(self) -> None:
        have = self._counts.get(self.year() or 0, {})
        for kind, box in self.boxes.items():
            words, unit = _WORDS[kind]
            count = have.get(kind, 0)
            box.setText(f"{words} ({to_thai(str(count))} {unit})")
            box.setVisible(count > 0)
        self.rest.setVisible(bool(have))
        self.changed.emit()
