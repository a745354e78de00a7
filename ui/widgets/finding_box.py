"""One finding of an indicator: which questions, the cause, the guideline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from itadesk.catalogue.wording import printed
from itadesk.findings import Lowest, lowest
from itadesk.model.work import Finding
from itadesk.model.year import YearData
from itadesk.thai.digits import to_thai
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import field_label, label
from ui.widgets.pick_popup import Entry, PickPopup
from ui.widgets.text_field import TextField

LOWEST_WORDS = "ข้อที่ได้คะแนนน้อยที่สุด"
REFERENCE = "(อ้างอิงจาก {code})"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a box needs of its indicator: the questions, the lowest ones, the OIT items."""

    questions: Sequence[Entry]
    low: Lowest
    items: Sequence[Entry]


def surroundings(data: YearData, indicator_no: int) -> Surroundings:
    """The questions and items of a year as they can be chosen."""
    indicator = data.catalogue.indicator(indicator_no)
    own = indicator.questions if indicator else ()
    items = [q for q in data.catalogue.questions if q.binary]
    return Surroundings(
        [Entry(q.code, f"{to_thai(q.code)} {printed(q.text)}") for q in own],
        lowest(data.catalogue, data.result, indicator_no),
        [Entry(q.code, f"{to_thai(q.code)} {printed(q.text)}") for q in items],
    )


class FindingBox(Card):
    """Edits a finding; `finding()` is what is typed, `stored` what the file holds."""

    edited = Signal()
    left = Signal()
    removed = Signal()

    def __init__(self, finding: Finding, around: Surroundings, number: int = 0) -> None:
        super().__init__()
        self.stored = finding
        self._around = around
        self._codes = finding.codes
        self._touched = False
        self.about = label(wrap=True)
        self.pick = button("เลือกข้อ", self._pick_codes, role="quiet")
        self.remove = button("ลบ", self.removed.emit, role="quiet", sign="delete")
        self.cause = TextField(lines=3, most=0)
        self.guideline = TextField(lines=4, most=0)
        self.refer = button("อ้างอิง", self._pick_item, role="quiet", sign="link")
        self._lay_out(number)
        QWidget.setTabOrder(self.cause, self.guideline)
        QWidget.setTabOrder(self.guideline, self.refer)
        for field, text in ((self.cause, finding.cause), (self.guideline, finding.guideline)):
            field.begin(text)
            field.edited.connect(self._tell)
            field.left.connect(self.left)
        self._show_codes()

    def finding(self) -> Finding:
        """The finding as it is typed now."""
        return replace(
            self.stored,
            codes=self._codes,
            cause=self.cause.text(),
            guideline=self.guideline.text(),
        )

    @property
    def unsaved(self) -> bool:
        """True when something differs from the file; an empty new box does not."""
        typed = self.finding()
        if self.stored.id is None and not (typed.cause or typed.guideline or typed.codes):
            return False
        return self._touched and typed != self.stored

    def take(self, finding: Finding, around: Surroundings) -> None:
        """Shows what the file holds now; what is typed and not saved yet stays."""
        keep = self.unsaved
        self.stored, self._around = finding, around
        if not (keep and self.unsaved):  # not when it was just saved
            self._touched = False
            self._codes = finding.codes
            self.cause.show_text(finding.cause)
            self.guideline.show_text(finding.guideline)
        self._show_codes()

    def restore(self, finding: Finding) -> None:
        """Puts back what was typed and could not be saved."""
        self._touched = True
        self._codes = finding.codes
        self.cause.begin(finding.cause)
        self.guideline.begin(finding.guideline)
        self._show_codes()

    def _lay_out(self, number: int) -> None:
        self.body.setContentsMargins(12, 8, 12, 12)
        self.body.setSpacing(4)
        if number:
            self.body.addWidget(label(f"ผลการวิเคราะห์ที่ {to_thai(str(number))}", "strong"))
        self.body.addLayout(_row(self.about, self.pick, self.remove))
        self.body.addWidget(field_label("สาเหตุเกิดจาก", self.cause))
        self.body.addWidget(self.cause, 2)
        self.body.addSpacing(4)
        name = field_label("แนวทางการยกระดับผลการประเมินฯ", self.guideline)
        self.body.addLayout(_row(name, self.refer))
        self.body.addWidget(self.guideline, 3)

    def _show_codes(self) -> None:
        if self._codes:
            self.about.setText(f"เกี่ยวกับข้อ {_listed(self._codes)}")
            return
        low = self._around.low
        if low.codes:
            self.about.setText(f"{LOWEST_WORDS}: {_listed(low.codes)}")
        elif low.all_full:
            self.about.setText("ทุกข้อได้ ๑๐๐ คะแนน")
        else:
            self.about.setText(f"{LOWEST_WORDS} (ยังไม่ได้กรอกคะแนน)")

    def _pick_codes(self) -> None:
        popup = PickPopup(
            self.pick,
            self._around.questions,
            ticks=self._codes,
            remark=f"ไม่เลือกข้อใด โปรแกรมใช้{LOWEST_WORDS}ให้เอง",
        )
        popup.ticked.connect(self._take_codes)
        popup.drop_from(self.pick)

    def _take_codes(self, codes: tuple[str, ...]) -> None:
        if codes != self._codes:
            self._codes = codes
            self._show_codes()
            self._tell()
            self.left.emit()

    def _tell(self) -> None:
        self._touched = True
        self.edited.emit()

    def _pick_item(self) -> None:
        popup = PickPopup(self.refer, self._around.items, remark="เลือกแล้วใส่ไว้ตรงเคอร์เซอร์ในแนวทาง")
        popup.chosen.connect(self.insert_reference)
        popup.drop_from(self.refer)

    def insert_reference(self, code: str) -> None:
        """Writes `(อ้างอิงจาก o๑๐)` where the cursor is in the guideline."""
        self.guideline.insert(REFERENCE.format(code=to_thai(code)))


def _row(first: QWidget, *buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.GAP)
    row.addWidget(first, 1)
    for each in buttons:
        row.addWidget(each)
    return row


def _listed(codes: Sequence[str]) -> str:
    return to_thai(", ".join(codes))
