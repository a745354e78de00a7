"""Other files of the same office in the folder."""

from __future__ import annotations

from tests.helpers.placed import (
    answer,
    offer,
    press,
    reopen,
)


def test_another_file_of_the_office_is_told_of_and_opened_only_when_wished(
    opened, conflict, place, monkeypatch, qtbot
):
    assert "“หนึ่ง-DESKTOP-AB12.itadesk”" in offer(opened).text
    assert "อีก" not in offer(opened).text
    asked = answer(monkeypatch, "")
    press(offer(opened), "เปรียบเทียบ…")
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert [each.path for each in asked[0][3]] == [conflict]
    assert opened.session.path == place
    answer(monkeypatch, "seen")
    press(offer(opened), "เปรียบเทียบ…")
    qtbot.waitUntil(lambda: opened.session is not None and opened.session.path == conflict)


def test_another_file_is_told_of_once(opened, conflict, place, qtbot):
    press(offer(opened), "รับทราบ")
    opened.close_file()
    reopen(opened, place, qtbot)
    from ui.attendants import places_copies

    assert opened.settings.place_choice(places_copies._key(conflict)) == "seen"
    places_copies._tell(opened, opened.frame, (conflict,))
    assert offer(opened) is None
