"""Settings: the fonts of PDF and Word documents."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from itadesk.model.office import Settings
from itadesk.reports.pdf.installed import Typeface, installed
from itadesk.services.office import save_settings
from itadesk.thai.normalise import normalise_line
from ui.background import run_in_background
from ui.session import Session
from ui.widgets.autosave import AutoSave
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import label, show_if

SHIPPED = "TH Sarabun (Laksaman)"
WORD_FONTS = ("TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙", "Angsana New", "Cordia New")
THAI_FIGURES = "TH SarabunIT๙"  # draws 0–9 like ๐–๙


class FontFields(QObject):
    """Fields of a card: the shipped font or one found on this PC for PDF, any name for Word."""

    def __init__(self, card: QWidget, form: FormGrid, session: Session) -> None:
        super().__init__(card)
        self._session = session
        self._found: tuple[Typeface, ...] | None = None  # None while they are looked for
        self.pdf, self.word = CalmCombo(), CalmCombo()
        self.word.setEditable(True)
        self.word.addItems(WORD_FONTS)
        self.remark = label(role="quiet", wrap=True)
        form.add("แบบอักษรใน PDF", self.pdf)
        form.add_below(self.remark)
        form.add("แบบอักษรใน Word", self.word)
        self.pdf.activated.connect(self.save)
        self.word.activated.connect(self.save)
        self._saving = AutoSave(card, session)
        if typed := self.word.lineEdit():
            typed.textEdited.connect(self._saving.touch)
            typed.editingFinished.connect(self._saving.flush)
        self._saving.due.connect(self.save)
        self.load()
        run_in_background(self, installed, self._offer, session.failed.emit)

    def load(self) -> None:
        settings = self._stored()
        self._list(settings.pdf_font)
        self.remark.setText(_remark(settings.pdf_font, self._found))
        show_if(bool(self.remark.text()), self.remark)
        if not self._saving.pending:
            self.word.setEditText(settings.docx_font)

    def save(self) -> None:
        stored = self._stored()
        word = normalise_line(self.word.currentText()) or stored.docx_font
        changed = replace(stored, pdf_font=self.pdf.currentData(), docx_font=word)
        if changed == stored:
            self.load()
        else:
            self._session.run(save_settings, changed)

    def _offer(self, found: tuple[Typeface, ...]) -> None:
        self._found = found
        self.load()

    def _list(self, chosen: str) -> None:
        """The shipped font, those that may be chosen, and the chosen one although it may not."""
        usable = [each.name for each in self._found or () if each.embeddable]
        self.pdf.clear()
        self.pdf.addItem(SHIPPED, "")
        for name in dict.fromkeys((*usable, *filter(None, [chosen]))):
            absent = self._found is not None and name not in usable
            self.pdf.addItem(f"{name} (ใช้ไม่ได้)" if absent else name, name)
        self.pdf.choose(chosen)

    def _stored(self) -> Settings:
        return self._session.ask(lambda store: store.office.settings())


def _remark(chosen: str, found: tuple[Typeface, ...] | None) -> str:
    """What the user should know of the fonts of this PC."""
    if found is None:
        return ""
    usable = [each.name for each in found if each.embeddable]
    forbidden = [each.name for each in found if not each.embeddable]
    if chosen and chosen not in (*usable, *forbidden):
        return f"เครื่องนี้ไม่มีแบบอักษร {chosen} จึงพิมพ์ด้วย {SHIPPED} หากติดตั้งแล้ว โปรดปิดแล้วเปิดโปรแกรมใหม่"
    if forbidden:
        names = " และ ".join(forbidden)
        return f"แบบอักษร {names} ในเครื่องนี้ไม่อนุญาตให้ฝังใน PDF จึงเลือกใช้ไม่ได้"
    if chosen == THAI_FIGURES:
        return f"{THAI_FIGURES} แสดงเลข 0–9 เป็นเลขไทยทุกแห่ง รวมทั้งในที่อยู่เว็บและอีเมล"
    return ""
