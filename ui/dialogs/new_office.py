"""Making an office's file: who it is, which year comes first, where the file lies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QLineEdit, QWidget

from itadesk.catalogue.reader import shipped_years
from itadesk.errors import ItadeskError
from itadesk.model.office import Office, OfficeKind
from itadesk.naming import file_name
from itadesk.reports.parts.names import usual_parts
from itadesk.services.office import checked_office
from itadesk.thai.dates import fiscal_year_of
from itadesk.thai.digits import to_thai
from resources import ROOT
from ui.dialogs.files import OFFICE, pick_save
from ui.dialogs.frame import FormDialog
from ui.widgets.buttons import button
from ui.widgets.completing import complete
from ui.widgets.labels import label, show_if

BEGINNINGS = {
    OfficeKind.SAO: "องค์การบริหารส่วนตำบล",
    OfficeKind.TOWN: "เทศบาลตำบล",
    OfficeKind.MUNICIPALITY: "เทศบาลเมือง",
    OfficeKind.CITY: "เทศบาลนคร",
    OfficeKind.PAO: "องค์การบริหารส่วนจังหวัด",
    OfficeKind.PROVINCE: "จังหวัด",
}


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What the dialog gives."""

    office: Office
    year: int
    path: Path
    units: tuple[str, ...] = ()


def provinces() -> list[str]:
    """The provinces in Thai order."""
    return (ROOT / "provinces.txt").read_text(encoding="utf-8").split()


class NewOfficeDialog(FormDialog):
    """Suggests name and place of the file from the office's name."""

    def __init__(
        self, parent: QWidget | None, folder: Path, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(
            parent,
            "สร้างไฟล์ของหน่วยงาน",
            "หนึ่งหน่วยงานใช้ไฟล์เดียว เก็บได้ทุกปี ข้อมูลเหล่านี้แก้ไขภายหลังได้ที่หน้าตั้งค่า",
            "สร้างไฟล์",
        )
        self._folder, self._chosen = folder, False
        self.kind, self.name = QComboBox(), QLineEdit()
        self.kind.addItems([str(kind) for kind in OfficeKind])
        self.district, self.province = QLineEdit(), QLineEdit()
        complete(self.province, provinces())
        self.name.setPlaceholderText("ชื่อเต็มที่ใช้ในหนังสือราชการ")
        self.province.setPlaceholderText("พิมพ์สองสามตัวแรกแล้วเลือก")
        self.units = QCheckBox("ใส่ชื่อสำนัก/กองที่มีทั่วไปให้ด้วย")
        self.units.setChecked(True)
        self.usual = label(role="quiet", wrap=True)
        self.year = QComboBox()
        for year in sorted(shipped_years(), reverse=True):
            self.year.addItem(to_thai(str(year)), year)
        self.year.setCurrentIndex(max(0, self.year.findData(fiscal_year_of(today()) - 1)))
        self.file = label(role="quiet", wrap=True)
        self._path = Path()
        for words, field in (
            ("ประเภท", self.kind),
            ("ชื่อเต็มของหน่วยงาน", self.name),
            ("อำเภอ", self.district),
            ("จังหวัด", self.province),
            ("ปีงบประมาณที่ประเมิน", self.year),
        ):
            self.add_field(words, field)
        self.add_line(self.units)
        self.add_line(self.usual)
        self._add_place()
        self.kind.currentIndexChanged.connect(self._begin_name)
        self.name.textChanged.connect(self._suggest)
        self._begin_name()
        self.name.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, folder: Path) -> NewOffice | None:
        """The office to make, or None."""
        dialog = cls(parent, folder)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return dialog.answer()

    def answer(self) -> NewOffice:
        """What is in the fields; call it after `check` was content."""
        units = usual_parts(self._office()) if self.units.isChecked() else ()
        office, year = checked_office(self._office()), int(self.year.currentData())
        return NewOffice(office, year, self._path, units)

    @property
    def path(self) -> Path:
        """Where the file would be made."""
        return self._path

    def check(self) -> str:
        office = self._office()
        if office.name.strip() == BEGINNINGS.get(office.kind):
            return f"โปรดพิมพ์ชื่อต่อจากคำว่า “{office.name.strip()}”"
        try:
            checked_office(office)
        except ItadeskError as wrong:
            return str(wrong)
        if self._path.exists() and not self._chosen:
            return f"มีไฟล์ “{self._path.name}” อยู่แล้ว โปรดกดเปลี่ยนที่เก็บ แล้วตั้งชื่ออื่น หรือยกเลิกแล้วเปิดไฟล์นั้น"
        return ""

    def _office(self) -> Office:
        return Office(
            name=self.name.text(),
            kind=OfficeKind(self.kind.currentText()),
            province=self.province.text(),
            district=self.district.text(),
        )

    def _add_place(self) -> None:
        self.change = button("เปลี่ยนที่เก็บ…", self._pick)
        holder = QWidget()
        holder.setFocusProxy(self.change)
        holder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.file, 1)
        row.addWidget(self.change)
        self.add_field("เก็บไว้ที่", holder)

    def _begin_name(self) -> None:
        """Puts the kind's first words into a name that holds nothing else yet."""
        beginning = BEGINNINGS.get(OfficeKind(self.kind.currentText()), "")
        if not self.name.text().strip() or self.name.text() in BEGINNINGS.values():
            self.name.setText(beginning)
        units = usual_parts(self._office())
        self.usual.setText(" · ".join(units))  # some have spaces in them
        for shown in (self.units, self.usual):
            show_if(bool(units), shown)
        self._suggest()

    def _suggest(self) -> None:
        if not self._chosen:
            self._path = self._folder / file_name(self.name.text(), ".itadesk")
        self.file.setText(str(self._path))
        self.file.setToolTip(str(self._path))
        if self.isVisible():  # the place may take another line
            QTimer.singleShot(0, self, self.take_room)

    def _pick(self) -> None:
        chosen = pick_save(self, "เก็บไฟล์ของหน่วยงานไว้ที่", self._path, OFFICE)
        if chosen is not None:
            self._path, self._chosen = chosen, True
            self._suggest()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # a dialog selects its first field when it opens; here one types on after the beginning
        QTimer.singleShot(0, self, lambda: self.name.end(False))
