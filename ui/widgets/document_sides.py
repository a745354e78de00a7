"""The two sides of the documents page: forms and what is edited, and the preview beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListView, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.fold import Fold
from ui.widgets.labels import separator

_LIST, _EDITED = (250, 240), (90, 500)  # px of the list and of the card below it
_WIDE, _WIDER = 330, 380  # px of the left side; while something is edited


class DocumentSides(QSplitter):
    """`edited` stand below each other in a card that gets the room while one of `folds` is open."""

    def __init__(
        self,
        rows: QListView,
        edited: Sequence[QWidget],
        folds: Sequence[Fold],
        preview: Sequence[QWidget],
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._rows, self._folds = rows, folds
        self._left = QSplitter(Qt.Orientation.Vertical)
        self._left.addWidget(rows)
        self._left.addWidget(_card(edited))
        self._left.setMinimumWidth(theme.px(266))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        for each in preview:
            column.addWidget(each, int(each is preview[-1]))
        self.addWidget(self._left)
        self.addWidget(right)
        self.setStretchFactor(1, 1)
        for place in (0, 1):
            self._left.setStretchFactor(place, 1)
        for splitter in (self, self._left):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(12)
        for fold in folds:
            fold.turned.connect(self.share)
        self.share()

    def share(self) -> None:
        """Room for the list, or for what is being edited."""
        editing = any(fold.is_open for fold in self._folds)
        self._left.setSizes(_EDITED if editing else _LIST)
        wide = theme.px(_WIDER if editing else _WIDE)
        self.setSizes([wide, max(self.width(), 1080) - wide])
        self._rows.scrollTo(self._rows.currentIndex())


def _card(widgets: Sequence[QWidget]) -> QFrame:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(10, 10, 4, 10)
    column.setSpacing(theme.GAP)
    for each in widgets:
        if each is not widgets[0]:
            column.addWidget(separator())
        column.addWidget(each, int(each is widgets[-1]))
    scroll = QScrollArea()
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    for part in (scroll.viewport(), inside):
        part.setAutoFillBackground(False)  # the card shows through
    card = QFrame()
    card.setProperty("role", "card")
    frame = QVBoxLayout(card)
    frame.setContentsMargins(1, 1, 1, 1)
    frame.addWidget(scroll)
    return card
