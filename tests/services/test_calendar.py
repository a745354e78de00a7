"""Deadlines and rounds that a year has of its own, and steps done outside the program."""

from dataclasses import replace
from datetime import date

import pytest

from itadesk.deadlines import Deadline, deadlines, usual_deadlines
from itadesk.errors import BadValue
from itadesk.model.work import Measure, RoundReport
from itadesk.road import road
from itadesk.services.calendar import mark_step, save_deadlines, save_rounds
from itadesk.services.measures import save_measure
from itadesk.services.office import save_round_report
from itadesk.services.years import load_year


def days(store):
    data = load_year(store, 2568)
    return deadlines(data.assessment.plan_year, data.own_deadlines, data.own_rounds)


USUAL = (
    Deadline(date(2026, 3, 31), "รายงานรอบ ๖ เดือน", "round-6"),
    Deadline(date(2026, 4, 30), "ปิดรับข้อมูล OIT", "oit"),
    Deadline(date(2026, 9, 30), "รายงานรอบ ๑๒ เดือน", "round-12"),
)


def test_a_year_begins_with_the_usual_deadlines(store):
    assert days(store) == USUAL


def test_a_deadline_of_the_office_stands_by_its_day(store):
    save_deadlines(store, 2568, (*USUAL, Deadline(date(2026, 4, 1), " ส่งจังหวัด\n")))
    assert [each.what for each in days(store)] == [
        "รายงานรอบ ๖ เดือน",
        "ส่งจังหวัด",
        "ปิดรับข้อมูล OIT",
        "รายงานรอบ ๑๒ เดือน",
    ]


def test_a_deadline_of_the_office_can_be_changed_and_goes_when_it_is_left_out(store):
    save_deadlines(store, 2568, (*USUAL, Deadline(date(2026, 4, 1), "ส่งจังหวัด")))
    mine = days(store)[1]
    save_deadlines(store, 2568, (*USUAL, replace(mine, day=date(2026, 5, 1))))
    assert days(store)[2] == replace(mine, day=date(2026, 5, 1))
    save_deadlines(store, 2568, USUAL)
    assert days(store) == USUAL


def test_a_usual_deadline_can_be_moved_taken_out_and_brought_back(store):
    moved = Deadline(date(2026, 5, 15), "ปิดรับ OIT (ขยายเวลา)", "oit")
    save_deadlines(store, 2568, (moved, USUAL[2]))
    assert days(store) == (moved, USUAL[2])
    save_deadlines(store, 2568, USUAL)
    assert days(store) == USUAL
    assert store.calendar.deadlines(2568) == {}


def test_saving_deadlines_is_undone_as_one(store):
    save_deadlines(store, 2568, (Deadline(date(2026, 4, 1), "ก"), Deadline(date(2026, 4, 2), "ข")))
    store.undo()
    assert days(store) == USUAL


def test_a_deadline_without_words_is_refused_and_nothing_is_saved(store):
    with pytest.raises(BadValue, match="ชื่องาน"):
        save_deadlines(store, 2568, (Deadline(date(2026, 4, 1), "ก"), Deadline(date.max, "  ")))
    assert days(store) == USUAL


def test_each_round_of_the_year_has_its_day(store):
    save_rounds(store, 2568, (3, 9, 15))
    assert [(each.key, each.day) for each in days(store)] == [
        ("round-3", date(2025, 12, 31)),
        ("oit", date(2026, 4, 30)),
        ("round-9", date(2026, 6, 30)),
        ("round-15", date(2026, 12, 31)),
    ]
    assert usual_deadlines(2567, (5,))[0].day == date(2024, 2, 29)


def test_a_step_done_outside_the_program_is_no_deadline_and_stays_with_them(store):
    order = next(each for each in road(load_year(store, 2568)) if each.key == "order")
    mark_step(store, 2568, order, passed=True)
    save_deadlines(store, 2568, USUAL)
    assert days(store) == USUAL
    assert "order" in load_year(store, 2568).own_deadlines
    mark_step(store, 2568, order, passed=False)
    assert "order" not in load_year(store, 2568).own_deadlines


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
