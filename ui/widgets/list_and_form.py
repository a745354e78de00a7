"""What pages of a list and a form share: the card the form scrolls in, the keys of the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from ui import theme
from ui.widgets.card import Card


class FormCard(Card):
    """A head above a form that scrolls."""

    def __init__(self, head: QLayout, form: QWidget, narrowest: int) -> None:
        super().__init__()
        self.scroller = QScrollArea()
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setWidget(form)
        for part in (self.scroller.viewport(), form):
            part.setAutoFillBackground(False)  # the card shows through
        self.body.setContentsMargins(theme.BLOCK, theme.GAP, 4, theme.GAP)
        self.body.addLayout(head)
        self.add(self.scroller, 1)
        self.setMinimumSize(theme.px(narrowest), 190)


def on_alt_arrows(page: QWidget, step: Callable[[int], object]) -> None:
    """Alt+↑ steps by -1 and Alt+↓ by 1, wherever the focus is on the page."""
    for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
        action = QAction(page)
        action.triggered.connect(partial(step, by))
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        page.addAction(action)
