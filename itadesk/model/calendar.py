"""Days that the office set itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OwnDeadline:
    """What is due and when; without a day the usual deadline of that key is not kept."""

    what: str
    day: date | None
