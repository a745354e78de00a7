"""One who signs: rank, name, position and the line of one who acts; chosen or typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from itadesk.model.document import Signatory
from itadesk.reports.records import PARTS, parts
from itadesk.thai.normalise import normalise_line
from ui.widgets.buttons import ToolButton
from ui.widgets.completing import complete
from ui.widgets.labels import field_label
from ui.widgets.text_field import LineField

_HINTS = {
    "rank": "ยศ",
    "name": "คำนำหน้า ชื่อ และนามสกุล",
    "position": "ตำแหน่ง",
    "acting": "บรรทัดรักษาราชการแทน (ถ้ามี)",
}
_SPOKEN = {"name": "ชื่อ", "rank": "ยศ", "position": "ตำแหน่ง", "acting": "บรรทัดรักษาราชการแทน"}


class SignatoryFields(QWidget):
    """`who` names the place (ผู้ลงนาม); only the `printed` parts of a signatory are asked for."""

    edited = Signal()
    left = Signal()

    def __init__(self, who: str, printed: Collection[str]) -> None:
        super().__init__()
        self._known: tuple[Signatory, ...] = ()
        self._shown = Signatory()
        self._usual, self._position = Signatory(), ""
        self.fields = {part: LineField() for part in PARTS}
        self.pick = ToolButton("down", f"เลือก{who}จากรายชื่อ", self._drop)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.fields["rank"], 2)
        first.addWidget(self.fields["name"], 5)
        first.addWidget(self.pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(field_label(who, self.fields["name"]))
        column.addLayout(first)
        for part, field in self.fields.items():
            if part in ("position", "acting"):
                column.addWidget(field)
            field.setVisible(part in printed)
            field.setAccessibleName(f"{_SPOKEN[part]}{who}")
            field.edited.connect(self.edited)
            field.textChanged.connect(self._hint)
            field.left.connect(self.left)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        of = self.fields
        return (of["rank"], of["name"], self.pick, of["position"], of["acting"])

    def value(self) -> Signatory:
        """The signatory as typed; what was left alone keeps its lines."""
        typed = {part: field.stored() for part, field in self.fields.items()}
        alone = {part: text for part, text in parts(self._shown).items()
                 if normalise_line(text) == typed[part]}  # fmt: skip
        return Signatory(**{**typed, **alone})

    def show_value(self, signatory: Signatory) -> None:
        """What is there stays untouched where it means the same."""
        self._shown = signatory
        for part, text in parts(signatory).items():
            self.fields[part].show_text(normalise_line(text))
            if not self.fields[part].hasFocus():
                self.fields[part].setCursorPosition(0)

    def show_known(self, known: Sequence[Signatory], usual: Signatory, position: str) -> None:
        """The people of the office; who signs while nothing is typed; else the position that is
        printed while none is typed."""
        self._usual, self._position = usual, position
        self._hint()
        self.pick.setVisible(bool(known))
        if self._known != tuple(known):
            self._known = tuple(known)
            name = self.fields["name"]
            complete(name, [each.name for each in known])
            name.completer().activated.connect(self._complete)

    def lock(self, locked: bool) -> None:
        """Can still be read and copied."""
        for field in self.fields.values():
            field.setReadOnly(locked)
        self.pick.setEnabled(not locked)

    def menu(self) -> QMenu:
        """The people of the office to choose from."""
        made = QMenu(self)
        for each in self._known:
            words = f"{each.rank}{each.name}  {' '.join(each.position.split())}".rstrip()
            made.addAction(words).triggered.connect(lambda _=False, who=each: self.take(who))
        return made

    def take(self, signatory: Signatory) -> None:
        """Fills every line with one of the office's people."""
        self.show_value(signatory)
        self.edited.emit()
        self.left.emit()

    def _hint(self) -> None:
        """In grey what is printed in place of what is not typed."""
        untouched = self.value() == Signatory()
        printed = self._usual if untouched else Signatory(position=self._position)
        for part, text in parts(printed).items():
            self.fields[part].setPlaceholderText(" ".join(text.split()) or _HINTS[part])

    def _complete(self, name: str) -> None:
        found = next((each for each in self._known if each.name == name), None)
        if found is not None:
            self.take(found)

    def _drop(self) -> None:
        self.menu().popup(self.pick.mapToGlobal(QPoint(0, self.pick.height())))
