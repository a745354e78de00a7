from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from itadesk.catalogue.candidates import as_candidates
from itadesk.services.catalogues import fill_text, save_catalogue
from itadesk.services.scores import record_score
from itadesk.services.years import catalogue_of, start_year
from tests.helpers.keys import type_text
from ui.dialogs import message
from ui.dialogs.catalogue_editor import CatalogueEditor
from ui.widgets.catalogue_tree import RULE, Node


def opened(qtbot, session, catalogue):
    editor = CatalogueEditor(None, session, catalogue)
    qtbot.addWidget(editor, before_close_func=forget)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    return editor


def forget(editor):
    """So that closing after the test does not ask."""
    editor.draft._first = editor.draft._now


@pytest.fixture
def copied(qtbot, session):
    """2569 with the texts of 2568 as candidates."""
    return opened(qtbot, session, as_candidates(session.ask(catalogue_of, 2568), 2569))


@pytest.fixture
def partial(qtbot, session):
    """2569 as it is shipped: no questions of the surveys."""
    return opened(qtbot, session, session.ask(catalogue_of, 2569))


def question(editor, code):
    return editor.draft.catalogue.question(code)


def test_a_2569_without_questions_becomes_usable_for_scoring(partial, session):
    for no in range(1, 9):
        partial.tree.choose(Node("indicator", str(no)))
        partial.indicator.count.setValue(3)
    partial.save()
    assert partial.result() == CatalogueEditor.DialogCode.Accepted
    session.run(start_year, 2569)
    session.run(record_score, 2569, "i15", "98.75")
    session.run(record_score, 2569, "e9", "๙๐")
    session.show_year(2569)
    assert session.data.result.questions["i15"].value == Decimal("98.75")
    assert session.data.result.indicators[8].value == Decimal(90)


def test_a_year_may_have_more_or_fewer_indicators(partial, session):
    partial.tree.choose(Node("indicator", "5"))
    type_text(partial.indicator.new_name, "การบริหารความเสี่ยง")
    partial.indicator._add()
    partial.tree.choose(Node("indicator", "11"))
    assert partial.indicator.head.text() == "ตัวชี้วัดที่ ๑๑"
    assert partial.draft.catalogue.instrument_of(11).code == "IIT"
    partial.tree.choose(Node("indicator", "4"))
    assert partial.indicator.remove.isVisible()
    partial.indicator.remove.click()
    assert partial.draft.catalogue.indicator(4) is None
    assert partial.tree.node() == RULE
    partial.save()
    saved = session.ask(catalogue_of, 2569)
    assert [each.no for each in saved.indicators] == [1, 2, 3, 5, 11, 6, 7, 8, 9, 10]


def test_saving_is_one_action_that_can_be_undone(partial, session):
    partial.tree.choose(Node("indicator", "1"))
    partial.indicator.count.setValue(3)
    partial.tree.choose(Node("indicator", "2"))
    partial.indicator.count.setValue(2)
    partial.save()
    assert len(session.ask(catalogue_of, 2569).indicator(2).questions) == 2
    session.undo()
    assert session.ask(catalogue_of, 2569).indicator(2).questions == ()


def test_a_candidate_is_accepted_with_one_click(qtbot, copied):
    copied.tree.choose(Node("question", "i1"))
    assert question(copied, "i1").text.text == ""
    assert "ข้อความยังไม่ยืนยัน" in copied.question.text.state.text()
    offer = copied.question.text.offers.itemAt(0).widget()
    qtbot.mouseClick(
        offer.findChildren(type(copied.indicator.accept))[0], Qt.MouseButton.LeftButton
    )
    assert question(copied, "i1").text.confirmed
    assert "หน่วยงานยืนยันแล้ว" in copied.question.text.state.text()
    assert copied.tree.node() == Node("question", "i1")


def test_all_texts_of_an_indicator_are_accepted_at_once(copied):
    copied.tree.choose(Node("indicator", "1"))
    copied.indicator.accept.click()
    indicator = copied.draft.catalogue.indicator(1)
    assert indicator.name.confirmed
    assert all(each.text.confirmed for each in indicator.questions)
    assert not copied.indicator.accept.isVisible()
    assert not copied.draft.catalogue.indicator(2).name.confirmed


def test_a_typed_text_is_taken_when_another_place_is_chosen(copied):
    copied.tree.choose(Node("question", "i2"))
    copied.question.text.field.setFocus()
    type_text(copied.question.text.field, "ข้อความจากคู่มือ")
    copied.tree.choose(Node("indicator", "3"))
    assert question(copied, "i2").text.text == "ข้อความจากคู่มือ"
    assert copied.tree.node() == Node("indicator", "3")


def test_what_is_typed_last_is_taken_by_saving(copied, session):
    copied.tree.choose(Node("question", "i2"))
    type_text(copied.question.text.field, "พิมพ์แล้วกดบันทึกทันที")
    copied.save()
    assert session.ask(catalogue_of, 2569).question("i2").text.text == "พิมพ์แล้วกดบันทึกทันที"


