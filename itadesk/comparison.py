"""A year's overall score beside those of the years around it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from itadesk.model.catalogue import RatingRule
from itadesk.model.result import Figure, shown
from itadesk.model.year import YearData
from itadesk.scoring import score


@dataclass(frozen=True, slots=True)
class YearOverall:
    """คะแนนภาพรวม and level of a score year, with the rule that gave the level."""

    year: int
    overall: Figure
    rating: str | None
    rule: RatingRule


def overall_of(data: YearData, year: int) -> YearOverall | None:
    """This year, or one beside it; None when the file does not hold it."""
    if year == data.year:
        result, rule = data.result, data.catalogue.rating
    elif year in data.neighbours:
        other = data.neighbours[year]
        result, rule = score(other.catalogue, other.assessment), other.catalogue.rating
    else:
        return None
    return YearOverall(year, result.overall, result.rating, rule)


def change(before: YearOverall | None, after: YearOverall | None) -> Decimal | None:
    """Difference of the two as shown, so that a reader can check it; None unless both are whole."""
    figures = [each.overall for each in (before, after) if each is not None]
    values = [figure.value for figure in figures if figure.complete and figure.value is not None]
    return shown(values[1]) - shown(values[0]) if len(values) == 2 else None


def signed(difference: Decimal) -> str:
    """+2.62, -1.20, 0.00; two decimals, Arabic digits."""
    return f"{difference:+.2f}" if difference else f"{abs(difference):.2f}"
