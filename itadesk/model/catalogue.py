"""The question set of one fiscal year (ชุดข้อคำถาม), as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Certainty(StrEnum):
    """How far a text or figure of a catalogue can be relied on."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNVERIFIED = "unverified"
    UNKNOWN = "unknown"
    OFFICE = "office"  # filled in by the office itself


@dataclass(frozen=True, slots=True)
class Sourced:
    """A text with where it comes from; `text` is "" where it is unknown."""

    text: str
    source: str = ""
    certainty: Certainty = Certainty.UNKNOWN
    candidates: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        return bool(self.text)

    @property
    def confirmed(self) -> bool:
        """True for a text that may be printed without ข้อความยังไม่ยืนยัน."""
        return self.known and self.certainty is not Certainty.UNVERIFIED


@dataclass(frozen=True, slots=True)
class Question:
    """One ข้อคำถาม; `binary` items (OIT) score 0 or 100 only."""

    code: str
    text: Sourced
    reverse: bool | None = None
    answer: str = ""
    binary: bool = False
    sub_indicator: str | None = None
    issues: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SubIndicator:
    """ตัวชี้วัดย่อย such as 9.1; its items are the questions that name its code."""

    code: str
    name: Sourced


@dataclass(frozen=True, slots=True)
class Indicator:
    """ตัวชี้วัด with its questions in printed order.

    `structure_certainty` is about which questions belong here and to which sub-indicator.
    """

    no: int
    name: Sourced
    questions: tuple[Question, ...]
    sub_indicators: tuple[SubIndicator, ...] = ()
    structure_certainty: Certainty = Certainty.CERTAIN


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an instrument with scores of its own (EIT ส่วนที่ ๑, ๒)."""

    no: int
    label: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """แบบวัด; `weight` in percent of the overall score, None when unknown."""

    code: str
    name: Sourced
    weight: Decimal | None
    weight_certainty: Certainty
    indicators: tuple[Indicator, ...]
    parts: tuple[Part, ...] = ()
    parts_rule: str = "mean"  # how parts combine; the only rule known so far
    parts_rule_certainty: Certainty = Certainty.UNKNOWN

    def part_key(self, part: int) -> str:
        """The key of a part's figure, e.g. EIT1."""
        return f"{self.code}{part}"


@dataclass(frozen=True, slots=True)
class Level:
    """One rating level: overall ≥ `overall_min`, and each looked-at figure ≥ `each_min`."""

    name: str
    overall_min: Decimal
    each_min: Decimal | None
    passes: bool


@dataclass(frozen=True, slots=True)
class RatingRule:
    """Levels from best to worst; the first that holds is the rating."""

    levels: tuple[Level, ...]
    source: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Issue:
    """ประเด็นการวิเคราะห์: one of the issues that regroup the questions."""

    no: int
    name: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Instruments, weights, questions, issues and rating rule of one fiscal year (B.E.)."""

    id: str
    version: str
    year: int
    kind: str
    instruments: tuple[Instrument, ...]
    rating: RatingRule
    issues: tuple[Issue, ...] = ()
    scale: tuple[Decimal, ...] = ()
    scale_source: str = ""
    notes: tuple[str, ...] = ()
    _known: dict[str, tuple[Indicator, Question]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def indicators(self) -> Iterator[Indicator]:
        return (indicator for instrument in self.instruments for indicator in instrument.indicators)

    @property
    def questions(self) -> Iterator[Question]:
        return (question for indicator in self.indicators for question in indicator.questions)

    def question(self, code: str) -> Question | None:
        found = self._by_code().get(code)
        return found[1] if found else None

    def indicator(self, no: int) -> Indicator | None:
        return next((i for i in self.indicators if i.no == no), None)

    def instrument(self, code: str) -> Instrument | None:
        return next((i for i in self.instruments if i.code == code), None)

    def indicator_of(self, code: str) -> Indicator | None:
        """The indicator that a question belongs to."""
        found = self._by_code().get(code)
        return found[0] if found else None

    def instrument_of(self, indicator_no: int) -> Instrument | None:
        """The instrument that an indicator belongs to."""
        return next(
            (s for s in self.instruments if any(i.no == indicator_no for i in s.indicators)), None
        )

    def _by_code(self) -> Mapping[str, tuple[Indicator, Question]]:
        if not self._known:  # looked up for every row of every workbook
            pairs = [(q.code, (i, q)) for i in self.indicators for q in i.questions]
            self._known.update(dict(reversed(pairs)))  # at once: other threads may read it
        return self._known
