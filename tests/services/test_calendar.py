"""Deadlines and rounds that a year has of its own."""

from datetime import date

import pytest

from itadesk.deadlines import deadlines, next_deadlines
from itadesk.errors import BadValue
from itadesk.model.work import Measure, RoundReport
from itadesk.services.calendar import (
    remove_deadline,
    restore_deadlines,
    save_deadline,
    save_rounds,
)
from itadesk.services.measures import save_measure
from itadesk.services.office import save_round_report
from itadesk.services.years import load_year


def days(store):
    data = load_year(store, 2568)
    return [
        (each.day, each.what) for each in deadlines(data.assessment.plan_year, data.own_deadlines)
    ]


USUAL = [
    (date(2026, 3, 31), "รายงานผลรอบ ๖ เดือน"),
    (date(2026, 4, 30), "ปิดรับข้อมูล OIT"),
    (date(2026, 9, 30), "รายงานผลรอบ ๑๒ เดือน"),
]


def test_a_year_begins_with_the_usual_deadlines(store):
    assert days(store) == USUAL


def test_a_deadline_of_the_office_stands_by_its_day(store):
    save_deadline(store, 2568, None, " ส่งจังหวัด\n", date(2026, 4, 1))
    assert days(store) == [USUAL[0], (date(2026, 4, 1), "ส่งจังหวัด"), *USUAL[1:]]


def test_a_usual_deadline_can_be_moved_taken_out_and_brought_back(store):
    save_deadline(store, 2568, "oit", "ปิดรับ OIT (ขยายเวลา)", date(2026, 5, 15))
    remove_deadline(store, 2568, "round-6")
    assert days(store) == [(date(2026, 5, 15), "ปิดรับ OIT (ขยายเวลา)"), USUAL[2]]
    restore_deadlines(store, 2568)
    assert days(store) == USUAL


def test_a_deadline_of_the_office_goes_when_it_is_removed(store):
    save_deadline(store, 2568, None, "ส่งจังหวัด", date(2026, 4, 1))
    (key,) = store.calendar.deadlines(2568)
    remove_deadline(store, 2568, key)
    assert store.calendar.deadlines(2568) == {}
    store.undo()
    assert list(store.calendar.deadlines(2568)) == [key]


def test_a_deadline_without_words_is_refused(store):
    with pytest.raises(BadValue, match="ชื่องาน"):
        save_deadline(store, 2568, None, "  ", date(2026, 4, 1))


def test_days_that_are_over_are_not_among_the_next():
    coming = next_deadlines(2569, date(2026, 4, 30), {})
    assert [each.key for each in coming] == ["oit", "round-12"]


def test_rounds_come_back_in_order_once_each(store):
    save_rounds(store, 2568, (9, 3, 3))
    assert load_year(store, 2568).own_rounds == (3, 9)
    save_rounds(store, 2568, ())
    assert load_year(store, 2568).own_rounds == ()


@pytest.mark.parametrize("months", [0, 25, -6])
def test_a_round_outside_two_years_is_refused(store, months):
    with pytest.raises(BadValue, match="รอบรายงาน"):
        save_rounds(store, 2568, (6, months))


def test_a_round_with_reports_cannot_be_left_out(store):
    measure = save_measure(store, 2568, Measure(title="ก")).created
    save_round_report(store, RoundReport(measure, 6, output="ทำแล้ว"))
    with pytest.raises(BadValue, match="๖ เดือน"):
        save_rounds(store, 2568, (3, 9))
    save_rounds(store, 2568, ())
