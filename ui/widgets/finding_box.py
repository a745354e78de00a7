"""One finding of an indicator or issue: which questions, cause, guideline, conclusion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from itadesk.model.phrase import PhraseKind
from itadesk.model.work import Finding
from itadesk.subjects import Subject
from itadesk.thai.digits import to_thai
from ui import theme
from ui.models.surroundings import Surroundings
from ui.phrasing import Phrasing
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import field_label, label
from ui.widgets.pick_popup import PickPopup
from ui.widgets.suggested_text import SuggestedText
from ui.widgets.text_field import TextField

REFERENCE = "(อ้างอิงจาก {code})"


class FindingBox(Card):
    """Edits a finding; `finding()` is what is typed, `stored` what the file holds."""

    edited = Signal()
    left = Signal()
    removed = Signal()

    def __init__(
        self, finding: Finding, around: Surroundings, phrasing: Phrasing, number: int = 0
    ) -> None:
        super().__init__()
        self.stored = finding
        self._around = around
        self._codes = finding.codes
        self._touched = False
        self.about = label(wrap=True)
        self.pick = button("เลือกข้อ", self._pick_codes, role="quiet")
        self.remove = button("ลบ", self.removed.emit, role="quiet", sign="delete")
        self.causes = SuggestedText(PhraseKind.CAUSE, phrasing, lines=3)
        self.guidelines = SuggestedText(PhraseKind.GUIDELINE, phrasing, lines=4)
        self.cause, self.guideline = self.causes.field, self.guidelines.field
        self.refer = button("อ้างอิง", self._pick_item, role="quiet", sign="link")
        self.conclusion = TextField(lines=3, most=8)
        self.draft = button("ร่างจากข้อมูล", self._begin_conclusion, role="quiet", sign="edit")
        self._lay_out(number)
        self._chain()
        for field, text in self._texts(finding):
            field.begin(text)
            field.edited.connect(self._tell)
            field.left.connect(self.left)
        self._show_codes()
        self._show_hints()

    @property
    def subject(self) -> Subject:
        return self._around.subject

    def finding(self) -> Finding:
        """The finding as it is typed now."""
        return replace(
            self.stored,
            codes=self._codes,
            cause=self.cause.text(),
            guideline=self.guideline.text(),
            conclusion=self.conclusion.text(),
        )

    @property
    def unsaved(self) -> bool:
        """True when something differs from the file; an empty new box does not."""
        typed = self.finding()
        written = typed.cause or typed.guideline or typed.conclusion or typed.codes
        if self.stored.id is None and not written:
            return False
        return self._touched and typed != self.stored

    def take(self, finding: Finding, around: Surroundings) -> None:
        """Shows what the file holds now; what is typed and not saved yet stays."""
        keep = self.unsaved
        self.stored, self._around = finding, around
        if not (keep and self.unsaved):  # not when it was just saved
            self._touched = False
            self._codes = finding.codes
            for field, text in self._texts(finding):
                field.show_text(text)
        self._show_codes()
        self._show_hints()

    def restore(self, finding: Finding) -> None:
        """Puts back what was typed and could not be saved."""
        self._touched = True
        self._codes = finding.codes
        for field, text in self._texts(finding):
            field.begin(text)
        self._show_codes()

    def _texts(self, finding: Finding) -> Iterator[tuple[TextField, str]]:
        yield self.cause, finding.cause
        yield self.guideline, finding.guideline
        yield self.conclusion, finding.conclusion

    def _lay_out(self, number: int) -> None:
        self.body.setContentsMargins(12, 8, 12, 8)
        self.body.setSpacing(4)
        if number:
            self.body.addWidget(label(f"ผลการวิเคราะห์ที่ {to_thai(str(number))}", "strong"))
        self.body.addLayout(_row(self.about, self.pick, self.remove))
        self.body.addWidget(field_label("สาเหตุเกิดจาก", self.cause))
        self.body.addWidget(self.causes, 2)
        name = field_label("แนวทางการยกระดับผลการประเมินฯ", self.guideline)
        self.body.addLayout(_row(name, self.refer))
        self.body.addWidget(self.guidelines, 3)
        closing = QWidget()
        closing.setLayout(_row(field_label("สรุปของประเด็น", self.conclusion), self.draft))
        self.body.addWidget(closing)
        self.body.addWidget(self.conclusion)
        wanted = self.subject.is_issue and (number < 2 or bool(self.stored.conclusion))
        for widget in (closing, self.conclusion):
            widget.setVisible(wanted)

    def _chain(self) -> None:
        """Tab goes through the boxes first, then through what helps to write in them."""
        order = (
            *(self.cause, self.guideline, self.conclusion, self.draft),
            *(self.causes.head, self.causes.keep, self.refer),
            *(self.guidelines.head, self.guidelines.keep),
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _show_codes(self) -> None:
        self.about.setText(
            f"เกี่ยวกับข้อ {_listed(self._codes)}" if self._codes else self._around.unnamed
        )
        codes = self._codes or self._around.low.codes
        numbers = () if self.subject.is_issue else (self.subject.no,)
        for each in (self.causes, self.guidelines):
            each.about(codes, numbers)

    def _show_hints(self) -> None:
        """What the document takes while a box is empty."""
        self.cause.setPlaceholderText(self._around.cause)
        self.guideline.setPlaceholderText(self._around.guideline)
        self.conclusion.setPlaceholderText(self._around.conclusion)

    def _pick_codes(self) -> None:
        popup = PickPopup(
            self.pick, self._around.questions, ticks=self._codes, remark=self._around.remark
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

    def _begin_conclusion(self) -> None:
        """Puts what the data says where it can be rewritten; what was there can be undone."""
        self.left.emit()
        self.conclusion.replace_all(self._around.conclusion)
        self.conclusion.setFocus()

    def _pick_item(self) -> None:
        popup = PickPopup(self.refer, self._around.items, remark="เลือกแล้วใส่ไว้ตรงเคอร์เซอร์ในแนวทาง")
        popup.chosen.connect(self.insert_reference)
        popup.drop_from(self.refer)

    def insert_reference(self, code: str) -> None:
        """Writes `(อ้างอิงจาก o๑๐)` where the cursor is in the guideline."""
        self.guideline.insert(REFERENCE.format(code=to_thai(code)))


def _row(first: QWidget, *buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.GAP)
    row.addWidget(first, 1)
    for each in buttons:
        row.addWidget(each)
    return row


def _listed(codes: Sequence[str]) -> str:
    return to_thai(", ".join(codes))
