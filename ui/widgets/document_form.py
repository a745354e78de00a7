"""What a document has of its own: number, day, texts, and who signs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from itadesk.model.document import DocumentRecord, Signatory
from itadesk.model.year import YearData
from itadesk.reports.forms import Form, FormText, Options
from itadesk.reports.records import DAY, NUMBER, PARTS, own_texts, signers
from itadesk.reports.texts import wording
from ui import theme
from ui.widgets.autosave import Typed
from ui.widgets.buttons import button
from ui.widgets.choice_fields import ChoiceField, Field, SwitchField, canonical, field_of
from ui.widgets.date_field import DateField
from ui.widgets.labels import field_label, label, set_property
from ui.widgets.signatory_fields import SignatoryFields
from ui.widgets.text_field import LineField

NONE = Signatory()


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed for a document and could not be kept yet: all of it, or a day that is none."""

    record: DocumentRecord | None = None
    day: str = ""

    def __bool__(self) -> bool:
        return self.record is not None or bool(self.day)


NO_DRAFT = Draft()


@dataclass(frozen=True, slots=True)
class _Row:
    text: FormText
    field: Field
    back: QPushButton


class DocumentForm(QWidget):
    """`record()` is what is typed, `stored` what the file holds.

    A text that the record does not have shows as it is printed all the same: the form's words.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stored = DocumentRecord()
        self._form: Form | None = None
        self._usual: Mapping[str, str] = {}  # texts of the form as printed without the record
        self._touched: set[str] = set()
        self._rows: list[_Row] = []
        self._signers: dict[str, SignatoryFields] = {}
        self.number, self.day = LineField(), DateField("วันที่ของเอกสาร")
        self.problem = label(role="problem", wrap=True)
        self._number_name = field_label("เลขที่", self.number)
        self._day_name = field_label("วันที่", self.day)
        self._head, self._own = QHBoxLayout(), QVBoxLayout()
        self._lay_out()
        for field in (self.number, self.day):
            self._watch(field, "head")
        self.day.judged.connect(self._show_problem)

    @property
    def unsaved(self) -> bool:
        """True when the user changed something that the file does not hold yet."""
        return bool(self._touched) and self.record() != self.stored

    def record(self) -> DocumentRecord:
        """The document as it is typed now."""
        fields = dict(self.stored.fields)
        for row in self._rows:
            key, typed = row.text.key, row.field.text()
            if key in self._touched:
                fields[key] = typed
                if typed == canonical(row.text, self._usual[key]):
                    del fields[key]
        return replace(
            self.stored,
            number=self.number.stored(),
            day=self.day.value(self.stored.day),
            fields=fields,
            signatories=self._signatories(),
        )

    def draft(self) -> Draft:
        """What would be lost by showing another document."""
        return Draft(self.record() if self.unsaved else None, self.day.unread())

    def begin(
        self, form: Form, record: DocumentRecord, data: YearData, draft: Draft = NO_DRAFT
    ) -> None:
        """Shows another document, with what was typed there and could not be kept."""
        if form is not self._form:
            self._form = form
            self._build(form)
        self.stored, shown = record, draft.record or record
        self._touched = {"head", *shown.fields} if draft.record else set()
        self._usual = self._words(data, shown)
        self.number.begin(shown.number)
        self.day.begin_day(shown.day, draft.day)
        for row in self._rows:
            row.field.begin(shown.fields.get(row.text.key, self._usual[row.text.key]))
        self._show_signers(shown, data)
        self._mark()

    def take(self, record: DocumentRecord, data: YearData) -> None:
        """Shows what the file holds now; what is typed and not saved yet stays."""
        keep, typed = self.unsaved, self.record()
        self.stored = record
        if keep and typed != record:
            return
        self._touched = set()
        self._usual = self._words(data, record)
        self.number.show_text(record.number)
        self.day.show_day(record.day)
        for row in self._rows:
            row.field.show_text(record.fields.get(row.text.key, self._usual[row.text.key]))
        self._show_signers(record, data)
        self._mark()

    def lock(self, locked: bool) -> None:
        """What is signed can be read and copied only."""
        for line in (self.number, self.day):
            line.setReadOnly(locked)
        for row in self._rows:
            row.field.lock(locked)
            row.back.setEnabled(not locked)
        for each in self._signers.values():
            each.lock(locked)

    def first(self) -> QWidget:
        """Where writing begins."""
        return self.day if self.number.isHidden() else self.number

    def field(self, key: str) -> Field:
        """The box of a text."""
        return next(row.field for row in self._rows if row.text.key == key)

    def signer(self, key: str) -> SignatoryFields:
        """The lines of one who signs."""
        return self._signers[key]

    def _lay_out(self) -> None:
        head = self._head
        for name, field in ((self._number_name, self.number), (self._day_name, self.day)):
            column = QVBoxLayout()
            column.setSpacing(4)
            name.setWordWrap(True)
            column.addWidget(name)
            column.addWidget(field)
            head.addLayout(column, 1)
        self._own.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 4, 0)
        whole.setSpacing(4)
        whole.addLayout(head)
        whole.addWidget(self.problem)
        self.problem.hide()
        whole.addLayout(self._own)

    def _build(self, form: Form) -> None:
        while (item := self._own.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        texts = {text.key: text for text in form.texts}
        for name, key in ((self._number_name, NUMBER), (self._day_name, DAY)):
            name.setText(texts[key].label if key in texts else "")
        for part in (self._number_name, self.number):
            part.setVisible(NUMBER in texts)
        self._head.setStretch(0, int(NUMBER in texts))
        self._head.setSpacing(theme.GAP if NUMBER in texts else 0)
        self._day_name.setText(texts[DAY].label if DAY in texts else "วันที่ของเอกสาร")
        self._rows = [self._made(text) for text in own_texts(form.texts) if form.words]
        self._signers = {key: self._made_signer(key, texts) for key in signers(form.texts)}
        stops: list[QWidget] = [self.number, self.day]
        for row in self._rows:
            if isinstance(row.field, SwitchField):
                stops.append(row.field.box)
            else:
                stops += [row.back, row.field]
        stops += [stop for each in self._signers.values() for stop in each.stops()]
        for one, after in pairwise(stops):
            QWidget.setTabOrder(one, after)

    def _made(self, text: FormText) -> _Row:
        field = field_of(text)
        row = _Row(text, field, button("ใช้ข้อความเดิม", role="quiet"))
        if not isinstance(field, SwitchField):
            head = QWidget()
            line = QHBoxLayout(head)
            line.setContentsMargins(0, 4, 0, 0)
            name: QLabel = field_label(_name_of(text), field)
            name.setWordWrap(True)
            line.addWidget(name, 1)
            line.addWidget(row.back)
            self._own.addWidget(head)
        self._own.addWidget(field)
        self._watch(field, text.key)
        row.back.clicked.connect(lambda: self._bring_back(row))
        return row

    def _made_signer(self, key: str, texts: Mapping[str, FormText]) -> SignatoryFields:
        who = texts[f"{key}_name"].label.removeprefix("ชื่อ")
        made = SignatoryFields(who, [part for part in PARTS if f"{key}_{part}" in texts])
        self._own.addWidget(made)
        self._watch(made, "signers")
        return made

    def _watch(self, field: Typed, key: str) -> None:
        field.edited.connect(lambda: self._tell(key))
        field.left.connect(self.left)

    def _words(self, data: YearData, record: DocumentRecord) -> Mapping[str, str]:
        """As the form prints them without this record, but in its template."""
        if self._form is None:
            return {}
        chosen = {t.key: record.fields[t.key] for t in self._form.texts
                  if t.choices and t.key in record.fields}  # fmt: skip
        blank, options = replace(data, documents=()), Options(texts=chosen)
        if self._form.words is not None:
            return self._form.words(blank, options)
        return wording(self._form.id, self._form.texts, blank, options)

    def _signatories(self) -> tuple[Signatory, ...]:
        typed = [each.value() for each in self._signers.values()]
        typed += self.stored.signatories[len(typed) :]
        while typed and typed[-1] == NONE:
            typed.pop()
        return tuple(typed)

    def _show_signers(self, record: DocumentRecord, data: YearData) -> None:
        known = (*record.signatories, *(NONE for _ in self._signers))
        people, nobody = data.settings.signatories, replace(data.settings, signatories=())
        alone = self._words(replace(data, settings=nobody), record) if people else self._usual
        for (key, each), signatory in zip(self._signers.items(), known, strict=False):
            usual = {part: self._usual.get(f"{key}_{part}", "") for part in PARTS}
            each.show_known(people, Signatory(**usual), alone[f"{key}_position"])
            each.show_value(signatory)

    def _mark(self) -> None:
        for row in self._rows:
            usual = canonical(row.text, self._usual[row.text.key])
            chosen = isinstance(row.field, ChoiceField | SwitchField)
            row.back.setVisible(bool(usual) and row.field.text() != usual and not chosen)

    def _tell(self, key: str) -> None:
        self._touched.add(key)
        self._mark()
        self.edited.emit()

    def _bring_back(self, row: _Row) -> None:
        row.field.replace_all(self._usual[row.text.key])
        self.left.emit()

    def _show_problem(self) -> None:
        self.problem.setText(f"▲ {self.day.problem}")
        self.problem.setVisible(bool(self.day.problem))
        set_property(self.problem, "role", "problem")


def _name_of(text: FormText) -> str:
    """Without the choices, which the field shows."""
    return text.label.split(" (")[0] if text.choices else text.label
