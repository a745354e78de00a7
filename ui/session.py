"""The one open file as the window sees it: runs use cases, tells what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from itadesk.errors import ItadeskError
from itadesk.model.changes import Changes, Kind
from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.services.years import load_year, score_years

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Moved:
    """An action that was taken back, or done again; the year and place where it is seen."""

    label: str
    back: bool
    year: int | None = None
    place: str = ""


class Session(QObject):
    """Holds the store so that no widget does; the year shown is one for all pages."""

    changed = Signal(Changes)  # after a use case, undo or redo
    moved = Signal(Moved)  # after undo or redo, when all have heard of the change
    failed = Signal(str)  # a Thai sentence for the user
    year_shown = Signal()  # another year was chosen
    ended = Signal()  # the file is closed
    settling = Signal()  # before anything is changed, undone or left: what is being typed is saved
    changing = Signal()  # just before the file is written
    sweeping = Signal()  # before much is changed at once

    def __init__(self, store: Store, path: Path | None = None) -> None:
        super().__init__()
        self.path = path
        self.closed = False
        self._store = store
        self._data: YearData | None = None
        years = score_years(store)
        self._year: int | None = years[0] if years else None

    @property
    def year(self) -> int | None:
        return self._year

    def again(self) -> Session:
        """The same open file and year for a new set of pages; the old ones hear nothing more."""
        made = Session(self._store, self.path)
        made._year = self._year
        return made

    @property
    def read_only(self) -> bool:
        """True when the file can be looked at but not written."""
        return bool(getattr(self._store, "read_only", False))

    @property
    def data(self) -> YearData | None:
        """The shown year, read once until something changes; None in a file without years."""
        if self._data is None and self._year is not None:
            self._data = load_year(self._store, self._year)
        return self._data

    def ask(
        self, service: Callable[Concatenate[Store, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """A reading use case; its ItadeskError goes to the caller."""
        return service(self._store, *args, **kwargs)

    def run(
        self, service: Callable[Concatenate[Store, P], Changes], *args: P.args, **kwargs: P.kwargs
    ) -> Changes | None:
        """A changing use case; None when it was refused, and the sentence was sent out."""
        self.settling.emit()
        self.changing.emit()
        try:
            changes = service(self._store, *args, **kwargs)
        except ItadeskError as refusal:
            self.failed.emit(str(refusal))
            return None
        self._tell(changes)
        return changes

    def sweep(
        self, service: Callable[Concatenate[Store, P], Changes], *args: P.args, **kwargs: P.kwargs
    ) -> Changes | None:
        """As `run`, for what changes much at once: a copy of the file is made before."""
        self.settling.emit()
        self.sweeping.emit()
        return self.run(service, *args, **kwargs)

    def show_year(self, year: int) -> None:
        """Shows another score year on every page."""
        if year != self._year:
            self.settling.emit()
            self._year, self._data = year, None
            self.year_shown.emit()

    def undo(self) -> None:
        self._step(self._store.undo, back=True)

    def redo(self) -> None:
        self._step(self._store.redo, back=False)

    def undo_label(self) -> str | None:
        return self._store.can_undo()

    def redo_label(self) -> str | None:
        return self._store.can_redo()

    def close(self) -> None:
        self.settling.emit()
        self.closed = True
        self._store.close()
        self.ended.emit()

    def _step(self, move: Callable[[], Changes | None], *, back: bool) -> None:
        from itadesk.services.changed import changed_place, page_of, written

        self.settling.emit()
        self.changing.emit()
        before = written(self._store)
        try:
            changes = move()
        except ItadeskError as refusal:
            self.failed.emit(str(refusal))
            return
        if changes is not None:
            self._tell(changes)
            found = changed_place(before, written(self._store))
            year, place = found or (None, page_of(changes))
            self.moved.emit(Moved(changes.label, back, year, place))

    def _tell(self, changes: Changes) -> None:
        self._data = None
        if changes.touches(Kind.YEARS):
            self._settle_year()
        self.changed.emit(changes)

    def _settle_year(self) -> None:
        years = score_years(self._store)
        if self._year not in years:
            self._year = years[0] if years else None
            self.year_shown.emit()
