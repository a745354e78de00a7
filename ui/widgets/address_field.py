"""Addresses of an item, one a line; a wrong one stays and is explained."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from itadesk.errors import BadValue
from itadesk.model.oit import OitEntry
from itadesk.services.oit import addresses
from itadesk.thai.normalise import normalise_line
from ui.widgets.labels import set_property
from ui.widgets.text_field import TextField


class AddressField(TextField):
    """`value` are the addresses typed, or those given while a line is no address."""

    judged = Signal()  # the problem was found or is gone

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(2, most=8, canonical=_tidied, parent=parent)
        self._code = ""
        self.problem = ""
        self.edited.connect(self._look_again)

    def value(self, fallback: tuple[str, ...]) -> tuple[str, ...]:
        return fallback if self._fault() else addresses(self._entry())

    def lines(self) -> tuple[str, ...]:
        """What is typed, line by line, addresses or not."""
        return self._entry().urls

    def unread(self) -> str:
        """The text when a line of it is no address, else ""."""
        return self.toPlainText() if self._fault() else ""

    def show_urls(self, urls: Sequence[str]) -> None:
        """Shows stored addresses, unless something that is none waits to be mended."""
        if not self._fault():
            self.show_text("\n".join(urls))
        self.judge()

    def begin_urls(self, code: str, urls: Sequence[str], typed: str = "") -> None:
        """Shows the addresses of another item, or what was typed there and is none."""
        self._code = code
        self.begin(typed or "\n".join(urls))
        self.judge()

    def judge(self) -> None:
        """Says what is wrong with the text as it stands."""
        self.problem = self._fault()
        set_property(self, "wrong", bool(self.problem))
        self.setAccessibleDescription(self.problem)
        self.judged.emit()

    def _look_again(self) -> None:
        """While one types, a problem that was told goes; a new one is not told yet."""
        if self.problem and not self._fault():
            self.judge()

    def _entry(self) -> OitEntry:
        return OitEntry(self._code, urls=tuple(filter(None, self.text().split("\n"))))

    def _fault(self) -> str:
        try:
            addresses(self._entry())
        except BadValue as refusal:
            return str(refusal)
        return ""


def _tidied(text: str) -> str:
    return "\n".join(filter(None, map(normalise_line, text.split("\n"))))
