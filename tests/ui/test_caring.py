"""The menu that looks after a file, and what accompanies an open one."""

from __future__ import annotations

from ui import attendants, care
from ui.care import Deed


def test_the_menu_holds_every_deed_and_greys_what_needs_a_file(window, monkeypatch):
    done = []
    deeds = [
        Deed("ทำกับไฟล์", 1, lambda _window: done.append("file")),
        Deed("ทำเมื่อใดก็ได้", 2, done.append, needs_file=False),
    ]
    monkeypatch.setattr(care, "deeds", lambda: deeds)
    menu = window.deeds.care
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["ทำกับไฟล์", "ทำเมื่อใดก็ได้"]
    menu.actions()[0].trigger()
    menu.actions()[1].trigger()
    assert done == ["file", window]
    window.close_file()
    menu.aboutToShow.emit()
    assert [action.isEnabled() for action in menu.actions()] == [False, True]


def test_attendants_begin_with_each_file_and_with_pages_made_anew(window, monkeypatch, qtbot):
    begun = []
    monkeypatch.setattr(
        attendants, "attendants", lambda: [lambda _window, frame: begun.append(frame)]
    )
    window.rebuild()
    qtbot.waitUntil(lambda: begun == [window.frame])
