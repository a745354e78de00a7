"""What is still missing in a year, in the words of the list of documents."""

from __future__ import annotations

from itadesk.findings import lowest
from itadesk.model.catalogue import Indicator
from itadesk.model.result import NOTHING
from itadesk.model.year import YearData
from itadesk.oit import items, register
from itadesk.thai.digits import to_thai

FULL = 100
_NAMED = 5  # codes of items in one sentence


def missing_scores(data: YearData) -> list[str]:
    """Questions without a score, by instrument."""
    missing = []
    for instrument in data.catalogue.instruments:
        empty = [
            question.code
            for indicator in instrument.indicators
            if data.assessment.official.get(str(indicator.no)) is None
            for question in indicator.questions
            if data.result.questions.get(question.code, NOTHING).value is None
        ]
        if empty:
            missing.append(f"ยังไม่ได้กรอกคะแนน {instrument.code} {to_thai(str(len(empty)))} ข้อ")
    return missing


def missing_analysis(data: YearData) -> list[str]:
    """Indicators that are not full and have no cause or no guideline."""
    unwritten = unanalysed(data)
    return [_numbers("ยังไม่ได้เขียนผลการวิเคราะห์", unwritten)] if unwritten else []


def missing_measures(data: YearData) -> list[str]:
    """Indicators that are not full and have no measure; measures without who or when."""
    open_ones = without_measure(data)
    notes = [_numbers("ยังไม่มีมาตรการ", open_ones)] if open_ones else []
    if not (open_ones or data.measures or data.result.complete):
        notes = ["ยังไม่มีมาตรการ"]  # what is weak is not known yet
    return [*notes, *missing_units(data)]


def missing_units(data: YearData) -> list[str]:
    """Measures without who."""
    bare = sum(1 for m in data.measures if not (m.units or m.responsible))
    return [f"มาตรการ {to_thai(str(bare))} รายการยังไม่ระบุผู้รับผิดชอบ"] if bare else []


def missing_answers(data: YearData) -> list[str]:
    """Items of the register without an answer, and those that are there without an address."""
    known = {item.code for item in items(data.catalogue)}
    entries = [each for each in register(data.catalogue, data.oit) if each.code in known]
    open_ones = [each.code for each in entries if each.answer is None]
    bare = [each.code for each in entries if each.answer and not each.urls]
    return [
        *_codes("ยังไม่ได้ตอบมีหรือไม่มี", open_ones),
        *_codes("ตอบว่ามี แต่ยังไม่ได้กรอก URL", bare),
    ]


def weak_indicators(data: YearData) -> list[Indicator]:
    """Indicators with a score below 100 somewhere."""
    found = []
    for indicator in data.catalogue.indicators:
        value = data.result.indicators.get(indicator.no, NOTHING).value
        if value is None or value >= FULL:
            continue
        if not lowest(data.catalogue, data.result, indicator.no).all_full:
            found.append(indicator)
    return found


def unanalysed(data: YearData) -> list[Indicator]:
    """Weak indicators without cause or guideline."""
    return [each for each in weak_indicators(data) if not _written(data, each)]


def without_measure(data: YearData) -> list[Indicator]:
    """Weak indicators that no measure answers, by itself, by a finding or by an issue."""
    answered = {finding for measure in data.measures for finding in measure.findings}
    covered = {measure.indicator for measure in data.measures}
    covered |= {each.indicator for each in data.findings if each.id in answered}
    issues = {each.issue for each in data.measures if each.indicator is None}
    return [
        each
        for each in weak_indicators(data)
        if each.no not in covered and not _by_issue(data, each, issues)
    ]


def _written(data: YearData, indicator: Indicator) -> bool:
    written = [each for each in data.findings if each.cause and each.guideline]
    issues = {each.issue for each in written if each.indicator is None}
    own = any(each.indicator == indicator.no for each in written)
    return own or _by_issue(data, indicator, issues)


def _by_issue(data: YearData, indicator: Indicator, issues: set[int | None]) -> bool:
    """Whether one of the issues has a question of the indicator, as far as the year knows."""
    known = issues - {None}
    mapped = any(question.issues for question in data.catalogue.questions)
    if not (known and mapped):
        return bool(known)
    return any(known.intersection(question.issues) for question in indicator.questions)


def _codes(text: str, codes: list[str]) -> list[str]:
    if not codes:
        return []
    more = " …" if len(codes) > _NAMED else ""
    named = to_thai(" ".join(codes[:_NAMED]))
    return [f"{text} {to_thai(str(len(codes)))} ข้อ ({named}{more})"]


def _numbers(text: str, indicators: list[Indicator]) -> str:
    numbers = " ".join(str(indicator.no) for indicator in indicators)
    return f"{text} ตัวชี้วัดที่ {to_thai(numbers)}"
