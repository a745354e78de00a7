"""Checks of measures: is every weak point answered, how, by whom and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from itadesk.checks import Check, CheckData, Remark, Severity
from itadesk.checks.reading import Of
from itadesk.lacking import FULL, without_measure
from itadesk.lateness import units_of
from itadesk.model.result import NOTHING
from itadesk.model.work import Measure
from itadesk.model.year import YearData
from itadesk.thai.dates import fiscal_period
from itadesk.thai.digits import to_thai
from itadesk.thai.folding import fold
from itadesk.thai.mentions import dates_in

_ONE_UNIT = 4  # measures, from which on one unit with all of them is worth a look
_SUBJECTS = (2, 3, 4)  # indicators whose names are said of nothing else


def unanswered(found: CheckData) -> Iterator[Remark]:
    """A weak indicator, or one that causes are written of, without a measure."""
    weak = [indicator.no for indicator in without_measure(found.data)]
    for number in sorted({*weak, *_only_written(found.data)}):
        yield Remark(
            "measures.missing",
            Severity.MISSING,
            f"ตัวชี้วัดที่ {to_thai(str(number))} ยังไม่มีมาตรการ โปรดเพิ่มที่หน้ามาตรการ",
            f"measures:indicator:{number}",
        )


def incomplete(found: CheckData) -> Iterator[Remark]:
    """A measure without steps, period or responsible unit."""
    for measure in found.data.measures:
        lacks = list(_lacks(measure))
        if lacks:
            words = f"ยังไม่มี{' '.join(lacks)} โปรดกรอกที่หน้ามาตรการ"
            yield _remark("measures.incomplete", Severity.MISSING, measure, words)


def outside_plan_year(found: CheckData) -> Iterator[Remark]:
    """A period that leaves the fiscal year of the measures, or that ends before it begins."""
    plan_year = found.data.assessment.plan_year
    first, last = fiscal_period(plan_year)
    for measure in found.data.measures:
        if any(not first <= day <= last for day in _days(measure)):
            words = f"มีช่วงเวลาอยู่นอกปีงบประมาณ พ.ศ. {to_thai(str(plan_year))} โปรดแก้ไขวันที่"
            yield _remark("measures.outside_year", Severity.MISTAKE, measure, words)
        if any(start and end and end < start for start, end in _periods(measure)):
            words = "มีวันสิ้นสุดก่อนวันเริ่ม โปรดแก้ไขวันที่"
            yield _remark("measures.reversed", Severity.MISTAKE, measure, words)


def aimless(found: CheckData) -> Iterator[Remark]:
    """A measure that answers nothing, or an indicator that the year does not have."""
    for measure in found.data.measures:
        if not (measure.indicator or measure.issue or measure.findings):
            words = "ยังไม่ได้ระบุว่าแก้ไขตัวชี้วัดหรือผลการวิเคราะห์ใด โปรดเลือกที่หน้ามาตรการ"
            yield _remark("measures.answers_nothing", Severity.NOTE, measure, words)
        elif measure.indicator and found.data.catalogue.indicator(measure.indicator) is None:
            words = f"เป็นของตัวชี้วัดที่ {measure.indicator} ซึ่งไม่มีในปี {found.data.year} โปรดเลือกใหม่"
            yield _remark("measures.unknown_indicator", Severity.MISTAKE, measure, to_thai(words))


def one_unit(found: CheckData) -> Iterator[Remark]:
    """One unit that is to carry out everything."""
    measures = found.data.measures
    counts = Counter(units_of(measure) for measure in measures)
    if len(measures) < _ONE_UNIT or len(counts) != 1:
        return
    (units,) = counts
    if len(units) == 1 and not units[0].startswith("ทุก"):
        yield Remark(
            "measures.one_unit",
            Severity.NOTE,
            f"มาตรการทั้ง {to_thai(str(len(measures)))} รายการมี{units[0]}รับผิดชอบหน่วยงานเดียว "
            "โปรดดูว่ามีสำนักหรือกองอื่นที่เกี่ยวข้องหรือไม่",
            "measures",
        )


def other_subject(found: CheckData) -> Iterator[Remark]:
    """A line of a measure that is about another indicator."""
    names = _subjects(found.data)
    for text in found.texts:
        if (text.of, text.key) != (Of.MEASURE, "activities") or text.indicator is None:
            continue
        folded = fold(text.text)
        about = {number for name, number in names.items() if name in folded}
        if about and text.indicator not in about:
            other = " ".join(str(number) for number in sorted(about))
            yield Remark(
                "measures.other_subject",
                Severity.NOTE,
                to_thai(f"{text.name} เป็นของตัวชี้วัดที่ {text.indicator} แต่กล่าวถึงเรื่องของตัวชี้วัดที่ {other} ")
                + "โปรดดูว่าวางไว้ถูกตัวชี้วัดหรือไม่",
                text.place,
            )


def _only_written(data: YearData) -> Iterator[int]:
    """Indicators with a cause but no measure; those of the items stand in one table."""
    covered = {measure.indicator for measure in data.measures}
    answered = {finding for measure in data.measures for finding in measure.findings}
    by_issue = any(measure.indicator is None and measure.issue for measure in data.measures)
    for finding in data.findings:
        instrument = data.catalogue.instrument_of(finding.indicator or 0)
        if instrument is None or by_issue or finding.id in answered or not finding.cause.strip():
            continue
        home = data.catalogue.indicator(finding.indicator or 0)
        items = home is not None and any(question.binary for question in home.questions)
        together = {each.no for each in instrument.indicators} if items else {finding.indicator}
        figure = data.result.indicators.get(finding.indicator or 0, NOTHING)
        if not together & covered and figure.value != FULL and home is not None:
            yield home.no


def _remark(check: str, severity: Severity, measure: Measure, words: str) -> Remark:
    number = to_thai(str(measure.position))
    return Remark(check, severity, f"มาตรการลำดับที่ {number} {words}", f"measures:{measure.position}")


def _lacks(measure: Measure) -> Iterator[str]:
    if not measure.steps:
        yield "ขั้นตอน"
    if not (measure.start and measure.end) and not measure.period_text:
        yield "ช่วงระยะเวลา"
    if not measure.units and not measure.responsible:
        yield "ผู้รับผิดชอบ"


def _periods(measure: Measure) -> Iterator[tuple[date | None, date | None]]:
    yield measure.start, measure.end
    yield from ((step.start, step.end) for step in measure.steps)


def _days(measure: Measure) -> Iterator[date]:
    yield from (day for period in _periods(measure) for day in period if day)
    yield from dates_in(measure.period_text)


def _subjects(data: YearData) -> dict[str, int]:
    found = {}
    for number in _SUBJECTS:
        indicator = data.catalogue.indicator(number)
        for name in (indicator.name.text, *indicator.name.candidates) if indicator else ():
            found[fold(name)] = number
    return found


CHECKS: tuple[Check, ...] = (
    unanswered,
    incomplete,
    outside_plan_year,
    aimless,
    one_unit,
    other_subject,
)
