"""Settings: the office, and the year of the measures."""

from __future__ import annotations

from dataclasses import replace

from itadesk.errors import ItadeskError
from itadesk.model.office import Office, OfficeKind
from itadesk.services.office import checked_office, save_office
from itadesk.services.years import FIRST_YEAR, LAST_YEAR, change_plan_year
from itadesk.thai.digits import to_thai
from ui.dialogs.new_office import provinces
from ui.session import Session
from ui.widgets.autosave import AutoSave
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.card import Card
from ui.widgets.completing import complete
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import label, show_if
from ui.widgets.text_field import LineField
from ui.widgets.thai_spin import ThaiSpin


class OfficeCard(Card):
    """Saves as one record when a field is left."""

    def __init__(self, session: Session) -> None:
        super().__init__("หน่วยงาน")
        self._session = session
        self.name, self.district, self.code = LineField(), LineField(), LineField()
        self.province = LineField()
        complete(self.province, provinces())
        self.kind = CalmCombo()
        for kind in OfficeKind:
            self.kind.addItem(str(kind), kind)
        self.problem = label(role="problem", wrap=True)
        self.add(label("ชื่อและประเภทนี้พิมพ์ในเอกสารทุกฉบับ", "quiet", wrap=True))
        form = FormGrid()
        form.add("ชื่อเต็ม", self.name, "ชื่อเต็มของหน่วยงาน")
        form.add(
            "ประเภท",
            self.kind,
            "ประเภทหน่วยงาน",
            hint="กำหนดชื่อตำแหน่งผู้บริหาร ที่ทำการ และชื่อส่วนราชการในเอกสาร",
        )
        form.add("อำเภอ", self.district)
        form.add("จังหวัด", self.province)
        form.add("รหัสหน่วยงาน", self.code, hint="ใส่เมื่อมี จังหวัดใช้จับคู่ไฟล์ของหน่วยงาน")
        form.add_below(self.problem)
        self.body.addLayout(form)
        self._saving = AutoSave(self, session)
        for field in (self.name, self.district, self.province, self.code):
            self._saving.watch(field)
        self._saving.due.connect(self.save)
        self.kind.activated.connect(self.save)
        self.load()

    def load(self) -> None:
        """Shows what is stored; a name that was refused stays."""
        office = self._stored()
        if self.problem.text():
            return
        self.problem.hide()
        self.name.show_text(office.name)
        self.district.show_text(office.district)
        self.province.show_text(office.province)
        self.code.show_text(office.code)
        self.kind.choose(office.kind)

    def save(self) -> None:
        office = replace(
            self._stored(),
            name=self.name.stored(),
            kind=self.kind.currentData(),
            district=self.district.stored(),
            province=self.province.stored(),
            code=self.code.stored(),
        )
        try:
            office = checked_office(office)
        except ItadeskError as wrong:
            self.problem.setText(f"▲ {wrong}")
            self.problem.show()
            return
        self.problem.setText("")
        self.problem.hide()
        if office != self._stored():
            self._session.run(save_office, office)

    def _stored(self) -> Office:
        return self._session.ask(lambda store: store.office.get())


class YearCard(Card):
    """The year of the measures of the year that is shown."""

    def __init__(self, session: Session) -> None:
        super().__init__("ปีงบประมาณ")
        self._session = session
        self.year = label()
        self.plan_year = ThaiSpin(FIRST_YEAR, LAST_YEAR)
        form = FormGrid()
        form.add("ปีที่ประเมิน", self.year)
        form.add("ปีที่ดำเนินมาตรการ", self.plan_year, hint="ปกติคือปีถัดจากปีที่ประเมิน")
        self.body.addLayout(form)
        self.plan_year.valueChanged.connect(self.save)
        self.load()

    def load(self) -> None:
        data = self._session.data
        show_if(data is not None, self)
        if data is not None:
            self.year.setText(f"{to_thai(str(data.year))} (เลือกปีอื่นได้ที่มุมซ้ายบน)")
            self.plan_year.show_number(data.assessment.plan_year)

    def save(self) -> None:
        data = self._session.data
        if data is not None and self.plan_year.value() != data.assessment.plan_year:
            self._session.run(change_plan_year, data.year, self.plan_year.value())
