"""What the window and the command line ask of office files as wholes; `db` fulfils it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from itadesk.model.office import Office
    from itadesk.ports import Store


class Storage(Protocol):
    """Opens, makes, copies and checks files; all raise BadFile or CannotWrite."""

    @property
    def home(self) -> Path:
        """The user's own folder of the program, which may not be there yet: copies, drafts."""
        ...

    def open(self, path: Path) -> Store:
        """To be read and written; for viewing when it cannot be written."""
        ...

    def create(self, path: Path, office: Office) -> Store:
        """A new file for `office`; never overwrites."""
        ...

    def read(self, path: Path) -> Store:
        """For reading only, in the thread that asks."""
        ...

    def back_up(self, path: Path, folder: Path | None = None) -> Path:
        """A verified copy in `folder` or at the usual place; where it lies."""
        ...

    def restore(self, path: Path, backup: Path) -> Path | None:
        """Puts a copy in the file's place; where the present one was kept aside, if any."""
        ...

    def verify(self, path: Path) -> Sequence[str]:
        """What is wrong with a file, as sentences; empty when all of it is whole."""
        ...
