"""Suggested texts one below the other: where each comes from, and buttons that take it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from itadesk.suggesting import Origin, Suggestion
from itadesk.thai.digits import to_thai
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import label, paragraph, separator, show_if

FIRST = 3  # shown at once; the rest on asking
NONE = "ยังไม่มีข้อความที่ตรงกับข้อนี้ เขียนแล้วกด “เก็บเข้าคลัง” เพื่อใช้ซ้ำในปีต่อไป"
EXAMPLE = "ตัวอย่างจากโปรแกรม โปรดปรับให้ตรงกับข้อเท็จจริง"


class SuggestionRow(QWidget):
    """One text; `whole` is True when it is to take the place of what is written."""

    taken = Signal(Suggestion, bool)
    looked_up = Signal(Suggestion)

    def __init__(self, suggestion: Suggestion, over: bool) -> None:
        super().__init__()
        self.suggestion = suggestion
        self.insert = button("แทรก" if over else "ใช้ข้อความนี้", self._insert, role="quiet")
        self.replace = button("ใช้แทนทั้งหมด", self._replace, role="quiet")
        show_if(over, self.replace)
        self.edit = button("แก้ไขในคลัง", self._look_up, role="quiet")
        show_if(suggestion.phrase is not None, self.edit)
        words = origin_words(suggestion)
        for each in (self.insert, self.replace, self.edit):
            each.setAccessibleName(f"{each.text()} {words}: {suggestion.text[:60]}")
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.insert)
        buttons.addWidget(self.replace)
        buttons.addWidget(self.edit)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(label(words, "quiet", wrap=True))
        column.addWidget(paragraph(suggestion.text))
        column.addLayout(buttons)

    def _insert(self) -> None:
        self.taken.emit(self.suggestion, False)

    def _replace(self) -> None:
        self.taken.emit(self.suggestion, True)

    def _look_up(self) -> None:
        self.looked_up.emit(self.suggestion)


class SuggestionList(QFrame):
    """The office's own texts, then the program's examples."""

    taken = Signal(Suggestion, bool)
    looked_up = Signal(Suggestion)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "inset")
        self.rows: list[SuggestionRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.GAP, 4, 4, 4)
        self._column.setSpacing(0)

    def show_suggestions(self, found: Sequence[Suggestion], over: bool, most: int = FIRST) -> None:
        """`over`: something is written already, so that it can be put in or take its place."""
        self._clear()
        if not found:
            self._column.addWidget(label(NONE, "quiet", wrap=True))
            return
        for number, suggestion in enumerate(found[:most]):
            if number:
                self._column.addWidget(separator())
            row = SuggestionRow(suggestion, over)
            row.taken.connect(self.taken)
            row.looked_up.connect(self.looked_up)
            self.rows.append(row)
            self._column.addWidget(row)
        rest = len(found) - most
        if rest > 0:
            more = button(
                f"แสดงอีก {to_thai(str(rest))} ข้อความ",
                lambda: self.show_suggestions(found, over, len(found)),
                role="quiet",
            )
            self._column.addWidget(more, alignment=Qt.AlignmentFlag.AlignLeft)

    def chain(self, before: QWidget) -> None:
        """Tab goes on from `before` through the rows."""
        for row in self.rows:
            for each in (row.insert, row.replace, row.edit):
                QWidget.setTabOrder(before, each)
                before = each

    def _clear(self) -> None:
        self.rows = []
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()


def origin_words(suggestion: Suggestion) -> str:
    """Where a text comes from, in a few words."""
    if suggestion.origin is Origin.PROGRAM:
        return EXAMPLE
    place = to_thai(f"ข้อ {suggestion.about}") if suggestion.about else ""
    if suggestion.origin is Origin.EARLIER:
        return f"ปี {to_thai(str(suggestion.year))} {place}".strip()
    used = f"ใช้แล้ว {to_thai(str(suggestion.uses))} ครั้ง" if suggestion.uses else ""
    return " · ".join(filter(None, ("คลังข้อความ", place, used)))
