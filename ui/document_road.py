"""A document's way from draft to publication, and what is kept on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from itadesk.model.document import DocumentRecord, DocumentState
from itadesk.services.documents import FIXED, move_document
from ui.dialogs import publishing
from ui.models.documents import state_words
from ui.session import Session
from ui.widgets.notice import notify_done

WithPdf = Callable[[Callable[[bytes], None]], None]  # gives the PDF once it is made


class DocumentRoad(QObject):
    """`shown` is the document as the file has it, `made` its id, begun where it has none yet."""

    def __init__(
        self,
        near: QWidget,
        session: Session,
        with_pdf: WithPdf,
        shown: Callable[[], DocumentRecord],
        made: Callable[[], int | None],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(near)
        self._near, self._session, self._with_pdf = near, session, with_pdf
        self._shown, self._made, self._today = shown, made, today

    def move(self, state: DocumentState) -> None:
        """Asks what has to be known, then puts the document in the state."""
        shown = self._shown()
        if state is DocumentState.PUBLISHED:
            self.publish()
        elif state is not shown.state:
            kept = shown.id is not None and state not in FIXED
            document = shown.id if kept else self._made()
            if document is not None:
                self._settle(document, state)

    def publish(self) -> None:
        """Asks for the day and the address, also of what is published already."""
        if (document := self._made()) is None:
            return
        word = state_words(self._shown().form)[DocumentState.PUBLISHED]
        told = publishing.ask_publication(self._near, self._shown(), word, self._today())
        if told is not None:
            self._settle(document, DocumentState.PUBLISHED, told)

    def _settle(
        self, document: int, state: DocumentState, told: publishing.Publication | None = None
    ) -> None:
        """Moves at once, or when the PDF to keep is made."""
        if state in FIXED and self._shown().state not in FIXED:
            self._with_pdf(partial(self._moved, document, state, told))
        else:
            self._moved(document, state, told)

    def _moved(
        self,
        document: int,
        state: DocumentState,
        told: publishing.Publication | None,
        pdf: bytes = b"",
    ) -> None:
        year, shown = self._session.year, self._shown()
        if year is None or document != shown.id:
            return
        day, url = (told.day, told.url) if told else (None, None)
        changes = self._session.run(
            move_document, year, document, state, published_on=day, url=url, pdf=pdf
        )
        if changes is not None:
            word = state_words(shown.form)[state]
            kept = " และเก็บเอกสารฉบับนี้ไว้แล้ว" if pdf else ""
            notify_done(self._near, f"เปลี่ยนสถานะเป็น “{word}”{kept}", self._session)
