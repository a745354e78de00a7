"""The notice bar: one sentence below the title that closes by itself or by ×."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaObject, QObject, QPoint, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.buttons import ToolButton, button
from ui.widgets.labels import label, paragraph, set_property

if TYPE_CHECKING:
    from ui.session import Session


class Tone(StrEnum):
    """What a notice is: something done, something to know, something to mend."""

    DONE = "done"
    INFO = "info"
    PROBLEM = "problem"


SIGNS = {Tone.DONE: "✓", Tone.INFO: "i", Tone.PROBLEM: "▲"}
SECONDS = {Tone.DONE: 8, Tone.INFO: 15, Tone.PROBLEM: 0}  # 0: until closed
STILL = 1500  # ms in which the pointer does not move before a notice goes


def notify(
    near: QWidget,
    text: str,
    tone: Tone = Tone.DONE,
    action: tuple[str, Callable[[], object]] | None = None,
) -> None:
    """Shows a notice in the window that `near` is in, or in the one below its dialog.

    `action` is a word and what it does.
    """
    bar = _bar_near(near)
    if bar is not None:
        bar.show_notice(text, tone, action)


def notify_done(near: QWidget, text: str, session: Session) -> None:
    """Says what was just done, with เลิกทำ for it until anything else is done or undone."""
    bar = _bar_near(near)
    if bar is not None:
        bar.show_notice(text, Tone.DONE, ("เลิกทำ", session.undo))
        bar.withdraw_after(session)


def _bar_near(near: QWidget) -> NoticeBar | None:
    window: QWidget | None = near.window()
    while window is not None:
        bar = _bar_of(window)
        if bar is not None:
            return bar
        above = window.parentWidget()
        window = above.window() if above is not None else None
    return None


def _bar_of(window: QWidget) -> NoticeBar | None:
    """The bar of the screen that is shown; a window may hold others that are not."""
    bars: Iterable[NoticeBar] = window.findChildren(NoticeBar)
    for bar in bars:
        above = bar.parentWidget()
        if above is not None and above.isVisibleTo(window):
            return bar
    return None


class NoticeBar(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._sign = label(role="sign")
        self._text = paragraph()
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = button("", role="quiet")
        self._do: Callable[[], object] | None = None
        self._waiting: QMetaObject.Connection | None = None
        self._action.clicked.connect(self._act)
        self._close = ToolButton("close", "ปิดข้อความนี้", self.hide)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._leave)
        self._pointer = QPoint()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(theme.GAP)
        for widget in (self._sign, self._text, self._action, self._close):
            row.addWidget(widget)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown now; "" while hidden."""
        return self._text.text() if not self.isHidden() else ""

    def show_notice(
        self,
        text: str,
        tone: Tone = Tone.DONE,
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Replaces what was shown."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self._sign.setText(SIGNS[tone])
        set_property(self, "kind", str(tone))
        set_property(self._sign, "kind", str(tone))
        self._text.setText(text)
        self._stop_waiting()
        self._do = action[1] if action else None
        self._action.setEnabled(True)
        self._action.setToolTip("")
        self._action.setText(action[0] if action else "")
        self._action.setVisible(action is not None)
        self.show()
        self._timer.stop()
        if SECONDS[tone]:
            self._pointer = QCursor.pos()
            self._timer.start(SECONDS[tone] * 1000)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def withdraw_after(self, session: Session) -> None:
        """The action can no longer be chosen once anything changes in the file."""
        self._waiting = session.changed.connect(self._withdraw)

    def _withdraw(self) -> None:
        self._stop_waiting()
        self._action.setEnabled(False)
        self._action.setToolTip("มีการแก้ไขอื่นหลังจากนั้นแล้ว กด Ctrl+Z เพื่อเลิกทำทีละรายการ")

    def _stop_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            QObject.disconnect(waiting)

    def _leave(self) -> None:
        """Not while the pointer is on its way: what it aims at would move from under it."""
        before, self._pointer = self._pointer, QCursor.pos()
        if self._pointer == before:
            self.hide()
        else:
            self._timer.start(STILL)

    def pass_by(self) -> None:
        """Another page is shown: what was done on the one before needs no room any more."""
        if self.property("kind") == Tone.DONE:
            self.hide()

    def _act(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()
