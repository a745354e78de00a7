"""What tests of places do with a window and read from a file."""

from __future__ import annotations

from contextlib import closing

from db.opening import open_store
from itadesk.errors import PlaceFails
from itadesk.model.changes import Changes
from itadesk.model.changes import Kind as Part
from itadesk.places import Kind, Place
from itadesk.services.scores import record_score
from ui.attendants.places_watch import PlaceWatch
from ui.dialogs import place_versions

CLOUD = Place(Kind.CLOUD, "OneDrive")


def reopen(window, place, qtbot):
    assert window.open_path(place)
    qtbot.waitUntil(lambda: window.frame.findChild(PlaceWatch) is not None)


def watch(window):
    return window.frame.findChild(PlaceWatch)


def write(window, score, code="i1"):
    return window.session.run(record_score, 2568, code, score)


def score_in(path, code="i1"):
    with closing(open_store(path)) as store:
        found = store.assessments.get(2568).scores.get(code)
        return found and str(found.score)


def bar(window):
    return watch(window)._bar


def press(offer, words):
    next(each for each in offer.buttons if each.text() == words).click()


def saved(window):
    return window.frame.status.saved.text()


def pull(stick):
    """Takes the stick out, and gives what puts it back."""
    away = stick.rename(stick.with_name("pocket"))
    return lambda: away.rename(stick)


def look(window, qtbot):
    """Looks at the place now, twice as the clock would."""
    for _ in range(2):
        watch(window)._timer.stop()
        watch(window).look()
        qtbot.waitUntil(lambda: watch(window)._timer.isActive())


def answer(monkeypatch, choice):
    """Presses a button of the dialog that compares."""
    asked = []

    def ask(_parent, *words):
        asked.append(words)
        return choice, words[3][0].path

    monkeypatch.setattr(place_versions, "ask", ask)
    return asked


def write_much(store):
    """More than the file holds already."""
    with store.transaction("เขียนมาก", Part.LIMITATIONS):
        store.texts.save_limitations(2568, ("ก" * 100_000,))
    return Changes(frozenset({Part.LIMITATIONS}))


def offer(window):
    """The bar that asks where to work."""
    from ui.widgets.offer_bar import OfferBar

    found = [each for each in window.frame.findChildren(OfferBar) if each.isVisible()]
    return found[0] if found else None


def refuse():
    raise PlaceFails("อ่านไม่ได้")
