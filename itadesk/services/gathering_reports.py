"""What the offices of a province did in a round, into the province's own report of its plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from itadesk.errors import NotFound
from itadesk.model.changes import Changes, Kind
from itadesk.model.work import Measure, RoundReport
from itadesk.model.year import YearData
from itadesk.ports import Store
from itadesk.reports.parts.rounds import written
from itadesk.services.changing import action
from itadesk.services.consolidating import year_of_office
from itadesk.services.years import load_year
from itadesk.thai.digits import to_thai


@dataclass(frozen=True, slots=True)
class GatheredReports:
    """Reports to be written, of how many offices; `kept` counts measures told of already."""

    months: int
    reports: tuple[RoundReport, ...] = ()
    offices: int = 0
    kept: int = 0


def plan_reports(store: Store, year: int, months: int) -> GatheredReports:
    """A line an office in each report of the round that is still empty; writes nothing.

    An office's measure belongs to the province's measure of the same words, else to the first of
    its indicator.
    """
    data = load_year(store, year)
    have = {each.measure_id: each for each in data.rounds if each.months == months}
    texts: dict[int, list[tuple[str, RoundReport]]] = defaultdict(list)
    for received in store.province.received(year):
        if any(count.months == months and count.told for count in received.rounds):
            for own, report in _matched(data.measures, year_of_office(store, received), months):
                texts[own].append((received.office.name, report))
    kept = [own for own in texts if own in have and written(have[own])]
    reports = tuple(
        _joined(have.get(own, RoundReport(own, months)), told)
        for own, told in texts.items()
        if own not in kept
    )
    offices = {name for own, told in texts.items() if own not in kept for name, _ in told}
    return GatheredReports(months, reports, len(offices), len(kept))


def keep_reports(store: Store, plan: GatheredReports) -> Changes:
    """All of them as one action; NotFound when there are none."""
    if not plan.reports:
        raise NotFound("ไม่มีผลรายงานของหน่วยงานที่จะรวมในรอบนี้ โปรดรับไฟล์ของหน่วยงานหรือเลือกรอบอื่น")
    label = f"รวมผลรายงานของหน่วยงาน {to_thai(str(plan.offices))} แห่ง"
    with action(store, label, Kind.ROUNDS) as changes:
        for report in plan.reports:
            store.rounds.save(report)
    return changes


def _matched(
    own: Sequence[Measure], sent: YearData, months: int
) -> Iterator[tuple[int, RoundReport]]:
    """The province's measure that each written report of an office belongs to."""
    by_words = {_words(each): each.id for each in reversed(own)}
    by_indicator = {each.indicator: each.id for each in reversed(own) if each.indicator}
    measures: Mapping[int | None, Measure] = {each.id: each for each in sent.measures}
    for report in sent.rounds:
        measure = measures.get(report.measure_id)
        if measure is None or report.months != months or not written(report):
            continue
        found = by_words.get(_words(measure)) or by_indicator.get(measure.indicator or 0)
        if found is not None:
            yield found, report


def _words(measure: Measure) -> tuple[int | None, str, str]:
    title, activities = ("".join(text.split()) for text in (measure.title, measure.activities))
    return measure.indicator, title, activities


def _joined(report: RoundReport, told: Sequence[tuple[str, RoundReport]]) -> RoundReport:
    """Each text that is empty, with the offices' names before their words."""

    def words(field: str) -> str:
        lines = ((name, str(getattr(each, field)).strip()) for name, each in told)
        return "\n".join(f"{name}: {text}" for name, text in lines if text)

    return replace(
        report,
        output=report.output or words("output"),
        outcome=report.outcome or words("outcome"),
        evidence=report.evidence or words("evidence"),
        obstacles=report.obstacles or words("obstacles"),
    )