def test_a_refusal_is_said_inline_and_nothing_is_saved(copied, session):
    copied.tree.choose(RULE)
    copied.rule.weights["IIT"].setText("๓๕")
    copied.save()
    assert copied.isVisible()
    assert "๑๐๐" in copied.problem.text()
    assert copied.problem.isVisible()
    copied.rule.weights["EIT"].setText("25")
    copied.save()
    assert not copied.isVisible()
    saved = session.ask(catalogue_of, 2569)
    assert [each.weight for each in saved.instruments] == [Decimal(35), Decimal(25), Decimal(40)]


def test_levels_are_edited_in_the_table(copied):
    table = copied.rule.table
    table.item(0, 1).setText("๙๗")
    assert copied.draft.catalogue.rating.levels[0].overall_min == Decimal(97)
    table.item(1, 1).setText("๙๙")
    assert "ต้องสูงกว่า" in copied.problem.text()
    assert copied.draft.catalogue.rating.levels[1].overall_min == Decimal(85)
    table.item(1, 1).setText("๘๖")
    assert copied.problem.text() == ""
    assert copied.draft.catalogue.rating.levels[1].overall_min == Decimal(86)


def test_a_level_is_added_and_removed(copied):
    table = copied.rule.table
    count = table.rowCount()
    copied.rule._add()
    assert table.rowCount() == count + 1
    table.setCurrentCell(count, 0)
    copied.rule.remove.click()
    assert len(copied.draft.catalogue.rating.levels) == count


def test_items_move_between_indicators_and_sub_indicators(partial):
    partial.tree.choose(Node("indicator", "9"))
    partial.indicator.range.last.setText("๒๐")
    partial.indicator.range.settle()
    assert question(partial, "o20") in partial.draft.catalogue.indicator(9).questions
    partial.indicator.sub_name.setText("ข้อมูลพื้นฐาน")
    partial.indicator._add_sub()
    partial.indicator.sub_name.setText("การบริหารงาน")
    partial.indicator._add_sub()
    partial.tree.choose(Node("sub", "9.1"))
    partial.sub.range.first.setText("1")
    partial.sub.range.last.setText("9")
    partial.sub.range.settle()
    assert question(partial, "o9").sub_indicator == "9.1"
    assert question(partial, "o10").sub_indicator == "9.2"
    partial.tree.choose(Node("sub", "9.2"))
    partial.sub.remove.click()
    assert question(partial, "o10").sub_indicator == "9.1"


def test_the_issues_of_a_question(qtbot, session):
    editor = opened(qtbot, session, session.ask(catalogue_of, 2566))
    editor.tree.choose(Node("question", "i1"))
    before = question(editor, "i1").issues
    editor.question.issues[6].click()
    assert question(editor, "i1").issues == (*before, 7)


def test_leaving_without_saving_asks_first(copied, session, monkeypatch):
    asked = []
    monkeypatch.setattr(
        message, "confirm", lambda *_t, **_k: bool(asked.append(1) or len(asked) > 1)
    )
    copied.tree.choose(Node("indicator", "1"))
    copied.indicator.accept.click()
    copied.reject()
    assert copied.isVisible()
    copied.reject()
    assert not copied.isVisible()
    assert 2569 not in session.ask(lambda store: store.catalogues.years())


def test_leaving_unchanged_asks_nothing(copied):
    copied.reject()
    assert not copied.isVisible()


def test_a_text_filled_in_before_does_not_come_back_over_an_edited_one(copied, session):
    session.run(save_catalogue, copied.draft.catalogue)
    session.run(fill_text, 2569, "i1", "ที่กรอกไว้ก่อน")
    session.run(save_catalogue, copied.draft.catalogue)
    assert session.ask(catalogue_of, 2569).question("i1").text.text == ""


@pytest.fixture
def scored(qtbot, session):
    """2568 with a score, in the editor."""
    session.run(record_score, 2568, "i5", "90")
    return opened(qtbot, session, session.ask(catalogue_of, 2568))


@pytest.mark.parametrize("agreed", [True, False])
def test_moving_scores_to_other_questions_is_asked_first(scored, session, monkeypatch, agreed):
    asked = []
    monkeypatch.setattr(message, "confirm", lambda *told, **_k: bool(asked.append(told)) or agreed)
    scored.tree.choose(Node("indicator", "1"))
    scored.indicator.count.setValue(2)
    scored.save()
    assert "ข้อ i๕ " in asked[0][2]
    assert scored.isVisible() is not agreed
    assert len(session.ask(catalogue_of, 2568).indicator(1).questions) == (2 if agreed else 3)


def test_changes_that_move_no_score_ask_nothing(scored, session):
    scored.tree.choose(Node("indicator", "8"))
    scored.indicator.count.setValue(4)
    scored.tree.choose(Node("question", "i5"))
    scored.question.text.field.replace_all("ข้อความใหม่")
    scored.save()
    assert not scored.isVisible()
    assert session.ask(catalogue_of, 2568).question("i5").text.text == "ข้อความใหม่"
