"""What a use case changed, so that screens know what to read again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of records a screen may show."""

    OFFICE = "office"
    SETTINGS = "settings"
    YEARS = "years"
    CATALOGUE = "catalogue"
    SCORES = "scores"
    FINDINGS = "findings"
    MEASURES = "measures"
    ROUNDS = "rounds"
    LIMITATIONS = "limitations"
    TEXTS = "texts"
    DOCUMENTS = "documents"
    OIT = "oit"
    FILES = "files"
    PHRASES = "phrases"
    CALENDAR = "calendar"
    PROVINCE = "province"
    CHECKS = "checks"


@dataclass(frozen=True, slots=True)
class Changes:
    """Kinds changed, the Thai words that undo shows for the action, and a new record's id."""

    kinds: frozenset[Kind] = frozenset()
    label: str = ""
    created: int | None = None

    def touches(self, *kinds: Kind) -> bool:
        return not self.kinds.isdisjoint(kinds)
