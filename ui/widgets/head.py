"""The title line: where the clerk is, what to do, and one main action."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.icons import beside_words, icon
from ui.widgets.buttons import action_button
from ui.widgets.by_enter import press_by_enter
from ui.widgets.labels import label

SHOWN = 3  # actions as buttons; more go into the menu of the page


class Head(QWidget):
    """Title and subtitle at the left; the page's actions and the program's menu at the right."""

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "head")
        self.title = label(role="title")
        self.subtitle = label(role="quiet", wrap=True)
        self._actions: list[QAction] = []
        self._buttons: list[QPushButton] = []
        self._more: list[QAction] = []  # of the page, at the top of the menu
        self.menu = QToolButton()
        self.menu.setText("เมนู (&M)")
        self.menu.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.setMenu(menu)
        self.menu.setMinimumHeight(theme.TARGET)
        self.menu.setIconSize(beside_words())
        words = self.menu.fontMetrics().horizontalAdvance("เมนู (M)")
        self.menu.setMinimumWidth(words + theme.px(46))  # icon, its gap and the padding
        press_by_enter(self.menu)
        self.menu.setAccessibleName("เมนูของโปรแกรม")
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.GAP)
        self._row.addWidget(self.title)
        self._row.addStretch()
        self._row.addWidget(self.menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.PAGE, theme.GAP, theme.PAGE, 4)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self.subtitle)
        self.recolour()
        for n in range(SHOWN):
            short = QShortcut(QKeySequence(f"Alt+{n + 1}"), self)
            short.activated.connect(lambda n=n: self._press(n))

    def _press(self, place: int) -> None:
        if place < len(self._buttons):
            self._buttons[place].click()

    def recolour(self) -> None:
        """Draws the icon in the colour of the theme."""
        self.menu.setIcon(icon("more"))

    def show_page(self, title: str, actions: Sequence[QAction]) -> None:
        """Another page: its title and its actions, the first as the main one.

        More than fit stand at the top of the menu. An action without words is only a key; one
        that is not visible may become so.
        """
        self.title.setText(title)
        self._actions = [action for action in actions if action.text()]
        self._show_buttons(SHOWN)
        self._fit(self.width())

    def _show_buttons(self, most: int) -> None:
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [
            action_button(action, role="" if n else "primary")
            for n, action in enumerate(self._actions[:most])
        ]
        for n, made in enumerate(self._buttons, 1):
            made.setToolTip(" ".join(filter(None, (made.toolTip(), f"(Alt+{n})"))))
            self._row.insertWidget(2, made)
        self._show_more(self._actions[most:])

    def _fit(self, width: int) -> None:
        """The last buttons go into the menu where a wide title leaves them no room."""
        while len(self._buttons) > 1 and self._wide() > width:
            self._show_buttons(len(self._buttons) - 1)

    def _wide(self) -> int:
        """px that title, buttons and menu need; what is not shown yet counts too."""
        parts = (self.title, *self._buttons, self.menu)
        for part in parts:
            part.ensurePolished()
        gaps = (len(parts) + 1) * self._row.spacing() + 2 * theme.px(theme.PAGE)
        return sum(part.sizeHint().width() for part in parts) + gaps

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() > event.oldSize().width() >= 0:
            self._show_buttons(SHOWN)
        self._fit(event.size().width())

    def _show_more(self, actions: Sequence[QAction]) -> None:
        menu = self.menu.menu()
        for old in self._more:
            menu.removeAction(old)
        self._more = list(actions)
        if actions:
            line = QAction(self)
            line.setSeparator(True)
            self._more.append(line)
        first = next(iter(menu.actions()), None)
        for action in self._more:
            menu.insertAction(first, action) if first else menu.addAction(action)

    def buttons(self) -> Sequence[QPushButton]:
        """The main action first."""
        return self._buttons

    def show_subtitle(self, text: str) -> None:
        self.subtitle.setText(text)
        self.subtitle.setVisible(bool(text))
