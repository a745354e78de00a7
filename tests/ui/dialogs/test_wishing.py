"""ลองปรับคะแนน: wishes are typed and ticked, answered at once, and change nothing in the file."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton

from itadesk.services.scores import record_score
from itadesk.services.years import load_year
from tests.helpers.clerk import answered
from ui import theme
from ui.dialogs.frame import FieldRoom
from ui.dialogs.wishing import WishDialog
from ui.look import Choice
from ui.widgets.wish_tree import WISH


@pytest.fixture
def data(filled_store):
    return load_year(filled_store, 2568)


@pytest.fixture
def dialog(data, qtbot):
    made = WishDialog(None, data)
    qtbot.addWidget(made)
    made.show()
    return made


def item_code(data):
    """An OIT item that has no score yet."""
    return next(
        q.code
        for q in data.catalogue.questions
        if q.binary and data.result.questions[q.code].value == 0
    )


def test_a_typed_wish_moves_the_figures_and_not_the_file(dialog, data, filled_store, qtbot):
    tree = dialog.tree
    tree.setCurrentItem(tree.item_of("i1"))
    tree.setFocus()
    qtbot.keyClicks(tree, "8")
    editor = tree.findChild(QLineEdit)
    qtbot.keyClicks(editor, "0")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tree.wishes == {"i1": Decimal(80)})
    assert "▼" in dialog.overall.text()
    assert "IIT" in dialog.parts.text()
    assert load_year(filled_store, 2568) == data


def test_a_missing_item_is_ticked_and_the_wish_taken_back(dialog, data, qtbot):
    tree, code = dialog.tree, item_code(data)
    tree.item_of(code).setCheckState(WISH, Qt.CheckState.Checked)
    assert tree.wishes == {code: Decimal(100)}
    assert "▲" in dialog.overall.text()
    tree.setCurrentItem(tree.item_of(code))
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert tree.wishes == {}
    assert tree.item_of(code).checkState(WISH) is Qt.CheckState.Unchecked
    assert not dialog.again.isEnabled()


def test_a_wish_out_of_range_is_told_and_not_taken(dialog):
    dialog.tree.item_of("i2").setText(WISH, "๑๒๐")
    assert "ข้อ i๒" in dialog.refusal.text()
    assert dialog.tree.wishes == {}
    assert dialog.tree.item_of("i2").text(WISH) == ""


def test_the_cheapest_way_is_tried_with_one_button(dialog):
    level = dialog.level.currentText()
    words = [each.text() for each in dialog.tried if not isinstance(each, QPushButton)]
    assert any("คะแนน" in each or "ข้อ OIT" in each for each in words)
    next(each for each in dialog.tried if isinstance(each, QPushButton)).click()
    assert dialog.tree.wishes
    assert level in dialog.rating.text()
    dialog.again.click()
    assert dialog.tree.wishes == {}


def test_without_all_scores_no_way_is_promised(filled_store, qtbot):
    record_score(filled_store, 2568, "i1", "")
    made = WishDialog(None, load_year(filled_store, 2568))
    qtbot.addWidget(made)
    assert any("ยังไม่ครบ" in each.text() for each in made.tried)


def test_it_is_in_the_menu(window, monkeypatch):
    seen = []
    monkeypatch.setattr(QDialog, "exec", answered(lambda d: (seen.append(d), d.reject())))
    window.deeds.wish.trigger()
    assert isinstance(seen[0], WishDialog)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_side_is_as_wide_as_its_room(qapp, data, qtbot, percent):
    theme.choose(qapp, Choice.SYSTEM, percent)
    try:
        made = WishDialog(None, data)
        qtbot.addWidget(made)
        made.resize(1038, 583)
        room = made.findChild(FieldRoom)
        made.show()
        qtbot.waitUntil(lambda: room.viewport().width() > 0)
        assert room.widget().width() <= room.viewport().width()
    finally:
        theme.choose(qapp, Choice.SYSTEM, 100)


def test_questions_have_two_lines(dialog):
    row = dialog.tree.visualItemRect(dialog.tree.item_of("i1"))
    assert row.height() >= 2 * dialog.fontMetrics().height()
