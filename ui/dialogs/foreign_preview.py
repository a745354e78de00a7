"""What the scores of a workbook that is not ours would change, row by row."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from itadesk.exchange.planning.plan import ImportPlan
from itadesk.model.changes import Changes
from itadesk.services.exchange import apply_import
from itadesk.services.foreign import plan_foreign
from ui.dialogs.foreign_columns import Chosen
from ui.dialogs.import_preview import summary_of
from ui.dialogs.plan_preview import PlanPreview
from ui.session import Session


class ForeignPreview(PlanPreview[Chosen, ImportPlan]):
    """One refused row keeps all of it out."""

    def __init__(self, parent: QWidget | None, session: Session, chosen: Chosen) -> None:
        super().__init__(parent, session, "นำเข้าคะแนนจากไฟล์อื่น", "นำเข้า")
        self._file = chosen.book.file
        self.begin(f"กำลังตรวจไฟล์ “{self._file}”…", lambda: chosen)

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, chosen: Chosen) -> bool:
        """True when the scores were imported."""
        return cls(parent, session, chosen).exec() == QDialog.DialogCode.Accepted

    def plan_of(self, read: Chosen) -> ImportPlan:
        year = self._session.year
        assert year is not None
        return self._session.ask(plan_foreign, read.book, read.columns, read.rows, year)

    def apply(self, plan: ImportPlan) -> Changes | None:
        return self._session.sweep(apply_import, plan)

    def summary(self, plan: ImportPlan) -> str:
        return summary_of(plan, self._file)
