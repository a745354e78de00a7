"""What stands in each sheet: a year as plain rows of cells, without any look."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from itadesk import __version__
from itadesk.exchange import layout as at
from itadesk.labels import OIT_ANSWER as ANSWERS
from itadesk.labels import ROUND_STATUS
from itadesk.model.assessment import OVERALL, Assessment, QuestionScore
from itadesk.model.catalogue import Catalogue
from itadesk.model.office import Office
from itadesk.model.oit import OitEntry
from itadesk.model.result import NOTHING, Result, shown
from itadesk.model.work import Finding, Measure, RoundReport, Step
from itadesk.model.year import YearData
from itadesk.oit import items
from itadesk.services.scores import official_keys
from itadesk.thai.dates import format_date
from itadesk.thai.digits import to_thai

Cell = str | int | Decimal | date | None
Rows = list[tuple[Cell, ...]]


def sheets_of(data: YearData) -> dict[str, Rows]:
    """Rows below the head, by sheet, in the order of the workbook."""
    orders = {measure.id: measure.position for measure in data.measures}
    sheets: dict[str, Rows] = {
        at.OFFICE: _office(data.office, data.year, data.assessment.plan_year),
        at.QUESTIONS: _questions(data.catalogue, data.assessment.scores),
        at.INDICATORS: _indicators(data.catalogue, data.assessment, data.result),
        at.FINDINGS: list(_findings(data.findings)),
        at.MEASURES: [_measure(measure) for measure in data.measures],
        at.ROUNDS: [_round(orders[r.measure_id], r) for r in data.rounds if not is_blank(r)],
        at.LIMITATIONS: [(n, text) for n, text in enumerate(data.limitations, start=1)],
        at.OIT: _register(data.catalogue, data.oit),
    }
    return {**sheets, at.META: [_meta(data.catalogue, data.year, data.office.id, sheets)]}


def empty_sheets(catalogue: Catalogue) -> dict[str, Rows]:
    """The same for a year nothing is known about."""
    labels: dict[str, Cell] = {at.YEAR: catalogue.year, at.PLAN_YEAR: catalogue.year + 1}
    sheets: dict[str, Rows] = {
        **{name: [] for name in at.COLUMNS},
        at.OFFICE: [(label, labels.get(label)) for label in at.OFFICE_LABELS],
        at.QUESTIONS: _questions(catalogue, {}),
        at.INDICATORS: _indicators(catalogue, None, None),
        at.OIT: _register(catalogue, ()),
    }
    del sheets[at.META]
    return {**sheets, at.META: [_meta(catalogue, catalogue.year, "", sheets)]}


def is_blank(record: RoundReport | Finding) -> bool:
    """True of a record with a key and nothing else, which no sheet shows."""
    if isinstance(record, Finding):
        return not (record.codes or record.cause or record.guideline or record.conclusion)
    told = record.output or record.outcome or record.evidence or record.obstacles
    return not told and record.progress is None and record.status is None


def step_details(steps: tuple[Step, ...]) -> str:
    """Lines "๑ | ๑ ต.ค. ๒๕๖๘ | ๓๑ มี.ค. ๒๕๖๙ | กองคลัง" of the steps that have any of these."""
    lines = [
        " | ".join((to_thai(str(number)), _day(step.start), _day(step.end), step.unit)).rstrip()
        for number, step in enumerate(steps, start=1)
        if step.start or step.end or step.unit
    ]
    return "\n".join(lines)


def unit_lines(units: tuple[str, ...]) -> str:
    """A line each; the line end after a single one keeps a comma in its name."""
    alone = len(units) == 1 and "," in units[0]
    return "\n".join(units) + ("\n" if alone else "")


def _day(day: date | None) -> str:
    return format_date(day, "short") if day else ""


def _office(office: Office, year: int, plan_year: int) -> Rows:
    values: Mapping[str, Cell] = {
        at.NAME: office.name,
        at.KIND: str(office.kind),
        at.OFFICE_CODE: office.code,
        at.DISTRICT: office.district,
        at.PROVINCE: office.province,
        at.YEAR: year,
        at.PLAN_YEAR: plan_year,
    }
    return [(label, values[label]) for label in at.OFFICE_LABELS]


def _questions(catalogue: Catalogue, scores: Mapping[str, QuestionScore]) -> Rows:
    rows: Rows = []
    for instrument in catalogue.instruments:
        for indicator in instrument.indicators:
            for question in indicator.questions:
                score = scores.get(question.code) or QuestionScore(question.code)
                given = (score.score, score.part1, score.part2)
                text = question.text.text
                rows.append((instrument.code, indicator.no, question.code, text, *given))
    return rows


def _indicators(catalogue: Catalogue, assessment: Assessment | None, result: Result | None) -> Rows:
    official = assessment.official if assessment else {}
    names = {str(indicator.no): indicator.name.text for indicator in catalogue.indicators}
    names |= {instrument.code: instrument.name.text for instrument in catalogue.instruments}
    rows: Rows = []
    for key, label in official_keys(catalogue).items():
        first = int(key) if key.isdecimal() else label
        rows.append((first, names.get(key), _computed(result, key), official.get(key)))
    ratings = (result.computed_rating if result else None,)
    return [*rows, (at.RATING, None, *ratings, assessment.official_rating if assessment else None)]


def _computed(result: Result | None, key: str) -> Decimal | None:
    """The figure as it is printed; what is computed further starts from the scores again."""
    if result is None:
        return None
    if key == OVERALL:
        figure = result.overall
    elif key.isdecimal():
        figure = result.indicators.get(int(key), NOTHING)
    else:
        figure = result.instruments.get(key, NOTHING)
    return None if figure.computed is None else shown(figure.computed)


def _findings(findings: tuple[Finding, ...]) -> Iterator[tuple[Cell, ...]]:
    seen: Counter[object] = Counter()
    for finding in findings:
        if is_blank(finding):
            continue
        key = (finding.indicator, finding.issue, frozenset(finding.codes))
        seen[key] += 1
        nth = seen[key] if seen[key] > 1 else None
        texts = (finding.cause, finding.guideline, finding.conclusion)
        yield finding.indicator, finding.issue, ", ".join(finding.codes), *texts, nth


def _measure(measure: Measure) -> tuple[Cell, ...]:
    return (
        *(measure.position, measure.indicator, measure.issue, measure.title),
        *(measure.activities, measure.analysis),
        "\n".join(step.text for step in measure.steps),
        *(measure.start, measure.end, unit_lines(measure.units)),
        *(measure.responsible, measure.period_text, measure.success, measure.target),
        *(measure.budget, measure.overseer, step_details(measure.steps)),
    )


def _round(order: int, report: RoundReport) -> tuple[Cell, ...]:
    status = ROUND_STATUS[report.status] if report.status else None
    return (
        *(order, report.months, report.output, report.outcome, report.progress, status),
        *(report.evidence, report.obstacles),
    )


def _register(catalogue: Catalogue, entries: tuple[OitEntry, ...]) -> Rows:
    """A row an item of the year; what was kept of items it no longer has stays in the file."""
    answered = {entry.code: entry for entry in entries}
    rows: Rows = []
    for item in items(catalogue):
        entry = answered.get(item.code, OitEntry(item.code))
        told = (ANSWERS.get(entry.answer), "\n".join(entry.urls), entry.explanation)
        rows.append((item.code, item.text.text, *told, entry.unit, entry.checked_on))
    return rows


def _meta(
    catalogue: Catalogue, year: int, office_id: str, sheets: Mapping[str, Rows]
) -> tuple[Cell, ...]:
    body = json.dumps(sheets, ensure_ascii=False, default=hashed).encode("utf-8", "replace")
    content = hashlib.sha256(body).hexdigest()
    return at.FORMAT, __version__, catalogue.id, office_id, year, content


def hashed(value: Cell) -> str:
    """Equal for equal values: 95.00 comes back as 95."""
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)
