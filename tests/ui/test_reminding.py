"""What is due soon is told once a day, where nothing else is said."""

from __future__ import annotations

from datetime import date

import pytest

from ui.attendants.reminding import attend, reminder

NEAR, FAR, LATE = date(2026, 3, 25), date(2025, 12, 1), date(2026, 4, 5)


@pytest.fixture
def opened(window, tmp_path):
    window.session.path = tmp_path / "อบต.itadesk"
    window.frame.notice.hide()
    return window


@pytest.mark.parametrize(
    ("day", "words"), [(NEAR, "รายงานรอบ ๖ เดือน อีก ๖ วัน"), (LATE, "เลยมา ๕ วัน"), (FAR, "")]
)
def test_the_nearest_deadline_is_named(opened, day, words):
    assert words in reminder(opened.frame, day)
    assert bool(reminder(opened.frame, day)) is bool(words)


def test_it_is_told_once_a_day_with_the_way_to_the_home_page(opened):
    frame = opened.frame
    frame.show_page("scores")
    attend(opened, frame, lambda: NEAR)
    assert "รอบ ๖ เดือน" in frame.notice.text
    frame.notice.findChild(type(frame.notice._action)).click()
    assert frame.shown == "home"
    frame.show_page("scores")
    frame.notice.hide()
    attend(opened, frame, lambda: NEAR)
    assert frame.notice.text == ""
    attend(opened, frame, lambda: date(2026, 3, 26))
    assert frame.notice.text


def test_the_home_page_says_it_itself(opened):
    opened.frame.show_page("home")
    attend(opened, opened.frame, lambda: NEAR)
    assert opened.frame.notice.text == ""


def test_it_never_takes_the_place_of_another_notice(opened):
    opened.frame.show_page("scores")
    opened.tell("มีเรื่องอื่นต้องบอก")
    attend(opened, opened.frame, lambda: NEAR)
    assert opened.frame.notice.text == "มีเรื่องอื่นต้องบอก"
