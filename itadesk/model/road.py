"""A step of the year's road, from one result to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StepState(StrEnum):
    """How far a step is."""

    DONE = "done"
    BEGUN = "begun"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class RoadStep:
    """`how` says in a few words how far it is, `todo` in a sentence what to do next.

    `place` is a place of a page, shown in the score year `year`. What may happen outside the
    program is `markable` as done there, and `marked` when it was.
    """

    key: str
    title: str
    state: StepState
    how: str
    todo: str
    place: str
    year: int
    due: date | None = None
    markable: bool = False
    marked: bool = False
