"""Large text on an office screen: nothing lies on something else or is pushed out of sight."""

from __future__ import annotations

from datetime import datetime
from itertools import combinations

import pytest
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui import theme
from ui.look import Choice
from ui.session import Session
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


def overlapping(page):
    """Pairs of neighbours in one layout that lie on each other."""
    found = []
    for holder in (page, *page.findChildren(QWidget)):
        layout = holder.layout()
        if layout is None or isinstance(layout, QStackedLayout) or not holder.isVisible():
            continue
        parts = [layout.itemAt(n).widget() for n in range(layout.count())]
        shown = [part for part in parts if part is not None and part.isVisible()]
        for one, other in combinations(shown, 2):
            both = one.geometry().intersected(other.geometry())
            if min(both.width(), both.height()) > 2:
                found.append((type(holder).__name__, type(one).__name__, type(other).__name__))
    return found


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_lies_on_something_else(window, filled_store, percent, qtbot):
    first = Session(filled_store)
    window.show_session(first)
    window.comfort.resize_text(percent)
    window.resize(1093, 543)
    for page in window.frame.page_ids():
        window.frame.show_page(page)
        qtbot.waitUntil(lambda: overlapping(window.frame.page()) == [])
    first.closed = window.frame.session.closed = True


@pytest.mark.parametrize("percent", [150, 200])
def test_all_columns_of_two_years_are_seen(window, filled_store, percent, qtbot):
    first = Session(filled_store)
    window.show_session(first)
    window.comfort.resize_text(percent)
    window.resize(1093, 543)
    window.frame.show_page("compare")
    table = window.frame.page().table
    head = table.horizontalHeader()
    qtbot.waitUntil(lambda: head.visibleRegion().boundingRect().width() >= head.length())
    first.closed = window.frame.session.closed = True  # what still waits asks nothing more


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_cards_of_the_settings_are_as_wide_as_their_room(window, percent, qtbot):
    window.comfort.resize_text(percent)
    window.resize(1093, 543)
    window.frame.show_page("settings")
    area = window.frame.page().sections.area
    qtbot.waitUntil(lambda: 0 < area.widget().width() <= area.viewport().width())


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_status_line_says_the_whole_time_of_the_copy(window, percent, qtbot):
    window.comfort.resize_text(percent)
    window.resize(1093, 543)
    status = window.frame.status
    status.show_undo(None)
    status.show_opened(datetime(2026, 3, 2, 10, 42))
    status.show_backup("สำรองล่าสุด ๑๐.๔๒ น.")
    qtbot.waitUntil(lambda: status.backup.width() >= status.backup.sizeHint().width())
