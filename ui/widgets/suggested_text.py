"""A text box with suggestions folded beneath it, and the way of its text into the library."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from itadesk.model.phrase import PhraseKind
from itadesk.suggesting import Suggestion
from ui import theme
from ui.phrasing import Phrasing
from ui.widgets.buttons import button
from ui.widgets.by_enter import press_by_enter
from ui.widgets.suggestion_list import SuggestionList
from ui.widgets.text_field import TextField

KEYS = "Ctrl+Space"


class SuggestedText(QWidget):
    """`field` is the box; it asks for suggestions only while they are unfolded."""

    turned = Signal()  # the suggestions were opened or folded by the user

    def __init__(self, kind: PhraseKind, phrasing: Phrasing, lines: int) -> None:
        super().__init__()
        self._kind, self._phrasing = kind, phrasing
        self._codes: tuple[str, ...] = ()
        self._indicators: tuple[int, ...] = ()
        self._over: bool | None = None
        self.field = TextField(lines=lines, most=0)
        self.list = SuggestionList()
        self.list.hide()
        self.list.taken.connect(self._take)
        self.list.looked_up.connect(phrasing.edit)
        self.head = self._made_head()
        self.keep = button("เก็บเข้าคลัง", self._keep, role="quiet", sign="book")
        self.keep.setToolTip("เก็บข้อความในช่องนี้ไว้ในคลังข้อความของหน่วยงาน เพื่อใช้ซ้ำ")
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.head)
        row.addStretch()
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field, 1)
        column.addLayout(row)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._follow)
        shortcut = QShortcut(QKeySequence(KEYS), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._by_key)
        self._follow()

    @property
    def is_open(self) -> bool:
        return not self.list.isHidden()

    def about(self, codes: Sequence[str], indicators: Sequence[int] = ()) -> None:
        """What is written here is about these questions of the shown year."""
        asked = (tuple(codes), tuple(indicators))
        if asked != (self._codes, self._indicators):
            self._codes, self._indicators = asked
            self.refresh()

    def refresh(self) -> None:
        """Looks again where the suggestions are seen."""
        if self.is_open:
            self._fill()

    def open(self, wanted: bool) -> None:
        """Unfolds or folds the suggestions."""
        arrow = Qt.ArrowType.DownArrow if wanted else Qt.ArrowType.RightArrow
        self.head.setArrowType(arrow)
        self.head.setAccessibleDescription("เปิดอยู่" if wanted else "พับอยู่")
        self.list.setVisible(wanted)
        if wanted:
            self._fill()

    def _made_head(self) -> QToolButton:
        head = QToolButton()
        head.setText("ข้อความแนะนำ")
        head.setToolTip("ข้อความจากคลัง จากปีอื่น และตัวอย่าง ที่ตรงกับข้อนี้ (Ctrl+เว้นวรรค)")
        head.setProperty("role", "quiet")
        head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        head.setArrowType(Qt.ArrowType.RightArrow)
        head.setMinimumHeight(theme.TARGET)
        press_by_enter(head)
        head.clicked.connect(self._toggle)
        return head

    def _toggle(self) -> None:
        self.open(not self.is_open)
        self.turned.emit()

    def _by_key(self) -> None:
        """Unfolds and goes to the first suggestion, or folds and goes back to the box."""
        self._toggle()
        first = self.list.rows[0].insert if self.is_open and self.list.rows else self.field
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self) -> None:
        written = "".join(self.field.text().split())
        found = self._phrasing.find(self._kind, self._codes, self._indicators)
        others = [each for each in found if "".join(each.text.split()) != written]
        self._over = bool(written)
        self.list.show_suggestions(others, self._over)
        self.list.chain(self.head)

    def _follow(self) -> None:
        """What can be done depends on whether anything is written."""
        written = bool(self.field.toPlainText().strip())
        self.keep.setEnabled(written)
        if self.is_open and written != self._over:
            self._fill()

    def _take(self, suggestion: Suggestion, whole: bool) -> None:
        self.field.left.emit()  # what was typed before is a step of undo of its own
        self._phrasing.use(suggestion)
        if whole:
            self.field.replace_all(suggestion.text)
        else:
            self.field.insert(suggestion.text)
        self.field.setFocus()
        self.field.left.emit()
        self.refresh()

    def _keep(self) -> None:
        self._phrasing.keep(self, self._kind, self.field.text(), self._codes)
