"""The store: the parts of one file, and the history they share."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from db.answers import Answers
from db.assessments import Assessments
from db.calendar import Calendar
from db.catalogues import Catalogues
from db.changelog import ChangeLog
from db.documents import Documents
from db.findings import Findings
from db.forgetting import Forgetting
from db.history import Clock, History
from db.kept import KeptFiles
from db.measures import Measures
from db.office import OfficeTable
from db.officefile import OfficeFile
from db.oit import OitEntries
from db.phrases import Phrases
from db.province import Province
from db.rounds import Rounds
from db.schema import Table
from db.texts import Texts
from db.unit_sheets import UnitSheets
from itadesk.errors import CannotWrite
from itadesk.model.changes import Changes, Kind

if TYPE_CHECKING:
    from itadesk.ports import Store


log = logging.getLogger(__name__)


class SqliteStore:
    """Fulfils `itadesk.ports.Store`; made by `db.opening`."""

    def __init__(self, file: OfficeFile, tables: Sequence[Table], now: Clock) -> None:
        self._file = file
        self._history = History(file, tables, now)
        self.office = OfficeTable(file)
        self.catalogues = Catalogues(file)
        self.assessments = Assessments(file)
        self.findings = Findings(file)
        self.measures = Measures(file)
        self.rounds = Rounds(file)
        self.texts = Texts(file)
        self.documents = Documents(file)
        self.oit = OitEntries(file)
        self.files = KeptFiles(file)
        self.phrases = Phrases(file)
        self.calendar = Calendar(file)
        self.province = Province(file)
        self.unit_sheets = UnitSheets(file)
        self.answers = Answers(file)
        self.change_log = ChangeLog(file)
        self.forgetting = Forgetting(file, self._history, tables)
        self._afterwards: list[Callable[[], None]] = []

    @property
    def read_only(self) -> bool:
        """True when the file can only be looked at; a transaction raises CannotWrite."""
        return self._file.read_only

    def transaction(self, label: str, *kinds: Kind) -> AbstractContextManager[None]:
        return self._history.transaction(label, *kinds)

    def undo(self) -> Changes | None:
        return self._history.undo()

    def redo(self) -> Changes | None:
        return self._history.redo()

    def can_undo(self) -> str | None:
        return self._history.can_undo()

    def can_redo(self) -> str | None:
        return self._history.can_redo()

    def beside(self, path: Path) -> SqliteStore:
        """Another file, for reading only; belongs to the thread that asks."""
        from db.opening import open_reader

        return open_reader(path)

    def when_closed(self, deed: Callable[[], None]) -> None:
        """Runs `deed` once, after the file was closed."""
        self._afterwards.append(deed)

    def hand_over(self, to: Store) -> None:
        """What was to be done when this one is closed is done when the other one is."""
        for deed in self._afterwards:
            to.when_closed(deed)
        self._afterwards.clear()

    @property
    def strayed(self) -> str:
        """Why what was written is not in the office's file, a sentence; "" while it is."""
        return self._file.strayed

    def astray(self) -> str:
        """Looks at the place now; as `strayed`. May be slow; any thread may ask."""
        return self._file.astray()

    def whole(self) -> bytes:
        """All that is saved, as a file would hold it, also when its place is gone.

        PlaceFails when it can be read no more.
        """
        return self._file.whole()

    def close(self) -> None:
        """Ends undo; what is saved is in the file already. May be called again."""
        try:
            if not (self.read_only or self._file.closed or self._file.strayed):
                self.files.forget_unused()
                self.province.forget_removed()
        except CannotWrite as refusal:
            log.warning("unused contents stay until the next time: %s", refusal)
        finally:
            self._file.close()
            while self._afterwards:
                self._afterwards.pop()()


if TYPE_CHECKING:
    _fulfils: type[Store] = SqliteStore
