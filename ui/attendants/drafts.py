"""Keeps what is being typed until the file has it, and offers what was left after a crash."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from itadesk.drafts import Draft, DraftFile
from itadesk.errors import CannotWrite

if TYPE_CHECKING:
    from pathlib import Path

    from ui.fields import Box
    from ui.frame import Frame
    from ui.window import Window

_BOXES = ("QLineEdit", "QPlainTextEdit", "QComboBox")  # the first screen needs not their classes
EVERY = 1000  # ms between two writes while somebody types
log = logging.getLogger(__name__)


class DraftKeeper(QObject):
    """Follows the box that has the keys; `left` is what a crash left and nobody dealt with."""

    def __init__(self, window: Window, frame: Frame, path: Path) -> None:
        super().__init__(frame)
        self._frame = frame
        self._file = DraftFile(window.storage.home, path)
        self.left = self._file.read()
        self._typed: dict[tuple[str, int, str, str], Draft] = {}
        self._box: Box | None = None
        self._heard: QMetaObject.Connection | None = None
        self._saved, self._unsaved = "", False
        self._begun: Draft | None = None  # where and before what the typing began
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)  # one after another
        self._timer = QTimer(self, singleShot=True, interval=EVERY)
        self._timer.timeout.connect(self._take)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)
        frame.session.changed.connect(self._forget)
        frame.session.ended.connect(self._end)
        self._follow(None, app.focusWidget())

    def answered(self, draft: Draft) -> None:
        """The user has dealt with what was left."""
        self.left = tuple(each for each in self.left if each is not draft)
        self._write()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._unsaved:  # it was refused, or waits to be saved
            self._take()
        self._unsaved = False
        if self._heard is not None and self._box is not None and isValid(self._box):
            QObject.disconnect(self._heard)
        self._heard, self._begun = None, None
        self._box = None
        if now is not None and any(map(now.inherits, _BOXES)):
            from ui.fields import box_of, edited, text_of

            self._box = box_of(now, self._frame.page())
            if self._box is not None:
                self._saved = text_of(self._box)
                self._heard = edited(self._box).connect(self._note)

    def _note(self) -> None:
        if self._box is None:
            return
        if not self._unsaved:
            self._begun = self._place(self._box)
        self._unsaved = True
        if not self._timer.isActive():
            self._timer.start()

    def _take(self) -> None:
        """What is in the box now, unless it is what the file has."""
        if self._begun is None or self._box is None or not isValid(self._box):
            return
        from ui.fields import text_of

        text = text_of(self._box)
        before = self._typed.pop(self._begun.place, None)
        if text != self._saved and text:
            begun = self._begun
            self._typed[begun.place] = Draft(
                *(begun.page, begun.year, begun.within, begun.field),
                *(begun.name, self._saved, text),
            )
        elif before is None:
            return
        self._write()

    def _forget(self) -> None:
        """The file was changed: what is typed last is in it."""
        self._timer.stop()
        self._unsaved = False
        if self._box is not None and isValid(self._box):
            from ui.fields import text_of

            self._saved = text_of(self._box)
        if self._begun is not None and self._typed.pop(self._begun.place, None) is not None:
            self._write()

    def _place(self, box: Box) -> Draft:
        from ui.fields import way_to

        frame = self._frame
        place = getattr(frame.page(), "place", None)
        within = place() if callable(place) else ""
        way, name = way_to(box, frame.page()), box.accessibleName()
        return Draft(frame.shown, frame.session.year or 0, within, way, name, "", "")

    def _write(self) -> None:
        """In another thread: a slow disk must not slow the typing."""
        drafts = (*self.left, *self._typed.values())
        self._pool.start(partial(_write, self._file, drafts))

    def _end(self) -> None:
        """Closed as it should be: what was refused was given up by the user."""
        self._timer.stop()
        self._box, self._unsaved = None, False
        self._typed.clear()
        self._write()
        self._pool.waitForDone()


def _write(file: DraftFile, drafts: tuple[Draft, ...]) -> None:
    try:
        file.write(drafts)
    except CannotWrite as refusal:  # the text is on the screen, and saving says what is wrong
        log.info("a draft could not be kept: %s", type(refusal).__name__)


def attend(window: Window, frame: Frame) -> None:
    """In a file that is written to."""
    path = frame.session.path
    if path is not None and not frame.session.read_only:
        keeper = DraftKeeper(window, frame, path)
        if keeper.left:
            from ui.draft_offer import DraftOffer

            DraftOffer(frame, keeper)
