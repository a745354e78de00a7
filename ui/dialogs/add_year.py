"""Adding a score year to the file."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from itadesk.services.carrying import carriable
from itadesk.services.years import FIRST_YEAR, LAST_YEAR, catalogue_years, score_years
from itadesk.thai.digits import to_thai
from ui.dialogs.carry_over import Wanted
from ui.dialogs.frame import FormDialog
from ui.session import Session
from ui.widgets.carry_choice import CarryChoice, Counts
from ui.widgets.thai_spin import ThaiSpin


@dataclass(frozen=True, slots=True)
class NewYear:
    """The year assessed, the year in which the measures are carried out, what to begin with."""

    year: int
    plan_year: int
    wanted: Wanted | None = None


class AddYearDialog(FormDialog):
    """Offers years with questions that the file has not; that after `latest` is chosen first."""

    def __init__(
        self,
        parent: QWidget | None,
        years: list[int],
        counts: Counts | None = None,
        latest: int | None = None,
    ) -> None:
        super().__init__(
            parent,
            "เพิ่มปีงบประมาณที่ประเมิน",
            "ปีที่ประเมินคือปีของผลคะแนน ส่วนปีที่ดำเนินมาตรการปกติคือปีถัดไป "
            "หากไม่มีปีที่ต้องการ โปรดสร้างชุดข้อคำถามของปีใหม่ที่หน้าตั้งค่าก่อน",
            "เพิ่มปี",
            640,
        )
        self.year, self.plan_year = QComboBox(), ThaiSpin(FIRST_YEAR, LAST_YEAR)
        for year in years:
            self.year.addItem(f"ปี {to_thai(str(year))}", year)
        if latest is not None and latest + 1 in years:
            self.year.setCurrentIndex(years.index(latest + 1))
        self.add_field("ปีงบประมาณที่ประเมิน", self.year)
        self.add_field("ปีงบประมาณที่ดำเนินมาตรการ", self.plan_year)
        self.carry = CarryChoice(counts or {})
        if any(any(have.values()) for have in (counts or {}).values()):
            self.add_field("นำข้อมูลมาจาก", self.carry.source)
            self.add_line(self.carry, wide=True)
        self.year.currentIndexChanged.connect(self._suggest)
        self._suggest()
        self.year.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session) -> NewYear | None:
        """The year to add, or None."""
        taken = set(session.ask(score_years))
        years = [year for year in session.ask(catalogue_years) if year not in taken]
        dialog = cls(parent, years, session.ask(carriable), max(taken, default=None))
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return dialog.answer()

    def answer(self) -> NewYear:
        """What is chosen; call it after `check` was content."""
        source, what = self.carry.year(), self.carry.what()
        wanted = Wanted(source, what) if source is not None and what else None
        return NewYear(int(self.year.currentData()), self.plan_year.value(), wanted)

    def check(self) -> str:
        if self.year.currentData() is None:
            return "ทุกปีที่มีชุดข้อคำถามอยู่ในไฟล์นี้แล้ว โปรดสร้างชุดของปีใหม่ที่หน้าตั้งค่า"
        return ""

    def _suggest(self) -> None:
        year = self.year.currentData()
        self.plan_year.setEnabled(year is not None)
        if year is not None:
            self.plan_year.setValue(int(year) + 1)
        self.carry.show_for(year)
