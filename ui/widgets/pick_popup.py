"""A list that drops down from a button: type to narrow it, choose one, or tick several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.item_look import item_style
from ui.widgets.labels import label
from ui.widgets.pdf_source import folded
from ui.widgets.row_breaks import break_words

_KEY = Qt.ItemDataRole.UserRole
_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be chosen, and how it reads."""

    key: str
    text: str


class PickPopup(QFrame):
    """One choice closes it; ticks are told when it is closed."""

    chosen = Signal(str)
    ticked = Signal(tuple)

    def __init__(
        self,
        parent: QWidget,
        entries: Sequence[Entry],
        ticks: Iterable[str] | None = None,
        remark: str = "",
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self._several = ticks is not None
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("พิมพ์เพื่อค้นหา")
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        break_words(self.list)
        self.list.setStyleSheet(item_style("QListView", "5px 8px"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fill(entries, set(ticks or ()))
        self.list.itemClicked.connect(self._clicked)
        self.list.itemActivated.connect(self._activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(theme.GAP)
        column.addWidget(self.filter)
        column.addWidget(self.list)
        if remark:
            column.addWidget(label(remark, "quiet", wrap=True))

    def drop_from(self, button: QWidget) -> None:
        """Shows the list below a button, inside its screen."""
        self.resize(420, 340)
        place = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 2))
        screen = button.screen().availableGeometry()
        place.setX(min(max(place.x(), screen.left()), screen.right() - self.width()))
        if place.y() + self.height() > screen.bottom():
            above = button.mapToGlobal(QPoint(0, -self.height() - 2)).y()
            place.setY(max(above, screen.top()))
        self.move(place)
        self.show()
        self.filter.setFocus()

    def _fill(self, entries: Sequence[Entry], ticks: set[str]) -> None:
        for entry in entries:
            item = QListWidgetItem(entry.text, self.list)
            item.setData(_KEY, entry.key)
            if self._several:
                state = Qt.CheckState.Checked if entry.key in ticks else Qt.CheckState.Unchecked
                item.setCheckState(state)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.list.setCurrentRow(0)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _narrow(self, words: str) -> None:
        wanted = folded(words)
        for item in self._items():
            item.setHidden(wanted not in folded(item.text()))
        seen = [item for item in self._items() if not item.isHidden()]
        if seen:
            self.list.setCurrentItem(seen[0])

    def _clicked(self, item: QListWidgetItem) -> None:
        if self._several:
            checked = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)
        else:
            self._activated(item)

    def _activated(self, item: QListWidgetItem) -> None:
        if self._several:
            return
        key = str(item.data(_KEY))
        self.close()
        self.chosen.emit(key)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        if self._several:
            marks = [item for item in self._items() if item.checkState() == Qt.CheckState.Checked]
            self.ticked.emit(tuple(str(item.data(_KEY)) for item in marks))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list, Enter and space choose, while typing goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            item = self.list.currentItem()
            if event.key() in _ARROWS:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
                self._clicked(item)
                return True
        return super().eventFilter(watched, event)
