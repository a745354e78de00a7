"""Everything one office holds about one score year; forms and checks are functions of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from itadesk.model.answer import AnsweredCheck
from itadesk.model.assessment import Assessment
from itadesk.model.calendar import OwnDeadline
from itadesk.model.catalogue import Catalogue
from itadesk.model.document import DocumentRecord
from itadesk.model.kept import KeptFile
from itadesk.model.office import Office, Settings
from itadesk.model.oit import OitEntry
from itadesk.model.result import Result
from itadesk.model.unit_sheet import SentSheet
from itadesk.model.work import Finding, Measure, RoundReport


@dataclass(frozen=True, slots=True)
class OtherYear:
    """Another score year of the same office: what its result is computed from."""

    catalogue: Catalogue
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class YearData:
    """One year, read in one go; `texts` holds edited texts of forms, keyed (form, key)."""

    office: Office
    settings: Settings
    catalogue: Catalogue
    assessment: Assessment
    result: Result
    findings: tuple[Finding, ...] = ()
    measures: tuple[Measure, ...] = ()
    rounds: tuple[RoundReport, ...] = ()
    limitations: tuple[str, ...] = ()
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    documents: tuple[DocumentRecord, ...] = ()
    neighbours: Mapping[int, OtherYear] = field(default_factory=dict)  # the years beside this one
    oit: tuple[OitEntry, ...] = ()
    files: tuple[KeptFile, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)  # beside scores, by question code
    own_deadlines: Mapping[str, OwnDeadline] = field(default_factory=dict)
    own_rounds: tuple[int, ...] = ()  # months; () for the usual ones
    office_files: tuple[KeptFile, ...] = ()  # of no year: emblem, seal, templates
    sent_sheets: tuple[SentSheet, ...] = ()
    answered: tuple[AnsweredCheck, ...] = ()

    @property
    def year(self) -> int:
        return self.assessment.year
