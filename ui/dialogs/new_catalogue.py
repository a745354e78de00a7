"""Making the catalogue of a new year from an earlier one."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from itadesk.catalogue.candidates import empty_instruments
from itadesk.services.catalogues import copy_catalogue
from itadesk.services.years import FIRST_YEAR, LAST_YEAR, catalogue_of, catalogue_years
from itadesk.thai.digits import to_arabic, to_thai
from ui.dialogs.frame import FormDialog
from ui.session import Session
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.labels import label
from ui.widgets.text_field import LineField


class NewCatalogue(FormDialog):
    """From which year, to which year."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(
            parent,
            "สร้างชุดข้อคำถามของปีใหม่",
            "โปรแกรมคัดลอกโครงสร้างของปีที่เลือก และเสนอข้อความเดิมให้ตรวจและยอมรับทีละข้อ",
            "สร้าง",
        )
        self._session = session
        self._refusal = ""
        years = session.ask(catalogue_years)
        self.source, self.target = CalmCombo(), LineField()
        for year in years:
            self.source.addItem(to_thai(str(year)), year)
        newest = next((year for year in years if _whole(session, year)), years[0])
        self.source.choose(newest)
        self.target.setText(to_thai(str(newest + 1)))
        self.add_field("คัดลอกจากปี", self.source)
        self.add_field("สร้างเป็นปี", self.target)
        self.there = label(role="quiet", wrap=True)
        self.add_line(self.there)
        self.target.textChanged.connect(self._tell_what_is_there)
        self._tell_what_is_there()

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session) -> int | None:
        """The year that was made; None when nothing was."""
        dialog = cls(parent, session)
        return dialog.year() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def year(self) -> int | None:
        """The year typed, None while it is none."""
        text = to_arabic(self.target.stored())
        year = int(text) if text.isascii() and text.isdigit() else 0
        return year if FIRST_YEAR <= year <= LAST_YEAR else None

    def check(self) -> str:
        """Makes the catalogue; what refuses it is said here."""
        year = self.year()
        if year is None:
            return f"ปีที่จะสร้างต้องเป็นปี พ.ศ. เช่น ๒๕๖๙ (กรอกไว้ {self.target.text()}) โปรดแก้ไขปี"
        self._refusal = ""
        self._session.failed.connect(self._refused)
        self._session.run(copy_catalogue, self.source.currentData(), year)
        self._session.failed.disconnect(self._refused)
        return self._refusal

    def _tell_what_is_there(self) -> None:
        """Says when only what the year lacks will be taken."""
        year = self.year()
        missing: tuple[str, ...] = ()
        if year is not None and year in self._session.ask(catalogue_years):
            missing = empty_instruments(self._session.ask(catalogue_of, year))
        self.agree.setText("เติมข้อที่ยังไม่มี" if missing else "สร้าง")
        self.there.setText(
            f"ปี {to_thai(str(year))} มีชุดข้อคำถามแล้ว แต่ยังไม่มีข้อของ {' '.join(missing)} "
            "โปรแกรมจะเติมเฉพาะส่วนนี้ ข้ออื่นคงเดิม"
            if missing
            else ""
        )

    def _refused(self, sentence: str) -> None:
        self._refusal = sentence


def _whole(session: Session, year: int) -> bool:
    """Whether every indicator of a year has its questions."""
    return all(each.questions for each in session.ask(catalogue_of, year).indicators)
