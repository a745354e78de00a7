"""Writing the limitations of the office beside the report that prints them."""

from __future__ import annotations

import pytest

from itadesk.services.office import save_limitations
from tests.helpers.keys import in_window
from ui.dialogs.limitations import LimitationsDialog
from ui.pages.documents import DocumentsPage


@pytest.fixture
def page(qtbot, session):
    session.run(save_limitations, session.year, ("งบประมาณน้อย",))
    made = in_window(qtbot, DocumentsPage(session))
    made.list.choose("results")
    return made


@pytest.fixture
def answer(monkeypatch):
    """What the user does in the dialog instead of looking at it."""
    return lambda act: monkeypatch.setattr(
        LimitationsDialog, "exec", lambda dialog: act(dialog) or dialog.result()
    )


def test_a_limitation_is_added_by_typing_and_taken_back_at_once(page, session, answer):
    def write(dialog):
        assert dialog.box.toPlainText() == "๑) งบประมาณน้อย"
        dialog.box.appendPlainText("๒) บุคลากรโอนย้าย")
        dialog.agree.click()

    answer(write)
    page.limitations.click()
    assert session.data.limitations == ("งบประมาณน้อย", "บุคลากรโอนย้าย")
    session.undo()
    assert session.data.limitations == ("งบประมาณน้อย",)


def test_cancelling_keeps_what_there_is(page, session, answer):
    def leave(dialog):
        dialog.box.clear()
        dialog.cancel.click()

    answer(leave)
    page.limitations.click()
    assert session.data.limitations == ("งบประมาณน้อย",)


@pytest.mark.parametrize(
    ("form", "offered"), [("results", True), ("issues", True), ("letter", False)]
)
def test_the_way_stands_beside_the_reports_that_print_limitations(page, form, offered):
    page.list.choose(form)
    assert page.limitations.isVisibleTo(page.options) is offered
