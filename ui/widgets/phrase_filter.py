"""What part of the phrase library is shown: whose, which kind, which words, in which order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from itadesk.labels import PHRASE_KIND
from ui import theme
from ui.models.phrases import Wanted
from ui.widgets.calm_combo import CalmCombo

OWN, EXAMPLES = "คลังของหน่วยงาน", "ตัวอย่างจากโปรแกรม"


class PhraseFilter(QWidget):
    """One line above the list; `examples` is True while the program's own are shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.source, self.kind, self.order = CalmCombo(), CalmCombo(), CalmCombo()
        self.words = QLineEdit()
        self.source.addItem(OWN, False)
        self.source.addItem(EXAMPLES, True)
        self.kind.addItem("ทุกชนิด", None)
        for kind, name in PHRASE_KIND.items():
            self.kind.addItem(name, kind)
        self.order.addItem("ใช้บ่อยก่อน", False)
        self.order.addItem("เรียงตามตัวอักษร", True)
        for combo in (self.source, self.kind, self.order):
            combo.setMinimumContentsLength(8)
        self.words.setMinimumWidth(theme.px(110))
        self.words.setPlaceholderText("ค้นหาข้อความหรือข้อ")
        self.words.setClearButtonEnabled(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        for field, name, stretch in (
            (self.source, "แหล่งข้อความ", 4),
            (self.kind, "ชนิดข้อความ", 3),
            (self.words, "ค้นหาในคลังข้อความ", 4),
            (self.order, "ลำดับ", 3),
        ):
            field.setAccessibleName(name)
            row.addWidget(field, stretch)
        for combo in (self.source, self.kind, self.order):
            combo.currentIndexChanged.connect(self._tell)
        self.words.textChanged.connect(self._tell)

    @property
    def examples(self) -> bool:
        return bool(self.source.currentData())

    def wanted(self) -> Wanted:
        return Wanted(self.kind.currentData(), self.words.text(), bool(self.order.currentData()))

    def show_all(self) -> None:
        """The whole of the office's own."""
        self.show_own()
        self.kind.choose(None)

    def show_own(self) -> None:
        """All of the office's own, so that a new one is among them."""
        self.source.choose(False)
        self.words.clear()

    def _tell(self) -> None:
        self.changed.emit()
