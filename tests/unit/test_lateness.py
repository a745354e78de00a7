"""What is late, and by how many days."""

from dataclasses import replace
from datetime import date

import pytest

from itadesk.addresses import broken_addresses
from itadesk.lateness import NO_UNIT, PERIOD_OVER, by_unit, late_measures
from itadesk.model.calendar import OwnDeadline
from itadesk.model.work import Measure, RoundReport, RoundStatus
from itadesk.rounds import round_over, rounds_of
from itadesk.services.years import load_year
from itadesk.thai.dates import fiscal_months

APRIL, OCTOBER = date(2026, 4, 10), date(2026, 10, 10)
WHOLE = Measure(1, 1, title="ก", start=date(2025, 10, 1), end=date(2026, 9, 30), units=("คลัง",))


@pytest.fixture
def year(store):
    """A plan year 2569 to put measures and reports into."""
    bare = load_year(store, 2568)

    def made(*measures, rounds=(), own_rounds=(), own_deadlines=None):
        own = own_deadlines or {}
        return replace(
            bare, measures=measures, rounds=rounds, own_rounds=own_rounds, own_deadlines=own
        )

    return made


def test_nothing_is_late_on_the_last_day(year):
    assert late_measures(year(WHOLE), date(2026, 3, 31)) == {}


def test_a_round_without_its_report_is_late_from_the_day_after(year):
    late = late_measures(year(WHOLE), APRIL)[1]
    assert (late.due, late.days, late.words) == (
        date(2026, 3, 31),
        10,
        "ยังไม่รายงานผลรอบ ๖ เดือน",
    )


def test_a_status_alone_is_no_report(year):
    rounds = (RoundReport(1, 6, status=RoundStatus.UNDER_WAY),)
    assert 1 in late_measures(year(WHOLE, rounds=rounds), APRIL)
    rounds = (replace(rounds[0], output="จัดแล้ว"),)
    assert not late_measures(year(WHOLE, rounds=rounds), APRIL)


@pytest.mark.parametrize("status", [RoundStatus.DONE, RoundStatus.CANCELLED])
def test_what_is_done_or_cancelled_is_never_late(year, status):
    rounds = (RoundReport(1, 6, output="จัดแล้ว", status=status),)
    assert not late_measures(year(WHOLE, rounds=rounds), OCTOBER)


def test_a_later_report_takes_being_done_back(year):
    rounds = (
        RoundReport(1, 6, output="จัดแล้ว", status=RoundStatus.DONE),
        RoundReport(1, 12, output="ทำต่อ", status=RoundStatus.UNDER_WAY),
    )
    late = late_measures(year(WHOLE, rounds=rounds), OCTOBER)[1]
    assert (late.days, late.words) == (10, PERIOD_OVER)


def test_a_measure_that_begins_after_a_round_owes_it_no_report(year):
    second_half = replace(WHOLE, start=date(2026, 4, 1))
    assert not late_measures(year(second_half), APRIL)


def test_the_first_thing_missed_counts(year):
    short = replace(WHOLE, end=date(2026, 1, 31))
    assert late_measures(year(short), APRIL)[1].due == date(2026, 1, 31)


def test_rounds_and_their_last_days_are_the_office_s_own(year):
    own = {"round-3": OwnDeadline("ส่งรอบแรก", date(2026, 1, 15))}
    data = year(WHOLE, own_rounds=(3, 12), own_deadlines=own)
    assert rounds_of(data) == (3, 12)
    assert (round_over(data, 3), round_over(data, 12)) == (date(2026, 1, 15), date(2026, 9, 30))
    assert late_measures(data, APRIL)[1].due == date(2026, 1, 15)


def test_a_round_with_reports_is_there_though_not_kept(year):
    assert rounds_of(year(WHOLE, rounds=(RoundReport(1, 9, output="ทำแล้ว"),))) == (6, 9, 12)
    assert rounds_of(year(WHOLE, rounds=(RoundReport(1, 9),))) == (6, 12)


def test_what_is_late_stands_under_every_unit_longest_first(year):
    measures = (
        WHOLE,
        replace(WHOLE, id=2, position=2, units=("ช่าง", "คลัง"), end=date(2026, 1, 31)),
        replace(WHOLE, id=3, position=3, units=(), responsible="คณะทำงาน ITA"),
        replace(WHOLE, id=4, position=4, units=()),
    )
    found = by_unit(late_measures(year(*measures), APRIL))
    assert {unit: [late.measure.id for late in each] for unit, each in found.items()} == {
        "ช่าง": [2],
        "คลัง": [2, 1],
        "คณะทำงาน ITA": [3],
        NO_UNIT: [4],
    }


def test_parts_of_a_fiscal_year():
    assert fiscal_months(2569, 1, 12) == (date(2025, 10, 1), date(2026, 9, 30))
    assert fiscal_months(2569, 4, 6) == (date(2026, 1, 1), date(2026, 3, 31))
    assert fiscal_months(2569, 1, 18)[1] == date(2027, 3, 31)


def test_addresses_that_cannot_be_opened_are_found_in_a_text():
    text = "คู่มือ https://a.go.th/x, http:/b.go.th และ www.c.go.th (https://d.go.th) https://ก"
    assert broken_addresses(text) == ("http:/b.go.th", "www.c.go.th", "https://ก")
    assert broken_addresses("ภาพถ่าย คำสั่ง https://ก.ไทย/หน้า?x=๑") == ()
