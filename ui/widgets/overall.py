"""The overall score, large, with its rating and the change from the year before."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadesk.model.result import Figure, shown
from itadesk.model.year import YearData
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score
from ui.widgets.labels import label, set_property

DOUBT = "คะแนนคำนวณจากโครงสร้างข้อคำถามของปีนี้ที่ยังไม่ได้ยืนยัน โปรดเทียบกับคะแนนที่ประกาศ"


class Overall(QWidget):
    """Figure, rating, and a line that compares."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = label("–", "figure")
        self.rating = label(role="badge")
        self.remark = label(role="quiet", wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.rating)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label("คะแนนภาพรวม", "quiet"))
        column.addWidget(self.figure)
        column.addLayout(row)
        column.addWidget(self.remark)
        column.addStretch()

    def show_year(self, data: YearData, before: Figure | None) -> None:
        """`before` is the overall figure of the year before, None when it is not in the file."""
        result = data.result
        thai = data.settings.digits == "thai"
        self.figure.setText(format_score(result.overall.value, thai) or "–")
        self.rating.setText(_rating_words(data))
        kind = {True: "keep", False: "urgent", None: "none"}[result.passes]
        set_property(self.rating, "kind", kind)
        doubt = "โครงสร้างยังไม่ยืนยัน" if result.overall.unconfirmed else ""
        self.remark.setToolTip(DOUBT if doubt else "")
        self.remark.setText("\n".join(filter(None, [_change(data, before), doubt])))
        self.remark.setVisible(bool(self.remark.text()))


def _rating_words(data: YearData) -> str:
    result = data.result
    if result.rating is None:
        return "ยังไม่ครบ"
    sign = "" if result.passes is None else "✓ " if result.passes else "▲ "
    return f"{sign}{result.rating}" + ("" if result.complete else " (ยังไม่ครบ)")


def _change(data: YearData, before: Figure | None) -> str:
    now = data.result.overall.value
    if before is None or before.value is None or now is None:
        return ""
    change = shown(now) - shown(before.value)
    year = f"ปี {to_thai(str(data.year - 1))}"
    if not change:
        return f"เท่ากับ{year}"
    sign = "▲" if change > 0 else "▼"
    return f"{sign} {format_score(abs(change), data.settings.digits == 'thai')} จาก{year}"
