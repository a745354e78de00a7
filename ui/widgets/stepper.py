"""The road of a document: its states side by side, the one it is in marked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from itadesk.model.document import DocumentState
from ui import theme
from ui.widgets.by_enter import press_by_enter
from ui.widgets.labels import set_property


class Stepper(QWidget):
    """`chosen` asks for a state; the mark moves when the file says so."""

    chosen = Signal(DocumentState)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("สถานะเอกสาร")
        self._state = DocumentState.DRAFT
        self.steps = {state: self._made(state) for state in DocumentState}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for each in self.steps.values():
            row.addWidget(each, 1)

    def show_state(self, state: DocumentState, words: Mapping[DocumentState, str]) -> None:
        """Marks the state and those before it."""
        self._state = state
        order = list(self.steps)
        for each, step in self.steps.items():
            passed = order.index(each) < order.index(state)
            step.setText(f"✓ {words[each]}" if passed else words[each])
            step.setChecked(each is state)
            set_property(step, "passed", passed)
            done = "สถานะปัจจุบัน" if each is state else "ผ่านแล้ว" if passed else ""
            step.setAccessibleDescription(done)
            step.setToolTip(done or f"เปลี่ยนสถานะเป็น “{words[each]}”")

    def _made(self, state: DocumentState) -> QPushButton:
        made = QPushButton()
        made.setProperty("role", "step")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setMinimumHeight(theme.TARGET)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        press_by_enter(made)
        made.clicked.connect(lambda: self._press(state))
        return made

    def _press(self, state: DocumentState) -> None:
        for each, step in self.steps.items():
            step.setChecked(each is self._state)
        self.chosen.emit(state)
