"""The frame around the pages of one open file: rail, title line, notice, pages, status."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from itadesk.model.changes import Changes
from ui import theme
from ui.pages import Page, Progress
from ui.session import Session
from ui.taking_back import show_moved
from ui.widgets.head import Head
from ui.widgets.notice import NoticeBar, Tone
from ui.widgets.one_shown import OneShown
from ui.widgets.page_room import PageRoom
from ui.widgets.rail import Rail
from ui.widgets.status import StatusLine

if TYPE_CHECKING:
    from ui.spelling import Spelling


class Frame(QWidget):
    """Makes a page when it is first shown, and keeps title, rail and status up to date."""

    page_shown = Signal(str)

    def __init__(
        self,
        session: Session,
        pages: Sequence[Page],
        menu: QMenu,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        self.session = session
        self._pages = {page.id: page for page in pages}
        self._made: dict[str, QWidget] = {}
        self._first: dict[str, QWidget] = {}  # what has the keys when a page is shown
        self._shown = ""
        self._closed = False
        self._now = now
        self.rail, self.head = Rail(pages), Head(menu)
        self.notice, self.status = NoticeBar(), StatusLine()
        self._stack = OneShown()
        self._lay_out()
        self._listen()
        self.status.show_opened(now(), viewed=session.read_only)
        self.refresh()
        self.show_page(next(iter(self._pages)))

    @cached_property
    def spelling(self) -> Spelling:
        """For the boxes of text on the pages; made when the first of them is shown."""
        from ui.spelling import Spelling

        made = Spelling(self.session, self)
        made.counted.connect(self.status.show_count)
        return made

    @property
    def shown(self) -> str:
        """The id of the page that is open."""
        return self._shown

    def page(self) -> QWidget:
        """The page that is open."""
        return self._made[self._shown]

    def page_ids(self) -> tuple[str, ...]:
        return tuple(self._pages)

    def pages(self) -> tuple[Page, ...]:
        """In rail order."""
        return tuple(self._pages.values())

    def steps(self) -> tuple[Page, ...]:
        return tuple(page for page in self._pages.values() if page.step)

    def show_page(self, place: str) -> None:
        """Opens a page, or a place on it (`scores:i7`); what is being typed is saved first."""
        page_id, _, within = place.partition(":")
        page = self._pages.get(page_id)
        if page is None or not self.rail.items()[page_id].isEnabled():
            return
        self.session.settling.emit()
        if page_id != self._shown:
            self.notice.pass_by()
        widget = self._made.get(page_id) or self._make(page)
        self._shown = page_id
        self._stack.setCurrentWidget(widget)
        self.rail.mark(page_id)
        self.head.show_page(page.title, widget.actions())
        self._show_subtitle()
        self.take_keys()
        show_place = getattr(widget, "show_place", None)
        if within and callable(show_place):
            show_place(within)
        self.page_shown.emit(page_id)

    def take_keys(self) -> None:
        """Gives the keys to the page's proxy, and takes it: Tab would pass over what is before."""
        page, proxy = self.page(), self.page().focusProxy()
        if proxy is not None:
            page.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs know no None here
            self._first[self._shown] = proxy
        self._first.get(self._shown, page).setFocus(Qt.FocusReason.OtherFocusReason)

    def unsaved(self) -> str:
        """What would be lost by closing, in a sentence; "" when nothing would."""
        self.session.settling.emit()
        pages = (getattr(widget, "unsaved", None) for widget in self._made.values())
        lost = [self.session.at_risk(), *(page() for page in pages if callable(page))]
        return " ".join(filter(None, lost))

    def close_file(self) -> None:
        """Saves what is being typed and closes the file; nothing is read from it any more."""
        self.session.close()
        self.retire()

    def retire(self) -> None:
        """Looks at the file no more; it stays open for another frame."""
        self._closed = True

    def refresh(self) -> None:
        """Reads office, year and how far each step is."""
        if self._closed:  # a change that was told just before closing
            return
        data = self.session.data
        office = self.session.ask(lambda store: store.office.get())
        self.rail.show_office(office.name or "ยังไม่มีชื่อหน่วยงาน", self.session.year)
        progress: dict[str, Progress] = {}
        for page in self._pages.values():
            self.rail.items()[page.id].setEnabled(data is not None or not page.needs_year)
            if data is not None and page.progress is not None:
                progress[page.id] = page.progress(data)
        self.rail.show_progress(progress)
        self.status.show_undo(self.session.undo_label())
        self._show_subtitle()

    def tell(self, text: str, tone: Tone = Tone.DONE) -> None:
        """A sentence in the notice bar."""
        self.notice.show_notice(text, tone)

    def offer(self, bar: QWidget) -> None:
        """Puts a line above the pages, which takes itself away."""
        self._above.insertWidget(self._above.indexOf(self.notice), bar)

    def busy(self, text: str) -> None:
        """What is being done in the background, in the status line; "" when it is over."""
        self.status.show_busy(text)

    def recolour(self) -> None:
        """Draws the icons in the colours of the theme."""
        self.head.recolour()
        self.rail.show_office(self.rail.office.text(), self.session.year)

    def _lay_out(self) -> None:
        holder = QWidget()
        self._above = QVBoxLayout(holder)
        self._above.setContentsMargins(theme.PAGE, 0, theme.PAGE, 0)
        self._above.setSpacing(theme.px(4))
        self._above.addWidget(self.notice)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.head)
        right.addWidget(holder)
        right.addWidget(PageRoom(self._stack), 1)
        right.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    def _listen(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.status.undo.clicked.connect(self.session.undo)
        self.session.failed.connect(lambda text: self.tell(text, Tone.PROBLEM))
        self.session.moved.connect(lambda moved: show_moved(self, moved))
        # pages read the change first, so that what they say of it is up to date
        queued = Qt.ConnectionType.QueuedConnection
        self.session.changed.connect(self._after_change, queued)
        self.session.year_shown.connect(self.refresh, queued)

    def _after_change(self, _changes: Changes) -> None:
        self.status.show_saved(self._now())
        self.refresh()

    def _make(self, page: Page) -> QWidget:
        widget = page.make(self.session)
        wants_page = getattr(widget, "wants_page", None)
        if wants_page is not None:
            wants_page.connect(self.show_page)
        reworded = getattr(widget, "reworded", None)
        if reworded is not None:
            reworded.connect(self._show_subtitle)
        self._stack.addWidget(widget)
        self._made[page.id] = widget
        return widget

    def _show_subtitle(self) -> None:
        subtitle = getattr(self._made.get(self._shown), "subtitle", None)
        self.head.show_subtitle(subtitle() if callable(subtitle) else "")
