"""What can be chosen for a document: its digits, and its own texts as templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from itadesk.model.office import Digits
from itadesk.model.year import YearData
from itadesk.reports.forms import Form, FormText
from itadesk.reports.parts.rounds import MONTHS
from itadesk.reports.records import DAY, NUMBER
from itadesk.reports.texts import filled, placeholders, placeholders_in
from itadesk.rounds import rounds_of
from itadesk.thai.digits import localise
from ui import theme
from ui.models.rounds import round_name
from ui.widgets.buttons import button
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.choice_fields import Field, canonical, field_of
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.fold import Fold
from ui.widgets.labels import field_label, label, set_property

REMARK = "คำในวงเล็บปีกกา เช่น {office} คือค่าที่โปรแกรมใส่ให้เองเมื่อพิมพ์ โปรดคงไว้"

_TEXTS, _START = "แก้ไขข้อความในเอกสาร", "ข้อความตั้งต้นของแบบนี้"


@dataclass(frozen=True, slots=True)
class _Row:
    """The field of a text, what it prints as, and the way back to its first wording."""

    text: FormText
    field: Field
    back: QPushButton
    preview: QLabel


class FormOptions(QWidget):
    """Texts stand as templates, so that they follow the year; `texts()` gives the changed ones."""

    digits_chosen = Signal(Digits)
    round_chosen = Signal(str)  # months, or "" for the latest
    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._stored: Mapping[str, str] = {}
        self._values: Mapping[str, str] = {}  # of placeholders
        self._form = ""
        self._touched: set[str] = set()
        self.lacking = label(wrap=True)
        self.thai, self.arabic = QRadioButton("เลขไทย"), QRadioButton("เลขอารบิก")
        self._holder = QWidget()
        self._fields = QVBoxLayout(self._holder)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(4)
        self.fold = Fold(_TEXTS, self._holder)
        self.digits = QWidget()
        digits = FlowLayout(self.digits, gap=theme.GAP)  # the round goes below where it is narrow
        for each, value in ((self.thai, Digits.THAI), (self.arabic, Digits.ARABIC)):
            digits.addWidget(each)
            each.clicked.connect(lambda _checked=False, chosen=value: self._choose(chosen))
        self.round = CalmCombo()
        self.round.setAccessibleName("รอบที่พิมพ์")
        self.round.activated.connect(lambda at: self.round_chosen.emit(self.round.itemData(at)))
        digits.addWidget(self.round)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.lacking)
        self.remedies = QVBoxLayout()  # ways to what is lacking
        column.addLayout(self.remedies)
        column.addWidget(self.digits)
        column.addWidget(self.fold)
        self.below = QVBoxLayout()
        column.addLayout(self.below)
        column.addStretch()

    def show_form(self, form: Form, data: YearData, digits: Digits, lacking: Sequence[str]) -> None:
        """The options of a form as the file holds them; what is being typed stays."""
        (self.thai if digits is Digits.THAI else self.arabic).setChecked(True)
        self._show_lacking(lacking)
        own = {key: text for (of, key), text in data.texts.items() if of == form.id}
        self._stored = {text.key: own.get(text.key, text.template) for text in form.texts}
        self._values = placeholders(data)
        self._show_rounds(data)
        if form.id != self._form:
            self._form = form.id
            self._build(form)
        for row in self._rows:
            if row.text.key not in self._touched or row.field.text() == self._stored[row.text.key]:
                self._touched.discard(row.text.key)
                row.field.show_text(self._stored[row.text.key])
            self._mark(row)

    def texts(self) -> dict[str, str | None]:
        """Changed texts by key; None for one that is the form's own wording again."""
        changed: dict[str, str | None] = {}
        for row in self._rows:
            key, typed = row.text.key, row.field.text()
            if key in self._touched and typed != canonical(row.text, self._stored[key]):
                own = typed != canonical(row.text, row.text.template)
                own = own and bool(typed.strip() or row.text.switch)
                changed[key] = typed if own else None
        return changed

    def field(self, key: str) -> Field:
        """The box of a text."""
        return next(row.field for row in self._rows if row.text.key == key)

    def _show_rounds(self, data: YearData) -> None:
        """The rounds of the year, for a form that prints one of them."""
        self.round.setVisible(MONTHS in self._stored)
        self.round.clear()
        self.round.addItem("รอบล่าสุด", "")
        for months in rounds_of(data):
            self.round.addItem(round_name(months), str(months))
        self.round.choose(self._stored.get(MONTHS, ""))

    def _show_lacking(self, lacking: Sequence[str]) -> None:
        lines = [f"• {text}" for text in lacking]
        self.lacking.setText("\n".join(["ยังขาด", *lines]) if lines else "✓ ข้อมูลครบ พร้อมพิมพ์")

    def _build(self, form: Form) -> None:
        while (item := self._fields.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._touched = set()
        self.remark = label(REMARK, "quiet", wrap=True)
        self._fields.addWidget(self.remark)
        self.remark.setVisible(any(placeholders_in(text.template) for text in form.texts))
        # Each document has number and day for itself; the round is chosen beside the digits.
        own = (MONTHS, NUMBER, DAY) if form.words else (MONTHS,)
        self._rows = [self._made(text) for text in form.texts if text.key not in own]
        self.fold.head.setText(_START if form.words else _TEXTS)

    def _made(self, text: FormText) -> _Row:
        field = field_of(text)
        back = button("ใช้ข้อความเดิม", role="quiet")
        row = _Row(text, field, back, label(role="quiet", wrap=True))
        if not text.switch:  # its box has the name beside it, and is back with one click
            self._fields.addWidget(_head(field_label(text.label, field), back))
        self._fields.addWidget(field)
        self._fields.addWidget(row.preview)
        field.begin(self._stored[text.key])
        field.edited.connect(lambda: self._tell(row))
        field.left.connect(self.left)
        back.clicked.connect(lambda: self._bring_back(row))
        return row

    def _mark(self, row: _Row) -> None:
        typed = row.field.text()
        own = typed != canonical(row.text, row.text.template)
        row.back.setVisible(own and not row.text.switch)
        used = placeholders_in(typed)
        known = {*self._values, *placeholders_in(row.text.template)}
        unknown = " ".join(f"{{{name}}}" for name in used if name not in known)
        shown = localise(filled(typed, self._values), thai=self.thai.isChecked())
        words = f"▲ โปรแกรมไม่รู้จัก {unknown} โปรดแก้ไข" if unknown else f"จะพิมพ์ว่า: {shown}"
        row.preview.setText(words)
        set_property(row.preview, "role", "problem" if unknown else "quiet")
        row.preview.setVisible(bool(used))

    def _tell(self, row: _Row) -> None:
        self._touched.add(row.text.key)
        self._mark(row)
        self.edited.emit()

    def _bring_back(self, row: _Row) -> None:
        row.field.replace_all(row.text.template)
        self.left.emit()

    def _choose(self, digits: Digits) -> None:
        self.digits_chosen.emit(digits)


def _head(name: QLabel, back: QPushButton) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 4, 0, 0)
    name.setWordWrap(True)
    line.addWidget(name, 1)
    line.addWidget(back)
    return made
