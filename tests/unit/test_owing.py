"""Measures by round over the offices of a province: told of, owed, late."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from itadesk.model.office import Office, OfficeKind
from itadesk.model.province import ReceivedYear, RoundCount
from itadesk.model.work import Measure, RoundReport, RoundStatus
from itadesk.owing import late_of, round_counts, round_lines
from itadesk.services.sample_record import sample_data

OVER, MIDDLE = date(2026, 10, 1), date(2026, 4, 1)


def year(measures, rounds):
    return replace(sample_data(), measures=tuple(measures), rounds=tuple(rounds), own_rounds=())


def measure(number, **values):
    return Measure(id=number, position=number, title=str(number), **values)


def sent(*rounds):
    return ReceivedYear("ก", 2568, Office("ก", OfficeKind.OTHER), "", "", rounds=rounds)


def test_a_measure_is_told_of_by_a_written_report_or_by_being_done():
    data = year(
        [measure(1), measure(2), measure(3), measure(4)],
        [
            RoundReport(1, 6, output="ทำแล้ว"),
            RoundReport(2, 6, obstacles="ไม่มีผล"),
            RoundReport(3, 6, output="ทำ", status=RoundStatus.DONE),
            RoundReport(4, 6, output="เลิก", status=RoundStatus.CANCELLED),
        ],
    )
    assert round_counts(data) == (
        RoundCount(6, "2026-03-31", 3, 2),
        RoundCount(12, "2026-09-30", 3, 1),
    )


def test_a_round_that_was_over_before_the_measure_began_does_not_count():
    data = year([measure(1, start=date(2026, 5, 1))], [])
    assert [each.measures for each in round_counts(data)] == [0, 1]


def test_nothing_is_late_before_the_round_is_over():
    six, twelve = RoundCount(6, "2026-03-31", 5, 2), RoundCount(12, "2026-09-30", 5, 0)
    assert [late_of(sent(six, twelve), day) for day in (date(2026, 3, 31), MIDDLE, OVER)] == [
        0,
        3,
        8,
    ]


def test_rounds_of_all_offices_are_summed_up_and_those_without_measures_left_out():
    rows = [
        sent(RoundCount(6, "2026-03-31", 5, 5), RoundCount(12, "2026-09-30", 5, 0)),
        sent(RoundCount(6, "2026-03-31", 3, 1), RoundCount(9, "2026-06-30", 3, 0)),
        sent(RoundCount(6, "2026-03-31", 0, 0)),
    ]
    found = round_lines(rows, MIDDLE)
    assert [(each.months, each.offices, each.told_offices) for each in found] == [
        (6, 2, 1),
        (9, 1, 0),
        (12, 1, 0),
    ]
    assert [(each.measures, each.told, each.late) for each in found] == [
        (8, 6, 2),
        (3, 0, 0),
        (5, 0, 0),
    ]


def test_an_office_without_scores_is_told_apart_by_its_measures():
    bare = replace(sent(), measures=2)
    assert bare.only_measures
    assert not replace(bare, figures={"overall": Decimal(90)}).only_measures
    assert not sent().only_measures
