"""What the core asks of storage; `db` fulfils it, another store could."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from decimal import Decimal
from pathlib import Path
from re import Pattern
from typing import Any, Protocol

from itadesk.model.answer import AnsweredCheck
from itadesk.model.assessment import Assessment, QuestionScore
from itadesk.model.calendar import OwnDeadline
from itadesk.model.changes import Changes, Kind
from itadesk.model.document import DocumentRecord
from itadesk.model.kept import KeptFile
from itadesk.model.office import Office, Settings
from itadesk.model.oit import OitEntry
from itadesk.model.phrase import Phrase
from itadesk.model.unit_sheet import SentSheet
from itadesk.model.work import Finding, Measure, RoundReport
from itadesk.province_port import ProvincePart


class OfficePart(Protocol):
    """The office and its settings, one of each a file."""

    def get(self) -> Office: ...
    def save(self, office: Office) -> None: ...
    def settings(self) -> Settings: ...
    def save_settings(self, settings: Settings) -> None: ...


class CataloguePart(Protocol):
    """Catalogues the file carries, as the JSON object of the catalogue format."""

    def years(self) -> tuple[int, ...]: ...
    def get(self, year: int) -> Mapping[str, Any] | None: ...
    def save(self, year: int, body: Mapping[str, Any]) -> None: ...
    def filled_texts(self, year: int) -> Mapping[str, str]:
        """Texts the office filled in, by place: a question code, or e.g. `indicator:8`."""
        ...

    def fill_text(self, year: int, place: str, text: str) -> None:
        """An empty text takes the filled one away again."""
        ...


class AssessmentPart(Protocol):
    """Results by score year."""

    def years(self) -> tuple[int, ...]: ...
    def get(self, year: int) -> Assessment | None: ...
    def create(self, year: int, plan_year: int, catalogue_id: str) -> None: ...
    def save_head(self, assessment: Assessment) -> None:
        """All of an assessment but its question scores and official figures."""
        ...

    def save_score(self, year: int, score: QuestionScore) -> None:
        """An empty score removes the row."""
        ...

    def save_official(self, year: int, key: str, value: Decimal | None) -> None: ...
    def notes(self, year: int) -> Mapping[str, str]:
        """What the office noted beside scores, by question code; never printed."""
        ...

    def save_note(self, year: int, code: str, text: str) -> None:
        """An empty text takes the note away."""
        ...


class FindingPart(Protocol):
    """Findings of a year in the order they were written."""

    def of_year(self, year: int) -> tuple[Finding, ...]: ...
    def save(self, year: int, finding: Finding) -> int: ...
    def delete(self, year: int, finding_id: int) -> None: ...


class MeasurePart(Protocol):
    """Measures of a year by position."""

    def of_year(self, year: int) -> tuple[Measure, ...]: ...
    def save(self, year: int, measure: Measure) -> int: ...
    def delete(self, year: int, measure_id: int) -> None: ...


class RoundPart(Protocol):
    """Round reports of the measures of a year."""

    def of_year(self, year: int) -> tuple[RoundReport, ...]: ...
    def save(self, report: RoundReport) -> int: ...


class TextPart(Protocol):
    """Limitations, and texts of forms that the office edited."""

    def limitations(self, year: int) -> tuple[str, ...]: ...
    def save_limitations(self, year: int, texts: tuple[str, ...]) -> None: ...
    def of_year(self, year: int) -> Mapping[tuple[str, str], str]:
        """Edited texts by (form, key); year 0 holds those of every year."""
        ...

    def save(self, year: int, form: str, key: str, text: str | None) -> None:
        """None goes back to the template."""
        ...


class DocumentPart(Protocol):
    """Documents of a year in the order in which they were begun."""

    def of_year(self, year: int) -> tuple[DocumentRecord, ...]: ...
    def save(self, year: int, document: DocumentRecord) -> int: ...
    def delete(self, year: int, document_id: int) -> None: ...


class OitPart(Protocol):
    """The register of public items by year and code."""

    def of_year(self, year: int) -> tuple[OitEntry, ...]: ...
    def save(self, year: int, entry: OitEntry) -> None:
        """An empty entry removes the row."""
        ...


class FilePart(Protocol):
    """Files kept with the data, in the order in which they came."""

    def of_year(self, year: int) -> tuple[KeptFile, ...]: ...
    def of_office(self) -> tuple[KeptFile, ...]:
        """Those of no year: emblem, seal, templates."""
        ...

    def body(self, file_id: int) -> bytes: ...
    def add(self, kept: KeptFile, body: bytes | None) -> int:
        """None keeps no content, only the path."""
        ...

    def save(self, kept: KeptFile) -> None:
        """Name, caption, note and path."""
        ...

    def delete(self, file_id: int) -> None: ...


class PhrasePart(Protocol):
    """The office's phrase library, the most used first."""

    def all(self) -> tuple[Phrase, ...]: ...
    def save(self, phrase: Phrase) -> int:
        """An equal text of the same kind is changed and not added."""
        ...

    def delete(self, phrase_id: int) -> None: ...


