"""A text of a catalogue: what it says, how sure it is, and what else it could say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from itadesk.catalogue.wording import UNCONFIRMED
from itadesk.model.catalogue import Certainty, Sourced
from itadesk.thai.normalise import normalise_line
from ui import theme
from ui.models.catalogue_draft import offered
from ui.widgets.buttons import button
from ui.widgets.labels import field_label, label
from ui.widgets.text_field import TextField


class TextChoice(QWidget):
    """`changed` brings the new text: typed and left, or accepted with one click."""

    changed = Signal(str)

    def __init__(self, name: str, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Sourced("")
        self.field = TextField(lines, most=6, canonical=normalise_line)
        self.field.left.connect(self.settle)
        self.state = label(role="quiet", wrap=True)
        self.offers = QVBoxLayout()
        self.offers.setSpacing(4)
        self._holder = QWidget()
        self._holder.setLayout(self.offers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(field_label(name, self.field))
        column.addWidget(self.field)
        column.addWidget(self.state)
        column.addWidget(self._holder)

    def show_text(self, text: Sourced) -> None:
        """A text with its source and the others offered."""
        self._text = text
        self.field.begin(text.text)
        self.state.setText(_state(text))
        while (item := self.offers.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        offers = offered(text)
        self._holder.setVisible(bool(offers))
        for offer in offers:
            self.offers.addWidget(self._offer(offer))

    def settle(self) -> None:
        """Takes what is typed."""
        if self.field.text() != self._text.text:
            self.changed.emit(self.field.text())

    def _offer(self, text: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GAP)
        line.addWidget(label(text, wrap=True), 1)
        line.addWidget(button("ใช้ข้อความนี้", lambda: self.changed.emit(text)))
        return row


def _state(text: Sourced) -> str:
    if not text.confirmed:
        marked = UNCONFIRMED.strip("()")
        source = f" ที่มา: {text.source}" if text.source else ""
        return f"○ {marked}{source}"
    if text.certainty is Certainty.OFFICE:
        return "✓ หน่วยงานยืนยันแล้ว"
    return f"✓ ที่มา: {text.source}" if text.source else ""
