from __future__ import annotations

import pytest

from itadesk.catalogue.candidates import empty_instruments
from itadesk.services.catalogues import copy_catalogue
from itadesk.services.years import catalogue_of
from ui.dialogs.new_catalogue import NewCatalogue


@pytest.fixture
def dialog(qtbot, session):
    made = NewCatalogue(None, session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_offers_the_newest_whole_year_and_the_year_after(dialog):
    assert dialog.source.currentText() == "๒๕๖๘"
    assert dialog.target.text() == "๒๕๖๙"


def test_it_makes_the_year_with_the_old_texts_as_candidates(dialog, session):
    dialog.try_accept()
    assert dialog.result() == NewCatalogue.DialogCode.Accepted
    made = session.ask(catalogue_of, 2569)
    assert made.question("i1").text.candidates
    assert not made.question("i1").text.known


@pytest.mark.parametrize("typed", ["", "๒๖", "2026", "ปีหน้า"])
def test_a_year_that_is_none_is_explained(dialog, typed):
    dialog.target.setText(typed)
    dialog.try_accept()
    assert dialog.isVisible()
    assert "ปี พ.ศ." in dialog.problem.text()


def test_a_year_that_lacks_questions_is_filled_up(dialog, session):
    items = session.ask(catalogue_of, 2569).instrument("OIT")
    assert "IIT EIT" in dialog.there.text()
    assert dialog.agree.text() == "เติมข้อที่ยังไม่มี"
    dialog.target.setText("๒๕๗๐")
    assert dialog.there.text() == ""
    assert dialog.agree.text() == "สร้าง"
    dialog.target.setText("๒๕๖๙")
    dialog.try_accept()
    made = session.ask(catalogue_of, 2569)
    assert empty_instruments(made) == ()
    assert made.instrument("OIT") == items


def test_a_year_that_is_there_already_is_explained(dialog, session):
    session.run(copy_catalogue, 2568, 2569)
    dialog.try_accept()
    assert dialog.isVisible()
    assert "๒๕๖๙" in dialog.problem.text()
