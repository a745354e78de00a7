"""รับจากสำนัก/กอง: what the sheets that came back would change, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadesk.exchange.planning.plan import Outcome
from itadesk.exchange.planning.unit_fields import Clash
from itadesk.exchange.planning.unit_sheets import Returned, ReturnPlan
from itadesk.model.changes import Changes
from itadesk.services.unit_sheets import apply_returned, plan_sheets, read_returned
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs.plan_preview import PlanPreview
from ui.session import Session
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.labels import field_label

CLASHES = {
    Clash.KEEP: "คงไว้ตามโปรแกรม",
    Clash.TAKE: "ใช้ตามแบบที่ส่งคืน",
    Clash.APPEND: "ต่อท้ายข้อความในโปรแกรม",
}


class UnitSheetsIn(PlanPreview[tuple[Returned, ...], ReturnPlan]):
    """Several files at once; one with a refused row is left out, the others can be taken."""

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        paths: Sequence[Path],
        parts: str,
        today: Callable[[], date],
    ) -> None:
        super().__init__(parent, session, f"รับแบบจาก{parts}", "รับผล")
        self._today, self._year = today, session.year
        self.clash = CalmCombo()
        for clash, words in CLASHES.items():
            self.clash.addItem(words, clash)
        self.clash.setMinimumContentsLength(22)
        self.clash_line = QWidget()
        row = QHBoxLayout(self.clash_line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(field_label("ช่องที่แก้ไขทั้งสองฝ่าย", self.clash))
        row.addWidget(self.clash)
        row.addStretch()
        self.add_line(self.clash_line)
        self.clash_line.hide()
        self.clash.currentIndexChanged.connect(self._plan_again)
        self.begin(f"กำลังอ่านแบบ {to_thai(str(len(paths)))} ไฟล์…", lambda: read_returned(paths))

    def plan_of(self, read: tuple[Returned, ...]) -> ReturnPlan:
        assert self._year is not None
        return self._session.ask(plan_sheets, self._year, read, Clash(self.clash.currentData()))

    def apply(self, plan: ReturnPlan) -> Changes | None:
        assert self._year is not None
        return self._session.sweep(apply_returned, self._year, plan, self._today())

    def allowed(self, plan: ReturnPlan) -> bool:
        return not plan.changes_nothing

    def show_plan(self, plan: ReturnPlan) -> None:
        super().show_plan(plan)
        self.clash_line.setVisible(plan.clashes > 0)

    def summary(self, plan: ReturnPlan) -> str:
        """What would change, and which files are left out."""
        left_out = to_thai(str(len(plan.left_out)))
        words = f"▲ ไม่รับ {left_out} ไฟล์ที่ต้องแก้ไขก่อน ({' · '.join(plan.left_out)}) "
        first = words if plan.left_out else ""
        if plan.changes_nothing:
            return f"{first}ไม่มีผลใหม่ให้รับจาก {to_thai(str(len(plan.returned)))} ไฟล์"
        read = to_thai(str(len(plan.returned) - len(plan.left_out)))
        return f"{first}รับได้ {read} ไฟล์ จะ{told(plan)} รับแล้วยังเลิกทำได้"

    def _plan_again(self) -> None:
        if self.plan is not None:
            self.show_plan(self.plan_of(self.plan.returned))


def told(plan: ReturnPlan) -> str:
    """How much is added and changed, of the files that are taken."""
    kept_out = {row.sheet for row in plan.rows if row.result is Outcome.REFUSED}
    count = {
        one: sum(row.result is one and row.sheet not in kept_out for row in plan.rows)
        for one in (Outcome.ADDED, Outcome.CHANGED)
    }
    added, changed = to_thai(str(count[Outcome.ADDED])), to_thai(str(count[Outcome.CHANGED]))
    return f"เพิ่ม {added} ช่อง เปลี่ยน {changed} ช่อง"
