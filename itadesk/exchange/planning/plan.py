"""The outcome of planning: rows to show, and records to write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from itadesk.exchange.book import Book
from itadesk.model.assessment import Assessment, QuestionScore
from itadesk.model.catalogue import Catalogue, Question
from itadesk.model.office import Office
from itadesk.model.oit import OitEntry
from itadesk.model.work import Finding, Measure, RoundReport


class Outcome(StrEnum):
    """What an import does with a cell or a row."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One line of the preview; `message` is a sentence, `before` and `after` what is shown."""

    sheet: str
    row: int
    column: str
    result: Outcome
    message: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What the file holds of the workbook's year before the import; `starts` when nothing yet."""

    office: Office
    catalogue: Catalogue
    assessment: Assessment
    starts: bool
    findings: tuple[Finding, ...] = ()
    measures: tuple[Measure, ...] = ()
    rounds: tuple[RoundReport, ...] = ()
    limitations: tuple[str, ...] = ()
    oit: tuple[OitEntry, ...] = ()
    other_catalogues: Callable[[], tuple[Catalogue, ...]] = tuple
    questions: dict[tuple[object, ...], Question] = field(default_factory=dict, compare=False)
    """Those that rows named without any fault, by what the rows said."""

    @property
    def year(self) -> int:
        return self.catalogue.year


@dataclass(frozen=True, slots=True)
class PlannedMeasure:
    """A measure to write; `order` is its ลำดับ in the workbook, None where it has none."""

    order: int | None
    measure: Measure


@dataclass(frozen=True, slots=True)
class PlannedRound:
    """A round report to write, for the measure with that ลำดับ; its measure_id comes with it."""

    order: int
    report: RoundReport


@dataclass(frozen=True, slots=True)
class Incoming:
    """Records an import writes; what stays as it is is absent."""

    office: Office | None = None
    plan_year: int | None = None
    rating: str | None = None
    scores: tuple[QuestionScore, ...] = ()
    official: Mapping[str, Decimal] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    measures: tuple[PlannedMeasure, ...] = ()
    rounds: tuple[PlannedRound, ...] = ()
    limitations: tuple[str, ...] | None = None
    oit: tuple[OitEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What `apply_import` would do; `year` is None when the workbook's year is not known."""

    book: Book
    year: int | None
    starts_year: bool
    rows: tuple[ImportRow, ...]
    warnings: tuple[str, ...]
    incoming: Incoming = Incoming()

    @property
    def refused(self) -> bool:
        return any(row.result is Outcome.REFUSED for row in self.rows)

    @property
    def changes_nothing(self) -> bool:
        return not self.starts_year and self.incoming == Incoming()
