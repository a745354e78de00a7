"""รวมผลรายงานของหน่วยงาน: what offices did in a round into the province's own report."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from itadesk.model.year import YearData
from itadesk.rounds import rounds_of
from itadesk.services.gathering_reports import GatheredReports, keep_reports, plan_reports
from itadesk.thai.digits import to_thai
from ui.dialogs.frame import FormDialog
from ui.session import Session
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.labels import label


class GatherReportsDialog(FormDialog):
    """A round is chosen; what would be filled is told before it is."""

    def __init__(self, parent: QWidget | None, session: Session, data: YearData) -> None:
        remark = (
            "ผลที่หน่วยงานรายงาน ขึ้นต้นด้วยชื่อหน่วยงาน รวมไว้ในผลการดำเนินงานของมาตรการเดียวกันหรือ"
            "ตัวชี้วัดเดียวกันของไฟล์นี้ มาตรการที่กรอกผลไว้แล้วไม่เปลี่ยน"
        )
        super().__init__(parent, "รวมผลรายงานของหน่วยงาน", remark, "รวมผล")
        self._session, self._year = session, data.year
        self.plan = GatheredReports(0)
        self.round = CalmCombo()
        for months in rounds_of(data):
            self.round.addItem(to_thai(f"รอบ {months} เดือน"), months)
        self.told = label(role="quiet", wrap=True)
        self.add_field("รอบ", self.round)
        self.add_line(self.told, wide=True)
        self.round.currentIndexChanged.connect(self._look)
        self._look()

    def try_accept(self) -> None:
        """Writes it; what is refused is told in the window."""
        if self._session.run(keep_reports, self.plan) is not None:
            self.accept()

    def _look(self) -> None:
        self.plan = self._session.ask(plan_reports, self._year, self.round.currentData())
        told = f"จะกรอกผลของ {len(self.plan.reports)} มาตรการ จาก {self.plan.offices} หน่วยงาน"
        kept = f" · {self.plan.kept} มาตรการกรอกไว้แล้ว" if self.plan.kept else ""
        none = "ไม่มีผลของหน่วยงานที่จะรวมในรอบนี้"
        self.told.setText(to_thai((told if self.plan.reports else none) + kept))
        self.agree.setEnabled(bool(self.plan.reports))
