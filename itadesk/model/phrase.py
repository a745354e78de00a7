"""The office's phrase library (คลังข้อความ)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PhraseKind(StrEnum):
    """Which box of a screen a phrase is for."""

    CAUSE = "cause"
    GUIDELINE = "guideline"
    ACTIVITY = "activity"
    STEP = "step"
    RESULT = "result"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text to use again; `year` and `code` say which question it was written for, if any."""

    kind: PhraseKind
    text: str
    year: int | None = None
    code: str = ""
    uses: int = 0  # how often it was taken
    id: int | None = None
