"""The result of a year as bars, each leading to where it is worked on."""

from __future__ import annotations

from itadesk.findings import classify
from itadesk.model.result import NOTHING, Figure
from itadesk.model.year import YearData
from itadesk.thai.digits import to_thai
from itadesk.thai.numbers import format_score
from ui.widgets.bars import Bar


def instrument_bars(data: YearData) -> list[Bar]:
    """The instruments in printed order."""
    figures = data.result.instruments
    return [
        _bar(data, one.code, figures.get(one.code, NOTHING), f"scores:{one.code}")
        for one in data.catalogue.instruments
    ]


def indicator_bars(data: YearData) -> list[Bar]:
    """The indicators from the lowest score up; those without a score last."""
    bars = [
        _bar(
            data,
            f"{to_thai(str(indicator.no))} {indicator.name.text}",
            data.result.indicators.get(indicator.no, NOTHING),
            f"analysis:{indicator.no}",
        )
        for indicator in data.catalogue.indicators
    ]
    return sorted(bars, key=lambda bar: (bar.value is None, bar.value or 0))


def _bar(data: YearData, name: str, figure: Figure, place: str) -> Bar:
    if figure.value is None:
        return Bar(name, None, "", place=place)
    found = classify(figure.value, data.settings.thresholds)
    text = format_score(figure.value, data.settings.digits == "thai")
    return Bar(name, figure.value, text, found, "" if figure.complete else "ยังไม่ครบ", place)
