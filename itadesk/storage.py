"""What the window and the command line ask of office files as wholes; `db` fulfils it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from itadesk.holders import Holder
    from itadesk.model.backup import Backup
    from itadesk.model.examination import Examination, Mended, Salvaged
    from itadesk.model.office import Office
    from itadesk.ports import Store


class Storage(Protocol):
    """Opens, makes, copies and checks files; all raise BadFile or CannotWrite."""

    @property
    def home(self) -> Path:
        """The user's own folder of the program, which may not be there yet: copies, drafts."""
        ...

    def open(self, path: Path) -> Store:
        """To be read and written; for viewing when it cannot be written, or `holder` has it."""
        ...

    def create(self, path: Path, office: Office) -> Store:
        """A new file for `office`; never overwrites."""
        ...

    def read(self, path: Path) -> Store:
        """For reading only, in the thread that asks."""
        ...

    def in_memory(self, body: bytes, name: str) -> Store:
        """Goes on with the content of a file that no disk holds; `name` is for sentences."""
        ...

    def back_up(
        self, path: Path, folder: Path | None = None, copied: Callable[[], object] | None = None
    ) -> Path:
        """A verified copy in `folder` or at the usual place; where it lies.

        The newest that is there when that is equal. `copied` is called as soon as the content is
        taken, from when on the file may change.
        """
        ...

    def backups(self, path: Path, folder: Path | None = None) -> Sequence[Backup]:
        """Copies of the file at `path`, also of a damaged one, the newest first.

        Those at the usual place, or those in `folder`.
        """
        ...

    def save_copy(self, path: Path, target: Path) -> None:
        """A verified copy as a file of its own, in place of what is there."""
        ...

    def restore(self, path: Path, backup: Path) -> Path | None:
        """Puts a copy in the file's place; where the present one was kept aside, if any."""
        ...

    def verify(self, path: Path) -> Sequence[str]:
        """What is wrong with a file, as sentences; empty when all of it is whole."""
        ...

    def examine(self, path: Path) -> Examination:
        """As `verify`, and whether `mend` rights all of it; changes nothing."""
        ...

    def mend(self, path: Path) -> Mended:
        """Rights a file that is not open, where no readable row is lost; keeps the old beside."""
        ...

    def salvage(self, path: Path, target: Path) -> Salvaged:
        """A new file `target` with all that can be read; `path` stays as it is."""
        ...

    def holder(self, path: Path) -> Holder | None:
        """Who has the file open to write in another process or on another PC, if anybody."""
        ...

    def unclean(self, path: Path) -> bool:
        """True, once, of an open file that was not closed the last time it was open on this PC."""
        ...
