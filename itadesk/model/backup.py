"""A verified copy of an office's file, as its name tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

CLOCK = "%Y-%m-%d %H.%M"
_NAME = re.compile(
    r"(\d{6,})-(\d{4,}) (\d{4}-\d\d-\d\d \d\d\.\d\d) .*([0-9a-f]{8})\.itadesk", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Backup:
    """`number` and `day` only grow in one folder, whatever the clock says; `made` is the clock."""

    path: Path
    number: int
    day: int  # counted: one more when the clock's date is another than the copy's before
    made: datetime  # local time
    size: int  # bytes
    mark: str  # the office, by its id


def backup_at(path: Path) -> Backup | None:
    """The copy at `path`; None for what is no copy of ours, or is gone."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made = datetime.strptime(match[3], CLOCK)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    return Backup(path, int(match[1]), int(match[2]), made, size, match[4])
