"""Questions of a year with the score they have and a wished one, typed or ticked."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from itadesk.errors import BadValue
from itadesk.model.catalogue import Question
from itadesk.model.result import shown
from itadesk.model.year import YearData
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score, parse_score
from ui import theme
from ui.widgets.item_look import item_style
from ui.widgets.row_breaks import break_words

NAME, NOW, WISH = range(3)
FULL = Decimal(100)
_LINES = 50  # px of a row: two lines of a question
_CODE = Qt.ItemDataRole.UserRole
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class WishTree(QTreeWidget):
    """Tells of every change; a wish that cannot be taken is refused with a sentence."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, data: YearData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data, self._thai = data, data.settings.digits == "thai"
        self._rows: dict[str, QTreeWidgetItem] = {}
        self.wishes: dict[str, Decimal] = {}
        self.setHeaderLabels(("ข้อคำถาม", "คะแนนตอนนี้", "ลองเป็น"))
        self.setAccessibleName("ข้อคำถามและคะแนนที่ลอง")
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        break_words(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setStyleSheet(item_style("QTreeView", "4px 6px"))
        self._build()
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((NOW, 104), (WISH, 84)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, theme.px(width))
        self.itemChanged.connect(self._take)
        self.itemDoubleClicked.connect(lambda item, _column: self._edit(item))

    def show_wishes(self, wishes: Mapping[str, Decimal]) -> None:
        """Puts these in place of all that was wished before."""
        self.wishes = dict(wishes)
        self._show()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit begins to type, as in the grid of scores; Delete takes a wish away."""
        item, text = self.currentItem(), event.text()
        if item is None or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._wish(str(item.data(NAME, _CODE)), None)
        elif text.isdigit() or event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return):
            self._edit(item)
            editor = self.focusWidget() if text.isdigit() else None
            if editor is not None and editor is not self:
                editor.setProperty("text", text)
        else:
            super().keyPressEvent(event)

    def item_of(self, code: str) -> QTreeWidgetItem:
        """The row of a question."""
        return self._rows[code]

    def _build(self) -> None:
        catalogue = self._data.catalogue
        for indicator in catalogue.indicators:
            words = to_thai(f"ตัวชี้วัดที่ {indicator.no} {indicator.name.text}")
            top = QTreeWidgetItem(self, [words])
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            top.setFirstColumnSpanned(True)
            top.setBackground(NAME, QBrush(QColor(theme.current().band)))
            for question in indicator.questions:
                self._rows[question.code] = self._row(top, question)
        self.expandAll()
        self._show()

    def _row(self, top: QTreeWidgetItem, question: Question) -> QTreeWidgetItem:
        text = question.text.text or next(iter(question.text.candidates), "")
        item = QTreeWidgetItem(top, [f"{to_thai(question.code)} {text}"])
        item.setData(NAME, _CODE, question.code)
        item.setToolTip(NAME, text)
        item.setSizeHint(NAME, QSize(0, theme.px(_LINES)))
        now = self._data.result.questions[question.code].value
        item.setText(NOW, format_score(now, self._thai) or "–")
        item.setTextAlignment(NOW, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setTextAlignment(WISH, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        more = Qt.ItemFlag.ItemIsUserCheckable if question.binary else Qt.ItemFlag.ItemIsEditable
        item.setFlags(_FIXED | more)
        return item

    def _show(self) -> None:
        """Wished scores as text, items as ticks."""
        self.blockSignals(True)
        for code, item in self._rows.items():
            wish, question = self.wishes.get(code), self._data.catalogue.question(code)
            if question is not None and question.binary:
                value = wish if wish is not None else self._data.result.questions[code].value
                state = Qt.CheckState.Checked if value == FULL else Qt.CheckState.Unchecked
                item.setCheckState(WISH, state)
            else:
                item.setText(WISH, format_score(wish, self._thai))
            item.setForeground(WISH, QBrush(QColor(theme.current().accent)))
        self.blockSignals(False)
        self.viewport().update()

    def _edit(self, item: QTreeWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(item, WISH)
        elif item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            ticked = item.checkState(WISH) is Qt.CheckState.Checked
            item.setCheckState(WISH, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _take(self, item: QTreeWidgetItem, column: int) -> None:
        code = str(item.data(NAME, _CODE) or "")
        if column != WISH or not code:
            return
        if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            ticked = item.checkState(WISH) is Qt.CheckState.Checked
            self._wish(code, FULL if ticked else Decimal())
            return
        try:
            wish = parse_score(item.text(WISH), name=f"ข้อ {to_thai(code)}")
        except BadValue as refusal:
            self._show()
            self.refused.emit(str(refusal))
            return
        self._wish(code, wish)

    def _wish(self, code: str, wish: Decimal | None) -> None:
        """A wish that is the score itself is none."""
        now = self._data.result.questions[code].value
        self.wishes.pop(code, None)
        if wish is not None and (now is None or shown(wish) != shown(now)):
            self.wishes[code] = wish
        self._show()
        self.changed.emit()
