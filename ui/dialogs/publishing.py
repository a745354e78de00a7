"""When and where a document was published or sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from itadesk.model.document import DocumentRecord
from ui.dialogs.frame import FormDialog
from ui.widgets.date_field import DateField
from ui.widgets.text_field import LineField


@dataclass(frozen=True, slots=True)
class Publication:
    """The day, and the address, which may be empty."""

    day: date
    url: str


class Publishing(FormDialog):
    """Asks for the day and the address; `word` is the state's, เผยแพร่ or ส่งแล้ว."""

    def __init__(
        self, parent: QWidget | None, document: DocumentRecord, word: str, today: date
    ) -> None:
        deed = word.removesuffix("แล้ว")
        super().__init__(
            parent,
            f"{deed}เอกสาร",
            f"กรอกวันที่{deed} และ URL ถ้ามี โปรแกรมจะเก็บเอกสารฉบับนี้ไว้ตามที่{deed}",
            f"บันทึกว่า{deed}แล้ว",
        )
        self._deed, self._document = deed, document
        self.day, self.url = DateField(f"วันที่{deed}"), LineField()
        self.url.setPlaceholderText("เช่น https://www.…")
        self.day.begin_day(document.published_on or today)
        self.url.begin(document.url)
        self.add_field(f"วันที่{deed}", self.day)
        self.add_field("URL", self.url)

    def check(self) -> str:
        day = self.day.value(None)
        if day is None:
            return self.day.problem or f"ยังไม่ได้กรอกวันที่{self._deed} โปรดกรอก เช่น ๑ ต.ค. ๒๕๖๘"
        if self._document.day and day < self._document.day:
            return f"วันที่{self._deed}อยู่ก่อนวันที่ของเอกสาร โปรดแก้ไขวันที่ให้ตรงกัน"
        return ""

    def publication(self) -> Publication | None:
        """What was typed; None while the day is none."""
        day = self.day.value(None)
        return Publication(day, self.url.stored()) if day else None


def ask_publication(
    parent: QWidget | None, document: DocumentRecord, word: str, today: date
) -> Publication | None:
    """None when it was given up; tests replace this function."""
    dialog = Publishing(parent, document, word, today)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.publication() if accepted else None
