"""What else the NACC announced with a result: day, rating, respondents, recommendations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from itadesk.errors import BadValue
from itadesk.model.assessment import Assessment
from itadesk.model.catalogue import Catalogue
from itadesk.model.year import YearData
from itadesk.services.scores import save_result_head
from itadesk.thai.dates import parse_date
from itadesk.thai.digits import to_arabic, to_thai
from ui.dialogs.frame import FormDialog
from ui.session import Session
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.date_field import DateField
from ui.widgets.text_field import LineField, TextField

DAY = "วันที่ประกาศผล"


class ResultHead(FormDialog):
    """Everything here may stay empty."""

    def __init__(self, parent: QWidget | None, data: YearData) -> None:
        super().__init__(
            parent,
            f"ข้อมูลที่ประกาศ ปี {to_thai(str(data.year))}",
            "กรอกเท่าที่ทราบ คะแนนที่ประกาศของแต่ละตัวชี้วัดกรอกในช่อง “ที่ประกาศ” ของตาราง",
            "บันทึก",
        )
        self._assessment = data.assessment
        self.day, self.rating = DateField(DAY), CalmCombo()
        self.rating.addItem("ตามที่คำนวณ", None)
        for level in data.catalogue.rating.levels:
            self.rating.addItem(level.name, level.name)
        self.respondents = {key: LineField() for key, _ in _counted(data.catalogue)}
        self.recommendations = TextField(4, 8)
        self.add_field(DAY, self.day)
        self.add_field("ระดับที่ประกาศ", self.rating)
        for key, words in _counted(data.catalogue):
            self.add_field(f"จำนวนผู้ตอบ {words}", self.respondents[key])
        self.add_field("ข้อเสนอแนะ", self.recommendations)
        self._show(data.assessment)

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session) -> None:
        """Saves what was filled in as one action."""
        data = session.data
        if data is None:
            return
        dialog = cls(parent, data)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.answer() != data.assessment:
            session.run(save_result_head, dialog.answer())

    def answer(self) -> Assessment:
        """The assessment with what is in the fields; call it after `check` was content."""
        day = parse_date(self.day.text(), name=DAY)
        counts = {key: _count(field.text()) for key, field in self.respondents.items()}
        return replace(
            self._assessment,
            announced_on=day.isoformat() if day else "",
            official_rating=self.rating.currentData(),
            respondents={key: count for key, count in counts.items() if count is not None},
            recommendations=self.recommendations.text(),
        )

    def check(self) -> str:
        try:
            self.answer()
        except BadValue as wrong:
            return str(wrong)
        return ""

    def _show(self, assessment: Assessment) -> None:
        day = assessment.announced_on
        self.day.begin_day(date.fromisoformat(day) if day else None)
        self.rating.choose(assessment.official_rating)
        for key, field in self.respondents.items():
            count = assessment.respondents.get(key)
            field.setText("" if count is None else to_thai(str(count)))
        self.recommendations.begin(assessment.recommendations)


def _counted(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Keys and words of what people answered: instruments by their parts, items left out."""
    for instrument in catalogue.instruments:
        if any(q.binary for indicator in instrument.indicators for q in indicator.questions):
            continue
        for part in instrument.parts:
            yield instrument.part_key(part.no), f"{instrument.code} {part.label}"
        if not instrument.parts:
            yield instrument.code, instrument.code


def _count(text: str) -> int | None:
    plain = to_arabic(text).replace(",", "").strip()
    if not plain:
        return None
    if not plain.isdecimal():
        raise BadValue(f"จำนวนผู้ตอบต้องเป็นจำนวนเต็ม (กรอกไว้ {text}) โปรดกรอกเฉพาะตัวเลข")
    return int(plain)
