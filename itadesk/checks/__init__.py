"""Rules that find a mistake before the office prints, one module a rule or a family.

A check is a pure function of what an office wrote. Modules here without CHECKS help the others;
one that says SLOW looks at single words, and is left out while one types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from zlib import crc32

from itadesk.checks.reading import Text, texts_of
from itadesk.model.answer import AnsweredCheck
from itadesk.model.catalogue import Catalogue
from itadesk.model.year import YearData


class Severity(StrEnum):
    """MISTAKE contradicts the data or the form; MISSING is not there yet; NOTE is to look at."""

    MISTAKE = "mistake"
    MISSING = "missing"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check found; `place` is where to mend it, such as `scores:i7` or `measures:3`."""

    id: str
    severity: Severity
    message: str
    place: str

    @property
    def fingerprint(self) -> str:
        """Of what it says: an answer to it holds until that changes."""
        return f"{crc32(self.message.encode()):08x}"


@dataclass(frozen=True, slots=True)
class CheckData:
    """All that checks read: a year, the year before it, and what the file cannot tell.

    `plan` is the catalogue of the year of the measures, whose item numbers they may name; `lost`
    are ids of attached files that are no longer where they were.
    """

    data: YearData
    before: YearData | None = None
    plan: Catalogue | None = None
    lost: frozenset[int] = frozenset()
    texts: tuple[Text, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", tuple(texts_of(self.data)))


@dataclass(frozen=True, slots=True)
class Examined:
    """Remarks that are open, and those that the office answered, with its answers."""

    open: tuple[Remark, ...]
    answered: tuple[tuple[Remark, AnsweredCheck], ...] = ()


Check = Callable[[CheckData], Iterator[Remark]]


def run_checks(data: YearData) -> list[Remark]:
    """Every quick check over a year by itself, mistakes first; without those answered."""
    return list(examine(CheckData(data)).open)


def examine(found: CheckData, *, slow: bool = False) -> Examined:
    """Every check, mistakes first; `slow` with those that take longer than a keystroke."""
    remarks = [remark for check in _checks(slow) for remark in check(found)]
    if _only_compared(found.data):
        remarks = [remark for remark in remarks if remark.severity is not Severity.MISSING]
    order = list(Severity)
    remarks.sort(key=lambda remark: order.index(remark.severity))
    return _parted(remarks, found.data.answered)


def _only_compared(data: YearData) -> bool:
    """Whether a year is kept for its result: nothing is written of it, and a later one is there."""
    written = data.findings or data.measures or data.documents or data.limitations
    return not written and data.year + 1 in data.neighbours


def _parted(remarks: Sequence[Remark], answers: Sequence[AnsweredCheck]) -> Examined:
    known = {(each.check, each.place, each.fingerprint): each for each in answers}
    answer = {each: known.get((each.id, each.place, each.fingerprint)) for each in remarks}
    return Examined(
        tuple(each for each, said in answer.items() if said is None),
        tuple((each, said) for each, said in answer.items() if said is not None),
    )


@cache
def _checks(slow: bool) -> tuple[Check, ...]:
    modules = [import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)]
    return tuple(
        check
        for module in modules
        if slow or not getattr(module, "SLOW", False)
        for check in getattr(module, "CHECKS", ())
    )
