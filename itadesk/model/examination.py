"""What a look through a file found, and what was saved of one that is damaged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Examination:
    """`problems` are sentences, none when all is whole; `mendable` when `mend` rights them all."""

    problems: tuple[str, ...]
    mendable: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of thing in a file, in the office's words, and how many of it were saved and lost."""

    name: str
    saved: int
    lost: int


@dataclass(frozen=True, slots=True)
class Mended:
    """`aside` is the file as it was; `lost` what referred to things that are gone."""

    aside: Path
    lost: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """Parts that have or had anything; `notes` are sentences about what to look at."""

    parts: tuple[Part, ...]
    notes: tuple[str, ...]
