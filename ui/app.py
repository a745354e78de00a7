"""Starts the program's window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.crash import Alarm, offer_report, watch
from ui.fonts import load_fonts
from ui.icons import app_icon
from ui.look import Choice
from ui.settings import UiSettings, settings_file
from ui.translation import ThaiWords
from ui.window import Window

if TYPE_CHECKING:
    from itadesk.one_window import Seat
    from itadesk.storage import Storage


def run(path: Path | None, storage: Storage, seat: Seat) -> int:
    """Shows the window, with `path` open when given, until it is closed; the exit code."""
    from ui.single import Listener

    app = make_application(sys.argv[:1])
    sys.excepthook = Alarm(storage.home)
    end_watch = watch(storage.home)
    window = make_window(None, storage)
    if path is not None:
        window.open_path(path)
    window.show()
    offer_report(window)
    QTimer.singleShot(0, window, lambda: bring_home(window))
    Listener(window, seat)
    end_with_system(app, window)
    code = app.exec()
    end_watch()
    return code


def bring_home(window: Window) -> None:
    """What could not be put back where it belongs the last time."""
    if (window.storage.home / "working").is_dir():
        from ui import homecoming

        homecoming.at_start(window)


def end_with_system(app: QApplication, window: Window) -> None:
    """Saves what is being typed when the user logs off; what cannot be saved is offered again."""
    app.commitDataRequest.connect(lambda *_: settle(window))
    app.aboutToQuit.connect(lambda: window.close_file() if settle(window) else None)


def settle(window: Window) -> bool:
    """Saves what is being typed; False when not all of it can be saved."""
    return window.frame is None or not window.frame.unsaved()


def say(words: str) -> int:
    """Tells in a box why there will be no window; the exit code."""
    from ui.dialogs import message

    app = make_application(sys.argv[:1])
    message.tell(None, "เปิดโปรแกรมไม่ได้ในขณะนี้", words)
    app.quit()
    return 1


def make_application(words: list[str]) -> QApplication:
    """The Qt application with fonts, colours and name; `words` begins with the program's."""
    # asking for the style here spares the classes of styles, which setStyle would return
    app = QApplication([*words, "-style", "Fusion"])
    app.setApplicationName("itadesk")
    QLocale.setDefault(QLocale(QLocale.Language.Thai, QLocale.Country.Thailand))
    app.installTranslator(ThaiWords(app))
    load_fonts()
    app.setWindowIcon(app_icon())
    theme.apply_theme(app)
    theme.follow_system(app)
    return app


def make_window(
    path: Path | None,
    storage: Storage,
    settings: UiSettings | None = None,
) -> Window:
    """A window that is not shown yet; without `settings` it uses the user's own."""
    kept = settings or UiSettings(settings_file())
    app = QApplication.instance()
    if isinstance(app, QApplication) and (kept.theme or kept.text_size != 100):
        theme.choose(app, Choice(kept.theme), kept.text_size)
    window = Window(storage, kept)
    if path is not None:
        window.open_path(path)
    return window
