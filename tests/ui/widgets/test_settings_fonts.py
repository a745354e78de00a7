"""The fonts of documents on the page of settings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from itadesk.services.office import save_settings
from tests.helpers.keys import type_text
from tests.reports.pdf.lookalikes import install
from ui.widgets.settings_print import PrintCard


@pytest.fixture
def fields(qtbot, session, pc_fonts):  # noqa: ARG001
    """Makes the fields and waits until the fonts of the PC are known."""
    cards = []

    def make(**chosen):
        session.run(save_settings, replace(stored(session), **chosen))
        card = PrintCard(session)
        cards.append(card)
        qtbot.addWidget(card)
        card.show()
        qtbot.waitUntil(lambda: card.fonts._found is not None)
        return card.fonts

    return make


def stored(session):
    return session.ask(lambda store: store.office.settings())


def offered(fields):
    return [fields.pdf.itemText(place) for place in range(fields.pdf.count())]


def test_the_shipped_font_is_offered_and_chosen(fields):
    made = fields()
    assert offered(made) == ["TH Sarabun (Laksaman)"]
    assert made.pdf.currentText() == "TH Sarabun (Laksaman)"
    assert made.remark.isHidden()


def test_a_font_of_the_pc_is_chosen_and_saved(fields, session, pc_fonts):
    install(pc_fonts / "a", "TH Sarabun New")
    install(pc_fonts / "b", "TH SarabunPSK")
    made = fields()
    assert offered(made) == ["TH Sarabun (Laksaman)", "TH SarabunPSK", "TH Sarabun New"]
    made.pdf.setCurrentIndex(2)
    made.pdf.activated.emit(2)
    assert stored(session).pdf_font == "TH Sarabun New"
    assert stored(session).docx_font == "TH SarabunPSK"


def test_a_chosen_font_that_this_pc_lacks_is_told_and_stays_chosen(fields, session):
    made = fields(pdf_font="TH SarabunPSK")
    assert made.pdf.currentData() == "TH SarabunPSK"
    assert "เครื่องนี้ไม่มีแบบอักษร TH SarabunPSK" in made.remark.text()
    assert made.remark.isVisible()
    made.pdf.setCurrentIndex(0)
    made.pdf.activated.emit(0)
    assert stored(session).pdf_font == ""
    made.load()
    assert made.remark.isHidden()


def test_a_font_that_may_not_be_embedded_is_not_offered_and_why(fields, pc_fonts):
    install(pc_fonts, rights=2)
    made = fields()
    assert offered(made) == ["TH Sarabun (Laksaman)"]
    assert "ไม่อนุญาตให้ฝังใน PDF" in made.remark.text()


def test_a_font_that_draws_thai_figures_is_explained(fields, pc_fonts):
    install(pc_fonts, "TH SarabunIT๙")
    assert "แสดงเลข 0–9 เป็นเลขไทย" in fields(pdf_font="TH SarabunIT๙").remark.text()


def test_any_font_can_be_named_for_word(fields, session):
    made = fields()
    made.word.lineEdit().selectAll()
    type_text(made.word.lineEdit(), " TH Niramit AS ")
    made.word.lineEdit().editingFinished.emit()
    assert stored(session).docx_font == "TH Niramit AS"


def test_no_name_for_word_leaves_the_one_before(fields, session):
    made = fields(docx_font="Angsana New")
    made.word.lineEdit().selectAll()
    type_text(made.word.lineEdit(), " ")
    made.word.lineEdit().editingFinished.emit()
    assert stored(session).docx_font == "Angsana New"
    assert made.word.currentText() == "Angsana New"
