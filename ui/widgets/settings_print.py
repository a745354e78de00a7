"""Settings: digits, type sizes and fonts of printed documents, lists of units and words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox

from itadesk.model.office import Digits, Settings
from itadesk.services.office import save_settings
from itadesk.thai.normalise import normalise_line
from ui.session import Session
from ui.widgets.autosave import AutoSave
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.card import Card
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import label
from ui.widgets.settings_fonts import FontFields
from ui.widgets.text_field import TextField
from ui.widgets.thai_spin import ThaiSpin

DIGITS = {Digits.THAI: "เลขไทย ๐๑๒๓๔๕๖๗๘๙", Digits.ARABIC: "เลขอารบิก 0123456789"}


class PrintCard(Card):
    """How documents look."""

    def __init__(self, session: Session) -> None:
        super().__init__("เอกสารและแบบอักษร")
        self._session = session
        self.digits = CalmCombo()
        for digits, words in DIGITS.items():
            self.digits.addItem(words, digits)
        self.body_size, self.table_size = ThaiSpin(10, 24, "พอยต์"), ThaiSpin(8, 20, "พอยต์")
        form = FormGrid()
        form.add(
            "ตัวเลข", self.digits, "ตัวเลขในเอกสาร", hint="พิมพ์คะแนนด้วยเลขใดก็ได้ เอกสารจะเป็นเลขที่เลือก"
        )
        form.add("ขนาดอักษรเนื้อความ", self.body_size, hint="หนังสือราชการใช้ ๑๖ พอยต์")
        form.add("ขนาดอักษรในตาราง", self.table_size)
        self.fonts = FontFields(self, form, session)
        self.body.addLayout(form)
        self.digits.activated.connect(self.save)
        self.body_size.valueChanged.connect(self.save)
        self.table_size.valueChanged.connect(self.save)
        self.load()

    def load(self) -> None:
        settings = _stored(self._session)
        self.digits.choose(settings.digits)
        self.body_size.show_number(int(settings.body_size))
        self.table_size.show_number(int(settings.table_size))
        self.fonts.load()

    def save(self) -> None:
        _save(
            self._session,
            lambda stored: replace(
                stored,
                digits=self.digits.currentData(),
                body_size=Decimal(self.body_size.value()),
                table_size=Decimal(self.table_size.value()),
            ),
        )


class ListsCard(Card):
    """Names of units, and words that a line never breaks inside, a line each."""

    def __init__(self, session: Session) -> None:
        super().__init__("สำนัก/กองและรายชื่อ")
        self._session = session
        self.units, self.words = TextField(4, 8), TextField(3, 8)
        self.units.setPlaceholderText("เช่น สำนักปลัด")
        self.words.setPlaceholderText("เช่น ชื่อหมู่บ้าน ชื่อโครงการ")
        for words, remark, field in (
            ("สำนัก/กอง", "บรรทัดละหนึ่งชื่อ ใช้เลือกเป็นผู้รับผิดชอบ", self.units),
            (
                "คำของฉัน",
                "บรรทัดละหนึ่งคำหรือชื่อ ไม่ตัดออกเป็นสองบรรทัด และไม่ขีดเส้นใต้ว่าอาจพิมพ์ผิด",
                self.words,
            ),
        ):
            self.add(label(words, "strong"))
            self.add(label(remark, "quiet", wrap=True))
            self.add(field)
            field.setAccessibleName(words)
        self.spelling = QCheckBox("ขีดเส้นใต้คำที่อาจพิมพ์ผิดขณะพิมพ์")
        self.add(self.spelling)
        self.spelling.clicked.connect(self.save)
        self._saving = AutoSave(self, session)
        self._saving.watch(self.units)
        self._saving.watch(self.words)
        self._saving.due.connect(self.save)
        self.load()

    def load(self) -> None:
        settings = _stored(self._session)
        self.spelling.setChecked(settings.spelling)
        for field, names in ((self.units, settings.units), (self.words, settings.words)):
            if self._saving.pending:
                continue
            if _lines(field.text()) != names:
                field.show_text("\n".join(names))
            else:  # what the file holds is taken back in the file
                field.document().clearUndoRedoStacks()

    def save(self) -> None:
        _save(
            self._session,
            lambda stored: replace(
                stored,
                units=_lines(self.units.text()),
                words=_lines(self.words.text()),
                spelling=self.spelling.isChecked(),
            ),
        )


def _lines(text: str) -> tuple[str, ...]:
    """The names, each once, in the order typed."""
    return tuple(dict.fromkeys(filter(None, map(normalise_line, text.split("\n")))))


def _stored(session: Session) -> Settings:
    return session.ask(lambda store: store.office.settings())


def _save(session: Session, change: Callable[[Settings], Settings]) -> None:
    stored = _stored(session)
    changed = change(stored)
    if changed != stored:
        session.run(save_settings, changed)
