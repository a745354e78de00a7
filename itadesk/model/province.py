"""What a province has gathered: workbooks of offices, who is expected, announced results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from itadesk.model.office import Office


class FileState(StrEnum):
    """What the province thinks of an office's file: รับแล้ว → ส่งคืนแก้ไข or รับรอง."""

    RECEIVED = "received"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class BatchKind(StrEnum):
    """What came in together, and leaves together when it is taken back."""

    FILES = "files"
    EXPECTED = "expected"
    ANNOUNCED = "announced"


@dataclass(frozen=True, slots=True)
class RoundCount:
    """Of a round of an office: the measures that had begun by its end, and those told of."""

    months: int
    due: str  # ISO, the last day of the round
    measures: int
    told: int


@dataclass(frozen=True, slots=True)
class Batch:
    """One import: when (ISO, UTC), and how many offices it brought, hidden ones included."""

    id: int
    kind: BatchKind
    year: int | None
    at: str
    label: str
    offices: int


@dataclass(frozen=True, slots=True)
class ReceivedYear:
    """An office's year as its workbook brought it; the texts stand apart in its body.

    `figures` are two-decimal scores by key ("overall", "IIT", "EIT1", "1"…), official where there
    is one. `codes` and `scores` are the questions in one order, hundredths of a score or None.
    `edited` tells whether cells were changed after the program wrote the workbook, None where it
    cannot be known. `digest` is equal for equal contents.
    """

    key: str
    year: int
    office: Office
    file: str
    digest: str
    figures: Mapping[str, Decimal] = field(default_factory=dict)
    rating: str = ""
    complete: bool = False
    edited: bool | None = None
    measures: int = 0
    program: str = ""
    codes: tuple[str, ...] = ()
    scores: tuple[int | None, ...] = ()
    rounds: tuple[RoundCount, ...] = ()
    id: int | None = None
    batch: int | None = None
    received_at: str = ""  # ISO, UTC

    @property
    def only_measures(self) -> bool:
        """An office without scores of its own, which reports on measures."""
        return self.measures > 0 and not self.figures


@dataclass(frozen=True, slots=True)
class ReceivedBody:
    """The packed texts of a received year, with the digest they had when they came."""

    id: int
    file: str
    digest: str
    body: bytes


@dataclass(frozen=True, slots=True)
class ExpectedOffice:
    """An office whose file the province waits for."""

    name: str
    code: str = ""
    kind: str = ""
    district: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True)
class Announced:
    """The result of an office as it was announced, known before any file comes."""

    office: ExpectedOffice
    figures: Mapping[str, Decimal] = field(default_factory=dict)
    rating: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """State of an office's file, with the province's remark."""

    state: FileState = FileState.RECEIVED
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ProvinceYear:
    """All a province has of one year, and what it had of the year before."""

    year: int
    received: tuple[ReceivedYear, ...] = ()
    announced: tuple[Announced, ...] = ()
    expected: tuple[ExpectedOffice, ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    before: tuple[ReceivedYear, ...] = ()
    announced_before: tuple[Announced, ...] = ()


def office_key(code: str, name: str, district: str, province: str) -> str:
    """One office is known by its code, else by name, district and province (design §7)."""
    if code.strip():
        return f"code:{_plain(code)}"
    return f"name:{_plain(name)}|{_plain(district)}|{_plain(province)}"


@lru_cache(maxsize=32_768)  # more than a country has offices
def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
