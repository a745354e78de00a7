"""What the change log is asked, and how what stands in it goes; parts of `itadesk.ports.Store`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from re import Pattern
from typing import Protocol

from itadesk.model.logged import ChangeLine


class ChangePart(Protocol):
    """The change log, which only grows."""

    def last(self) -> tuple[str, str] | None:
        """When (ISO, UTC) and what was done last; None in a file without any change."""
        ...

    def found(self, words: str, limit: int) -> Sequence[ChangeLine]:
        """The newest lines that hold the words in what was done, before or after; newest first."""
        ...


class ForgettingPart(Protocol):
    """ลบถาวร: what is done here cannot be taken back, and ends undo."""

    def places(self, words: Pattern[str]) -> Mapping[str, int]:
        """How many texts of each kind of row hold the words; `change_log` is one of them."""
        ...

    def forget_words(self, words: Pattern[str], instead: str) -> None: ...
    def deleted_lines(self) -> int:
        """Lines of the change log about things that were deleted."""
        ...

    def forget_deleted(self) -> None:
        """Those lines, and the contents of files that were removed."""
        ...

    def lines_before(self, day: str) -> int:
        """Lines of the change log older than an ISO day."""
        ...

    def forget_before(self, day: str) -> None: ...
