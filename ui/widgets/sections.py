"""Sections of a long page below each other, and an index beside or above them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.calm_combo import CalmCombo
from ui.widgets.item_look import item_style

NARROW, INDEX, WIDEST = 720, 176, 760  # px: below, the index stands above; of it; of a section
_NEAR = 40  # px from the top at which a section counts as reached


class Sections(QWidget):
    """The index goes to a section, Tab or Enter into it; scrolling marks the one that is read."""

    def __init__(self, parts: Sequence[tuple[str, QWidget]], name: str) -> None:
        super().__init__()
        self._parts = [part for _, part in parts]
        self.index, self.jump, self.area = QListWidget(), CalmCombo(), QScrollArea()
        for choice in (self.index, self.jump):
            choice.setAccessibleName(name)
            choice.addItems([title for title, _ in parts])
            choice.installEventFilter(self)
        self.index.setProperty("role", "index")
        self.index.setStyleSheet(item_style("QListView", "6px 10px"))
        self.index.setFixedWidth(theme.px(INDEX))
        self._leading = False
        self._lay_out()
        self.index.setCurrentRow(0)
        self.index.currentRowChanged.connect(self.go)
        self.jump.activated.connect(self.go)
        self.area.verticalScrollBar().valueChanged.connect(self._mark)

    def leading(self) -> QWidget:
        """What chooses a section now: the list beside the page or the box above it."""
        return self.jump if self.index.isHidden() else self.index

    def go(self, place: int) -> None:
        """Shows a section at the top, as far as the page reaches."""
        shown = [part for part in self._parts[place:] if not part.isHidden()]
        if not shown:
            return
        self._leading = True
        self.area.verticalScrollBar().setValue(shown[0].y() - theme.px(4))
        self._leading = False
        self._choose(place)

    def enter(self) -> bool:
        """Gives the keys to the first control of the section that is chosen, where it has one."""
        part = self._parts[self.index.currentRow()]
        control = part.nextInFocusChain()
        while control is not None and part.isAncestorOf(control):
            if _takes_tab(control):
                control.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            control = control.nextInFocusChain()
        return False

    def _mark(self, value: int) -> None:
        if self._leading:
            return
        tops = [part.y() for part in self._parts]
        if value == self.area.verticalScrollBar().maximum():
            self._choose(len(tops) - 1)
            return
        self._choose(max(n for n, top in enumerate(tops) if top <= max(value + _NEAR, tops[0])))

    def _choose(self, place: int) -> None:
        self.index.blockSignals(True)
        self.index.setCurrentRow(place)
        self.index.blockSignals(False)
        self.jump.setCurrentIndex(place)

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setProperty("role", "page")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, theme.GAP, theme.BLOCK)
        column.setSpacing(12)
        for part in self._parts:
            part.setMaximumWidth(theme.px(WIDEST))
            column.addWidget(part)
        column.addStretch()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(holder)
        right = QVBoxLayout()
        right.setSpacing(theme.GAP)
        right.addWidget(self.jump)
        right.addWidget(self.area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.BLOCK)
        row.addWidget(self.index)
        row.addLayout(right, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = [Qt.Key.Key_Tab]
        if watched is self.index:
            keys += [Qt.Key.Key_Return, Qt.Key.Key_Enter]
        down = event.type() == QEvent.Type.KeyPress
        if down and isinstance(event, QKeyEvent) and event.key() in keys and not event.modifiers():
            return self.enter()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(NARROW)
        self.index.setVisible(not narrow)
        self.jump.setVisible(narrow)


def _takes_tab(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
