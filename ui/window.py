"""The window: one open file in its frame, or the start screen without one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from ui import file_deeds
from ui.accompanying import accompany
from ui.caring import add_care
from ui.comfort import Comfort
from ui.menu import Actions
from ui.openings import Openings
from ui.recent import RecentMenu
from ui.settings import UiSettings
from ui.taking_back import UndoKeys
from ui.widgets.notice import Tone
from ui.widgets.start import StartScreen, has_sample

if TYPE_CHECKING:  # what only an open file needs is imported when there is one
    from collections.abc import Callable

    from itadesk.storage import Storage
    from ui.frame import Frame
    from ui.session import Session

SMALLEST = QSize(1024, 500)  # logical px
NARROW = 50  # heights of a line; the rail folds below that


class Window(QMainWindow):
    """Opens and closes files; everything inside a file is the frame's."""

    def __init__(self, storage: Storage, settings: UiSettings) -> None:
        super().__init__()
        self.storage, self.settings = storage, settings
        self.frame: Frame | None = None
        self.openings = Openings(self)
        self.deeds = Actions(self)
        add_care(self)
        self._menu = self.deeds.menu()
        self.recent = RecentMenu(self.deeds.recent, settings, self.open_path)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setAcceptDrops(True)
        self._make_start()
        self._connect()
        self.comfort = Comfort(self)
        UndoKeys(self)
        self._take_size()
        self._show_start()

    @property
    def session(self) -> Session | None:
        return self.frame.session if self.frame else None

    def tell(
        self,
        text: str,
        tone: Tone = Tone.DONE,
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """A sentence in the notice bar of what is shown; `action` is a word and what it does."""
        (self.frame or self.start).notice.show_notice(text, tone, action)

    def open_path(self, path: Path) -> bool:
        """Opens an office file instead of the one that is open; False when it cannot be."""
        return self.openings.open_path(path)

    def show_session(self, session: Session) -> None:
        """Shows a file; the one before is closed."""
        self.close_file()
        self._make_frame(session)
        self.comfort.return_to_place()

    def rebuild(self) -> None:
        """Makes everything anew in the size that the text has now; the file stays open."""
        old, shown = self.frame, self._stack.currentWidget()
        self._stack.removeWidget(self.start)
        self.start.deleteLater()
        self._make_start()
        if old is None:
            self._show_start()
            return
        self._make_frame(old.session.again())
        if self.frame is not None:
            self.frame.show_page(old.shown)
        old.retire()
        self._stack.removeWidget(shown)
        shown.hide()
        shown.deleteLater()

    def _make_frame(self, session: Session) -> None:
        from ui.entries import pages
        from ui.frame import Frame
        from ui.years import YearMenu

        wanted = [page for page in pages() if page.wanted is None or page.wanted(session)]
        self.frame = Frame(session, wanted, self._menu)
        for n, action in enumerate(self.deeds.number_steps(self.frame.steps())):
            page_id = self.frame.steps()[n].id
            action.triggered.connect(lambda _=False, page_id=page_id: self._go(page_id))
        YearMenu(self.frame.rail.year, session)
        queued = Qt.ConnectionType.QueuedConnection
        session.changed.connect(self._follow, queued)
        session.year_shown.connect(self._follow, queued)
        self._stack.addWidget(self.frame)
        self._stack.setCurrentWidget(self.frame)
        self.frame.take_keys()
        self.comfort.attend()
        self._fold()
        self.recent.show_open(session.path)
        accompany(self, self.frame)
        self._follow()

    def leave_file(self) -> None:
        """Back to the start screen, unless something would be lost and is to be kept."""
        if self.may_close():
            self.close_file()

    def may_close(self) -> bool:
        """Asks when what was typed would be lost."""
        lost = self.frame.unsaved() if self.frame else ""
        if not lost:
            return True
        from ui.dialogs import message

        return message.may_lose(self, lost)

    def close_file(self) -> None:
        """Back to the start screen; what cannot be saved is lost."""
        if self.frame is None:
            return
        self.comfort.keep_place()
        frame, self.frame = self.frame, None
        frame.close_file()
        self._stack.removeWidget(frame)
        frame.hide()
        frame.deleteLater()
        self._show_start()

    def _connect(self) -> None:
        deeds = self.deeds
        for action, deed in (
            (deeds.new, self.openings.new_file),
            (deeds.open, self.openings.open_file),
            (deeds.close_file, self.leave_file),
            (deeds.undo, lambda: self._in_file(lambda frame: frame.session.undo())),
            (deeds.redo, lambda: self._in_file(lambda frame: frame.session.redo())),
            (deeds.import_excel, lambda: self._in_file(self._take_in)),
            (deeds.export_excel, lambda: self._in_file(self._give_out)),
            (deeds.take_over, lambda: self._in_file(file_deeds.take_over)),
            (deeds.wish, lambda: self._in_file(file_deeds.wish)),
            (deeds.find, lambda: self._in_file(file_deeds.find)),
            (deeds.find_all, lambda: self._in_file(file_deeds.find_all)),
            (deeds.replace, lambda: self._in_file(file_deeds.replace)),
            (deeds.palette, lambda: self._in_file(lambda frame: file_deeds.palette(frame, deeds))),
            (deeds.leave, self.close),
        ):
            action.triggered.connect(lambda _=False, deed=deed: deed())

    def _make_start(self) -> None:
        self.start = StartScreen(sample=has_sample())
        self._stack.addWidget(self.start)
        self.start.new.clicked.connect(self.openings.new_file)
        self.start.open.clicked.connect(self.openings.open_file)
        self.start.sample.clicked.connect(self.openings.open_sample)
        self.start.help.clicked.connect(self.deeds.help.trigger)
        self.start.chosen.connect(self.open_path)

    def _in_file(self, deed: Callable[[Frame], None]) -> None:
        """Does what needs an open file."""
        if self.frame is not None:
            deed(self.frame)

    def _take_in(self, frame: Frame) -> None:
        file_deeds.exchange(frame, self.settings).take_in()

    def _give_out(self, frame: Frame) -> None:
        file_deeds.exchange(frame, self.settings).give_out()

    def _show_start(self) -> None:
        self.start.show_recent(self.settings.recent)
        self.recent.show_open(None)
        self._stack.setCurrentWidget(self.start)
        self.start.new.setFocus()
        self._follow()

    def _follow(self) -> None:
        """Words and state of the actions, and the title of the window."""
        session = self.session
        undo = session.undo_label() if session else None
        redo = session.redo_label() if session else None
        year = session is not None and session.year is not None
        self.deeds.follow(undo, redo, file=session is not None, year=year)
        name = session.path.stem if session and session.path else ""
        self.setWindowTitle(f"{name} — itadesk" if name else "itadesk")

    def _go(self, page_id: str) -> None:
        if self.frame is not None:
            self.frame.show_page(page_id)

    def _take_size(self) -> None:
        room = self.screen().availableSize()
        self.setMinimumSize(SMALLEST.boundedTo(room))
        self.resize(QSize(1280, 760).boundedTo(room))
        self.restoreGeometry(self.settings.geometry)

    def _fold(self) -> None:
        if self.frame is not None:
            line = self.fontMetrics().height()
            self.frame.rail.fold(self.width() < NARROW * line)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from ui.dropping import dropped_paths

        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Lets the program that the files come from go on before anything is asked."""
        from ui.dropping import dropped_paths, take_dropped

        paths = dropped_paths(event.mimeData())
        event.acceptProposedAction()
        QTimer.singleShot(0, lambda: take_dropped(self, paths))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.frame is not None:
            self.frame.recolour()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.settings.geometry = self.saveGeometry()
        self.close_file()
        self.settings.flush()
        super().closeEvent(event)
