"""Checks of the scores themselves."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from itadesk.checks import Check, Remark, Severity
from itadesk.lacking import missing_scores
from itadesk.model.result import NOTHING, Figure, shown
from itadesk.model.year import YearData
from itadesk.services.scores import official_keys
from itadesk.thai.numbers import format_score

TOLERANCE = Decimal("0.01")  # the announced figures are themselves rounded


def missing(data: YearData) -> Iterator[Remark]:
    """Questions without a score."""
    for message in missing_scores(data):
        yield Remark("scores.missing", Severity.MISSING, f"{message} โปรดกรอกที่หน้าคะแนน", "scores")


def official_differs(data: YearData) -> Iterator[Remark]:
    """An announced figure that the entered scores do not give, where they are all there."""
    for key, name in official_keys(data.catalogue).items():
        figure = _figure(data, key)
        if figure.official is None or figure.computed is None or not figure.computed_complete:
            continue
        if abs(shown(figure.computed) - figure.official) > TOLERANCE:
            yield Remark(
                "scores.official_differs",
                Severity.NOTE,
                f"{name} คำนวณจากคะแนนที่กรอกได้ {format_score(figure.computed)} "
                f"แต่คะแนนที่ประกาศคือ {format_score(figure.official)} โปรดตรวจสอบคะแนนที่กรอก",
                f"scores:{key}",
            )


def rating_differs(data: YearData) -> Iterator[Remark]:
    """An announced level that the rule of the year does not give."""
    result = data.result
    if result.rating and result.computed_rating and result.rating != result.computed_rating:
        yield Remark(
            "scores.rating_differs",
            Severity.NOTE,
            f"ระดับที่ประกาศคือ “{result.rating}” แต่คะแนนที่กรอกได้ระดับ “{result.computed_rating}” "
            "โปรดตรวจสอบคะแนนและระดับที่หน้าคะแนน",
            "scores:rating",
        )


def _figure(data: YearData, key: str) -> Figure:
    if key.isdigit():
        return data.result.indicators.get(int(key), NOTHING)
    return data.result.instruments.get(key, data.result.overall)


CHECKS: tuple[Check, ...] = (missing, official_differs, rating_differs)
