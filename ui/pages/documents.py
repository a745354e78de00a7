"""เอกสาร: every form of the year, as it will be printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from itadesk.exchange.shapes import has_shape, shape_of
from itadesk.model.changes import Changes
from itadesk.model.office import Digits
from itadesk.naming import file_name
from itadesk.reports.forms import Form, Options
from itadesk.reports.parts.rounds import MONTHS
from itadesk.services.office import save_form_text
from itadesk.services.reporting import forms_of, furnished, write_report
from ui import theme
from ui.document_output import DocumentOutput
from ui.models.forms import form_rows
from ui.session import Session
from ui.typesetting import Typesetter
from ui.widgets.autosave import AutoSave
from ui.widgets.buttons import button
from ui.widgets.check_button import CheckButton
from ui.widgets.document_panel import DocumentPanel
from ui.widgets.document_sides import DocumentSides
from ui.widgets.form_list import FormList
from ui.widgets.form_options import FormOptions
from ui.widgets.issue_map_button import IssueMapButton
from ui.widgets.limitations_button import LimitationsButton
from ui.widgets.notice import Tone, notify
from ui.widgets.pdf_pane import PdfPane

_PATIENCE = 300  # ms in which further changes are waited for


class DocumentsPage(QWidget):
    """The list and the options at the left, the preview at the right."""

    wants_page = Signal(str)
    reworded = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self._forms = {form.id: form for form in session.ask(forms_of)}
        self._shown = ""
        self._digits: dict[str, Digits] = {}
        self._pdf: bytes | None = None  # of what is shown, None while it is not up to date
        self._waiting: Callable[[bytes], None] | None = None
        self.list, self.options, self.pane = FormList(), FormOptions(), PdfPane()
        self.issue_map, self.limitations = IssueMapButton(session), LimitationsButton(session)
        self.check = CheckButton(session)
        self.typesetter = Typesetter(self)
        self.output = DocumentOutput(self, session.path.parent if session.path else None)
        self.panel = DocumentPanel(session, self.output, self._with_pdf)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._lay_out()
        self.setFocusProxy(self.list)
        self.saver = AutoSave(self, session)
        self.saver.watch(self.options)
        self.saver.due.connect(self._save_texts)
        self._listen()
        self._add_actions()
        self._reload()

    def subtitle(self) -> str:
        form = self._form()
        return f"ตรวจเอกสารก่อนพิมพ์ — {form.title}" if form else "เลือกเอกสารจากรายการ"

    def unsaved(self) -> str:
        return self.panel.unsaved()

    def own_search(self) -> QLineEdit:
        return self.pane.search

    def show_place(self, within: str) -> None:
        """Goes to a document by the id of its form."""
        self.list.choose(within)

    def place(self) -> str:
        return self._shown

    def _lay_out(self) -> None:
        outside = button("เปิดด้วยโปรแกรม PDF", self.open_pdf, role="quiet", sign="eye")
        self.options.below.addWidget(outside, alignment=Qt.AlignmentFlag.AlignLeft)
        for way in (self.issue_map, self.limitations, self.check):
            self.options.remedies.addWidget(way, alignment=Qt.AlignmentFlag.AlignLeft)
        sides = DocumentSides(
            self.list,
            (self.panel, self.options),
            (self.panel.fold, self.options.fold),
            (self.panel.note, self.pane),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.PAGE, theme.GAP, theme.PAGE, theme.BLOCK)
        row.addWidget(sides)

    def _listen(self) -> None:
        self.list.chosen.connect(self._choose)
        for way in (self.issue_map, self.limitations):
            self.list.chosen.connect(way.show_for)
        self.check.chosen.connect(self.wants_page)
        self.options.digits_chosen.connect(self._choose_digits)
        self.options.round_chosen.connect(self._choose_round)
        self.panel.turned.connect(self._turned)
        self.typesetter.ready.connect(self._take)
        self.typesetter.refused.connect(self._refused)
        self.typesetter.working.connect(self.pane.busy)
        self._timer.timeout.connect(self._order)
        self._session.changed.connect(self._changed)
        self._session.year_shown.connect(self._year_changed)

    def _add_actions(self) -> None:
        self._offer("พิมพ์", self.print_document)
        self._offer("บันทึกเป็น PDF", self.save_pdf)
        self._offer("บันทึกเป็น Word", self.save_word)
        self._excel = self._offer("บันทึกเป็น Excel", self.save_excel)
        make_set = partial(self.output.make_set, self._session, self.typesetter, self._digits)
        self._offer("ทั้งชุด…", make_set)
        self._offer("แม่แบบของหน่วยงาน…", partial(self.output.show_templates, self._session))

    def _offer(self, words: str, slot: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(partial(_do, slot))
        self.addAction(action)
        return action

    def print_document(self) -> None:
        """Asks for the printer, then prints in a thread."""
        self._with_pdf(lambda pdf: self.output.print_out(pdf, self._name(), self.pane.view))

    def save_pdf(self) -> None:
        """Writes the preview to a file the user chooses."""
        self._with_pdf(lambda pdf: self.output.save_pdf(pdf, self._name()))

    def save_word(self) -> None:
        """Writes the document as an editable Word file."""
        form, year = self._form(), self._session.year
        if form is not None and year is not None:
            self._flush()
            options = self._options(form)
            ask = self._session.ask
            self.output.save(
                self._name(),
                ".docx",
                lambda to: ask(write_report, year, form.id, to, options),
                self._remark(),
            )

    def save_excel(self) -> None:
        """Writes the document as a sheet; one of a whole country takes its time."""
        self._flush()
        form, data = self._form(), self._session.data
        if form is not None and data is not None:
            options = self._session.ask(furnished, data, form, self._options(form))
            make = partial(shape_of(form.id), data, options)
            self.output.save_made(self._name(), ".xlsx", make, self._remark())

    def _remark(self) -> str:
        signed = " ตามข้อมูลปัจจุบัน (ฉบับที่ลงนามเก็บเป็น PDF)"
        return signed if self.panel.shows_signed else ""

    def open_pdf(self) -> None:
        """Opens a copy with the computer's own PDF program."""
        self._with_pdf(lambda pdf: self.output.open_copy(pdf, f"{self._name()}.pdf"))

    def _form(self) -> Form | None:
        return self._forms.get(self._shown)

    def _options(self, form: Form) -> Options:
        return Options(digits=self._digits.get(form.id), document=self.panel.document)

    def _choose(self, form_id: str) -> None:
        if form_id != self._shown:
            self._flush()
            self._shown = form_id
            self._excel.setVisible(has_shape(form_id))
            self._show()
            self._turned()
            self.reworded.emit()

    def _turned(self) -> None:
        """Another document is shown, and what was asked of the one before is dropped."""
        self._waiting = None
        self.pane.view.clear()
        self._show()
        self._stale(at_once=True)

    def _choose_digits(self, digits: Digits) -> None:
        self._digits[self._shown] = digits
        self._stale(at_once=True)

    def _choose_round(self, months: str) -> None:
        year = self._session.year
        if year is not None:
            self._session.run(save_form_text, year, self._shown, MONTHS, months or None)

    def _changed(self, _changes: Changes) -> None:
        self._reload()
        self._stale()

    def _year_changed(self) -> None:
        self._waiting = None
        self.pane.view.clear()
        self._reload()
        self._stale(at_once=True)

    def _reload(self) -> None:
        data = self._session.data
        if data is None:
            return
        self.list.show_rows(form_rows(list(self._forms.values()), data))
        self.check.count()
        if self._shown in self._forms:
            self._show()
        else:
            self.list.choose("")

    def _show(self) -> None:
        data, form = self._session.data, self._form()
        if data is not None and form is not None:
            self.panel.show_form(form, data)
            digits = self._digits.get(form.id, data.settings.digits)
            own = tuple(each for each in data.documents if each.id == self.panel.document)
            lacking = form.lacking(replace(data, documents=own))
            self.options.show_form(form, data, digits, lacking)
            self.options.digits.setEnabled(not self.panel.shows_signed)

    def _flush(self) -> None:
        """Saves what is being typed."""
        for saver in (self.saver, self.panel.saver):
            saver.flush()

    def _save_texts(self) -> None:
        year = self._session.year
        for key, text in self.options.texts().items():
            if year is not None:
                self._session.run(save_form_text, year, self._shown, key, text)

    def _stale(self, at_once: bool = False) -> None:
        """The preview is no longer what would be printed."""
        self._pdf = None
        self.typesetter.forget()
        if self.isVisible():
            self._timer.start(0 if at_once else _PATIENCE)

    def _order(self) -> None:
        data, form = self._session.data, self._form()
        if self._session.closed or data is None or form is None:
            return
        frozen = self.panel.frozen()
        if frozen is not None:
            self._take(frozen)
        else:
            options = self._session.ask(furnished, data, form, self._options(form))
            self.typesetter.order(form, data, options)

    def _take(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.pane.view.show_pdf(pdf)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting(pdf)

    def _refused(self, sentence: str) -> None:
        self._waiting = None
        notify(self, sentence, Tone.PROBLEM)

    def _with_pdf(self, use: Callable[[bytes], None]) -> None:
        """Uses the document at once, or as soon as it is made."""
        self._flush()
        if self._pdf is not None:
            use(self._pdf)
        else:
            self._waiting = use
            self._timer.start(0)

    def _name(self) -> str:
        form, year = self._form(), self._session.year
        return file_name(f"{form.title if form else 'เอกสาร'} ปี {year}", "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._pdf is None:
            self._timer.start(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.pane.recolour()


def _do(slot: Callable[[], None], _checked: bool = False) -> None:
    slot()
