"""One office's ITA result of one score year (ผลการประเมิน)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

OVERALL = "overall"  # key of the overall official figure; others are "1"…"10", "IIT", "EIT1"…


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """คะแนน of a question and of its parts, 0–100 each; None means not entered."""

    code: str
    score: Decimal | None = None
    part1: Decimal | None = None
    part2: Decimal | None = None

    @property
    def empty(self) -> bool:
        return self.score is None and self.part1 is None and self.part2 is None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Scores as entered, and the figures the NACC announced (คะแนนที่ประกาศ).

    `official` is keyed by indicator number as text, instrument code, part key (EIT1) or OVERALL.
    """

    year: int
    plan_year: int
    catalogue_id: str
    scores: Mapping[str, QuestionScore] = field(default_factory=dict)
    official: Mapping[str, Decimal] = field(default_factory=dict)
    official_rating: str | None = None
    announced_on: str = ""  # ISO date, "" when unknown
    respondents: Mapping[str, int] = field(default_factory=dict)  # by instrument or part key
    recommendations: str = ""
