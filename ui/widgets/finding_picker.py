"""The findings a measure answers: named in a line, ticked in a list that drops down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from itadesk.answering import finding_name
from itadesk.model.work import Finding
from itadesk.model.year import YearData
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.pick_popup import Entry, PickPopup

_LONGEST = 90  # letters of a cause in the list


class FindingPicker(QWidget):
    """`chosen()` are ids, in the order of the year's findings."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[int, tuple[str, str]] = {}  # id: what it is about, its words
        self._chosen: tuple[int, ...] = ()
        self.names = label(role="quiet", wrap=True)
        self.pick = button("เลือกข้อ", self.drop, role="quiet")
        self.pick.setAccessibleName("เลือกผลการวิเคราะห์ที่มาตรการนี้ตอบ")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.names, 1)
        row.addWidget(self.pick)

    def chosen(self) -> tuple[int, ...]:
        return self._chosen

    def show_findings(self, data: YearData, chosen: Sequence[int]) -> None:
        """The findings of a year, those that are answered named."""
        self._known = {
            each.id: (finding_name(data, each), _words(each))
            for each in data.findings
            if each.id is not None
        }
        self.choose(chosen)

    def choose(self, chosen: Sequence[int]) -> None:
        """Names the findings with these ids; those that are gone are left out."""
        self._chosen = tuple(each for each in chosen if each in self._known)
        names = dict.fromkeys(self._known[each][0] for each in self._chosen)
        nothing = "ยังไม่ได้เลือก" if self._known else "ยังไม่มีให้เลือก"
        self.names.setText(f"ตอบผลการวิเคราะห์: {' · '.join(names) or nothing}")
        self.pick.setEnabled(bool(self._known))

    def drop(self) -> PickPopup:
        """Shows the list to tick in."""
        entries = [
            Entry(str(finding), f"{name}: {words}" if words else name)
            for finding, (name, words) in self._known.items()
        ]
        popup = PickPopup(self.pick, entries, map(str, self._chosen))
        popup.ticked.connect(self._take)
        popup.drop_from(self.pick)
        return popup

    def _take(self, keys: tuple[str, ...]) -> None:
        chosen = tuple(map(int, keys))
        if chosen != self._chosen:
            self.choose(chosen)
            self.edited.emit()
            self.left.emit()


def _words(finding: Finding) -> str:
    words = " ".join((finding.cause or finding.guideline or finding.conclusion).split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
