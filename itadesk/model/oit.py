"""The register of public items (ทะเบียน OIT) of a year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OitEntry:
    """What the office answers for one item, by its code (o1…).

    `answer` is มี (True), ไม่มี (False) or not given yet; `unit` looks after the item and
    `checked_on` is the day its addresses were last opened.
    """

    code: str
    answer: bool | None = None
    urls: tuple[str, ...] = ()
    explanation: str = ""
    unit: str = ""
    checked_on: date | None = None

    @property
    def empty(self) -> bool:
        return self == OitEntry(self.code)
