"""The deadlines go from the home page into a calendar file."""

from __future__ import annotations

from ui.dialogs import files


def test_the_deadlines_are_written_where_the_user_says(window, tmp_path, monkeypatch, qtbot):
    target, asked = tmp_path / "ปฏิทิน.ics", []
    monkeypatch.setattr(files, "pick_save", lambda *words: asked.append(words[2]) or target)
    page = window.frame.page()
    qtbot.waitUntil(page.deadlines.give.isVisible)
    page.deadlines.give.click()
    assert asked[0].name.startswith("กำหนดการ ITA ปี ๒๕๖๙")
    body = target.read_bytes().decode()
    assert body.count("BEGIN:VEVENT") >= 3
    assert "20260430" in body
    assert "ปฏิทิน" in window.frame.notice.text


def test_what_keeps_it_from_being_written_is_told(window, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "pick_save", lambda *_: tmp_path / "ไม่มี" / "ปฏิทิน.ics")
    window.frame.page().deadlines.give.click()
    assert "ไม่พบโฟลเดอร์" in window.frame.notice.text


def test_giving_up_writes_nothing(window, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "pick_save", lambda *_: None)
    before = list(tmp_path.iterdir())
    window.frame.page().deadlines.give.click()
    assert list(tmp_path.iterdir()) == before
