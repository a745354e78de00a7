"""What the office answered to a remark of the checks (ยืนยันว่าถูกต้อง)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AnsweredCheck:
    """A remark that is right as it is, and why; `fingerprint` is that of what it said.

    `check` and `place` are those of the remark. What says something else is not answered by it.
    """

    check: str
    place: str
    fingerprint: str
    reason: str
    on: date
