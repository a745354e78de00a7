"""Measures by round: what an office owes a report of, and the sum over many offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from itadesk.lateness import status_of
from itadesk.model.province import ReceivedYear, RoundCount
from itadesk.model.work import RoundReport, RoundStatus
from itadesk.model.year import YearData
from itadesk.reports.parts.rounds import written
from itadesk.rounds import round_over, rounds_of


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round over many offices: those with measures, those that told all; measures likewise."""

    months: int
    offices: int
    told_offices: int
    measures: int
    told: int
    late: int  # measures whose round is over without a report


def round_counts(data: YearData) -> tuple[RoundCount, ...]:
    """For each round, the measures that had begun by its end, and those that were told of.

    A measure that is done needs no further report; one that was given up is not counted.
    """
    reports: dict[int, list[RoundReport]] = defaultdict(list)
    for report in data.rounds:
        reports[report.measure_id].append(report)
    counts = []
    for months in rounds_of(data):
        due = round_over(data, months)
        of_round = [
            reports[each.id or 0]
            for each in data.measures
            if (each.start is None or each.start <= due)
            and status_of(reports[each.id or 0]) is not RoundStatus.CANCELLED
        ]
        told = sum(_told(each, months) for each in of_round)
        counts.append(RoundCount(months, due.isoformat(), len(of_round), told))
    return tuple(counts)


def round_lines(received: Iterable[ReceivedYear], today: date) -> tuple[RoundLine, ...]:
    """The rounds of all offices that sent, shortest first."""
    counts: dict[int, list[RoundCount]] = defaultdict(list)
    for each in received:
        for count in each.rounds:
            if count.measures:
                counts[count.months].append(count)
    return tuple(_line(months, counts[months], today) for months in sorted(counts))


def late_of(received: ReceivedYear, today: date) -> int:
    """Reports that an office owes by `today`: a measure counts once in each round that is over."""
    return _late(received.rounds, today)


def _line(months: int, counts: list[RoundCount], today: date) -> RoundLine:
    return RoundLine(
        months,
        offices=len(counts),
        told_offices=sum(each.told == each.measures for each in counts),
        measures=sum(each.measures for each in counts),
        told=sum(each.told for each in counts),
        late=_late(counts, today),
    )


def _late(counts: Iterable[RoundCount], today: date) -> int:
    day = today.isoformat()
    return sum(each.measures - each.told for each in counts if each.due < day)


def _told(reports: list[RoundReport], months: int) -> bool:
    done = status_of(reports) is RoundStatus.DONE
    return done or any(each.months == months and written(each) for each in reports)
