"""คลังข้อความ: what the office writes again and again, and the examples of the program."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from itadesk.catalogue.wording import proposed
from itadesk.errors import ItadeskError, NotFound
from itadesk.model.catalogue import Catalogue
from itadesk.model.changes import Changes, Kind
from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.services.phrases import (
    add_phrases,
    export_phrases,
    new_phrases,
    phrases,
    remove_phrase,
    save_phrase,
)
from itadesk.services.years import catalogue_of
from itadesk.thai.digits import to_thai
from ui import theme
from ui.dialogs import files
from ui.session import Session
from ui.widgets.autosave import AutoSave
from ui.widgets.empty import EmptyState
from ui.widgets.list_and_form import on_alt_arrows
from ui.widgets.notice import Tone, notify, notify_done
from ui.widgets.one_shown import OneShown
from ui.widgets.phrase_filter import PhraseFilter
from ui.widgets.phrase_form import PhraseForm
from ui.widgets.phrase_table import PhraseTable

FILE = ("ไฟล์คลังข้อความ", "json")
SHOWS = (Kind.PHRASES, Kind.YEARS, Kind.CATALOGUE)
EXAMPLE_YEAR = 2568  # in a file without a year
LIST, NOTHING, NO_HIT = range(3)


class PhrasesPage(QWidget):
    """Whose, which and in which order above; the list at the left, the chosen one at the right."""

    reworded = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._session = session
        self._saving = False
        self.filter, self.table, self.form = PhraseFilter(), PhraseTable(), PhraseForm()
        self._stack = OneShown()
        self._lay_out()
        self.setFocusProxy(self.filter.words)
        self.saver = AutoSave(self, session)
        self.saver.watch(self.form)
        self.saver.due.connect(self._save)
        self.filter.changed.connect(self._refilter)
        self.table.chosen.connect(self._choose)
        self.table.unwanted.connect(self._remove)
        self.form.remove.clicked.connect(self._remove)
        self.form.keep.clicked.connect(self._keep_example)
        self._add_actions()
        session.changed.connect(self._changed)
        session.year_shown.connect(self._reload)
        self._reload()

    def subtitle(self) -> str:
        count = len(self._session.ask(phrases))
        if not count:
            return "เก็บข้อความที่ใช้บ่อยไว้ใช้ซ้ำในปีต่อไป หรือแบ่งให้หน่วยงานอื่น"
        return f"ข้อความของหน่วยงาน {to_thai(str(count))} รายการ ใช้ในหน้าวิเคราะห์ผลด้วยปุ่ม “ข้อความแนะนำ”"

    def unsaved(self) -> str:
        """What the file refused to take is in the window only."""
        return "ข้อความในคลังที่กำลังแก้ไขยังไม่ได้บันทึก" if self.form.unsaved else ""

    def own_search(self) -> QLineEdit:
        return self.filter.words

    def show_place(self, within: str) -> None:
        """Goes to a phrase by its number."""
        self.saver.flush()
        self.filter.show_all()
        self.table.choose(int(within))

    def place(self) -> str:
        shown = self.form.phrase()
        return str(shown.id) if shown is not None and shown.id is not None else ""

    def add(self) -> None:
        """A new phrase of the kind that is looked at, ready to be typed in."""
        self.saver.flush()
        kind = self.filter.kind.currentData() or PhraseKind.CAUSE
        self.filter.show_own()
        self.table.clearSelection()
        self.form.begin(Phrase(kind, ""), "")
        self._stack.setCurrentIndex(LIST)
        self.form.text.setFocus()

    def import_file(self) -> None:
        """Takes in what another office wrote."""
        from itadesk.exchange.phrase_file import read_phrases

        path = files.pick_open(self, "นำเข้าคลังข้อความ", self._folder(), FILE)
        if path is None:
            return
        try:
            found = read_phrases(path)
        except ItadeskError as refusal:
            notify(self, str(refusal), Tone.PROBLEM)
            return
        fresh = len(self._session.ask(new_phrases, found))
        if not fresh:
            notify(self, "ข้อความในไฟล์นี้มีอยู่ในคลังครบแล้ว ไม่มีรายการที่ต้องเพิ่ม", Tone.INFO)
        elif self._session.run(add_phrases, found) is not None:
            self.filter.show_own()
            notify_done(self, f"นำเข้าข้อความใหม่ {to_thai(str(fresh))} รายการแล้ว", self._session)

    def export_file(self) -> None:
        """Writes the office's library for others."""
        target = self._folder() / "คลังข้อความ.json"
        path = files.pick_save(self, "ส่งออกคลังข้อความ", target, FILE)
        if path is None:
            return
        try:
            count = self._session.ask(export_phrases, path)
        except ItadeskError as refusal:
            notify(self, str(refusal), Tone.PROBLEM)
            return
        notify(self, f"ส่งออกข้อความ {to_thai(str(count))} รายการไว้ที่ “{path.name}” แล้ว")

    def _lay_out(self) -> None:
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(12)
        both.addWidget(self.table)
        both.addWidget(self.form)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        both.setSizes([520, 340])
        nothing = EmptyState(
            "คลังข้อความยังว่าง",
            "เก็บสาเหตุและแนวทางที่เขียนไว้ด้วยปุ่ม “เก็บเข้าคลัง” ในหน้าวิเคราะห์ผล "
            "เพิ่มเองที่ปุ่ม “เพิ่มข้อความ” หรือเลือกจากตัวอย่างของโปรแกรม",
            "book",
            ("ดูตัวอย่างจากโปรแกรม", partial(self.filter.source.choose, True)),
        )
        no_hit = EmptyState("ไม่พบข้อความที่ค้นหา", "ลองใช้คำอื่น หรือเลือกทุกชนิด", "search")
        for widget in (both, nothing, no_hit):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, theme.GAP, theme.PAGE, theme.BLOCK)
        column.setSpacing(theme.GAP)
        column.addWidget(self.filter)
        column.addWidget(self._stack, 1)

    def _add_actions(self) -> None:
        self.sending = QAction("ส่งออก…", self)
        for words, slot in (("เพิ่มข้อความ", self.add), ("นำเข้า…", self.import_file)):
            action = QAction(words, self)
            action.triggered.connect(slot)
            self.addAction(action)
        self.sending.triggered.connect(self.export_file)
        self.addAction(self.sending)
        on_alt_arrows(self, self._step)

    def _step(self, by: int) -> None:
        row = self.table.currentIndex().row() + by
        if 0 <= row < self.table.rows.rowCount():
            self.table.selectRow(row)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*SHOWS) and not self._saving:
            self._reload()

    def _refilter(self) -> None:
        self.saver.flush()
        self._reload()

    def _reload(self) -> None:
        examples = self.filter.examples
        every = self._examples() if examples else self._session.ask(phrases)
        self.sending.setEnabled(bool(self._session.ask(phrases)))
        shown = self.form.stored
        refused = self.form.unsaved
        writing = not examples and (refused or self.form.isAncestorOf(self.focusWidget()))
        if writing and shown is not None and shown.id is None:
            return  # a new phrase is being written
        kept = shown.id if writing and shown is not None else None
        found = self.filter.wanted().of(every, kept)
        self.table.show_phrases(found, shown, examples=examples)
        self._stack.setCurrentIndex(LIST if found else NO_HIT if every else NOTHING)
        chosen = self.table.phrase()
        if chosen is None or (refused and not examples):
            return
        if shown is not None and chosen.id == shown.id is not None:
            self.form.take(chosen, self._about(chosen))
        else:
            self.form.begin(chosen, self._about(chosen), example=examples)

    def _choose(self, phrase: Phrase) -> None:
        """What the file refuses stays in the form until it can be saved."""
        self.saver.flush()
        typed = self.form.phrase()
        if self.form.unsaved and typed is not None and typed.text:
            if phrase.id != typed.id:
                notify(self, f"{self.unsaved()} โปรดคัดลอกไว้ก่อนเลือกข้อความอื่น", Tone.PROBLEM)
                self.table.choose(typed.id)
            return
        self.form.begin(phrase, self._about(phrase), example=self.filter.examples)

    def _save(self) -> None:
        """A phrase that was emptied comes back: removing it has a button of its own."""
        typed = self.form.phrase()
        if typed is None or self._saving or not self.form.unsaved:
            return
        if not typed.text:
            if self.form.stored is not None and self.form.stored.text:
                self.form.begin(self.form.stored, self._about(self.form.stored))
                notify(self, "ข้อความว่างเก็บไว้ไม่ได้ กด “ลบ” ถ้าไม่ใช้ข้อความนี้แล้ว", Tone.INFO)
            return
        self._saving = True
        changes = self._session.run(save_phrase, typed)
        self._saving = False
        if changes is not None:
            self.form.stored = replace(typed, id=changes.created or typed.id)
            self._reload()
            self.reworded.emit()

    def _remove(self) -> None:
        stored = self.form.stored
        if stored is None or stored.id is None or self.filter.examples:
            return
        if self._session.run(remove_phrase, stored.id) is not None:
            notify_done(self, "ลบข้อความออกจากคลังแล้ว", self._session)

    def _keep_example(self) -> None:
        """An example of an indicator is kept for its first question."""
        stored = self.form.stored
        if stored is None:
            return
        code = stored.code
        if code.isdigit():
            indicator = self._catalogue(stored.year).indicator(int(code))
            code = indicator.questions[0].code if indicator and indicator.questions else ""
        if self._session.run(save_phrase, replace(stored, code=code)) is not None:
            notify_done(self, "เก็บข้อความเข้าคลังของหน่วยงานแล้ว", self._session)

    def _examples(self) -> tuple[Phrase, ...]:
        from itadesk.services.starter import example_lines

        year = self._session.year or EXAMPLE_YEAR
        return tuple(
            Phrase(kind, each.text, year, each.about)
            for kind, each in example_lines(self._catalogue(year))
        )

    def _catalogue(self, year: int | None) -> Catalogue:
        return self._session.ask(catalogue_of, year or EXAMPLE_YEAR)

    def _about(self, phrase: Phrase) -> str:
        """The question or indicator a phrase was written for, in full."""
        if phrase.year is None or not phrase.code:
            return ""
        try:
            catalogue = self._catalogue(phrase.year)
        except NotFound:
            return to_thai(f"ข้อ {phrase.code} ปี {phrase.year}")
        if phrase.code.isdigit():
            indicator = catalogue.indicator(int(phrase.code))
            name = indicator.name.text if indicator else ""
            return f"{to_thai(f'ตัวชี้วัดที่ {phrase.code}')} {name}"
        question = catalogue.question(phrase.code)
        text = proposed(question.text) if question else ""
        return f"{to_thai(f'ข้อ {phrase.code} ปี {phrase.year}')} {text}".strip()

    def _folder(self) -> Path:
        return self._session.path.parent if self._session.path else Path.home()