class CalendarPart(Protocol):
    """Deadlines and rounds that a year has of its own."""

    def deadlines(self, year: int) -> Mapping[str, OwnDeadline]: ...
    def save_deadline(self, year: int, key: str, deadline: OwnDeadline | None) -> None:
        """None takes it away."""
        ...

    def rounds(self, year: int) -> tuple[int, ...]:
        """In months; () for the usual rounds."""
        ...

    def save_rounds(self, year: int, months: tuple[int, ...]) -> None: ...


class UnitSheetPart(Protocol):
    """Sheets that went out to units and came back, by round."""

    def of_year(self, year: int) -> tuple[SentSheet, ...]: ...
    def save(self, year: int, sheet: SentSheet) -> None: ...


class AnswerPart(Protocol):
    """Remarks of the checks that the office confirmed as right."""

    def of_year(self, year: int) -> tuple[AnsweredCheck, ...]: ...
    def save(self, year: int, answer: AnsweredCheck) -> None: ...
    def delete(self, year: int, answer: AnsweredCheck) -> None: ...


class ForgettingPart(Protocol):
    """ลบถาวร: what is done here cannot be taken back, and ends undo."""

    def places(self, words: Pattern[str]) -> Mapping[str, int]:
        """How many texts of each kind of row hold the words; `change_log` is one of them."""
        ...

    def forget_words(self, words: Pattern[str], instead: str) -> None: ...
    def deleted_lines(self) -> int:
        """Lines of the change log about things that were deleted."""
        ...

    def forget_deleted(self) -> None:
        """Those lines, and the contents of files that were removed."""
        ...

    def lines_before(self, day: str) -> int:
        """Lines of the change log older than an ISO day."""
        ...

    def forget_before(self, day: str) -> None: ...


class ChangePart(Protocol):
    """The change log, which only grows."""

    def last(self) -> tuple[str, str] | None:
        """When (ISO, UTC) and what was done last; None in a file without any change."""
        ...


class Store(Protocol):
    """One office's file; every use case runs in one `transaction`."""

    @property
    def read_only(self) -> bool: ...
    @property
    def office(self) -> OfficePart: ...
    @property
    def catalogues(self) -> CataloguePart: ...
    @property
    def assessments(self) -> AssessmentPart: ...
    @property
    def findings(self) -> FindingPart: ...
    @property
    def measures(self) -> MeasurePart: ...
    @property
    def rounds(self) -> RoundPart: ...
    @property
    def texts(self) -> TextPart: ...
    @property
    def documents(self) -> DocumentPart: ...
    @property
    def oit(self) -> OitPart: ...
    @property
    def files(self) -> FilePart: ...
    @property
    def phrases(self) -> PhrasePart: ...
    @property
    def calendar(self) -> CalendarPart: ...
    @property
    def province(self) -> ProvincePart: ...
    @property
    def unit_sheets(self) -> UnitSheetPart: ...
    @property
    def forgetting(self) -> ForgettingPart: ...
    @property
    def answers(self) -> AnswerPart: ...
    @property
    def change_log(self) -> ChangePart: ...

    def transaction(self, label: str, *kinds: Kind) -> AbstractContextManager[None]:
        """One action: all of it or nothing; `label` (Thai) and `kinds` are kept for undo."""
        ...

    def undo(self) -> Changes | None:
        """Takes the last action back; None when there is none."""
        ...

    def redo(self) -> Changes | None: ...
    def can_undo(self) -> str | None:
        """The label of the action that undo would take back."""
        ...

    def can_redo(self) -> str | None: ...
    def beside(self, path: Path) -> Store:
        """Another file, for reading only and in the thread that asks. BadFile or CannotWrite."""
        ...

    def when_closed(self, deed: Callable[[], None]) -> None:
        """Runs `deed` once, after the file was closed."""
        ...

    def hand_over(self, to: Store) -> None:
        """What was to be done when this one is closed is done when the other one is."""
        ...

    @property
    def strayed(self) -> str:
        """Why what was written is not in the office's file, a sentence; "" while it is."""
        ...

    def astray(self) -> str:
        """Looks at the place now; as `strayed`. May be slow; any thread may ask."""
        ...

    def whole(self) -> bytes:
        """All that is saved, as a file would hold it, also when its place is gone: PlaceFails."""
        ...

    def close(self) -> None: ...
