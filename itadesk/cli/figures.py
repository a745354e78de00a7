"""The figures of a year as JSON for scripts and as lines for people."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from itadesk.model.result import NOTHING, Figure, shown
from itadesk.model.year import YearData
from itadesk.thai.numbers import format_score

# Scripts find these in every year, also in one whose EIT has no parts.
_ALWAYS = ("IIT", "EIT", "EIT1", "EIT2", "OIT")


def figures(data: YearData) -> dict[str, Any]:
    """The object of `score --json` (design: command line); scores have two decimals or are null."""
    result = data.result
    return {
        "year": data.year,
        "questions": {
            question.code: _number(result.questions.get(question.code, NOTHING).value)
            for question in data.catalogue.questions
        },
        "indicators": {
            str(indicator.no): _pair(result.indicators.get(indicator.no, NOTHING))
            for indicator in data.catalogue.indicators
        },
        "instruments": {
            key: _pair(result.instruments.get(key, NOTHING))
            for key in dict.fromkeys((*_ALWAYS, *_instrument_keys(data)))
        },
        "overall": _pair(result.overall),
        "rating": result.rating,
        "complete": result.complete,
    }


def lines(data: YearData) -> list[str]:
    """Overall, rating, instruments and indicators, one a line."""
    result = data.result
    rows = [f"คะแนนภาพรวม\t{_shown(result.overall)}", f"ระดับ\t{result.rating or 'ยังไม่ครบ'}"]
    for key in _instrument_keys(data):
        rows.append(f"{key}\t{_shown(result.instruments.get(key, NOTHING))}")
    for indicator in data.catalogue.indicators:
        name = f"ตัวชี้วัดที่ {indicator.no} {indicator.name.text}"
        rows.append(f"{name}\t{_shown(result.indicators.get(indicator.no, NOTHING))}")
    return rows


def _instrument_keys(data: YearData) -> list[str]:
    keys = []
    for instrument in data.catalogue.instruments:
        keys.append(instrument.code)
        keys.extend(instrument.part_key(part.no) for part in instrument.parts)
    return keys


def _pair(figure: Figure) -> dict[str, float | None]:
    return {"computed": _number(figure.computed), "official": _number(figure.official)}


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(shown(value))


def _shown(figure: Figure) -> str:
    if figure.value is None:
        return "-"
    return format_score(figure.value, thai=False) + ("" if figure.complete else " (ยังไม่ครบ)")
