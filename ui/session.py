"""The one open file as the window sees it: runs use cases, tells what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from itadesk.errors import ItadeskError, PlaceFails
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


@dataclass(frozen=True, slots=True)
class Unkept:
    """What is not in the office's file since `since`, and why; `base` is what that held last.

    `safe`: it is in a file at home, else in memory only.
    """

    reason: str
    since: datetime
    base: str
    safe: bool


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
        self.path = path  # where the office keeps the file
        self.working = path  # the file that is read and written, at home while its place fails
        self.unkept: Unkept | None = None
        self.refusals = 0  # saves that the file's place refused
        self.stand_in: Callable[[str], bool] | None = None  # finds where to go on; False: nowhere
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
        made._year, made.working, made.unkept = self._year, self.working, self.unkept
        return made

    @property
    def read_only(self) -> bool:
        """True when the file can be looked at but not written."""
        return bool(getattr(self._store, "read_only", False))

    @property
    def data(self) -> YearData | None:
        """The shown year, read once until something changes; None in a file without years."""
        if self._data is None and self._year is not None:
            self._data = self._done(load_year, self._year)
        return self._data

    def ask(
        self, service: Callable[Concatenate[Store, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """A reading use case; its ItadeskError goes to the caller."""
        return self._done(service, *args, **kwargs)

    def run(
        self, service: Callable[Concatenate[Store, P], Changes], *args: P.args, **kwargs: P.kwargs
    ) -> Changes | None:
        """A changing use case; None when it was refused, and the sentence was sent out."""
        self.settling.emit()
        self.changing.emit()
        try:
            changes = self._done(service, *args, **kwargs)
        except ItadeskError as refusal:
            self.refusals += isinstance(refusal, PlaceFails)
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
        self._step(lambda store: store.undo(), back=True)

    def redo(self) -> None:
        self._step(lambda store: store.redo(), back=False)

    def undo_label(self) -> str | None:
        return self._store.can_undo()

    def redo_label(self) -> str | None:
        return self._store.can_redo()

    def continue_on(self, store: Store, working: Path | None, *, holding: bool = True) -> None:
        """Goes on with the same content in another file; what was done cannot be undone any more.

        `holding`: the place stays this window's until the new file is closed.
        """
        before, self._store, self.working = self._store, store, working
        if holding:
            before.hand_over(store)
        before.close()
        self._tell(Changes())

    def whole(self) -> bytes:
        """All that is saved, as a file would hold it. Raises PlaceFails when it cannot be read."""
        return self._store.whole()

    def at_risk(self) -> str:
        """What would be lost by closing, as no disk holds it; "" when nothing would."""
        if self.unkept is None or self.unkept.safe:
            return ""
        return "งานที่ทำหลังจากที่เก็บไฟล์ขัดข้องยังไม่ได้บันทึกลงไฟล์ใด"

    def astray(self) -> str:
        """Looks whether the file is where it was; may be slow, and any thread may ask."""
        return self._store.astray()

    def close(self) -> None:
        self.settling.emit()
        self.closed = True
        self._store.close()
        self.ended.emit()

    def _step(self, move: Callable[[Store], Changes | None], *, back: bool) -> None:
        from itadesk.services.changed import changed_place, page_of, written

        self.settling.emit()
        self.changing.emit()
        before = self._done(written)
        try:
            changes = self._done(move)
        except ItadeskError as refusal:
            self.failed.emit(str(refusal))
            return
        if changes is not None:
            self._tell(changes)
            found = changed_place(before, self._done(written))
            year, place = found or (None, page_of(changes))
            self.moved.emit(Moved(changes.label, back, year, place))

    def _done(
        self, service: Callable[Concatenate[Store, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Once more where another file stands in, when the place of this one fails."""
        try:
            result = service(self._store, *args, **kwargs)
        except PlaceFails as failure:
            if not self._goes_on(str(failure)):
                raise
            return service(self._store, *args, **kwargs)
        if self._store.strayed:  # saved, but no longer in the office's file
            self._goes_on(self._store.strayed)
        return result

    def _goes_on(self, reason: str) -> bool:
        return self.stand_in is not None and self.stand_in(reason)

    def _tell(self, changes: Changes) -> None:
        self._data = None
        if changes.touches(Kind.YEARS):
            self._settle_year()
        self.changed.emit(changes)

    def _settle_year(self) -> None:
        years = self._done(score_years)
        if self._year not in years:
            self._year = years[0] if years else None
            self.year_shown.emit()
