"""Instruments, their parts and indicators as bars, each with the sign of its class."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from itadesk.findings import classify, phrase
from itadesk.model.catalogue import Instrument
from itadesk.model.office import Thresholds
from itadesk.model.result import NOTHING, Figure
from itadesk.model.work import FindingClass
from itadesk.model.year import YearData
from itadesk.reports.content import Bar, Bars, Paragraph, Run
from itadesk.reports.parts.analysis import INCOMPLETE
from itadesk.thai.numbers import format_score

SIGNS = {FindingClass.URGENT: "▲", FindingClass.IMPROVE: "●", FindingClass.KEEP: "✓"}
WEIGHTS = {FindingClass.URGENT: 0.85, FindingClass.IMPROVE: 0.5, FindingClass.KEEP: 0.3}
LABELS, NOTES = 0.32, 0.17  # shares of the text width
INDENT = 0.5  # cm, of an indicator below its instrument


def score_chart(data: YearData, size: float) -> Bars:
    """A line through the bars marks the urgent score of the office."""
    thresholds = data.settings.thresholds
    bars = [bar for each in data.catalogue.instruments for bar in _of(data, each, size)]
    return Bars(tuple(bars), float(thresholds.urgent), LABELS, NOTES, before=2.0, after=2.0)


def legend(thresholds: Thresholds) -> str:
    """What signs and line mean, in the office's own phrases."""
    signs = [f"{SIGNS[each]} {phrase(each, thresholds)}" for each in FindingClass]
    return "   ".join((*signs, f"เส้นประ คือ {_plain(thresholds.urgent)} คะแนน"))


def _of(data: YearData, instrument: Instrument, size: float) -> Iterator[Bar]:
    thresholds, result = data.settings.thresholds, data.result
    figures = result.instruments
    yield _bar(instrument.code, figures.get(instrument.code, NOTHING), thresholds, size, whole=True)
    for part in instrument.parts:
        figure = figures.get(instrument.part_key(part.no), NOTHING)
        if figure.value is not None:
            yield _bar(f"{instrument.code} {part.label}", figure, thresholds, size)
    for indicator in instrument.indicators:
        figure = result.indicators.get(indicator.no, NOTHING)
        text = f"{indicator.no}. {indicator.name.text}".strip()
        yield _bar(text, figure, thresholds, size)


def _bar(
    name: str, figure: Figure, thresholds: Thresholds, size: float, *, whole: bool = False
) -> Bar:
    label = Paragraph((Run(name, bold=whole),), "cell", size, indent=0.0 if whole else INDENT)
    if figure.value is None:
        return Bar(label, None, Paragraph((Run("-"),), "cell", size))
    found = classify(figure.value, thresholds)
    doubt = "" if figure.complete else f" {INCOMPLETE}"
    text = f"{SIGNS[found]} {format_score(figure.value, thai=False)}{doubt}"
    note = Paragraph((Run(text, bold=whole),), "cell", size)
    return Bar(label, float(figure.value), note, WEIGHTS[found])


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
