"""Texts of a document that are chosen rather than typed, with the manners of a text box."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from itadesk.reports.forms import FormText
from itadesk.thai.normalise import normalise
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.text_field import TextField

YES = "1"


class SwitchField(QWidget):
    """Yes ("1") or no (""); any other text that is stored counts as yes."""

    edited = Signal()
    left = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = QCheckBox(words)
        self.box.clicked.connect(self._tell)
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self.box)

    def text(self) -> str:
        return YES if self.box.isChecked() else ""

    def show_text(self, text: str) -> None:
        self.box.setChecked(bool(text.strip()))

    def begin(self, text: str) -> None:
        self.show_text(text)

    def replace_all(self, text: str) -> None:
        self.show_text(text)
        self.edited.emit()

    def lock(self, locked: bool) -> None:
        self.setEnabled(not locked)

    def _tell(self) -> None:
        self.edited.emit()
        self.left.emit()


class ChoiceField(CalmCombo):
    """One of a few words."""

    edited = Signal()
    left = Signal()

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        for word in words:
            self.addItem(word, word)
        self.activated.connect(self._tell)

    def text(self) -> str:
        return self.currentText()

    def show_text(self, text: str) -> None:
        self.choose(text)

    def begin(self, text: str) -> None:
        self.show_text(text)

    def replace_all(self, text: str) -> None:
        self.show_text(text)
        self.edited.emit()

    def lock(self, locked: bool) -> None:
        self.setEnabled(not locked)

    def _tell(self) -> None:
        self.edited.emit()
        self.left.emit()


class WordsField(TextField):
    """A text that is typed, in one line or in several."""

    def lock(self, locked: bool) -> None:
        """Can still be read and copied."""
        self.setReadOnly(locked)


Field = SwitchField | ChoiceField | WordsField


def field_of(text: FormText) -> Field:
    """What a text of a form is edited with."""
    if text.switch:
        return SwitchField(text.label)
    if text.choices:
        return ChoiceField(text.choices)
    return WordsField(2 if text.multiline else 1, most=8)


def canonical(text: FormText, stored: str) -> str:
    """A stored text as its field gives it back: a switch knows only yes and no."""
    return (YES if stored.strip() else "") if text.switch else normalise(stored)
