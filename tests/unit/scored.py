"""Assessments made from plain figures, for the tests of scoring."""

from decimal import Decimal

from itadesk.catalogue.reader import parse_catalogue, shipped_body
from itadesk.model.assessment import Assessment, QuestionScore


def catalogue(year=2568):
    return parse_catalogue(shipped_body(year), str(year))


def dec(value):
    return None if value is None else Decimal(str(value))


def assess(cat, scores=(), official=(), rating=None):
    """Scores by code: a value, or (score, part 1, part 2)."""
    entered = {}
    for code, value in dict(scores).items():
        three = value if isinstance(value, tuple) else (value, None, None)
        entered[code] = QuestionScore(code, *map(dec, three))
    figures = {key: dec(value) for key, value in dict(official).items()}
    return Assessment(cat.year, cat.year + 1, cat.id, entered, figures, rating)


def every(cat, value, instrument=None):
    """The same score for every question (of an instrument)."""
    codes = [
        q.code
        for q in cat.questions
        if instrument in (None, cat.instrument_of(cat.indicator_of(q.code).no).code)
    ]
    return dict.fromkeys(codes, value)


def as_officials(values):
    return {str(no): value for no, value in enumerate(values, start=1)}
