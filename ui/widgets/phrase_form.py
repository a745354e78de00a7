"""The chosen phrase: its kind, its text, what it was written for, how often it was used."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from itadesk.labels import PHRASE_KIND
from itadesk.model.phrase import Phrase, PhraseKind
from itadesk.thai.digits import to_thai
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.card import Card
from ui.widgets.labels import field_label, label
from ui.widgets.text_field import TextField

EXAMPLE = "ตัวอย่างจากโปรแกรม เก็บเข้าคลังแล้วจึงแก้ไขเป็นของหน่วยงานได้"


class PhraseForm(Card):
    """Edits a phrase of the office; an example can be read and kept only."""

    edited = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.stored: Phrase | None = None
        self.kind, self.text = CalmCombo(), TextField(lines=4, most=0)
        for kind, words in PHRASE_KIND.items():
            self.kind.addItem(words, kind)
        self.about, self.uses = label(wrap=True), label(role="quiet", wrap=True)
        self.keep = button("เก็บเข้าคลังของหน่วยงาน", role="primary")
        self.remove = button("ลบ", role="quiet", sign="delete")
        self.body.addWidget(field_label("ชนิด", self.kind))
        self.body.addWidget(self.kind)
        self.body.addWidget(field_label("ข้อความ", self.text))
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.about)
        self.body.addWidget(self.uses)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.keep)
        row.addStretch()
        row.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(row)
        self.text.edited.connect(self.edited)
        self.text.left.connect(self.left)
        self.kind.activated.connect(self._chosen)

    def begin(self, phrase: Phrase, about: str, *, example: bool = False) -> None:
        """Another phrase; `about` says in words what it was written for."""
        self.stored = phrase
        self.kind.choose(phrase.kind)
        self.text.begin(phrase.text)
        self._show_rest(phrase, about, example)

    def take(self, phrase: Phrase, about: str) -> None:
        """The same phrase as the file holds it now."""
        self.stored = phrase
        self.kind.choose(phrase.kind)
        self.text.show_text(phrase.text)
        self._show_rest(phrase, about, example=False)

    def phrase(self) -> Phrase | None:
        """As it is typed now."""
        if self.stored is None:
            return None
        kind = PhraseKind(self.kind.currentData())
        return replace(self.stored, kind=kind, text=self.text.text().strip())

    @property
    def unsaved(self) -> bool:
        typed = self.phrase()
        return typed is not None and typed != self.stored and not self.text.isReadOnly()

    def _show_rest(self, phrase: Phrase, about: str, example: bool) -> None:
        self.about.setText(about)
        self.about.setVisible(bool(about))
        used = f"ใช้แล้ว {to_thai(str(phrase.uses))} ครั้ง" if phrase.uses else "ยังไม่เคยใช้"
        self.uses.setText(EXAMPLE if example else used)
        self.text.setReadOnly(example)
        self.kind.setEnabled(not example)
        self.keep.setVisible(example)
        self.remove.setVisible(phrase.id is not None)

    def _chosen(self) -> None:
        self.edited.emit()
        self.left.emit()
