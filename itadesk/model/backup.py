"""A verified copy of an office's file, as its name tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """`number` and `day` only grow in one folder, whatever the clock says; `made` is the clock."""

    path: Path
    number: int
    day: int  # counted: one more when the clock's date is another than the copy's before
    made: datetime  # local time
    size: int  # bytes
    mark: str  # the office, by its id
