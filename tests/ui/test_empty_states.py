"""What a new clerk sees of pages that have nothing to show yet."""

from __future__ import annotations

import pytest

from ui import theme
from ui.look import Choice
from ui.widgets.empty import EmptyState
from ui.widgets.page_room import PageRoom


@pytest.fixture(autouse=True)
def own_look(qapp):
    yield
    theme.choose(qapp, Choice.SYSTEM, 100)


def test_the_button_of_an_empty_page_is_in_sight_at_large_text(window, qtbot):
    window.comfort.resize_text(150)
    window.resize(1093, 543)
    room, seen = window.findChildren(PageRoom)[-1], set()
    for page in window.frame.page_ids():  # a page that was shown before asks for no room
        window.frame.show_page(page)
        for empty in window.frame.page().findChildren(EmptyState):
            if empty.isVisible() and empty.go is not None:
                qtbot.waitUntil(lambda: room.verticalScrollBar().maximum() == 0)
                assert empty.go.visibleRegion().boundingRect() == empty.go.rect(), page
                seen.add(page)
    assert seen >= {"measures", "rounds", "compare", "phrases"}
