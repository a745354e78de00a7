"""The documents of a form: which one, its state, what it has of its own, its signed copy."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from itadesk.model.changes import Changes
from itadesk.model.document import DocumentRecord, DocumentState
from itadesk.model.kept import KeptFile
from itadesk.model.year import YearData
from itadesk.reports.forms import Form
from itadesk.services.documents import (
    FIXED,
    copy_document,
    remove_document,
    save_document,
    scan_of,
)
from itadesk.services.files import file_body
from itadesk.services.freezing import frozen_of, outdated
from ui import theme
from ui.document_output import DocumentOutput
from ui.document_road import DocumentRoad, WithPdf
from ui.models.documents import documents_of, published_words, state_words, title_of
from ui.session import Session
from ui.widgets.autosave import AutoSave
from ui.widgets.buttons import ToolButton, button
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.document_form import NO_DRAFT, DocumentForm, Draft
from ui.widgets.fold import Fold
from ui.widgets.frozen_note import FrozenNote
from ui.widgets.labels import paragraph
from ui.widgets.notice import Tone, notify, notify_done
from ui.widgets.scan_row import ScanRow
from ui.widgets.stepper import Stepper

Key = tuple[int, str, int | None]  # year, form, document


class DocumentPanel(QWidget):
    """`with_pdf` gives the PDF of what is shown, once it is made; `note` stands above it."""

    turned = Signal()  # another document is to be shown, or another version of it

    def __init__(self, session: Session, output: DocumentOutput, with_pdf: WithPdf) -> None:
        super().__init__()
        self._session = session
        self._form: Form | None = None
        self._key: Key | None = None
        self._chosen: dict[tuple[int, str], int] = {}
        self._drafts: dict[Key, Draft] = {}
        self._saving = self._present = False
        self.choice, self.stepper, self.form = CalmCombo(), Stepper(), DocumentForm()
        self.new = button("ใหม่", self.begin_document, role="quiet", sign="plus")
        self.more = ToolButton("more", "ทำสำเนาหรือลบเอกสารนี้", self._drop)
        self.published = paragraph(role="quiet")
        self.road = DocumentRoad(self, session, with_pdf, lambda: self.form.stored, self._made)
        self.edit = button("แก้ไข", self.road.publish, role="quiet")
        self.scan = ScanRow(session, output, self._made)
        self.fold = Fold("ข้อมูลเอกสาร", self.form)
        self.note = FrozenNote()
        self._lay_out()
        self.saver = AutoSave(self, session)
        self.saver.watch(self.form)
        self.saver.due.connect(self._save)
        session.settling.connect(self.form.day.settle)
        self.choice.activated.connect(self._choose)
        self.stepper.chosen.connect(self.road.move)
        self.note.turned.connect(self._turn)
        self.note.thawed.connect(partial(self.road.move, DocumentState.DRAFT))

    @property
    def document(self) -> int | None:
        """The id of the document that is shown; None while none is begun."""
        return self.form.stored.id

    @property
    def shows_signed(self) -> bool:
        """Whether the version to show is the PDF that was kept."""
        return self._kept() is not None and not self._present

    def frozen(self) -> bytes | None:
        """The PDF that was kept, where it is the version to show."""
        kept = self._kept()
        if kept is None or kept.id is None or self._present:
            return None
        return self._session.ask(file_body, kept.id)

    def unsaved(self) -> str:
        """What the file refused, and days that are none, are in the window only."""
        drafts = {key for key, draft in self._drafts.items() if draft} - {self._key}
        waiting = bool(drafts) or bool(self.form.draft())
        return "ข้อมูลเอกสารบางช่องยังไม่ได้บันทึก" if waiting else ""

    def show_form(self, form: Form, data: YearData) -> None:
        """The chosen document of a form, the newest where none was chosen."""
        if self._saving:
            return
        found = documents_of(data, form.id)
        chosen = self._chosen.get((data.year, form.id))
        newest = found[0] if found else DocumentRecord(form=form.id)
        record = next((each for each in found if each.id == chosen), newest)
        key, self._form = (data.year, form.id, record.id), form
        if key == self._key:
            self.form.take(record, data)
        else:
            self._leave()
            self._key, self._present = key, False
            self.form.begin(form, record, data, self._drafts.pop(key, NO_DRAFT))
        if self.form.unsaved:
            self.saver.touch()
        self._show_choice(found)
        self._show_state(record, data)

    def begin_document(self) -> None:
        """A new draft of the form, to be written at once."""
        if self._form is None or self._session.year is None:
            return
        blank = DocumentRecord(form=self._form.id)
        changes = self._session.run(save_document, self._session.year, blank)
        self._went(changes, "เพิ่มเอกสารใหม่แล้ว")
        if not self.fold.is_open:
            self.fold.head.click()
        self.form.first().setFocus()

    def copy(self) -> None:
        """A draft with the same texts."""
        if self._session.year is not None and (document := self._made()) is not None:
            changes = self._session.run(copy_document, self._session.year, document)
            self._went(changes, "ทำสำเนาเป็นร่างใหม่แล้ว ยังไม่มีเลขที่และวันที่")

    def remove(self) -> None:
        """Takes the document away; it can be brought back."""
        if self._session.year is not None and self.document is not None:
            changes = self._session.run(remove_document, self._session.year, self.document)
            if changes is not None:
                notify_done(self, "ลบเอกสารแล้ว", self._session)
                self.turned.emit()

    def menu(self) -> QMenu:
        """What else can be done with the document."""
        made = QMenu(self)
        made.addAction("ทำสำเนา", self.copy)
        made.addAction("ลบเอกสารนี้", self.remove)
        for action in made.actions():
            action.setEnabled(self.document is not None)
        return made

    def _lay_out(self) -> None:
        self.choice.setAccessibleName("เอกสารของแบบนี้")
        self.choice.setMinimumContentsLength(8)
        self.choice.view().setMinimumWidth(300)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.choice, 1)
        first.addWidget(self.new)
        first.addWidget(self.more)
        self.new.setToolTip("เอกสารใหม่ของแบบนี้")
        self.new.setAccessibleName("เอกสารใหม่")
        line = QHBoxLayout()
        line.addWidget(self.published, 1)
        line.addWidget(self.edit, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addLayout(first)
        column.addWidget(self.stepper)
        column.addLayout(line)
        column.addWidget(self.scan)
        column.addWidget(self.fold)

    def _show_choice(self, found: tuple[DocumentRecord, ...]) -> None:
        self.choice.clear()
        for place, each in zip(range(len(found), 0, -1), found, strict=True):
            self.choice.addItem(title_of(each, place), each.id)
        if not found:
            self.choice.addItem("ยังไม่มีเอกสาร", None)
        self.choice.choose(self.document)
        self.choice.setEnabled(bool(found))
        self.choice.setToolTip(self.choice.currentText())
        self.more.setEnabled(bool(found))

    def _show_state(self, record: DocumentRecord, data: YearData) -> None:
        fixed = record.state in FIXED
        self.stepper.show_state(record.state, state_words(record.form))
        self.form.lock(fixed)
        words = "\n".join(filter(None, (published_words(record), record.url)))
        self.published.setText(words)
        for each in (self.published, self.edit):
            each.setVisible(bool(words))
        scan = scan_of(data, record.id)
        self.scan.show_scan(scan)
        self.scan.setVisible(fixed or scan is not None)
        kept = self._kept()
        changed = kept is not None and outdated(data, record)
        self._present = self._present and changed
        self.note.show_version(
            frozen=kept is not None or fixed, changed=changed, present=self._present
        )

    def _choose(self, place: int) -> None:
        document = self.choice.itemData(place)
        if document is not None and document != self.document:
            self._go_to(document)

    def _go_to(self, document: int) -> None:
        self.saver.flush()
        data = self._session.data
        if data is not None and self._form is not None:
            self._chosen[data.year, self._form.id] = document
            self.show_form(self._form, data)
            self.turned.emit()

    def _went(self, changes: Changes | None, words: str) -> None:
        """To the document that was just made."""
        if changes is not None and changes.created is not None:
            self._go_to(changes.created)
            notify_done(self, words, self._session)

    def _leave(self) -> None:
        """Before another document is shown."""
        if self._key is not None and (draft := self.form.draft()):
            self._drafts[self._key] = draft

    def _save(self) -> None:
        """Saves what differs from the file; what is refused stays to be saved later."""
        if self._key is None or self._saving or not self.form.unsaved:
            return
        self._keep(self.form.record())

    def _keep(self, record: DocumentRecord) -> int | None:
        """The document's id once it is in the file."""
        if self._key is None or self._form is None:
            return None
        year, form, _ = self._key
        self._saving = True
        changes = self._session.run(save_document, year, record)
        self._saving = False
        if changes is None:
            return None
        document = record.id if changes.created is None else changes.created
        if document is not None:
            self._key = (year, form, document)
            self._chosen[year, form] = document
        data = self._session.data
        if data is not None and data.year == year:
            self.show_form(self._form, data)
        return document

    def _made(self) -> int | None:
        """The id of the document, which is begun where there is none yet.

        None while something typed could not be kept: it would not be what is signed.
        """
        self.form.day.settle()
        self.saver.flush()
        if self.form.day.unread():
            notify(self, self.form.day.problem, Tone.PROBLEM)
        if self.form.draft():
            return None
        return self.document if self.document is not None else self._keep(self.form.record())

    def _kept(self) -> KeptFile | None:
        data = self._session.data
        return frozen_of(data, self.document) if data and self.document is not None else None

    def _turn(self, present: bool) -> None:
        self._present = present
        data = self._session.data
        if data is not None and self._form is not None:
            self.show_form(self._form, data)
        self.turned.emit()

    def _drop(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
