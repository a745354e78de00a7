"""Reads an exported workbook back: taken into an empty file it must give the same year."""

from __future__ import annotations

from dataclasses import replace

from itadesk.exchange.book import Book
from itadesk.exchange.content import is_blank
from itadesk.exchange.planning.plan import (
    ImportPlan,
    Incoming,
    Outcome,
    PlannedMeasure,
    PlannedRound,
    Target,
)
from itadesk.exchange.planning.whole import plan_book
from itadesk.model.assessment import Assessment
from itadesk.model.office import Office, OfficeKind
from itadesk.model.oit import OitEntry
from itadesk.model.work import Finding, Measure, RoundReport
from itadesk.model.year import YearData
from itadesk.oit import items
from itadesk.services.scores import official_keys
from itadesk.thai.normalise import normalise, normalise_line


def what_differs(book: Book, data: YearData) -> str | None:
    """Why the workbook does not give the year back, as a sentence; None when it does."""
    plan = plan_book(book, (), lambda _: _nothing(data))
    refused = [row.message for row in plan.rows if row.result is Outcome.REFUSED]
    if refused:
        return refused[0]
    return None if _same(plan, data) else "ข้อมูลที่อ่านกลับจากไฟล์ไม่ตรงกับที่บันทึกไว้ โปรดส่งออกใหม่อีกครั้ง"


def _nothing(data: YearData) -> Target:
    head = data.assessment
    empty = Assessment(head.year, head.year + 1, head.catalogue_id)
    return Target(Office("", OfficeKind.OTHER, id=data.office.id), data.catalogue, empty, True)


def _same(plan: ImportPlan, data: YearData) -> bool:
    incoming, expected = plan.incoming, incoming_of(data)
    # A file that has no name yet does not take a kind over either.
    office = incoming.office if data.office.name else expected.office
    return plan.year == data.year and replace(incoming, office=office) == expected


def incoming_of(data: YearData) -> Incoming:
    """What an import into an empty file has to write for `data`."""
    head, keys = data.assessment, official_keys(data.catalogue)
    scores = (head.scores.get(question.code) for question in data.catalogue.questions)
    orders = {measure.id: measure.position for measure in data.measures}
    rounds = [report for report in data.rounds if not is_blank(report)]
    known = {entry.code: entry for entry in data.oit}
    last = _last_shown(data.measures, [orders[report.measure_id] for report in rounds])
    return Incoming(
        office=_office(data.office),
        plan_year=head.plan_year if head.plan_year != head.year + 1 else None,
        rating=head.official_rating,
        scores=tuple(score for score in scores if score is not None and not score.empty),
        official={key: head.official[key] for key in keys if key in head.official},
        findings=tuple(_finding(f) for f in data.findings if not is_blank(f)),
        measures=tuple(_measure(m) for m in data.measures if m.position <= last),
        rounds=tuple(PlannedRound(orders[r.measure_id], _report(r)) for r in rounds),
        limitations=tuple(map(normalise, data.limitations)) or None,
        oit=tuple(_entry(known[item.code]) for item in items(data.catalogue) if item.code in known),
    )


def _last_shown(measures: tuple[Measure, ...], reported: list[int]) -> int:
    """Empty measures at the end, without a report, are nothing to hand on."""
    blank = Measure()
    filled = [m.position for m in measures if replace(m, id=None, position=0, findings=()) != blank]
    return max([*filled, *reported], default=0)


def _office(office: Office) -> Office:
    return replace(
        office,
        name=normalise_line(office.name),
        province=normalise_line(office.province),
        district=normalise_line(office.district),
        code=normalise_line(office.code),
    )


def _finding(finding: Finding) -> Finding:
    return replace(
        finding,
        id=None,
        cause=normalise(finding.cause),
        guideline=normalise(finding.guideline),
        conclusion=normalise(finding.conclusion),
    )


def _measure(measure: Measure) -> PlannedMeasure:
    clean = replace(
        measure,
        id=None,
        findings=(),
        title=normalise_line(measure.title),
        activities=normalise(measure.activities),
        analysis=normalise(measure.analysis),
        steps=tuple(
            replace(step, text=normalise_line(step.text), unit=normalise_line(step.unit))
            for step in measure.steps
        ),
        units=tuple(map(normalise_line, measure.units)),
        period_text=normalise_line(measure.period_text),
        responsible=normalise(measure.responsible),
        success=normalise(measure.success),
        target=normalise(measure.target),
        budget=normalise_line(measure.budget),
        overseer=normalise_line(measure.overseer),
    )
    return PlannedMeasure(measure.position, clean)


def _entry(entry: OitEntry) -> OitEntry:
    return replace(
        entry,
        urls=tuple(map(normalise_line, entry.urls)),
        explanation=normalise(entry.explanation),
        unit=normalise_line(entry.unit),
    )


def _report(report: RoundReport) -> RoundReport:
    return replace(
        report,
        id=None,
        measure_id=0,
        output=normalise(report.output),
        outcome=normalise(report.outcome),
        evidence=normalise(report.evidence),
        obstacles=normalise(report.obstacles),
    )
