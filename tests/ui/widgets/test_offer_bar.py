"""The line above the page with buttons: its words, and what its buttons do."""

from __future__ import annotations

import pytest

from ui.widgets.offer_bar import OfferBar


@pytest.fixture
def bar(qtbot):
    made = OfferBar()
    qtbot.addWidget(made)
    return made


def test_other_buttons_come_under_the_same_words(bar):
    bar.say("มีสองฉบับ", [("บันทึกกลับ", list)])
    bar.say("มีสองฉบับ", [("เปรียบเทียบ", list)])
    assert [each.text() for each in bar.buttons] == ["เปรียบเทียบ"]


def test_said_again_a_button_stays_and_does_what_was_said_last(bar):
    done = []
    bar.say("ข้อความค้าง", [("ทิ้ง", lambda: done.append("แรก"))])
    (button,) = bar.buttons
    bar.say("ข้อความค้าง", [("ทิ้ง", lambda: done.append("ถัดไป"))])
    assert bar.buttons == (button,)
    button.click()
    assert done == ["ถัดไป"]
