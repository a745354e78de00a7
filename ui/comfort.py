"""What the window does for its user's eyes and memory: size, colours, places, help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QApplication, QSplitter

from itadesk.thai.digits import to_thai
from ui import theme
from ui.backing import Backing
from ui.look import Choice, larger, smaller
from ui.widgets.notice import Tone

if TYPE_CHECKING:
    from ui.help import HelpWindow
    from ui.window import Window


class Comfort(QObject):
    """Follows what is chosen in the menu and in the settings, and keeps it for the next start."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._settings = window, window.settings
        self._help: HelpWindow | None = None
        self.backing = Backing(window)
        deeds = window.deeds
        deeds.larger.triggered.connect(lambda: self.resize_text(larger(self._settings.text_size)))
        deeds.smaller.triggered.connect(lambda: self.resize_text(smaller(self._settings.text_size)))
        deeds.normal.triggered.connect(lambda: self.resize_text(100))
        deeds.help.triggered.connect(self.show_help)
        deeds.keys.triggered.connect(lambda: self.show_help("keys"))

    def resize_text(self, percent: int) -> None:
        """Makes all pages anew in that size, unless something typed would be lost."""
        window = self._window
        lost = window.frame.unsaved() if window.frame else ""
        if lost:
            window.tell(f"{lost} โปรดแก้ไขค่านั้นก่อน แล้วเปลี่ยนขนาดตัวอักษรอีกครั้ง", Tone.PROBLEM)
            return
        if percent != self._settings.text_size:
            self._settings.text_size = percent
            self._apply()
            window.rebuild()
        window.tell(f"ตัวอักษรขนาด {to_thai(str(percent))}%")

    def choose_theme(self, choice: str) -> None:
        """One of `ui.look.Choice`."""
        self._settings.theme = choice
        self._apply()

    def attend(self) -> None:
        """Listens to a new frame: its settings page, the splitters that are moved."""
        if (frame := self._window.frame) is not None:
            frame.page_shown.connect(self._attend_page)
            self._attend_page(frame.shown)

    def keep_place(self) -> None:
        """Remembers which page and year of the open file are shown."""
        frame = self._window.frame
        if frame is not None and frame.session.path is not None:
            self._settings.keep_place(frame.session.path, frame.shown, frame.session.year or 0)

    def return_to_place(self) -> None:
        """Shows the page and the year where the file was left."""
        frame = self._window.frame
        if frame is None or frame.session.path is None:
            return
        from itadesk.services.years import score_years

        page, year = self._settings.place(frame.session.path)
        if year in frame.session.ask(score_years):
            frame.session.show_year(year)
        if page:
            frame.show_page(page)

    def show_help(self, topic: str = "") -> None:
        """The help of the page that is open, or of `topic`, in a window of its own."""
        from ui.help import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self._window)
        frame = self._window.frame
        self._help.open(topic or (frame.shown if frame else "start"))

    def _apply(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.choose(app, Choice(self._settings.theme), self._settings.text_size)

    def _attend_page(self, page_id: str) -> None:
        frame = self._window.frame
        if frame is None or frame.page().property("attended"):
            return
        page = frame.page()
        page.setProperty("attended", True)
        self.backing.attend(page)
        for name, slot in (("wants_size", self._resize_soon), ("wants_theme", self.choose_theme)):
            signal = getattr(page, name, None)
            if signal is not None:
                signal.connect(slot)
        for place, splitter in enumerate(list[QSplitter](page.findChildren(QSplitter))):
            self._attend_splitter(splitter, f"{page_id}/{place}")

    def _attend_splitter(self, splitter: QSplitter, name: str) -> None:
        def key() -> str:
            return f"{name}-{splitter.orientation().name}"

        splitter.splitterMoved.connect(
            lambda: self._settings.keep_splitter(key(), splitter.saveState())
        )
        QTimer.singleShot(0, splitter, lambda: _restore(splitter, self._settings.splitter(key())))

    def _resize_soon(self, percent: int) -> None:
        """The page that asks for it is gone afterwards; its own signal must be over first."""
        QTimer.singleShot(0, self, lambda: self._resize_and_return(percent))

    def _resize_and_return(self, percent: int) -> None:
        self.resize_text(percent)
        if (frame := self._window.frame) is not None:
            QTimer.singleShot(0, frame, lambda: frame.show_page("settings:display"))


def _restore(splitter: QSplitter, state: QByteArray) -> None:
    if not state.isEmpty():
        splitter.restoreState(state)
