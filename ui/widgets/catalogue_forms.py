"""Forms of the catalogue editor for an indicator, a sub-indicator and a question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from itadesk.catalogue.editing import (
    set_indicator_name,
    set_issues_of,
    set_question_text,
    set_sub_indicator_name,
)
from itadesk.catalogue.indicators import add_indicator, remove_indicator
from itadesk.catalogue.rules import ITEMS
from itadesk.catalogue.structure import (
    add_sub_indicator,
    remove_sub_indicator,
    set_question_count,
    set_range,
    set_sub_indicator_range,
)
from itadesk.model.catalogue import Question
from itadesk.thai.digits import to_thai
from ui import theme
from ui.models.catalogue_draft import CatalogueDraft, accept_all, acceptable
from ui.widgets.buttons import button
from ui.widgets.labels import field_label, heading, label
from ui.widgets.range_fields import RangeFields, span_of
from ui.widgets.text_choice import TextChoice
from ui.widgets.text_field import LineField
from ui.widgets.thai_spin import ThaiSpin


class IndicatorForm(QWidget):
    """Name, number of questions, range of items, sub-indicators, one click for all texts."""

    def __init__(self, draft: CatalogueDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._no = draft, 0
        self.head = heading("")
        self.name = TextChoice("ชื่อตัวชี้วัด", lines=1)
        self.name.changed.connect(lambda text: draft.apply(set_indicator_name, self._no, text))
        self.accept = button("", self._accept)
        self.count = ThaiSpin()
        self.count.setRange(0, 200)
        self.count.editingFinished.connect(self._set_count)
        self.range = RangeFields("ข้อในตัวชี้วัดนี้")
        self.range.chosen.connect(lambda a, b: draft.apply(set_range, self._no, a, b))
        self.sub_name = LineField()
        self.sub_name.setPlaceholderText("ชื่อตัวชี้วัดย่อยใหม่")
        self._subs = QWidget()
        row = QHBoxLayout(self._subs)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sub_name, 1)
        row.addWidget(button("เพิ่มตัวชี้วัดย่อย", self._add_sub))
        self.new_name = LineField()
        self.new_name.setPlaceholderText("ชื่อตัวชี้วัดใหม่ของแบบวัดนี้")
        self.remove = button("ลบตัวชี้วัดนี้", self._remove, role="quiet", sign="delete")
        others = QHBoxLayout()
        others.addWidget(self.new_name, 1)
        others.addWidget(button("เพิ่มตัวชี้วัด", self._add))
        counted = QHBoxLayout()
        counted.addWidget(field_label("จำนวนข้อคำถาม", self.count))
        counted.addWidget(self.count)
        counted.addStretch()
        column = _column(self)
        column.addWidget(self.head)
        column.addWidget(self.name)
        column.addLayout(counted)
        column.addWidget(self.range)
        column.addWidget(self._subs)
        column.addWidget(self.accept, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(others)
        column.addStretch()

    def show_code(self, code: str) -> None:
        """The indicator of that number."""
        self._no = int(code)
        catalogue = self._draft.catalogue
        indicator, instrument = catalogue.indicator(self._no), catalogue.instrument_of(self._no)
        if indicator is None or instrument is None:
            return
        self.head.setText(f"ตัวชี้วัดที่ {to_thai(code)}")
        self.name.show_text(indicator.name)
        self.count.setValue(len(indicator.questions))
        items = instrument.code == ITEMS
        self.range.setVisible(items and bool(indicator.questions))
        self.range.show_span(span_of(indicator.questions))
        self._subs.setVisible(items)
        number = acceptable(indicator)
        self.accept.setText(f"ยอมรับทั้งหมดของตัวชี้วัดนี้ ({to_thai(str(number))} ข้อความ)")
        self.accept.setVisible(number > 0)
        self.remove.setVisible(not indicator.questions)

    def settle(self) -> None:
        """Takes what is typed."""
        self.name.settle()
        self.range.settle()
        self._set_count()

    def _set_count(self) -> None:
        indicator = self._draft.catalogue.indicator(self._no)
        if indicator is not None and self.count.value() != len(indicator.questions):
            self._draft.apply(set_question_count, self._no, self.count.value())

    def _add(self) -> None:
        if self._draft.apply(add_indicator, self._no, self.new_name.text()):
            self.new_name.clear()

    def _remove(self) -> None:
        self._draft.apply(remove_indicator, self._no)

    def _add_sub(self) -> None:
        indicator = self._draft.catalogue.indicator(self._no)
        if indicator is None:
            return
        used = {sub.code for sub in indicator.sub_indicators}
        code = next(c for n in range(1, 100) if (c := f"{self._no}.{n}") not in used)
        if self._draft.apply(add_sub_indicator, self._no, code, self.sub_name.text()):
            self.sub_name.clear()

    def _accept(self) -> None:
        self._draft.apply(accept_all, self._no)


class SubIndicatorForm(QWidget):
    """Name and range of items of a sub-indicator."""

    def __init__(self, draft: CatalogueDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._code = draft, ""
        self.head = heading("")
        self.name = TextChoice("ชื่อตัวชี้วัดย่อย", lines=1)
        self.name.changed.connect(
            lambda text: draft.apply(set_sub_indicator_name, self._code, text)
        )
        self.range = RangeFields("ข้อในตัวชี้วัดย่อยนี้")
        self.range.chosen.connect(
            lambda a, b: draft.apply(set_sub_indicator_range, self._code, a, b)
        )
        self.remove = button("ลบตัวชี้วัดย่อยนี้", self._remove, role="quiet", sign="delete")
        column = _column(self)
        column.addWidget(self.head)
        column.addWidget(self.name)
        column.addWidget(self.range)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()

    def show_code(self, code: str) -> None:
        """The sub-indicator with that code."""
        self._code = code
        for indicator in self._draft.catalogue.indicators:
            for sub in indicator.sub_indicators:
                if sub.code == code:
                    self.head.setText(f"ตัวชี้วัดย่อย {to_thai(code)}")
                    self.name.show_text(sub.name)
                    own = [q for q in indicator.questions if q.sub_indicator == code]
                    self.range.show_span(span_of(own))

    def settle(self) -> None:
        """Takes what is typed."""
        self.name.settle()
        self.range.settle()

    def _remove(self) -> None:
        self._draft.apply(remove_sub_indicator, self._code)


class QuestionForm(QWidget):
    """Text of a question and the issues it belongs to."""

    def __init__(self, draft: CatalogueDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft, self._code = draft, ""
        self.head, self.place = heading(""), label(role="quiet", wrap=True)
        self.text = TextChoice("ข้อความของข้อคำถาม", lines=3)
        self.text.changed.connect(lambda text: draft.apply(set_question_text, self._code, text))
        self.issues: list[QCheckBox] = []
        self._issues = QWidget()
        self._list = QVBoxLayout(self._issues)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        column = _column(self)
        for widget in (self.head, self.place, self.text, self._issues):
            column.addWidget(widget)
        column.addStretch()

    def show_code(self, code: str) -> None:
        """The question with that code."""
        self._code = code
        question = self._draft.catalogue.question(code)
        owner = self._draft.catalogue.indicator_of(code)
        if question is None or owner is None:
            return
        self.head.setText(f"ข้อ {to_thai(code)}")
        self.place.setText(f"อยู่ในตัวชี้วัดที่ {to_thai(str(owner.no))} {owner.name.text}")
        self.text.show_text(question.text)
        self._show_issues(question)

    def settle(self) -> None:
        """Takes what is typed."""
        self.text.settle()

    def _show_issues(self, question: Question) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.issues = []
        known = self._draft.catalogue.issues
        self._issues.setVisible(bool(known))
        self._list.addWidget(label("ประเด็นการวิเคราะห์ที่ข้อนี้อยู่", "quiet"))
        for issue in known:
            box = QCheckBox(f"{to_thai(str(issue.no))} {issue.name}")
            box.setChecked(issue.no in question.issues)
            box.setProperty("issue", issue.no)
            box.clicked.connect(self._set_issues)
            self._list.addWidget(box)
            self.issues.append(box)

    def _set_issues(self) -> None:
        numbers = [int(box.property("issue")) for box in self.issues if box.isChecked()]
        self._draft.apply(set_issues_of, self._code, numbers)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(theme.BLOCK, 12, theme.BLOCK, 12)
    column.setSpacing(12)
    return column
