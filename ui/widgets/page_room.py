"""The room of a page: what is too high scrolls, what stands side by side goes below each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QStackedWidget, QWidget

from ui import theme

LEAST = 150  # px of a part below another
_TURNED = "turned"


class PageRoom(QScrollArea):
    """Holds the pages; only at large text or in a small window anything gives way."""

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__()
        self._pages = pages
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(pages)
        pages.currentChanged.connect(self.settle)

    def settle(self) -> None:
        """Turns the outermost splitters of the page that is shown as its width demands."""
        page = self._pages.currentWidget()
        if page is None:
            return
        room = self.viewport().width()
        for splitter in list[QSplitter](page.findChildren(QSplitter)):
            if splitter.property(_TURNED) and _needed(page, splitter) <= room:
                splitter.setProperty(_TURNED, None)
                splitter.setOrientation(Qt.Orientation.Horizontal)
            across = splitter.orientation() is Qt.Orientation.Horizontal
            if across and page.minimumSizeHint().width() > room:
                splitter.setProperty(_TURNED, True)
                splitter.setOrientation(Qt.Orientation.Vertical)
                _heighten(splitter)
        self._pages.setMinimumSize(1, page.minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page that has other content than before needs other room."""
        done = super().eventFilter(watched, event)
        if watched is self._pages and event.type() == QEvent.Type.LayoutRequest:
            self.settle()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()


def _heighten(splitter: QSplitter) -> None:
    """Parts that now stand below each other get a height to work in; the page scrolls."""
    for place in range(splitter.count()):
        part = splitter.widget(place)
        part.setMinimumHeight(max(part.minimumHeight(), theme.px(LEAST)))


def _needed(page: QWidget, splitter: QSplitter) -> int:
    """px that the page would take with the splitter across."""
    parts = [splitter.widget(place) for place in range(splitter.count())]
    wide = sum(max(part.minimumSizeHint().width(), part.minimumWidth()) for part in parts)
    around = page.minimumSizeHint().width() - splitter.minimumSizeHint().width()
    return wide + splitter.handleWidth() * (len(parts) - 1) + around
