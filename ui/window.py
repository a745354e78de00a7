"""The window: one open file in its frame, or the start screen without one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QWidget

from itadesk.errors import ItadeskError
from itadesk.model.office import Office
from itadesk.ports import Store
from ui.frame import NARROW, Frame
from ui.pages import pages
from ui.session import Session
from ui.settings import UiSettings

OpenFile = Callable[[Path], Store]
CreateFile = Callable[[Path, Office], Store]
SMALLEST = QSize(1024, 500)  # logical px


class Window(QMainWindow):
    """Opens and closes files; everything inside a file is the frame's."""

    def __init__(self, open_file: OpenFile, create_file: CreateFile, settings: UiSettings) -> None:
        super().__init__()
        self._open_file, self._create_file, self.settings = open_file, create_file, settings
        self.frame: Frame | None = None
        self._menu = QMenu(self)
        self._stack = QStackedWidget()
        self._start = QWidget()
        self._stack.addWidget(self._start)
        self.setCentralWidget(self._stack)
        self.setWindowTitle("itadesk")
        self._take_size()

    @property
    def session(self) -> Session | None:
        return self.frame.session if self.frame else None

    def open_path(self, path: Path) -> bool:
        """Opens an office file instead of the one that is open."""
        try:
            store = self._open_file(path)
        except ItadeskError:
            return False
        self.show_session(Session(store, path))
        return True

    def show_session(self, session: Session) -> None:
        """Shows a file; the one before is closed."""
        self.close_file()
        self.frame = Frame(session, pages(), self._menu)
        self._stack.addWidget(self.frame)
        self._stack.setCurrentWidget(self.frame)
        self._fold()

    def close_file(self) -> None:
        """Back to the start screen."""
        if self.frame is None:
            return
        frame, self.frame = self.frame, None
        frame.session.close()
        self._stack.setCurrentWidget(self._start)
        self._stack.removeWidget(frame)
        frame.deleteLater()

    def _take_size(self) -> None:
        room = self.screen().availableSize()
        self.setMinimumSize(SMALLEST.boundedTo(room))
        self.resize(QSize(1280, 760).boundedTo(room))
        self.restoreGeometry(self.settings.geometry)

    def _fold(self) -> None:
        if self.frame is not None:
            self.frame.rail.fold(self.width() < NARROW * QApplication.fontMetrics().height() * 0.78)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.frame is not None:
            self.frame.recolour()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.geometry = self.saveGeometry()
        self.settings.flush()
        self.close_file()
        super().closeEvent(event)
