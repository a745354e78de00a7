"""A code from paper against the years of a file."""

from __future__ import annotations

from itadesk.exchange.datacode import PARTS, Agreement, compared, read_code
from itadesk.ports import Store
from itadesk.services.years import load_year, score_years


def agreements(store: Store, typed: str) -> tuple[Agreement, ...]:
    """The years that agree with a code in some part, the best first; BadValue for no code."""
    read_code(typed)
    found = [compared(typed, load_year(store, year)) for year in score_years(store)]
    some = (each for each in found if len(each.differing) < len(PARTS))
    return tuple(sorted(some, key=lambda each: (len(each.differing), -each.year)))
