"""What an Excel file would change, row by row, before anything is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from itadesk.exchange.book import Book
from itadesk.exchange.planning.plan import ImportPlan, Outcome
from itadesk.exchange.reading import read_workbook
from itadesk.model.changes import Changes
from itadesk.services.exchange import apply_import, plan_read
from itadesk.thai.digits import to_thai
from ui.dialogs.plan_preview import PlanPreview
from ui.session import Session


class ImportPreview(PlanPreview[Book, ImportPlan]):
    """The exchange workbook; one refused row keeps all of it out."""

    def __init__(self, parent: QWidget | None, session: Session, path: Path) -> None:
        super().__init__(parent, session, "นำเข้าจาก Excel", "นำเข้า")
        self._path = path
        self.begin(f"กำลังอ่านไฟล์ “{path.name}”…", lambda: read_workbook(path))

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, path: Path) -> bool:
        """True when the file was imported."""
        return cls(parent, session, path).exec() == QDialog.DialogCode.Accepted

    def plan_of(self, read: Book) -> ImportPlan:
        return self._session.ask(plan_read, read)

    def apply(self, plan: ImportPlan) -> Changes | None:
        return self._session.sweep(apply_import, plan)

    def summary(self, plan: ImportPlan) -> str:
        return summary_of(plan, self._path.name)


def summary_of(plan: ImportPlan, file: str) -> str:
    """What an import would do, in a sentence."""
    count = {one: sum(row.result is one for row in plan.rows) for one in Outcome}
    year = f" ปี {to_thai(str(plan.year))}" if plan.year else ""
    if count[Outcome.REFUSED]:
        return (
            f"▲ ไฟล์ “{file}”{year} มี {to_thai(str(count[Outcome.REFUSED]))} รายการ"
            "ที่ต้องแก้ไขใน Excel ก่อน จึงยังนำเข้าไม่ได้ โปรดแก้ไขตามรายการข้างล่าง บันทึกไฟล์ แล้วนำเข้าใหม่"
        )
    if plan.changes_nothing:
        return f"ข้อมูลในไฟล์ “{file}”{year} ตรงกับที่มีอยู่แล้ว ไม่มีอะไรต้องนำเข้า"
    added, changed = to_thai(str(count[Outcome.ADDED])), to_thai(str(count[Outcome.CHANGED]))
    return f"ไฟล์ “{file}”{year} จะเพิ่ม {added} รายการ และเปลี่ยน {changed} รายการ นำเข้าแล้วยังเลิกทำได้"
