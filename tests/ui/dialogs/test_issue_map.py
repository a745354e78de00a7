from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from itadesk.catalogue.issue_map import has_issue_map
from itadesk.findings import codes_of_issue
from itadesk.model.work import Measure
from itadesk.services.measures import save_measure
from itadesk.services.years import catalogue_of
from ui.dialogs import message
from ui.dialogs.issue_map import IssueMap


@pytest.fixture
def dialog(qtbot, session):
    """The issues of 2568, whose catalogue has none."""
    made = IssueMap(None, session, session.ask(catalogue_of, 2568))
    qtbot.addWidget(made, before_close_func=forget)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def forget(dialog):
    """So that closing after the test does not ask."""
    dialog.draft._first = dialog.draft._now


def names(dialog):
    return [issue.name for issue in dialog.draft.catalogue.issues]


def saved(session):
    return session.ask(catalogue_of, 2568)


def test_the_suggestion_fills_an_empty_year_and_is_unconfirmed_until_saved(dialog, session):
    assert dialog.list.count() == 0
    assert not dialog.remove.isEnabled()
    dialog.suggest.click()
    assert dialog.list.count() == 7
    assert "ยังไม่ยืนยัน" in dialog.state.text()
    assert not dialog.suggest.isVisible()
    assert not has_issue_map(saved(session))
    dialog.save()
    assert not dialog.isVisible()
    assert has_issue_map(saved(session))
    session.undo()
    assert not has_issue_map(saved(session))


def test_a_saved_grouping_is_no_suggestion_any_more(qtbot, dialog, session):
    dialog.suggest.click()
    dialog.save()
    again = IssueMap(None, session, saved(session))
    qtbot.addWidget(again)
    assert "ยังไม่ยืนยัน" not in again.state.text()
    assert again.suggest.isHidden()


def test_issues_are_made_named_moved_and_removed_with_keys(dialog, keys):
    dialog.add.click()
    keys("ประเด็นแรกของเรา")
    dialog.add.click()
    keys("ประเด็นที่สอง", Qt.Key.Key_Tab)
    assert names(dialog) == ["ประเด็นแรกของเรา", "ประเด็นที่สอง"]
    dialog.list.setFocus()
    keys((Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier))
    assert names(dialog) == ["ประเด็นที่สอง", "ประเด็นแรกของเรา"]
    assert dialog.list.currentRow() == 0
    keys(Qt.Key.Key_F2)
    assert dialog.name.hasFocus()
    dialog.list.setFocus()
    keys(Qt.Key.Key_Delete)
    assert names(dialog) == ["ประเด็นแรกของเรา"]


def test_space_puts_a_question_into_the_issue_and_takes_it_out(dialog, keys):
    dialog.suggest.click()
    dialog.list.setCurrentRow(1)
    tree = dialog.questions
    tree.setCurrentItem(tree.item_of("i1"))
    tree.setFocus()
    before = dialog.draft.catalogue.question("i1").issues
    keys(Qt.Key.Key_Space)
    assert dialog.draft.catalogue.question("i1").issues == (*before, 2)
    assert tree.currentItem() is tree.item_of("i1")
    assert tree.item_of("i1").text(1) == "ประเด็น ๑ ๒"
    keys(Qt.Key.Key_Space)
    assert dialog.draft.catalogue.question("i1").issues == before


def test_an_indicator_puts_all_its_questions_at_once(dialog):
    dialog.suggest.click()
    dialog.list.setCurrentRow(6)
    tree, catalogue = dialog.questions, dialog.draft.catalogue
    of_first = {question.code for question in catalogue.indicator(1).questions}
    tree.item_of("1").setCheckState(0, Qt.CheckState.Checked)
    assert of_first <= set(codes_of_issue(dialog.draft.catalogue, 7))
    tree.item_of("i1").setCheckState(0, Qt.CheckState.Unchecked)
    assert tree.item_of("1").checkState(0) is Qt.CheckState.PartiallyChecked


def test_a_question_in_no_issue_is_counted_and_named(dialog):
    dialog.suggest.click()
    while dialog.draft.catalogue.question("o1").issues:
        number = dialog.draft.catalogue.question("o1").issues[0]
        dialog.list.choose(number)
        dialog.questions.item_of("o1").setCheckState(0, Qt.CheckState.Unchecked)
    assert "ยังไม่อยู่ในประเด็นใด ๑ ข้อ" in dialog.state.text()
    assert dialog.questions.item_of("o1").text(1) == "ยังไม่อยู่ในประเด็นใด"


def test_a_name_twice_is_refused_and_nothing_is_saved(dialog, session):
    dialog.suggest.click()
    dialog.name.replace_all(names(dialog)[3])
    dialog.save()
    assert dialog.isVisible()
    assert "ตั้งชื่อให้ต่างกัน" in dialog.problem.text()
    assert not has_issue_map(saved(session))
    dialog.name.replace_all("ชื่อที่หน่วยงานใช้")
    dialog.save()
    assert saved(session).issues[0].name == "ชื่อที่หน่วยงานใช้"


@pytest.mark.parametrize("agreed", [True, False])
def test_losing_the_issue_of_a_measure_is_asked_first(dialog, session, monkeypatch, agreed):
    asked = []
    monkeypatch.setattr(message, "confirm", lambda *told, **_k: bool(asked.append(told)) or agreed)
    session.run(save_measure, 2568, Measure(issue=1, title="มาตรการ"))
    dialog.suggest.click()
    dialog.remove.click()
    dialog.save()
    assert "มาตรการ ๑ รายการ" in asked[0][2]
    assert has_issue_map(saved(session)) is agreed
    assert dialog.isVisible() is not agreed


def test_leaving_without_saving_asks_first(dialog, monkeypatch):
    asked = []
    monkeypatch.setattr(message, "confirm", lambda *_t, **_k: bool(asked.append(1)))
    dialog.suggest.click()
    dialog.reject()
    assert asked == [1]
    assert dialog.isVisible()


def test_the_form_of_issues_and_the_settings_lead_to_it(qtbot, session, settings, monkeypatch):
    from ui.pages.documents import DocumentsPage
    from ui.widgets.settings_catalogues import CataloguesCard

    asked = []
    monkeypatch.setattr(IssueMap, "ask", lambda *told: bool(asked.append(told[1:])))
    page = DocumentsPage(session)
    card = CataloguesCard(session, lambda: settings.folder)
    qtbot.addWidget(page)
    qtbot.addWidget(card)
    page.list.choose("issues")
    assert not page.issue_map.isHidden()
    page.issue_map.click()
    page.list.choose("summary")
    assert page.issue_map.isHidden()
    card.group(2567)
    assert asked == [(session, 2568), (session, 2567)]
