"""Rules that find a mistake before the office prints, one module a rule or a family."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pkgutil import iter_modules

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


Check = Callable[[YearData], Iterator[Remark]]


def run_checks(data: YearData) -> list[Remark]:
    """Every check over a year, mistakes first."""
    modules = [import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__)]
    remarks = [remark for module in modules for check in module.CHECKS for remark in check(data)]
    order = list(Severity)
    return sorted(remarks, key=lambda remark: order.index(remark.severity))
