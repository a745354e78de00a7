"""Makes the PDF of a document in a thread; only the newest order counts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from itadesk.errors import ItadeskError
from itadesk.model.year import YearData
from itadesk.reports.forms import Form, Options
from itadesk.services.reporting import pdf_of
from ui.widgets.pdf_worker import PdfWorker

_OTHER = "other"


class Typesetter(QObject):
    """`ready` brings the PDF, `refused` a sentence; `working` says whether one is being made."""

    ready = Signal(bytes)
    refused = Signal(str)
    working = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = PdfWorker(self._arrived)
        self._newest = 0

    def order(self, form: Form, data: YearData, options: Options) -> None:
        """Asks for a document; what was ordered before is not brought any more."""
        self._newest += 1
        self._worker.do(str(self._newest), partial(_made, form, data, options))
        self.working.emit(True)

    def forget(self) -> None:
        """Nothing ordered so far is wanted any more."""
        self._newest += 1
        self.working.emit(False)

    def do_between(self, work: Callable[[], object]) -> None:
        """Other work that typesets, in the same thread: it is never done in two at once."""
        self._worker.do(_OTHER, work)

    def _arrived(self, name: str, future: Future[Any]) -> None:
        if name == _OTHER:
            future.result()  # a bug in it flies here
        if name != str(self._newest):
            return
        self.working.emit(False)
        try:
            made = future.result()
        except ItadeskError as refusal:
            self.refused.emit(str(refusal))
        else:
            self.ready.emit(made)


def _made(form: Form, data: YearData, options: Options) -> bytes:
    settings = data.settings
    return pdf_of(form.build(data, options), settings.words, settings.pdf_font)
