from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from itadesk.model.office import Digits, OfficeKind, WeakRule
from itadesk.services.years import catalogue_years
from tests.helpers.keys import type_text


@pytest.fixture
def page(window):
    window.frame.show_page("settings")
    return window.frame.page()


def retype(field, text):
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    field.clearFocus()


def stored(session):
    return session.ask(lambda store: store.office.settings())


def test_the_name_of_the_office_is_saved_and_shows_in_the_rail(page, session, window, qtbot):
    retype(page.office.name, "เทศบาลตำบลทดสอบ")
    assert session.ask(lambda store: store.office.get()).name == "เทศบาลตำบลทดสอบ"
    qtbot.waitUntil(lambda: window.frame.rail.office.text() == "เทศบาลตำบลทดสอบ")


def test_an_office_without_a_name_is_explained_and_not_saved(page, session):
    before = session.ask(lambda store: store.office.get()).name
    retype(page.office.name, " ")
    assert "ยังไม่ได้กรอกชื่อหน่วยงาน" in page.office.problem.text()
    assert session.ask(lambda store: store.office.get()).name == before
    retype(page.office.name, "เทศบาลใหม่")
    assert page.office.problem.isHidden()


def test_the_kind_is_saved(page, session):
    page.office.kind.choose(OfficeKind.CITY)
    page.office.kind.activated.emit(page.office.kind.currentIndex())
    assert session.ask(lambda store: store.office.get()).kind is OfficeKind.CITY


def test_limits_are_typed_in_thai_digits(page, session):
    retype(page.scoring.limits["urgent"], "๘๐.๕")
    assert stored(session).thresholds.urgent == Decimal("80.5")


def test_a_wrong_limit_stays_and_is_explained(page, session):
    retype(page.scoring.limits["urgent"], "๑๒๐")
    assert stored(session).thresholds.urgent == 85
    assert page.scoring.limits["urgent"].text() == "๑๒๐"
    assert "ต้องอยู่ระหว่าง" in page.scoring.problem.text()
    retype(page.scoring.limits["urgent"], "๘๐")
    assert stored(session).thresholds.urgent == 80
    assert page.scoring.problem.isHidden()


def test_limits_must_be_in_order(page, session):
    retype(page.scoring.limits["keep"], "๗๐")
    assert stored(session).thresholds.keep == 100
    assert "ต้องไม่สูงกว่า" in page.scoring.problem.text()


def test_weak_can_mean_below_95(page, session):
    assert not page.scoring.limits["weak_below"].isEnabled()
    page.scoring.below.click()
    assert stored(session).thresholds.weak_rule is WeakRule.THRESHOLD
    retype(page.scoring.limits["weak_below"], "90")
    assert stored(session).thresholds.weak_below == 90
    session.undo()
    session.undo()
    assert page.scoring.lowest.isChecked()


def test_digits_and_sizes_are_saved(page, session):
    page.printing.digits.choose(Digits.ARABIC)
    page.printing.digits.activated.emit(1)
    page.printing.body_size.setValue(15)
    assert stored(session).digits is Digits.ARABIC
    assert stored(session).body_size == 15


def test_units_are_a_line_each_and_each_once(page, session):
    page.lists.units.setFocus()
    page.lists.units.setPlainText("กองคลัง\n\n กองช่าง \nกองคลัง")
    page.lists.units.clearFocus()
    assert stored(session).units == ("กองคลัง", "กองช่าง")


def test_the_year_of_the_measures_is_changed(page, session):
    page.year.plan_year.setValue(2570)
    assert session.data.assessment.plan_year == 2570
    session.undo()
    assert page.year.plan_year.value() == 2569


def test_a_thai_year_can_be_typed(page, session):
    field = page.year.plan_year
    field.lineEdit().setFocus()
    field.lineEdit().selectAll()
    type_text(field.lineEdit(), "๒๕๗๑")
    field.interpretText()
    assert session.data.assessment.plan_year == 2571


def test_a_catalogue_goes_out_as_a_file_and_comes_back(page, session, tmp_path, monkeypatch):
    path = tmp_path / "ชุด.json"
    monkeypatch.setattr("ui.widgets.settings_catalogues.pick_save", lambda *_args: path)
    page.catalogues.give_out(2567)
    assert path.exists()
    monkeypatch.setattr("ui.widgets.settings_catalogues.pick_open", lambda *_args: path)
    page.catalogues.take_in()
    assert session.undo_label() == "ชุดข้อคำถามปี ๒๕๖๗"


def test_a_bad_catalogue_file_is_explained(page, window, tmp_path, monkeypatch):
    path = tmp_path / "ไม่ใช่.json"
    path.write_text("{}")
    monkeypatch.setattr("ui.widgets.settings_catalogues.pick_open", lambda *_args: path)
    page.catalogues.take_in()
    assert "ไม่ใช่.json" in window.frame.notice.text


def test_every_year_of_questions_has_a_line(page, session):
    texts = [label.text() for label in page.catalogues.findChildren(type(page.office.problem))]
    for year in session.ask(catalogue_years):
        assert any(
            str(year).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) in t for t in texts
        )


def test_the_editor_of_a_year_opens(page, monkeypatch, session):
    from ui.dialogs.catalogue_editor import CatalogueEditor

    asked = []
    monkeypatch.setattr(CatalogueEditor, "ask", lambda *args: asked.append(args))
    page.catalogues.edit(2568)
    assert asked == [(page.catalogues, session, 2568)]


def test_the_wheel_changes_nothing(page):
    assert page.year.plan_year.focusPolicy() is Qt.FocusPolicy.StrongFocus
