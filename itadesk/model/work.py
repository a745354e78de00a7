"""What an office writes for a year: findings, measures, rounds, limitations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class FindingClass(StrEnum):
    """Class of an indicator or question by the office's thresholds."""

    URGENT = "urgent"
    IMPROVE = "improve"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Finding:
    """ผลการวิเคราะห์ of an indicator or an issue.

    `codes` empty means the lowest questions, which are always computed.
    """

    id: int | None = None
    indicator: int | None = None
    issue: int | None = None
    codes: tuple[str, ...] = ()
    cause: str = ""
    guideline: str = ""
    conclusion: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of ขั้นตอน, numbering as typed; may have its own period and unit."""

    text: str
    start: date | None = None
    end: date | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """มาตรการ: what the office will do; multi-line texts keep their lines as typed."""

    id: int | None = None
    position: int = 0  # ลำดับ, from 1
    indicator: int | None = None
    issue: int | None = None
    title: str = ""
    activities: str = ""
    analysis: str = ""
    steps: tuple[Step, ...] = ()
    start: date | None = None
    end: date | None = None
    period_text: str = ""
    units: tuple[str, ...] = ()
    responsible: str = ""
    findings: tuple[int, ...] = ()
    success: str = ""  # ตัวชี้วัดความสำเร็จ
    target: str = ""  # ค่าเป้าหมาย
    budget: str = ""
    overseer: str = ""  # ผู้กำกับติดตาม


class RoundStatus(StrEnum):
    """How far a measure is in a round."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What was done for a measure by a round; `months` is 6 or 12 by default."""

    measure_id: int
    months: int
    output: str = ""
    outcome: str = ""
    progress: Decimal | None = None  # percent, 0–100
    status: RoundStatus | None = None
    evidence: str = ""
    obstacles: str = ""
    id: int | None = None
