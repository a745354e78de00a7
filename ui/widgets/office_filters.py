"""Which offices of a province are shown: by district, kind, level, file, and words of the name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from itadesk.gathering import OfficeLine
from itadesk.thai.collation import sort_key
from ui import theme
from ui.models.offices import ALL, FAILED, LATE, PASSED, UNRATED, WAITING, OfficeFilter
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.flow_layout import FlowLayout

WIDEST = 168  # px of a list, so that all stand in one row of a small screen
_WHICH = (
    ("ทุกหน่วยงาน", ALL),
    ("ผ่านเกณฑ์ ๘๕", PASSED),
    ("ไม่ผ่านเกณฑ์ ๘๕", FAILED),
    ("ยังไม่ส่งหรือส่งคืน", WAITING),
    ("ค้างรายงานมาตรการ", LATE),
)


class OfficeFilters(QWidget):
    """Lists of what there is; `wanted` is the present choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.district, self.kind = CalmCombo(), CalmCombo()
        self.rating, self.which = CalmCombo(), CalmCombo()
        self.words = QLineEdit()
        self.words.setPlaceholderText("ค้นหาชื่อหน่วยงาน")
        self.words.setClearButtonEnabled(True)
        names = ("อำเภอ", "ประเภทหน่วยงาน", "ระดับ", "ผลและไฟล์", "ค้นหาชื่อหน่วยงาน")
        row = FlowLayout(self, gap=theme.GAP)
        fields = (self.district, self.kind, self.rating, self.which, self.words)
        for name, each in zip(names, fields, strict=True):
            each.setAccessibleName(name)
            each.setMinimumHeight(theme.TARGET)
            row.addWidget(each)
        for words, which in _WHICH:
            self.which.addItem(words, which)
        for combo in (self.district, self.kind, self.rating, self.which):
            combo.setMaximumWidth(theme.px(WIDEST))
            combo.currentIndexChanged.connect(self._tell)
        self.words.textChanged.connect(self._tell)

    def show_choices(self, lines: Iterable[OfficeLine]) -> None:
        """Districts, kinds and levels that occur; what was chosen stays while it is there."""
        found = list(lines)
        self._fill(self.district, "ทุกอำเภอ", {line.district for line in found})
        self._fill(self.kind, "ทุกประเภท", {line.kind for line in found})
        self._fill(self.rating, "ทุกระดับ", {line.rating or UNRATED for line in found})

    def wanted(self, today: date) -> OfficeFilter:
        return OfficeFilter(
            self.district.currentData() or "",
            self.kind.currentData() or "",
            self.rating.currentData() or "",
            self.which.currentData(),
            self.words.text(),
            today,
        )

    def _fill(self, combo: CalmCombo, every: str, values: set[str]) -> None:
        kept = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(every, "")
        for value in sorted(values - {""}, key=sort_key):
            combo.addItem(value, value)
        combo.choose(kept if kept in values else "")
        combo.blockSignals(False)

    def _tell(self) -> None:
        self.changed.emit()
