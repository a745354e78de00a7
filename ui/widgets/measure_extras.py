"""What a measure may have beside its plan; folded while nothing of it is filled in."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from itadesk.model.work import Measure
from ui import theme
from ui.widgets.fold import Fold
from ui.widgets.labels import field_label
from ui.widgets.text_field import LineField, TextField

NAMES = {
    "success": "ตัวชี้วัดความสำเร็จ",
    "target": "ค่าเป้าหมาย",
    "budget": "งบประมาณ",
    "overseer": "ผู้กำกับติดตาม",
}


class MeasureExtras(Fold):
    """Fields named as those of a measure."""

    def __init__(self) -> None:
        holder = QWidget()
        super().__init__(f"รายละเอียดเพิ่มเติม: {' '.join(NAMES.values())}", holder)
        self.success, self.target = TextField(1, most=6), TextField(1, most=6)
        self.budget, self.overseer = LineField(), LineField()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.BLOCK)
        grid.setVerticalSpacing(4)
        fields = (self.success, self.target, self.budget, self.overseer)
        for place, (text, field) in enumerate(zip(NAMES.values(), fields, strict=True)):
            row, column = divmod(place, 2)
            grid.addWidget(field_label(text, field), 2 * row, column)
            grid.addWidget(field, 2 * row + 1, column)

    def open_for(self, measure: Measure) -> None:
        """Unfolded where any of it is filled in."""
        self.open(any(getattr(measure, name) for name in NAMES))
