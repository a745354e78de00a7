"""A place on a page, as remarks and the year's road name it, is shown with the page."""

from __future__ import annotations

import pytest

from itadesk.checks import examine, run_checks
from itadesk.model.work import Measure
from itadesk.services.measures import save_measure
from itadesk.services.scores import record_score
from tests.checks.mistakes import MISTAKES
from tests.checks.offices import generated
from ui.entries import pages
from ui.models.scores import Cell, Column
from ui.session import Session


@pytest.fixture
def at(window):
    """Goes to a place and gives the page that is shown."""

    def go(place):
        window.frame.show_page(place)
        return window.frame.page()

    return go


def test_a_score_is_the_cell_that_is_typed_in(at):
    scores = at("scores:i7")
    assert scores.model.cell(scores.table.currentIndex()) == Cell("i7", Column.SCORE)


def test_an_announced_figure_is_the_cell_of_the_announced_one(at):
    scores = at("scores:3")
    assert scores.model.cell(scores.table.currentIndex()) == Cell("3", Column.OFFICIAL)


def test_an_unknown_place_leaves_the_page_as_it_was(at):
    first = at("scores").table.currentIndex()
    assert at("scores:rating").table.currentIndex() == first


def test_an_indicator_is_shown_ready_to_be_written(at):
    analysis = at("analysis:4")
    assert analysis.indicators.rows.row(analysis.indicators.currentIndex()).no == 4
    assert analysis.findings.boxes[0].cause.hasFocus()


def test_a_measure_is_chosen_by_its_number(at, session):
    for title in ("ก", "ข"):
        session.run(save_measure, 2568, Measure(title=title))
    assert at("measures:2").form.title.text() == "ข"


def test_a_missing_measure_is_offered_and_added(at, session, window):
    session.run(record_score, 2568, "i1", "80")
    (place,) = (each.place for each in run_checks(session.data) if each.id == "measures.missing")
    at(place)
    assert "ตัวชี้วัดที่ ๑ ยังไม่มีมาตรการ" in window.frame.notice.text
    assert session.data.measures == ()
    window.frame.notice._action.click()
    assert [each.indicator for each in session.data.measures] == [1]


def test_a_round_is_shown_by_its_months(at, session):
    session.run(save_measure, 2568, Measure(title="ก"))
    assert at("rounds:12").choice.button(12).isChecked()


def test_an_item_and_a_document_are_chosen(at):
    assert at("oit:o3").form.stored.code == "o3"
    forms = at("documents:order").list
    assert forms.rows.row(forms.currentIndex()).id == "order"


def test_the_window_knows_every_place_that_a_check_tells(filled_store, qtbot):
    office = next(each for each in map(generated, range(20)) if each.data.year == 2568)
    wrong = (put(office) for _, put in MISTAKES)
    found = {remark.place for each in wrong if each for remark in examine(each).open}
    known = {page.id: page for page in pages()}
    shown = {}
    for place in sorted(found):
        page, _, within = place.partition(":")
        if page not in shown:
            shown[page] = known[page].make(Session(filled_store))
            qtbot.addWidget(shown[page])
        if within:
            shown[page].show_place(within)
    assert {"scores", "analysis", "measures", "rounds", "documents"} <= set(shown)
