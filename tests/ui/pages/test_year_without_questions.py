"""A year whose survey questions are not published, in the window."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from itadesk.services.scores import record_score
from itadesk.services.years import catalogue_of, start_year
from ui.dialogs import message
from ui.dialogs.catalogue_editor import CatalogueEditor
from ui.models.catalogue_draft import accept_all
from ui.models.scores import ROW, Cell, Column
from ui.widgets import settings_catalogues

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(window, session):
    session.run(start_year, 2569)
    session.show_year(2569)
    window.frame.show_page("scores")
    return window.frame.page()


def row(page, code):
    return page.model.place(Cell(code, Column.SCORE)).data(ROW)


def test_it_is_said_and_the_items_can_be_scored(page, session, keys):
    assert page.missing.isVisible()
    assert "IIT และ EIT ของปี ๒๕๖๙" in page.missing.title.text()
    assert page.missing.use.text() == "ใช้ข้อคำถามของปี ๒๕๖๘ เป็นร่าง"
    page.table.go_to(page.model.place(Cell("o1", Column.SCORE)))
    page.table.setFocus()
    keys("100", ENTER)
    assert session.data.assessment.scores["o1"].score == 100


def test_one_button_takes_last_years_questions_as_a_draft(page, session, keys):
    page.missing.use.click()
    assert not page.missing.isVisible()
    text = session.ask(catalogue_of, 2568).question("i1").text.text
    assert row(page, "i1").text == text
    assert "ข้อความยังไม่ยืนยัน" in row(page, "i1").remark
    page.table.setFocus()
    keys("๙๙.๓๘", ENTER)
    assert session.data.assessment.scores["i1"].score == Decimal("99.38")
    session.undo()
    session.undo()
    assert page.missing.isVisible()


def test_texts_are_confirmed_in_the_editor_that_the_page_opens(page, session, monkeypatch):
    page.missing.use.click()
    assert page.texts.isVisible()

    def accept_first(editor):
        editor.draft.apply(accept_all, 1)
        editor.save()
        return editor.result()

    monkeypatch.setattr(CatalogueEditor, "exec", accept_first)
    page.texts.trigger()
    assert session.data.catalogue.question("i1").text.confirmed
    assert row(page, "i1").remark == ""
    assert "ข้อความยังไม่ยืนยัน" in row(page, "i4").remark


def test_a_whole_year_says_nothing(window):
    window.frame.show_page("scores")
    assert not window.frame.page().missing.isVisible()


@pytest.fixture
def card(window):
    window.frame.show_page("settings")
    return window.frame.page().catalogues


def test_the_settings_offer_it_too(card, session):
    words = "ใช้ข้อคำถามของปี ๒๕๖๘ เป็นร่าง"
    [offer] = [b for b in card.findChildren(settings_catalogues.QWidget) if said(b) == words]
    offer.click()
    assert session.ask(catalogue_of, 2569).question("i1").text.candidates
    assert not any(said(b) == words for line in card._lines for b in line.children())


@pytest.mark.parametrize("width", [1024, 1093])
def test_the_settings_need_no_scrolling_sideways(window, width):
    window.frame.show_page("settings")
    window.resize(width, 543)
    QApplication.processEvents()
    area = window.frame.page().findChild(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


def said(widget):
    text = getattr(widget, "text", None)
    return text() if callable(text) else ""


def test_a_given_file_does_not_move_scores_unasked(card, session, monkeypatch, tmp_path):
    import json

    from itadesk.catalogue.reader import to_body
    from itadesk.catalogue.structure import set_question_count

    given = set_question_count(session.ask(catalogue_of, 2568), 1, 2)
    path = tmp_path / "ชุด.json"
    path.write_text(json.dumps(to_body(given)), encoding="utf-8")
    session.run(record_score, 2568, "i5", "90")
    asked = []
    monkeypatch.setattr(message, "confirm", lambda *told, **_k: bool(asked.append(told)))
    monkeypatch.setattr(settings_catalogues, "pick_open", lambda *_told: path)
    card.take_in()
    assert "i๕" in asked[0][2]
    assert len(session.data.catalogue.indicator(1).questions) == 3
