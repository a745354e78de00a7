"""What scoring computes; computed, official and missing are kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def shown(value: Decimal) -> Decimal:
    """Two decimals, half up; only for show, never inside the chain."""
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Figure:
    """A score of a level: `computed` unrounded, `official` as announced, None when absent.

    `complete` is about the value that counts; an official one is always complete.
    """

    computed: Decimal | None = None
    official: Decimal | None = None
    complete: bool = False
    unconfirmed: bool = False  # built on a catalogue structure nobody has confirmed
    computed_complete: bool = False

    @property
    def value(self) -> Decimal | None:
        """What the level above is built on and what forms print."""
        return self.official if self.official is not None else self.computed


NOTHING = Figure()


@dataclass(frozen=True, slots=True)
class Result:
    """All figures of one assessment; `rating` is None unless every indicator counts."""

    questions: Mapping[str, Figure]
    sub_indicators: Mapping[str, Figure]
    indicators: Mapping[int, Figure]
    instruments: Mapping[str, Figure]  # IIT, EIT, EIT1, EIT2, OIT
    overall: Figure
    rating: str | None
    computed_rating: str | None
    passes: bool | None
    complete: bool
